"""Whom to call at once: the crisis lines that fit a reader."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import PART, nearness
from bot.programme.directory.catalogue import Catalogue, Entry
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.opening import is_shut
from bot.programme.directory.service import Service

# What cannot wait, in the order in which it is shown.
URGENT = (
    "crisis.life", "violence.emergency", "crisis.suicide", "crisis.talk", "violence.partner",
    "violence.sexual", "violence.child", "youth.talk", "crisis.poison", "crisis.missing",
)  # fmt: skip
MOST_OTHERS = 2


def is_urgent(need: str) -> bool:
    """Whether whoever needs this sees the crisis lines at once."""
    return need.startswith("crisis.") or need in ("violence.emergency", "housing.tonight")


def is_a_cry(need: str) -> bool:
    """Whether who names this, in however few words, is shown at once whom to call: danger,
    despair and violence. "Storm" is a first name too.
    """
    return need != "crisis.storm" and (is_urgent(need) or need.startswith("violence."))


def crisis_lines(
    catalogue: Catalogue, language: str, place: str | None, now: datetime, zone: ZoneInfo
) -> tuple[Service, ...]:
    """The lines to show: for each urgent need those in the reader's language, else others that
    are open. A line that is none's own language, such as 112, takes every language.
    """
    today = now.astimezone(zone).date()
    found: dict[str, Service] = {}
    for need in URGENT:
        shown = [one for one in catalogue.for_need(need) if is_shown(one.service, today)]
        lines = [one.service for one in shown if _may_be_called(one, language, place)]
        awake = [*_open_anywhere(shown, now, zone)] if need.startswith("violence.") else []
        for service in _for_reader(lines, awake, language, now, zone):
            found.setdefault(service.phones[0].dial, service)
    return tuple(found.values())


def _may_be_called(entry: Entry, language: str, place: str | None) -> bool:
    """A line in the reader's language is called from anywhere."""
    service = entry.service
    if not service.is_crisis_line or not service.phones:
        return False
    near = place is None or nearness(service.areas, place) is not None
    return near or service.is_called_from_afar(language)


def _for_reader(
    lines: list[Service], awake: list[Service], language: str, now: datetime, zone: ZoneInfo
) -> Iterator[Service]:
    """Those in the reader's language; while none of them is open, first what is open elsewhere."""
    ordered = sorted(lines, key=lambda one: (is_shut(one, now, zone), one.key))
    own = [one for one in ordered if one.understands(language)]
    if ordered and is_shut((own or ordered)[0], now, zone):
        yield from awake[:MOST_OTHERS]
    yield from own or ordered[:MOST_OTHERS]


def _open_anywhere(entries: Iterable[Entry], now: datetime, zone: ZoneInfo) -> Iterator[Service]:
    """The crisis lines that answer now, for whoever finds their own line closed."""
    for service in (one.service for one in entries):
        goes_far = service.is_crisis_line and not any(PART in area for area in service.areas)
        if goes_far and service.phones and not is_shut(service, now, zone):
            yield service
