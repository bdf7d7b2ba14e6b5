"""Keeping the directory right: what can be wrong with it, and who looks after what."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.programme.directory.areas import COUNTRY, region_of
from bot.programme.directory.freshness import (
    DOUBTS_THAT_HIDE,
    HIDDEN_AFTER_DAYS,
    OLD_AFTER_DAYS,
    wants_checking,
)
from bot.programme.directory.service import Service, Status
from bot.programme.programme import Branch

# A word of staff weighs as much as it takes to hide an entry.
WEIGHT_OF_STAFF = DOUBTS_THAT_HIDE


class Fault(StrEnum):
    """What somebody says is wrong with an entry."""

    NUMBER = "number"
    CLOSED = "closed"
    HOURS = "hours"
    OTHER = "other"


class Deed(StrEnum):
    """What was done to an entry, as its history names it."""

    ASSURED = "assured"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EDITED = "edited"
    HIDDEN = "hidden"


def voice_of(person_id: int, duo_id: int | None) -> str:
    """Whose word it is: two people of a duo speak with one voice."""
    return f"duo:{duo_id}" if duo_id else f"person:{person_id}"


def needs_care(service: Service, today: date, doubts: int = 0) -> bool:
    """Whether somebody has to make sure of an entry: it is hidden for its age or for doubts, or
    it is a crisis line that nobody may rely on blindly.
    """
    return wants_checking(service, today, doubts) or alarms(service, today, doubts)


def alarms(service: Service, today: date, doubts: int = 0) -> bool:
    """Whether a crisis line, which is never hidden, rings the alarm instead: nobody made sure of
    it in half a year since it was gathered, or in nine months since the last time, or two voices
    say that it is wrong. One that is not active is hidden, so it rings until that is mended.
    """
    if not service.is_crisis_line:
        return False
    since = care_since(service)
    if service.status is not Status.ACTIVE:
        return True
    return doubts >= DOUBTS_THAT_HIDE or since is None or since <= today


def care_since(service: Service) -> date | None:
    """The day on which an entry came or comes to need care for its age; None if nobody knows."""
    if service.assured_on:
        return service.assured_on + timedelta(days=HIDDEN_AFTER_DAYS + 1)
    if service.gathered_on:
        return service.gathered_on + timedelta(days=OLD_AFTER_DAYS + 1)
    return None


def branch_for(areas: Sequence[str], branches: Sequence[Branch]) -> Branch:
    """The branch that looks after a service which helps in these areas: the one that stands
    there, else the first one of the region, else the first one of all.
    """
    regions = {region_of(area) for area in areas}
    exact = (one for one in branches if one.area in areas)
    near = (one for one in branches if region_of(one.area) in regions)
    return next(exact, None) or next(near, None) or branches[0]


def is_theirs(areas: Sequence[str], own: str | None) -> bool:
    """Whether a coordinator whose branch stands in ``own`` decides about a service: it helps in
    their region, or in the whole country.
    """
    regions = {region_of(area) for area in areas}
    return COUNTRY in regions or (own is not None and region_of(own) in regions)
