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

A_WEEK = timedelta(weeks=1)
WEEKS_OF_HOURS = 4
# Of five steps. One answer of the lowest two asks for a person, whatever was said before.
LOW_FEELING = 2
A_LITTLE, MUCH = 0.5, 1.5

# Beside what a week can come to: it may still be answered, and nobody was asked about it.
OPEN, NOT_ASKED = "open", ""


class Trend(StrEnum):
    """Where several answers to "how is it going?" lead."""

    BETTER = "better"
    A_LITTLE_BETTER = "a_little_better"
    SAME = "same"
    A_LITTLE_LESS = "a_little_less"
    LESS = "less"


class Why(StrEnum):
    """Why a duo needs a person this week; what cannot wait comes first."""

    ASKED = "asked"
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
    """

    key: str
    outcome: Week | None
    minutes: int | None = None
    feeling: int | None = None


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
    days = (last - A_WEEK * back for back in reversed(range(count)))
    return tuple(f"{day.isocalendar().year}-W{day.isocalendar().week:02}" for day in days)


def next_meeting(meetings: Iterable[datetime], now: datetime) -> datetime | None:
    """When the next meeting begins; None when none is planned."""
    return min((one for one in meetings if one > now), default=None)


def minutes_together(weeks: Sequence[WeekSeen], this_week: str) -> int:
    """How long they met in the last four weeks, as far as they said."""
    counted = weeks_before(this_week, WEEKS_OF_HOURS)
    return sum(one.minutes or 0 for one in weeks if one.key in counted)


def feelings(weeks: Sequence[WeekSeen], most: int) -> tuple[int, ...]:
    """The last answers to "how is it going?", the oldest first."""
    said = [one.feeling for one in weeks if one.feeling is not None]
    return tuple(reversed(said[:most]))


def trend(oldest_first: Sequence[int]) -> Trend | None:
    """Where these answers lead: the mean of the later half beside that of the earlier one. None
    when there are fewer than two.
    """
    half = len(oldest_first) // 2
    if not half:
        return None
    step = (sum(oldest_first[-half:]) - sum(oldest_first[:half])) / half
    if abs(step) < A_LITTLE:
        return Trend.SAME
    if step > 0:
        return Trend.BETTER if step >= MUCH else Trend.A_LITTLE_BETTER
    return Trend.LESS if step <= -MUCH else Trend.A_LITTLE_LESS


def weeks_apart(weeks: Sequence[WeekSeen]) -> int:
    """How many weeks in a row, up to now, nobody says that the two met.

    Weeks of a break, weeks that we missed and those that are still open count for neither.
    """
    said = [one.outcome for one in weeks if one.outcome not in _COUNT_FOR_NEITHER]
    return sum(1 for _ in takewhile(WITHOUT_A_MEETING.__contains__, said))


def goes_less_well(weeks: Sequence[WeekSeen]) -> bool:
    """Whether the mentee's last answer is low, or their last answers go down much."""
    said = feelings(weeks, 4)
    return bool(said) and (said[-1] <= LOW_FEELING or trend(said) is Trend.LESS)


def waits_for_first_meeting(duo: DuoSeen, now: datetime) -> bool:
    """Whether a duo is a week old, has not met as far as we know, and has planned nothing."""
    has_met = any(one.outcome in _MET_PERHAPS for one in duo.weeks)
    return now - duo.formed_at >= A_WEEK and not has_met and not duo.meetings


def needs_a_person(duo: DuoSeen, now: datetime, misses_before_coach: int) -> tuple[Why, ...]:
    """Why somebody should look after this duo this week, what cannot wait first; empty when
    nothing asks for it. A duo that rests is left in peace, unless somebody waits for an answer.
    """
    facts = {} if duo.resting else _by_weeks(duo, now, misses_before_coach)
    facts |= {Why.ASKED: Reason.ASKED in duo.open_cases, Why.UNREACHABLE: duo.unreachable}
    found = {why for why, is_so in facts.items() if is_so}
    if {*duo.open_cases} - {Reason.ASKED} and found.isdisjoint(_SAID_BY_WEEKS):
        found.add(Why.OPEN_CASE)
    return tuple(why for why in Why if why in found)


def _by_weeks(duo: DuoSeen, now: datetime, misses_before_coach: int) -> dict[Why, bool]:
    """What the last weeks ask for."""
    known = [one.outcome for one in duo.weeks if one.outcome is not None]
    return {
        Why.CALL: duo.silent,
        Why.NO_MEETINGS: needs_coach(known, misses_before_coach),
        Why.DIFFERS: known[:1] == [Week.DIFFERS],
        Why.GOES_LESS_WELL: goes_less_well(duo.weeks),
        Why.FIRST_MEETING: waits_for_first_meeting(duo, now),
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


def marks(weeks: Sequence[WeekSeen], keys: Sequence[str]) -> tuple[str, ...]:
    """What each of these weeks came to, as anybody may see it who follows the duo."""
    by_key = {one.key: as_others_see(one).outcome or OPEN for one in weeks}
    return tuple(by_key.get(key, NOT_ASKED) for key in keys)


_COUNT_FOR_NEITHER = frozenset({Week.PAUSED, Week.MISSED_BY_US, None})
_SAID_BY_WEEKS = (Why.CALL, Why.NO_MEETINGS)
_MET_PERHAPS = frozenset({Week.MET, Week.MET_SAYS_ONE, Week.DIFFERS})
_SEEN_BY_OTHERS: dict[Week | None, Week] = {
    Week.MET_SAYS_ONE: Week.MET,
    Week.MOVED_SAYS_ONE: Week.MOVED,
    Week.NOT_MET_SAYS_ONE: Week.NOT_MET,
    Week.DIFFERS: Week.MISSED_BY_US,
}
