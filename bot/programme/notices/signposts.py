"""What is shown to somebody who looks for help. Nothing of it is kept about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.programme.notices.notice import Notice, Stays

# A service as ``write_service`` writes it, and ``read_service`` reads it.
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FindHelp(Notice):
    """What somebody may need, by theme. ``place`` is an area, None when nobody knows it."""

    kind = "find_help"
    place: str | None
    branch: str | None
    role: str


@dataclass(frozen=True, slots=True)
class NeedsOfTheme(Notice):
    """The needs of one theme."""

    kind = "needs_of_theme"
    stays = Stays.UNTIL_HIDDEN
    theme: str
    place: str | None
    branch: str | None
    role: str


@dataclass(frozen=True, slots=True)
class ChoosePlace(Notice):
    """Where to look: a region, or with ``region`` one page of the ``towns`` (areas) in it."""

    kind = "choose_place"
    stays = Stays.UNTIL_HIDDEN
    need: str
    region: str | None
    towns: tuple[str, ...]
    branch: str | None
    role: str
    page: int = 0
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class ServicesFound(Notice):
    """One page of the services for a need at a place, the best first, as they were ``now``.

    ``towns`` are municipalities with services of their own, each with the key of the only one,
    or nothing; when they are too many for one message, ``has_more_towns`` stands for them all.
    ``guesses`` are other needs that may have been meant. ``gone``: the service whose button was
    tapped is shown to nobody any more. When there is none, ``services`` are those that may be
    asked about anything (``is_general``), and ``wider`` are larger areas that have some.
    ``written``: the need was written, and not tapped.
    """

    kind = "services_found"
    stays = Stays.UNTIL_HIDDEN
    need: str
    place: str
    services: tuple[Table, ...]
    now: str
    branch: str | None
    role: str
    page: int = 0
    has_more: bool = False
    towns: tuple[tuple[str, str], ...] = ()
    guesses: tuple[str, ...] = ()
    gone: bool = False
    has_more_towns: bool = False
    is_general: bool = False
    wider: tuple[str, ...] = ()
    written: bool = False


@dataclass(frozen=True, slots=True)
class ServiceShown(Notice):
    """One service as it was ``now``; ``doubts`` are independent words that it is wrong.

    ``need`` and ``place`` are those it was found by, to go back to. Staff also read who checked
    the entry, and what the open reports say is wrong. ``mentee`` is whom a mentor can give it to.
    """

    kind = "service_shown"
    stays = Stays.UNTIL_HIDDEN
    service: Table
    need: str
    place: str | None
    now: str
    doubts: int
    branch: str | None
    role: str
    checked_by: str = ""
    faults: tuple[str, ...] = ()
    mentee: str = ""


@dataclass(frozen=True, slots=True)
class Emergency(Notice):
    """Whom to call when it cannot wait, even when the directory is empty.

    ``need`` is what somebody wrote about, empty when they asked for all the lines. ``asks``: they
    wrote of danger, and are asked whether a coach may call. ``coach`` is who is told of it now.
    ``new``: they have no coach of their own yet; ``opens_at``: when (ISO) the office opens, while
    it is closed.
    """

    kind = "emergency"
    stays = Stays.UNTIL_HIDDEN
    lines: tuple[Table, ...]
    now: str
    branch: str | None
    role: str
    need: str = ""
    asks: bool = False
    coach: str | None = None
    new: bool = False
    opens_at: str | None = None
