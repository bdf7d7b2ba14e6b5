"""What is said about taking a break."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class Paused(Notice):
    """Everything rests until the person says so."""

    kind = "paused"
    in_duo: bool


@dataclass(frozen=True, slots=True)
class Resumed(Notice):
    """The person is back."""

    kind = "resumed"
    in_duo: bool
