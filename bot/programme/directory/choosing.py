"""Which services fit a person who needs something, the best first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import Nearness, nearness, region_of
from bot.programme.directory.catalogue import Catalogue, Entry
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.opening import OpenNow, open_now
from bot.programme.directory.service import Confidence, Service

_OPEN_FIRST = {OpenNow.OPEN: 0, OpenNow.UNKNOWN: 1, OpenNow.HOLIDAY: 1, OpenNow.CLOSED: 2}
_SURE_FIRST = {Confidence.HIGH: 0, Confidence.MEDIUM: 1, Confidence.LOW: 2}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody needs, where (an area), in which language, and when (an instant)."""

    need: str
    place: str
    language: str
    now: datetime
    zone: ZoneInfo


def choose(catalogue: Catalogue, wish: Wish) -> tuple[Entry, ...]:
    """The services that help with a need at a place, those that fit best first.

    First come those that speak the reader's language, then the nearer, the open, the free, and
    those whose entry is surer. A crisis line in the reader's language helps everywhere: it is
    called, not visited.
    """
    fitting = (
        (_rank(entry.service, near, wish), entry)
        for entry in _shown(catalogue.by_need.get(wish.need, ()), wish)
        if (near := _nearness(entry.service, wish)) is not None
    )
    return tuple(entry for _, entry in sorted(fitting, key=lambda one: one[0]))


def municipalities(catalogue: Catalogue, wish: Wish) -> tuple[str, ...]:
    """The municipalities of a region that have a service of their own for this need.

    Empty when the place is a municipality: then its own services are among the chosen.
    """
    if wish.place not in {region_of(area) for area in catalogue.areas.values()}:
        return ()
    inside = f"{wish.place}:"
    entries = _shown(catalogue.by_need.get(wish.need, ()), wish)
    areas = {area for entry in entries for area in entry.service.areas}
    return tuple(sorted(area for area in areas if area.startswith(inside)))


def speaks(service: Service, language: str) -> bool:
    """Whether a service says that it speaks this language; one that names none takes any."""
    return not service.languages or language in service.languages


def _shown(entries: Iterable[Entry], wish: Wish) -> Iterable[Entry]:
    today = wish.now.astimezone(wish.zone).date()
    return (one for one in entries if is_shown(one.service, today, one.doubts))


def _nearness(service: Service, wish: Wish) -> Nearness | None:
    near = nearness(service.areas, wish.place)
    if near is None and service.is_crisis_line and wish.language in service.languages:
        return Nearness.COUNTRY
    return near


def _rank(service: Service, near: Nearness, wish: Wish) -> tuple[object, ...]:
    return (
        not speaks(service, wish.language),
        near,
        _OPEN_FIRST[open_now(service, wish.now, wish.zone)],
        service.is_free is not True,
        _SURE_FIRST[service.confidence],
        service.key,
    )
