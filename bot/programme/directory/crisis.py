"""Whom to call at once: the crisis lines that fit a reader."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import nearness
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
        lines = [
            entry.service
            for entry in catalogue.for_need(need)
            if _may_be_called(entry, language, place) and is_shown(entry.service, today)
        ]
        for service in _for_reader(lines, language, now, zone):
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
    lines: list[Service], language: str, now: datetime, zone: ZoneInfo
) -> Iterator[Service]:
    own = [one for one in lines if one.understands(language)]
    if own:
        yield from sorted(own, key=lambda one: (is_shut(one, now, zone), one.key))
        return
    others = sorted(lines, key=lambda one: (is_shut(one, now, zone), one.key))
    yield from others[:MOST_OTHERS]
