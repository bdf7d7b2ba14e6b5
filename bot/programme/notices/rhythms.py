"""What is said about one's own day and hour."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class MyQuestion(Notice):
    """When somebody is asked each week, and next (ISO); None for who is in no duo.

    ``choosing`` is day, hour or None; ``changed``: it has just been changed. ``resting``: a break
    lasts, be it of the other one. ``answer`` is the last one, to the question ``prompt_id``, when
    it may still be changed; ``asks_obstacle``: the person may tell what is in the way.
    """

    kind = "my_question"
    weekday: int
    at: str
    next_ask: str | None
    choosing: str | None = None
    changed: bool = False
    resting: bool = False
    answer: str | None = None
    prompt_id: int = 0
    asks_obstacle: bool = False
