"""What no single entry of a programme file shows: entries that do not go together."""

from collections import Counter
from collections.abc import Iterator

from bot.programme.active_weeks.talks import wrong_talks
from bot.programme.directory.areas import is_area
from bot.programme.languages import LANGUAGES
from bot.programme.programme import ELSEWHERE, Branch, Programme
from bot.programme.recurrence import is_quiet
from bot.programme.training.settings import twice_or_odd

SUNDAY = 6


def contradictions(programme: Programme) -> Iterator[str]:
    """What no single entry shows: entries that do not go together."""
    yield from _unspoken(programme.languages)
    yield from _nowhere(programme.branches)
    yield from _twice("branches", tuple(branch.key for branch in programme.branches))
    if programme.branch(ELSEWHERE):
        yield f'branches: no key may be "{ELSEWHERE}", which says that none of them is near.'
    for branch in programme.branches:
        yield from _misplaced(branch)
    yield from _of_no_age(programme)
    yield from _at_wrong_times(programme)
    yield from twice_or_odd(programme.training)
    yield from wrong_talks(programme.talks, programme.length_weeks)


def _unspoken(languages: tuple[str, ...]) -> Iterator[str]:
    yield from _twice("languages", languages)
    for language in sorted({*languages} - {*LANGUAGES}):
        yield f'languages: there are no words in "{language}", only in {", ".join(LANGUAGES)}.'


def _of_no_age(programme: Programme) -> Iterator[str]:
    for role in ("mentee", "mentor"):
        ages = programme.ages_of(role)
        if ages.youngest is not None and ages.oldest is not None and ages.youngest > ages.oldest:
            yield f"ages.{role}: nobody is at least {ages.youngest} and at most {ages.oldest}."


def _at_wrong_times(programme: Programme) -> Iterator[str]:
    check_in, meetings, quiet = programme.check_in, programme.meetings, programme.quiet_hours
    if check_in.at.minute:
        yield "check_in.at must be a full hour, since duos are offered full hours."
    for name, at in (("check_in.at", check_in.at), ("meetings.day_before_at",
                      meetings.day_before_at), ("digest.at", programme.digest.at)):  # fmt: skip
        if is_quiet(at, quiet.start, quiet.end):
            yield f"{name} lies in the quiet hours; choose a time outside them."
    if quiet.sundays and check_in.weekday == SUNDAY:
        yield "check_in.weekday is a Sunday, and Sundays are quiet; choose another day."
    if meetings.first_hour > meetings.last_hour:
        yield "meetings.first_hour comes after meetings.last_hour; change one of them."


def _misplaced(branch: Branch) -> Iterator[str]:
    where = f"branches, {branch.key}, places"
    yield from _twice(where, tuple(place.key for place in branch.places))
    for place in branch.places:
        if (place.latitude is None) != (place.longitude is None):
            yield f"{where}: {place.key} needs both latitude and longitude, or neither."


def _nowhere(branches: tuple[Branch, ...]) -> Iterator[str]:
    for branch in branches:
        if not is_area(branch.area):
            yield f'branches: the area "{branch.area}" is none; write BE-BRU or BE-VLG:Gent.'


def _twice(where: str, keys: tuple[str, ...]) -> Iterator[str]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield f'{where} names "{key}" {count} times; once is enough.'
