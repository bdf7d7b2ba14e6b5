"""Opening hours in words, day by day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.cards.ways import labelled
from bot.i18n import Speech
from bot.programme.directory import Opening
from bot.programme.directory.service import DAYS_A_WEEK, LAST_MINUTE, is_whole_day


def weekly_hours(openings: Sequence[Opening], speech: Speech) -> str:
    """Such as "Monday to Friday: 09:00-17:00; Saturday: 09:00-12:00"; empty when unknown."""
    times: defaultdict[int, list[str]] = defaultdict(list)
    for opening in sorted(openings, key=lambda one: one.opens):
        for day in opening.days:
            times[day].append(_between(opening, speech))
    said = {day: ", ".join(dict.fromkeys(times[day])) for day in sorted(times)}
    return "; ".join(
        labelled(_days(first, last, speech), said[first], speech) for first, last in _runs(said)
    )


def _between(opening: Opening, speech: Speech) -> str:
    if is_whole_day(opening):
        return speech.say("day and night")
    closes = "24:00" if opening.closes >= LAST_MINUTE else f"{opening.closes:%H:%M}"
    return f"{opening.opens:%H:%M}-{closes}"


def _runs(said: dict[int, str]) -> Iterator[tuple[int, int]]:
    """The first and the last of the days that follow each other with the same hours."""
    first = last = None
    for day, hours in said.items():
        if first is not None and last == day - 1 and said[first] == hours:
            last = day
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = day
    if first is not None and last is not None:
        yield first, last


def _days(first: int, last: int, speech: Speech) -> str:
    if first == last:
        return speech.weekday(first)
    if last - first == DAYS_A_WEEK - 1:
        return speech.say("every day")
    names = {"first": speech.weekday(first), "last": speech.weekday(last)}
    if last == first + 1:
        return speech.say("{first} and {last}", **names)
    return speech.say("{first} to {last}", **names)
