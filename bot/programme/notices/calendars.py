"""What is said about somebody's own calendar."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class CalendarShown(Notice):
    """How meetings come into one's own calendar. ``can_link``: there is a private link to be had;
    ``has_link``: the person has one, ``stopped``: they just stopped it.
    """

    kind = "calendar_shown"
    can_link: bool
    has_link: bool
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class CalendarLink(Notice):
    """The link itself. It is told once and never kept: only its hash is."""

    kind = "calendar_link"
    link: str
