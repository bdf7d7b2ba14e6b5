"""What is said to a question about the programme itself."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class Explained(Notice):
    """The answer to what was asked. ``topic``: one of OftenAsked. ``registers``: a question of the
    registration waits meanwhile.
    """

    kind = "explained"
    topic: str
    registers: bool = False
