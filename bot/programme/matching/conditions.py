"""What must hold before two people are put to each other."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.programme.matching.candidates import EVERY_DAY, Candidate, Past


class Condition(StrEnum):
    """What stands in the way of a pair; a coach reads it in words."""

    LANGUAGE = "language"
    PLACE = "place"
    TIME = "time"
    CAPACITY = "capacity"
    BEFORE = "before"
    AWAY = "away"


def in_the_way(mentee: Candidate, mentor: Candidate, past: Past) -> tuple[Condition, ...]:
    """Every condition that does not hold; none when the two can be put to each other.

    What somebody did not tell is never in the way: the coach asks.
    """
    return tuple(one for one, holds in _HOLDS.items() if not holds(mentee, mentor, past))


def may_be_put_together(mentee: Candidate, mentor: Candidate, past: Past) -> bool:
    """Whether nothing is in the way; quicker than to ask what it is."""
    return all(holds(mentee, mentor, past) for holds in _HOLDS.values())


def shared_languages(mentee: Candidate, mentor: Candidate) -> tuple[str, ...]:
    """The languages in which the two can talk, the one they both speak best in front."""
    shared = [
        (-min(level, mentor.languages.get(code, 0)), code)
        for code, level in mentee.languages.items()
        if min(level, mentor.languages.get(code, 0)) >= EVERY_DAY
    ]
    return tuple(code for _, code in sorted(shared))


def shared_times(mentee: Candidate, mentor: Candidate) -> tuple[str, ...]:
    """The half-days on which both can meet, in the order of the week."""
    return tuple(sorted(mentee.times & mentor.times))


def _can_talk(mentee: Candidate, mentor: Candidate, _: Past) -> bool:
    speaks = mentor.languages.get
    return any(
        level >= EVERY_DAY and speaks(code, 0) >= EVERY_DAY
        for code, level in mentee.languages.items()
    )


def _can_be_together(mentee: Candidate, mentor: Candidate, _: Past) -> bool:
    return mentee.branch == mentor.branch or bool(mentee.online and mentor.online)


def _have_a_time(mentee: Candidate, mentor: Candidate, _: Past) -> bool:
    untold = not (mentee.times and mentor.times)
    return untold or not mentee.times.isdisjoint(mentor.times)


def _have_room(mentee: Candidate, mentor: Candidate, _: Past) -> bool:
    return mentor.places_left > 0 and mentee.places_left > 0


def _may_try(mentee: Candidate, mentor: Candidate, past: Past) -> bool:
    pair = (mentee.id, mentor.id)
    return pair not in past.tried or pair in past.wished


def _are_here(mentee: Candidate, mentor: Candidate, _: Past) -> bool:
    return not (mentee.is_away or mentor.is_away)


_HOLDS: Mapping[Condition, Callable[[Candidate, Candidate, Past], bool]] = {
    Condition.LANGUAGE: _can_talk,
    Condition.PLACE: _can_be_together,
    Condition.TIME: _have_a_time,
    Condition.CAPACITY: _have_room,
    Condition.BEFORE: _may_try,
    Condition.AWAY: _are_here,
}
