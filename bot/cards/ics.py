"""Meetings as a file that calendars read (RFC 5545), by `icalendar`, loaded when needed."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

PUBLISH, CANCEL = "PUBLISH", "CANCEL"
MAKER = "-//duobot//meetings//EN"
A_DAY, A_SECOND = timedelta(days=1), timedelta(seconds=1)
# Around the meetings, so that a calendar knows the clock before and after them.
A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting in a calendar; instants are ISO texts, in UTC."""

    meeting_id: int
    sequence: int
    starts: str
    ends: str
    zone: str
    summary: str
    location: str
    stamp: str
    cancelled: bool = False


def calendar_of(entries: Sequence[Entry], method: str, name: str = "") -> str:
    """What is to be written, as JSON; a letter carries it until it is sent."""
    return json.dumps(
        {"method": method, "name": name, "entries": [asdict(one) for one in entries]}
    )


def written(calendar: str) -> bytes:
    """The file itself."""
    told = json.loads(calendar)
    entries = [Entry(**one) for one in told["entries"]]
    file = _empty(told["method"], told["name"])
    for zone, first, last in _spans(entries):
        file.add_component(_clock_of(ZoneInfo(zone), first, last))
    for entry in entries:
        file.add_component(_event(entry))
    return bytes(file.to_ical())


def _empty(method: str, name: str) -> "Calendar":
    from icalendar import Calendar  # noqa: PLC0415  # a quarter of a second, and few letters need it

    file = Calendar()
    file.add("PRODID", MAKER)
    file.add("VERSION", "2.0")
    file.add("CALSCALE", "GREGORIAN")
    file.add("METHOD", method)
    if name:
        file.add("X-WR-CALNAME", _plain(name))
    return file


def _event(entry: Entry) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # as above

    event, zone = Event(), ZoneInfo(entry.zone)
    stamp = datetime.fromisoformat(entry.stamp)
    event.add("UID", f"meeting-{entry.meeting_id}@duobot")
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    event.add("DTSTART", _on_the_wall(entry.starts, zone))
    event.add("DTEND", _on_the_wall(entry.ends, zone))
    event.add("SUMMARY", _plain(entry.summary))
    if entry.location:
        event.add("LOCATION", _plain(entry.location))
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _on_the_wall(instant: str, zone: ZoneInfo) -> datetime:
    """As the clock shows it there. The second time of an hour that comes twice has no name of its
    own in a calendar, so it is written in UTC.
    """
    moment = datetime.fromisoformat(instant).astimezone(zone)
    return moment.astimezone(UTC) if moment.fold else moment


def _plain(text: str) -> str:
    """One line without marks that steer: what somebody typed stays the value it is."""
    kept = (" " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in text)
    return " ".join("".join(kept).split())


def _spans(entries: Iterable[Entry]) -> Iterator[tuple[str, datetime, datetime]]:
    """From when until when a calendar has to know the clock of each zone."""
    moments: dict[str, list[datetime]] = {}
    for entry in entries:
        both = (datetime.fromisoformat(one) for one in (entry.starts, entry.ends))
        moments.setdefault(entry.zone, []).extend(both)
    for zone, found in moments.items():
        yield zone, min(found) - A_YEAR, max(found) + A_YEAR


def _clock_of(zone: ZoneInfo, first: datetime, last: datetime) -> "Timezone":
    """The changes of a clock. `icalendar` writes that of spring an hour late, so we do it."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415  # as above

    clock = Timezone()
    clock.add("TZID", zone.key)
    for moment in (first, *_changes(zone, first, last)):
        before, after = (one.astimezone(zone) for one in (moment - A_SECOND, moment))
        part = TimezoneDaylight() if after.dst() else TimezoneStandard()
        part.add("DTSTART", moment.replace(tzinfo=None) + _offset(before))
        part.add("TZOFFSETFROM", _offset(before))
        part.add("TZOFFSETTO", _offset(after))
        part.add("TZNAME", str(after.tzname()))
        clock.add_component(part)
    return clock


def _changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The instants (UTC) at which the clock there is put on or back."""
    day = first
    while day < last:
        if _offset_at(day, zone) != _offset_at(day + A_DAY, zone):
            yield _change_within(day, zone)
        day += A_DAY


def _change_within(day: datetime, zone: ZoneInfo) -> datetime:
    """The change within a day, to the second, by halving."""
    before, after = day, day + A_DAY
    while after - before > A_SECOND:
        middle = before + (after - before) // A_SECOND // 2 * A_SECOND
        if _offset_at(middle, zone) == _offset_at(day, zone):
            before = middle
        else:
            after = middle
    return after


def _offset_at(moment: datetime, zone: ZoneInfo) -> timedelta:
    return _offset(moment.astimezone(zone))


def _offset(moment: datetime) -> timedelta:
    offset = moment.utcoffset()
    return offset if offset is not None else timedelta(0)
