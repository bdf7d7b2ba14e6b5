"""The question of the week as it is put to one person, the first time and once more."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter
from bot.programme.answering import wording_of
from bot.programme.notices import CheckInPrompt
from bot.programme.recurrence import week_key, week_of
from storage.asking import WeekOfDuo
from storage.letters import ABOUT_PROMPT

Meetings = Mapping[WeekOfDuo, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Put:
    """A question: to whom it is put, beside whom, about which week; ``zone`` is the duo's."""

    id: int
    person_id: int
    partner_id: int
    duo_id: int
    week: str
    zone: str
    size: str


def question(
    put: Put, partner: str, put_at: datetime, meetings: Meetings, *, reminder: bool = False
) -> CheckInPrompt:
    """The question in the words of the moment at which it is put."""
    return CheckInPrompt(
        prompt_id=put.id,
        partner=partner,
        size=put.size,
        last_week=week_key(put_at, ZoneInfo(put.zone)) != put.week,
        wording=wording_of(put.week, put.person_id),
        meetings=meetings.get((put.duo_id, put.week), ()),
        reminder=reminder,
    )


def subject_of(prompt_id: int) -> str:
    """What all letters about one question are about, so that they are taken back as one."""
    return f"{ABOUT_PROMPT}{prompt_id}"


async def meetings_told(counter: Counter, puts: Sequence[Put]) -> Meetings:
    """When the meetings of those weeks were that are over by now: ISO instants."""
    weeks: dict[tuple[str, str], set[int]] = {}
    for one in puts:
        weeks.setdefault((one.week, one.zone), set()).add(one.duo_id)
    told: dict[WeekOfDuo, tuple[str, ...]] = {}
    for (week, zone), duos in weeks.items():
        await _add_meetings(counter, told, week, ZoneInfo(zone), duos)
    return told


async def _add_meetings(
    counter: Counter, told: dict[WeekOfDuo, tuple[str, ...]], week: str, zone: ZoneInfo,
    duos: Collection[int],
) -> None:  # fmt: skip
    for meeting in await counter.tx.meetings.between(duos, *week_of(week, zone)):
        if meeting.ends_at <= counter.now:
            key = (meeting.duo_id, week)
            told[key] = (*told.get(key, ()), meeting.starts_at.isoformat())
