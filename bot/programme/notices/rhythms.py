"""What is said about one's own day and hour."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class MyQuestion(Notice):
    """When somebody is asked each week, and next (ISO); None for who is in no duo.

    ``choosing`` is day, hour or None; ``changed``: it has just been changed.
    """

    kind = "my_question"
    weekday: int
    at: str
    next_ask: str | None
    choosing: str | None = None
    changed: bool = False
