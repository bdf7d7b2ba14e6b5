"""Which services fit a person who needs something, the best first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import COUNTRY, PART, Nearness, nearness, region_of
from bot.programme.directory.catalogue import Catalogue, Entry
from bot.programme.directory.crisis import is_urgent
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.opening import OpenNow, open_now
from bot.programme.directory.service import Confidence, Service
from bot.programme.needs.codes import theme_of

A_PAGE = 5  # services; more on one screen nobody reads
SPOKEN_AT_DESKS = ("nl", "fr")
# Who has not said to be young, or hurt by somebody, is not sent to those who help these first.
FOR_SOME = ("youth.", "discrimination.lgbt", "violence.sexual", "mental.youth")
_OPEN_FIRST = {OpenNow.OPEN: 0, OpenNow.UNKNOWN: 1, OpenNow.HOLIDAY: 1, OpenNow.CLOSED: 2}
_SURE_FIRST = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody needs, where (an area), in which language, and when (an instant).

    ``other`` is the language of somebody for whom they look, and who is to be understood there.
    """

    need: str
    place: str
    language: str
    now: datetime
    zone: ZoneInfo
    other: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which to be understood, that of who goes there first."""
        return (self.other, self.language) if self.other else (self.language,)


def choose(catalogue: Catalogue, wish: Wish) -> tuple[Entry, ...]:
    """The services that help with a need at a place, those that fit best first.

    Where it cannot wait, the crisis lines for it come first; of violence, what is open. Then come
    the services of one's own town, which must help whoever lives there, with the crisis lines in
    the reader's language; then all others. Among those go first who speak the reader's language,
    who are nearer, who are there for this above all, who are open, free, and whose entry is surer.
    A crisis line for those who speak the reader's language helps everywhere: it is called, not
    visited.
    """
    fitting = (
        (_rank(entry.service, near, wish), entry)
        for entry in _shown(_candidates(catalogue, wish), wish)
        if (near := _nearness(entry.service, wish)) is not None
    )
    return tuple(entry for _, entry in sorted(fitting, key=lambda one: one[0]))


def municipalities(catalogue: Catalogue, wish: Wish) -> tuple[str, ...]:
    """The municipalities of a region that have a service of their own for this need.

    Empty when the place is a municipality: then its own services are among the chosen.
    """
    inside = f"{wish.place}{PART}"
    return tuple(
        area
        for area in sorted(catalogue.areas.values())
        if area.startswith(inside) and own_services(catalogue, wish, area)
    )


def own_services(catalogue: Catalogue, wish: Wish, area: str) -> tuple[Entry, ...]:
    """The services that a municipality has of its own for a need."""
    return tuple(_shown(catalogue.for_need_in(wish.need, area), wish))


def _candidates(catalogue: Catalogue, wish: Wish) -> Iterable[Entry]:
    """Those that may help there: looked up by place, since a directory can be large."""
    found = {one.service.key: one for one in catalogue.lines_for(wish.need)}
    for area in (COUNTRY, region_of(wish.place), wish.place):
        found |= {one.service.key: one for one in catalogue.for_need_in(wish.need, area)}
    return found.values()


def _shown(entries: Iterable[Entry], wish: Wish) -> Iterable[Entry]:
    today = wish.now.astimezone(wish.zone).date()
    return (one for one in entries if is_shown(one.service, today, one.doubts))


def _nearness(service: Service, wish: Wish) -> Nearness | None:
    near = nearness(service.areas, wish.place)
    if near is None and any(map(service.is_called_from_afar, wish.languages)):
        return Nearness.COUNTRY
    return near


def _strangeness(service: Service, language: str) -> int:
    """How hard it is to be understood there; less is easier. Who speaks neither Dutch nor French
    may be helped in both, and a service that names no language may speak any.
    """
    any_language = service.is_crisis_line and not service.languages
    if any_language or language in service.languages:
        return 0
    return 2 if service.languages and language in SPOKEN_AT_DESKS else 1


def _is_for_others(service: Service, need: str) -> bool:
    """Whether a service is there above all for some, such as the young, and is found for what
    anybody may need.
    """
    first = service.needs[0]
    return first.startswith(FOR_SOME) and theme_of(first) != theme_of(need)


def _openness(service: Service, wish: Wish) -> int:
    """Sorts what is open now before what may be, and that before what is not."""
    return _OPEN_FIRST[open_now(service, wish.now, wish.zone)]


def _rank(service: Service, near: Nearness, wish: Wish) -> tuple[object, ...]:
    line, above_all = service.is_crisis_line, service.needs[0] == wish.need
    spoken = any(one in service.languages for one in wish.languages)
    theirs = near is Nearness.TOWN or (line and spoken)
    return (
        not (line and above_all and is_urgent(wish.need)),
        wish.need.startswith("violence.") and _openness(service, wish),
        _is_for_others(service, wish.need),
        not theirs,
        *(_strangeness(service, one) for one in wish.languages),
        near,
        not above_all,
        _openness(service, wish),
        service.is_free is not True,
        _SURE_FIRST[service.confidence],
        service.key,
    )
