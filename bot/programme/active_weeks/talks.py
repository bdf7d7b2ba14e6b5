"""The talks of the coach with both in the course of a duo: in the middle, and at the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.programme.active_weeks.clock import ActiveWeeks
from bot.programme.entries import Entries

# Of a talk that was due longer ago, before this clock was kept, nobody needs to hear.
STALE = timedelta(days=14)
LONGEST = 104


class Milestone(StrEnum):
    """Which of the talks it is, in their order."""

    MID_TERM = "mid_term"
    END = "end"


@dataclass(frozen=True, slots=True)
class Talks:
    """After how many active weeks each of the talks is due."""

    mid_term_week: int
    end_week: int

    def week_of(self, talk: Milestone) -> int:
        """After how many active weeks this talk is due."""
        return self.mid_term_week if talk is Milestone.MID_TERM else self.end_week


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at the clock of a duo found: the talk that the coach is told of now, up to which
    talk nothing is left to tell, and on which day to look again; None when never.
    """

    told: Milestone | None
    passed: Milestone | None
    again: date | None


def read_talks(entries: Entries) -> Talks:
    """The talks that a table of a programme file describes."""
    talks = Talks(
        mid_term_week=entries.whole_number("mid_term_week", 1, LONGEST),
        end_week=entries.whole_number("end_week", 1, LONGEST),
    )
    entries.finish()
    return talks


def wrong_talks(talks: Talks, length: int) -> Iterator[str]:
    """What no single entry shows."""
    if talks.mid_term_week >= talks.end_week:
        yield "talks.mid_term_week must come before talks.end_week; change one of them."
    if talks.end_week > length:
        yield f"talks.end_week comes after the last week, which is {length}; change one of them."


def look(weeks: ActiveWeeks, talks: Talks, passed: Milestone | None, today: date) -> Looked:
    """Look at the clock of a duo. While a break is open the day moves, so one looks once a day."""
    told: Milestone | None = None
    for talk in _left(passed):
        due = weeks.after_weeks(talks.week_of(talk))
        if due > today:
            return Looked(told, passed, due)
        told, passed = (talk if today - due <= STALE else None), talk
    return Looked(told, passed, None)


def _left(passed: Milestone | None) -> tuple[Milestone, ...]:
    every = tuple(Milestone)
    return every[every.index(passed) + 1 :] if passed else every
