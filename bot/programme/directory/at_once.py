"""Whom to call about one thing that cannot wait, and with whom to talk meanwhile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import PART, nearness
from bot.programme.directory.catalogue import Catalogue, Entry
from bot.programme.directory.crisis import MOST_OTHERS
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.opening import is_shut
from bot.programme.directory.service import Service

TALK = "crisis.talk"
VIOLENCE = "violence."
# The police when it cannot wait, everywhere in Belgium: https://www.police.be/.
POLICE = "101"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: in which language, from where (an area, None when nobody knows), and when."""

    language: str
    place: str | None
    now: datetime
    zone: ZoneInfo


def is_answered_by_lines(need: str, place: str | None) -> bool:
    """Whether who writes this is told at once whom to call, and is shown no list. Who is beaten
    is shown the services that are near; where they are is not asked first.
    """
    if need.startswith("crisis.") or need == "violence.emergency":
        return True
    return place is None and need.startswith(VIOLENCE)


def lines_about(catalogue: Catalogue, need: str, caller: Caller) -> tuple[Service, ...]:
    """The lines for one need, then who talks with somebody in their language about anything.

    When no line for the need speaks that language, or none is open now, who talks with them comes
    first, and the others may be called from anywhere.
    """
    about = _lines(catalogue, need, caller)
    talks = [one for one in _lines(catalogue, TALK, caller) if one.understands(caller.language)]
    strange = not any(one.understands(caller.language) for one in about)
    asleep = all(is_shut(one, caller.now, caller.zone) for one in about)
    ordered = (*talks, *about) if strange or asleep else (*about, *talks)
    return tuple(_once_each(ordered))


def _lines(catalogue: Catalogue, need: str, caller: Caller) -> list[Service]:
    """The crisis lines for a need, or what else can be called; in the reader's language, or those
    that there are. While none of those is open, what is open in another language comes first.
    """
    helping = catalogue.lines_for(need) or catalogue.for_need(need)
    called = _with_phone((one for one in helping if _helps_anybody(one.service, need)), caller)
    order = sorted(
        called,
        key=lambda one: (_is_far(one, caller), is_shut(one, caller.now, caller.zone), one.key),
    )
    lines = _once_each(order)
    near = [one for one in lines if not _is_far(one, caller)]
    own = [one for one in near if one.understands(caller.language)]
    if any(not is_shut(one, caller.now, caller.zone) for one in own):
        return own
    awake = [one for one in lines if not is_shut(one, caller.now, caller.zone)]
    return _once_each([*awake[:MOST_OTHERS], *own]) if own else lines[:MOST_OTHERS]


def _helps_anybody(service: Service, need: str) -> bool:
    """A refuge for who is beaten is no bed for everybody who has none."""
    return need.startswith(VIOLENCE) or not service.needs[0].startswith(VIOLENCE)


def _once_each(services: Iterable[Service]) -> list[Service]:
    """The first service of each number."""
    found: dict[str, Service] = {}
    for service in services:
        found.setdefault(service.phones[0].dial, service)
    return list(found.values())


def _with_phone(entries: Iterable[Entry], caller: Caller) -> Iterator[Service]:
    """Those that can be called."""
    today = caller.now.astimezone(caller.zone).date()
    for entry in entries:
        shown = entry.service.phones and is_shown(entry.service, today, entry.doubts)
        if shown and _may_be_called(entry.service, caller):
            yield entry.service


def _may_be_called(service: Service, caller: Caller) -> bool:
    """A crisis line from anywhere, unless it opens a door in one town; anything else from near."""
    goes_far = service.is_crisis_line and not any(PART in area for area in service.areas)
    return goes_far or not _is_far(service, caller)


def _is_far(service: Service, caller: Caller) -> bool:
    """Whether it is there for others: elsewhere, and in another language."""
    near = caller.place is None or nearness(service.areas, caller.place) is not None
    return not (near or service.is_called_from_afar(caller.language))
