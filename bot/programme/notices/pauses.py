"""What is said about taking a break."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class Paused(Notice):
    """Everything rests until the person says so, or until an instant (ISO). ``reason`` is what
    they said of why, if they did. ``may_leave``: leaving for good is theirs to choose.
    """

    kind = "paused"
    in_duo: bool
    until: str | None = None
    reason: str = ""
    may_leave: bool = False


@dataclass(frozen=True, slots=True)
class SureToPause(Notice):
    """Asked before a break that would cancel a first talk at ``starts_at`` (an instant, ISO)."""

    kind = "sure_to_pause"
    starts_at: str
    zone: str


@dataclass(frozen=True, slots=True)
class Resumed(Notice):
    """The person is back."""

    kind = "resumed"
    in_duo: bool


@dataclass(frozen=True, slots=True)
class WelcomeBack(Notice):
    """The break is over, as the person had said."""

    kind = "welcome_back"
    in_duo: bool
