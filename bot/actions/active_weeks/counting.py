"""Counting the weeks of a duo from what is kept of it and of the breaks of the two."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter
from bot.programme.active_weeks.clock import ActiveWeeks, Break, active_weeks
from storage.duo_breaks import DuoBreak
from storage.duos import Duo

# How a card holds them: which week it is, of how many, and the day of the end; 0 when there are
# none yet.
Told = tuple[int, int, str]
NOT_YET: Told = (0, 0, "")


async def weeks_of(counter: Counter, duo: Duo) -> ActiveWeeks | None:
    """The weeks of a duo; None as long as it does not meet every week yet."""
    if duo.active_since is None:
        return None
    breaks = (await counter.tx.duo_breaks.of((duo.id,)))[duo.id]
    return weeks_with(counter, duo, breaks, await _ends_said(counter, breaks))


def weeks_with(
    counter: Counter, duo: Duo, breaks: Iterable[DuoBreak], ends: Mapping[int, datetime | None]
) -> ActiveWeeks | None:
    """The same, from what was read already. ``ends``: until when people said that they rest."""
    if duo.active_since is None:
        return None
    spans = [Break(one.began_at, one.ended_at or ends.get(one.person_id)) for one in breaks]
    length = counter.programme.length_weeks
    return active_weeks(duo.active_since, spans, counter.now, length, ZoneInfo(duo.zone))


def told(counter: Counter, duo: Duo, weeks: ActiveWeeks | None) -> Told:
    """As a card holds them. Once they are over, the week is one more than there are."""
    if weeks is None:
        return NOT_YET
    today = counter.now.astimezone(ZoneInfo(duo.zone)).date()
    week = weeks.length + 1 if weeks.is_over(today) else weeks.week_of(today)
    return week, weeks.length, weeks.end.isoformat()


async def _ends_said(
    counter: Counter, breaks: Iterable[DuoBreak]
) -> Mapping[int, datetime | None]:
    resting = {one.person_id for one in breaks if one.ended_at is None}
    people = await counter.tx.people.by_ids(resting) if resting else {}
    return {one.id: one.paused_until for one in people.values()}
