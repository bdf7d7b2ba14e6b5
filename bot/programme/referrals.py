"""Referrals: when somebody is asked whether a service helped, and what may be told of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.programme.directory.areas import COUNTRY, nearness
from bot.programme.directory.service import Service
from bot.programme.holidays import working_days_after
from bot.programme.needs.codes import theme_of
from bot.programme.recurrence import instant_of

# Within a working week most services can be reached; at ten people are up and may be at work.
WORKING_DAYS_BEFORE_ASKING = 5
ASKED_AT = time(10)
KEPT_AT_MOST = timedelta(days=30)
# Who is asked must have a day to answer before it is all forgotten.
TIME_TO_ANSWER = timedelta(days=1)
# Fewer than this might be known to whoever reads the numbers.
SMALLEST_SHOWN = 5
# Told are only fives: who compares two days does not see the answer that came in between.
ROUNDED_TO = 5
OTHER_SERVICES = ""
# A question about these, read by whoever holds the phone, could do harm.
NEVER_ASKED_ABOUT = frozenset({"crisis", "violence"})


class Outcome(StrEnum):
    """What somebody says when asked whether a service helped."""

    HELPED = "helped"
    NOT_HELPED = "not_helped"
    NOT_REACHED = "not_reached"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class Silence(StrEnum):
    """What a referral came to when nobody said anything: it was asked, or it could not be."""

    NO_ANSWER = "no_answer"
    NOT_ASKED = "not_asked"


class Barrier(StrEnum):
    """What stood in the way; the last one is for who would rather not say."""

    CLOSED = "closed"
    FULL = "full"
    LANGUAGE = "language"
    PAPERS = "papers"
    COST = "cost"
    DISTANCE = "distance"
    AFRAID = "afraid"
    OTHER = "other"
    UNSAID = "unsaid"


ENDED_WELL = (Outcome.HELPED, Outcome.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class Cell:
    """How often a barrier was named of a service, by its key, in a region."""

    region: str
    service: str
    barrier: str
    count: int


def ask_at(yes: datetime, zone: ZoneInfo) -> datetime:
    """When somebody who said yes at an instant is asked (UTC)."""
    today = yes.astimezone(zone).date()
    return instant_of(working_days_after(today, WORKING_DAYS_BEFORE_ASKING), ASKED_AT, zone)


def ask_again_at(now: datetime, zone: ZoneInfo) -> datetime:
    """When somebody is asked who could not be at an instant: on the next working day (UTC)."""
    today = now.astimezone(zone).date()
    return instant_of(working_days_after(today, 1), ASKED_AT, zone)


def ends_at(yes: datetime) -> datetime:
    """When a referral ends at the latest, whatever has happened."""
    return yes + KEPT_AT_MOST


def is_worth_asking(now: datetime, ends: datetime) -> bool:
    """Whether who is asked only now could still answer in peace."""
    return ends - now >= TIME_TO_ANSWER


def may_be_asked_about(service: Service, need: str) -> bool:
    """Whether it is safe to ask later about a service that was found for a need, or for none.

    The name of what is there for such needs above all says enough, whatever it was found for;
    that of a crisis line does when it is there for them at all.
    """
    looked_for = (need,) if need else service.needs
    told = service.needs if service.is_crisis_line else service.needs[:1]
    return not NEVER_ASKED_ABOUT & {theme_of(one) for one in (*looked_for, *told)}


def place_asked(areas: tuple[str, ...], own: str | None) -> str:
    """Where somebody was looking who was shown a service of these areas: at their own branch's,
    when it helps there, else where it helps.
    """
    if own and nearness(areas, own) is not None:
        return own
    return areas[0] if areas else COUNTRY


def tellable(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells that are large enough to be told, rounded down, the largest of each region first.

    The small ones of a region and a barrier are told together, when they are many enough. There
    is no other sum, so that none of them can be found by taking away.
    """
    told: list[Cell] = []
    small: defaultdict[tuple[str, str], int] = defaultdict(int)
    for cell in cells:
        if cell.count >= SMALLEST_SHOWN:
            told.append(cell)
        else:
            small[cell.region, cell.barrier] += cell.count
    together = [
        Cell(region, OTHER_SERVICES, barrier, count)
        for (region, barrier), count in small.items()
        if count >= SMALLEST_SHOWN
    ]
    return tuple(sorted(map(_rounded, told + together), key=_order))


def _rounded(cell: Cell) -> Cell:
    return replace(cell, count=cell.count - cell.count % ROUNDED_TO)


def _order(cell: Cell) -> tuple[object, ...]:
    is_rest = cell.service == OTHER_SERVICES
    return cell.region, is_rest, -cell.count, cell.service, cell.barrier
