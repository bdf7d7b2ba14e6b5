"""What is free, suggested and refused for a duo with a year of meetings."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.programme.meetings import (
    Agenda,
    hours_of,
    next_usual,
    quarters_between,
    slot_at,
    suggestions,
    weeks_of,
)
from bot.programme.recurrence import A_WEEK

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
FIRST = NOW.astimezone(BRUSSELS).replace(tzinfo=None, hour=14, minute=0)
WEEKS, A_WEEK_S_MEETINGS, MINUTES = 52, 2, 120
TIMES = 300

Meetings = list[tuple[datetime, datetime]]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Milliseconds of CPU for one question: the median."""

    what: str
    median_ms: float


def reckoned() -> tuple[Reckoned, ...]:
    """Ask each rule about a duo that has planned its whole year ahead, twice a week."""
    year = _a_year()
    agenda = Agenda(NOW, BRUSSELS, MINUTES, 9, 20, _taken(year))
    taken, day = FIRST + 20 * A_WEEK, (FIRST + timedelta(days=9)).date()
    questions: dict[str, Callable[[], object]] = {
        "which quarters of an hour are taken": lambda: _taken(year),
        "is this time free": lambda: agenda.refusal(taken),
        "the next usual time that is free": lambda: next_usual(FIRST, agenda),
        "what is suggested": lambda: suggestions(FIRST, agenda),
        "the hours of a day": lambda: hours_of(day, agenda),
        "the days of a month": lambda: weeks_of(day.replace(day=1), agenda),
    }
    return tuple(Reckoned(what, _median_ms(ask)) for what, ask in questions.items())


def _a_year() -> Meetings:
    """From when until when each of them is."""
    starts = (FIRST + week * A_WEEK + timedelta(days=3 * one)
              for week in range(WEEKS) for one in range(A_WEEK_S_MEETINGS))  # fmt: skip
    slots = [slot_at(start, MINUTES, BRUSSELS) for start in starts]
    return [(one.starts_at, one.ends_at) for one in slots]


def _taken(year: Meetings) -> frozenset[int]:
    return frozenset(quarter for meeting in year for quarter in quarters_between(*meeting))


def _median_ms(ask: Callable[[], object]) -> float:
    ask()
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        ask()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)
