"""How a duo is: what its coach sees of its weeks, each time derived anew from facts.

Nothing here is ever set by hand or kept, and nothing says whose doing it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from bot.programme.cases import Reason
from bot.programme.check_ins import WITHOUT_A_MEETING, Week, needs_coach
from bot.programme.how_it_goes import LOW_FEELING, Trend, trend

A_WEEK = timedelta(weeks=1)
WEEKS_OF_HOURS = 4
# How it went longer ago asks for nobody any more.
WEEKS_FRESH = 3

# Beside what a week can come to: it may still be answered, nobody was asked about it, and the two
# were no duo yet.
OPEN, NOT_ASKED, BEFORE = "open", "", "before"


class Why(StrEnum):
    """Why a duo needs a person this week; what cannot wait comes first."""

    ASKED = "asked"
    HARD = "hard"
    CALL = "call"
    UNREACHABLE = "unreachable"
    NO_MEETINGS = "no_meetings"
    OPEN_CASE = "open_case"
    DIFFERS = "differs"
    GOES_LESS_WELL = "goes_less_well"
    FIRST_MEETING = "first_meeting"


@dataclass(frozen=True, slots=True)
class WeekSeen:
    """One week of a duo: ``outcome`` is None as long as it may still be answered, ``minutes`` is
    how long they met, as they said, and ``feeling`` how it goes for the mentee, from 1 to 5.
    ``asked``: at least one of the two was asked about it.
    """

    key: str
    outcome: Week | None
    minutes: int | None = None
    feeling: int | None = None
    asked: bool = True


@dataclass(frozen=True, slots=True)
class DuoSeen:
    """The facts from which it follows how a duo is; the newest week stands first.

    ``meetings`` are when the meetings that were not cancelled begin, past and to come. ``silent``:
    one of the two is asked no more. ``resting``: one of the two takes a break.
    """

    formed_at: datetime
    weeks: tuple[WeekSeen, ...] = ()
    meetings: tuple[datetime, ...] = ()
    open_cases: tuple[str, ...] = ()
    silent: bool = False
    unreachable: bool = False
    resting: bool = False


def monday_of(week_key: str) -> date:
    """The first day of an ISO week such as 2026-W48."""
    return date.fromisoformat(f"{week_key}-1")


def weeks_before(week_key: str, count: int) -> tuple[str, ...]:
    """So many weeks that end with this one, the oldest first."""
    last = monday_of(week_key)
    return tuple(_key_of(last - A_WEEK * back) for back in reversed(range(count)))


def _key_of(day: date) -> str:
    return f"{day.isocalendar().year}-W{day.isocalendar().week:02}"


def next_meeting(meetings: Iterable[datetime], now: datetime) -> datetime | None:
    """When the next meeting begins; None when none is planned."""
    return min((one for one in meetings if one > now), default=None)


def minutes_together(weeks: Sequence[WeekSeen], this_week: str) -> int:
    """How long they met in the last four weeks, as far as they said."""
    counted = weeks_before(this_week, WEEKS_OF_HOURS)
    return sum(one.minutes or 0 for one in weeks if one.key in counted)


def minutes_of(outcome: Week | None, said: Iterable[int | None]) -> int | None:
    """How long they met in a week: the most that one of the two said. None of a week of which it
    is not clear that they met.
    """
    if outcome not in (Week.MET, Week.MET_SAYS_ONE):
        return None
    return max((one for one in said if one), default=None)


def feelings(weeks: Sequence[WeekSeen], most: int) -> tuple[tuple[str, int], ...]:
    """The last answers to "how is it going?", each with its week, the newest first."""
    said = [(one.key, one.feeling) for one in weeks if one.feeling is not None]
    return tuple(said[:most])


def weeks_apart(weeks: Sequence[WeekSeen]) -> int:
    """How many weeks in a row, up to now, nobody says that the two met.

    Weeks of a break, weeks that we missed and those that are still open count for neither.
    """
    said = [one.outcome for one in weeks if one.outcome not in _COUNT_FOR_NEITHER]
    return sum(1 for _ in takewhile(WITHOUT_A_MEETING.__contains__, said))


def is_hard(weeks: Sequence[WeekSeen], this_week: str) -> bool:
    """Whether the mentee's last answer is low, if it was given in the last weeks."""
    return any(one <= LOW_FEELING for one in _fresh(weeks, this_week)[:1])


def goes_less_well(weeks: Sequence[WeekSeen], this_week: str) -> bool:
    """Whether the mentee's answers of the last weeks go down much."""
    return trend(_fresh(weeks, this_week)[::-1]) is Trend.LESS


def _fresh(weeks: Sequence[WeekSeen], this_week: str) -> list[int]:
    """The answers about this week and the last three, the newest first."""
    counted = weeks_before(this_week, WEEKS_FRESH + 1)
    recent = [one for one in weeks if one.key in counted]
    return [feeling for _, feeling in feelings(recent, len(recent))]


def waits_for_first_meeting(duo: DuoSeen, now: datetime) -> bool:
    """Whether a duo is a week old, has not met as far as we know, and has planned nothing."""
    has_met = any(one.outcome in _MET_PERHAPS for one in duo.weeks)
    return now - duo.formed_at >= A_WEEK and not has_met and not duo.meetings


def needs_a_person(duo: DuoSeen, now: datetime, misses_before_coach: int) -> tuple[Why, ...]:
    """Why somebody should look after this duo this week, what cannot wait first; empty when
    nothing asks for it. ``now`` is on the wall of the duo. While one of the two takes a break,
    their weeks and meetings ask for nothing; how it goes for somebody, and what is open, does.
    """
    facts = {} if duo.resting else _by_weeks(duo, now, misses_before_coach)
    facts |= _by_people(duo, _key_of(now.date()))
    found = {why for why, is_so in facts.items() if is_so}
    if any(_SAID_BY.get(Reason(one)) not in found for one in duo.open_cases):
        found.add(Why.OPEN_CASE)
    return tuple(why for why in Why if why in found)


def _by_weeks(duo: DuoSeen, now: datetime, misses_before_coach: int) -> dict[Why, bool]:
    """What the last weeks and meetings ask for."""
    known = [one.outcome for one in duo.weeks if one.outcome is not None]
    return {
        Why.CALL: duo.silent,
        Why.NO_MEETINGS: needs_coach(known, misses_before_coach),
        Why.DIFFERS: known[:1] == [Week.DIFFERS],
        Why.FIRST_MEETING: waits_for_first_meeting(duo, now),
    }


def _by_people(duo: DuoSeen, this_week: str) -> dict[Why, bool]:
    """What is so for one of the two, in a break too."""
    return {
        Why.ASKED: Reason.ASKED in duo.open_cases,
        Why.UNREACHABLE: duo.unreachable,
        Why.HARD: is_hard(duo.weeks, this_week),
        Why.GOES_LESS_WELL: goes_less_well(duo.weeks, this_week),
    }


def in_order_of_need(needs: Sequence[tuple[Why, ...]]) -> list[int]:
    """The places of these duos, those first that need a person most; else as they were."""
    order = list(Why)
    ranks = [[order.index(why) for why in one] or [len(order)] for one in needs]
    return sorted(range(len(needs)), key=ranks.__getitem__)


def as_others_see(week: WeekSeen) -> WeekSeen:
    """What anybody but the duo's own coach sees of a week: never that the two answered
    differently, nor that only one of them said it, nor how it goes for somebody.
    """
    return replace(week, outcome=_SEEN_BY_OTHERS.get(week.outcome, week.outcome), feeling=None)


def mark_of(week: WeekSeen | None) -> str:
    """What stands for a week: silence of who was not asked is none."""
    if week is None or (not week.asked and week.outcome in _NOBODY_SPOKE):
        return NOT_ASKED
    return week.outcome or OPEN


def marks(weeks: Sequence[WeekSeen], keys: Sequence[str], formed: str) -> tuple[str, ...]:
    """What each of these weeks came to, as anybody may see it who follows the duo that was
    ``formed`` in a week.
    """
    by_key = {one.key: as_others_see(one) for one in weeks}
    return tuple(BEFORE if key < formed else mark_of(by_key.get(key)) for key in keys)


_COUNT_FOR_NEITHER = frozenset({Week.PAUSED, Week.MISSED_BY_US, None})
# What says already that such a case is open.
_SAID_BY = {
    Reason.ASKED: Why.ASKED, Reason.SILENT: Why.CALL, Reason.NO_MEETINGS: Why.NO_MEETINGS,
}  # fmt: skip
_NOBODY_SPOKE = (None, Week.SILENT)
_MET_PERHAPS = frozenset({Week.MET, Week.MET_SAYS_ONE, Week.DIFFERS})
_SEEN_BY_OTHERS: dict[Week | None, Week] = {
    Week.MET_SAYS_ONE: Week.MET,
    Week.MOVED_SAYS_ONE: Week.MOVED,
    Week.NOT_MET_SAYS_ONE: Week.NOT_MET,
    Week.DIFFERS: Week.MISSED_BY_US,
}
