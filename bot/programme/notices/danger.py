"""What is said to somebody who wrote of danger, after the numbers and the question."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class AfterDanger(Notice):
    """No coach is to call now, or nothing is wrong; or, when ``answer`` is empty, something else
    was written after it had one. ``coach`` is who was told already, empty when that is nobody yet;
    ``reads``: the words went to them for something else that was asked. ``registers``: a question
    of the registration waits meanwhile.
    """

    kind = "after_danger"
    stays = Stays.UNTIL_HIDDEN
    answer: str
    coach: str | None = None
    registers: bool = False
    reads: bool = False


@dataclass(frozen=True, slots=True)
class DangerAsked(Notice):
    """Something else came before the question whether a coach may call had an answer: it is put
    once more. ``coach`` can read what was written, empty when that is nobody yet; None: nobody.
    ``closed``: no office is open now.
    """

    kind = "danger_asked"
    stays = Stays.UNTIL_HIDDEN
    coach: str | None = None
    registers: bool = False
    closed: bool = False
