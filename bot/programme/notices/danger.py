"""What is said to somebody who wrote of danger, after the numbers and the question."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class AfterDanger(Notice):
    """No coach is to call now, or nothing is wrong; or, when ``answer`` is empty, something else
    was written before the question had an answer. ``coach`` is who was told already;
    ``registers``: a question of the registration waits meanwhile.
    """

    kind = "after_danger"
    stays = Stays.UNTIL_HIDDEN
    answer: str
    coach: str | None = None
    registers: bool = False
