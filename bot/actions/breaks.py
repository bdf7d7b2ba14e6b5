"""The breaks that people take, as far as the weekly question has to know of them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.programme.pausing import covers_most, is_long
from bot.programme.recurrence import week_of
from storage.people import Member, Person


def rests_over(people: Iterable[Member], week: str, zone: ZoneInfo) -> bool:
    """Whether one of these people takes a break now, or rested for most of a week."""
    return any(one.paused_at or _rested(one, week, zone) for one in people)


def ended_break(person: Person, now: datetime) -> dict[str, Any]:
    """What is kept of somebody whose break ends now, by column; only a long one is remembered."""
    awake: dict[str, Any] = {"paused_at": None, "paused_until": None}
    if person.paused_at and is_long(person.paused_at, now):
        return {**awake, "rested_from": person.paused_at, "rested_until": now}
    return awake


def _rested(member: Member, week: str, zone: ZoneInfo) -> bool:
    if member.rested_from is None or member.rested_until is None:
        return False
    return covers_most((member.rested_from, member.rested_until), week_of(week, zone))
