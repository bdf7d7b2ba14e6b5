"""Times of day in a row of signs: each becomes `c2:30`, or `e14:30` where nothing is in doubt."""

import re
from collections.abc import Callable
from datetime import time

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

AN_HOUR = 60  # minutes
A_DAY = 24  # hours
HALF_A_DAY = 12
# Nobody meets before this hour without saying that it is the morning.
EARLIEST = 7
# The hours that a part of the day may be written with: the figure, and the hour it is then.
PARTS: dict[str, dict[int, int]] = {
    "morning": {hour: hour for hour in range(1, 13)},
    "midday": {11: 11, 12: 12, 13: 13, 14: 14, 15: 15, 16: 16, 1: 13, 2: 14, 3: 15, 4: 16},
    "afternoon": {hour % 12 or 12: hour for hour in range(12, 19)}
    | {hour: hour for hour in range(12, 19)},
    "evening": {hour - 12: hour for hour in range(17, 24)}
    | {hour: hour for hour in range(17, 24)},
    "lunch": {12: 12, 13: 13, 1: 13},
    "afterlunch": {12: 12, 13: 13, 14: 14, 15: 15, 1: 13, 2: 14, 3: 15},
    "afterwork": {hour - 12: hour for hour in range(16, 23)}
    | {hour: hour for hour in range(16, 23)},
    "night": {},
}

N = r"[na](\d+)"  # a number of hours, or "one" written as "a"
H = rf"{N}(?: h)?"
TIME = r"(?:[ce]\d+:\d+|n\d+(?: h)?)"
NOT_A_DATE = r"(?! (?:mo|from mo|u\d|n\d|min|h\b))"


def rewrite(signs: str, rules: tuple[Rule, ...]) -> str:
    """The signs after each rule, in their order, was used wherever it fits."""
    for pattern, write in rules:
        signs = pattern.sub(write, signs)
    return signs


def rule(pattern: str, write: Callable[[re.Match[str]], str]) -> Rule:
    """A rule on whole signs."""
    return re.compile(rf"(?<!\S){pattern}(?!\S)"), write


def _loose(hour: int, minute: int) -> str:
    """A time in words; minutes may reach into the hour before or after."""
    hour, minute = hour + minute // AN_HOUR, minute % AN_HOUR
    if hour < 0 or hour >= A_DAY:
        return "bad"
    exact = hour > HALF_A_DAY
    return f"{'e' if exact else 'c'}{hour}:{minute:02}"


def _on_the_dial(hour: str, minute: int) -> str:
    """A time in words with "past" and "to": "kwart voor een" is before one o'clock."""
    shown = int(hour)
    return _loose(shown + HALF_A_DAY if shown == 1 and minute < 0 else shown, minute)


def _at(pattern: str, minute: Callable[[re.Match[str]], int], hour: int) -> Rule:
    return rule(pattern, lambda found: _on_the_dial(found[hour], minute(found)))


def _with_half_of_day(found: re.Match[str]) -> str:
    """ "2 pm", "2:30 pm"; "12 am" is midnight for some and noon for others."""
    hour, minute, half = int(found[1]), found[2] or "00", found[3]
    if not 1 <= hour <= HALF_A_DAY:
        return f"e{hour}:{minute}" if half == "pm" and HALF_A_DAY < hour < A_DAY else "bad"
    if hour == HALF_A_DAY:
        return f"e12:{minute}" if half == "pm" else "vague"
    return f"e{hour + HALF_A_DAY * (half == 'pm')}:{minute}"


def _full_hour(found: re.Match[str]) -> str:
    return _loose(int(found[1]), 0) if int(found[1]) < A_DAY else "bad"


def _hour_and_minute(found: re.Match[str]) -> str:
    return _loose(int(found[1]), int(found[2])) if int(found[2]) < AN_HOUR else "bad"


def _span(found: re.Match[str]) -> str:
    return f"span {_edge(found[1])} {_edge(found[2])}"


def _edge(said: str) -> str:
    return said if said[0] in "ce" else _loose(int(said[1:].removesuffix(" h")), 0)


def _before(found: re.Match[str]) -> int:
    return -int(found[1])


def _after(found: re.Match[str]) -> int:
    return int(found[1])


# Of other numbers before "to" it is not sure that they are minutes: "Tuesday 2 to 4".
MINUTES = r"n(5|10|15|20|25)(?: min)?"
QUARTER = r"(?:a1 )?quarter"
RULES: tuple[Rule, ...] = (
    rule(r"([ce]\d+:\d+)(?: h)+", lambda found: found[1]),
    # Spans before the rest, since "from 10 to 4" is not ten to four.
    rule(rf"(?:between|from|since) (?:the )?({TIME}) (?:and|till|to|at) (?:the )?({TIME})"
         r"(?! (?:mo|u\d))", _span),
    # Dutch "half": "vijf voor half drie" is 14:25.
    _at(rf"n(\d+) before half {H}", lambda found: -30 - int(found[1]), 2),
    _at(rf"n(\d+) (?:over|past) half {H}", lambda found: -30 + int(found[1]), 2),
    _at(rf"half {H}", lambda _: -30, 1),
    _at(rf"halfpast {H}", lambda _: 30, 1),
    # English "half two" is 14:30; who thinks in Dutch means 13:30.
    rule(rf"halfeither {H}",
         lambda found: " ".join(_on_the_dial(found[1], minutes) for minutes in (-30, 30))),
    _at(rf"{QUARTER} (?:before|to|till) {H}", lambda _: -15, 1),
    _at(rf"{QUARTER} (?:over|past) {H}", lambda _: 15, 1),
    _at(rf"{MINUTES} (?:before|to) {H}{NOT_A_DATE}", _before, 2),
    _at(rf"{MINUTES} (?:over|past) {H}{NOT_A_DATE}", _after, 2),
    # French: "trois heures moins le quart", "midi et demi".
    rule(r"noon and half", lambda _: "e12:30"),
    rule(rf"noon and {QUARTER}", lambda _: "e12:15"),
    rule(rf"noon minus (?:the )?{QUARTER}", lambda _: "e11:45"),
    rule(r"noon n([1-5]\d)", lambda found: f"e12:{found[1]}"),
    _at(rf"{H} and half", lambda _: 30, 1),
    _at(rf"{H} and {QUARTER}", lambda _: 15, 1),
    _at(rf"{H} minus (?:the )?{QUARTER}", lambda _: -15, 1),
    _at(rf"{H} minus n(\d+)", lambda found: -int(found[2]), 1),
    rule(r"[cen](\d+)(?::(\d\d))?(?: h)? (am|pm)", _with_half_of_day),
    rule(rf"(?:between|from|since) ({TIME}) (?:and|till|to|at) ({TIME})(?! (?:mo|u\d))", _span),
    rule(rf"({TIME}) (?:till|to) ({TIME})(?! (?:mo|u\d))", _span),
    rule(rf"(?<!over )(?<!in ){N} h (?:and )?n(\d\d?)(?: min|{NOT_A_DATE})", _hour_and_minute),
    rule(rf"(?<!over )(?<!in ){N} h", _full_hour),
    rule(rf"(?<=at )n(\d+) n(\d\d){NOT_A_DATE}", _hour_and_minute),
    rule(r"n(1?\d) n([0-5][05])(?! (?:mo|from mo|u\d|n\d|min|[ce]\d))", _hour_and_minute),
    rule(rf"(?<=at )n(\d+){NOT_A_DATE}(?! x)", _full_hour),
    rule(r"(?<!w\d )(?<!the )(?<!over )(?<!in )n(\d+)(?= (?:morning|midday|afternoon|evening))",
         _full_hour),
    rule(r"noon", lambda _: "e12:00"),
    rule(r"(?:before|since|till|past)(?: the| at)?(?= [ce]\d)", lambda _: "vague"),
)  # fmt: skip


def readings(sign: str, part: str | None) -> tuple[time, ...]:
    """The times that a sign may mean with this part of the day; none when they contradict."""
    hour, minute = map(int, sign[1:].split(":"))
    if part:
        hours = PARTS[part]
        if sign[0] == "e":
            return (time(hour, minute),) if hour in hours.values() else ()
        return (time(hours[hour], minute),) if hour in hours else ()
    if sign[0] == "e" or hour == 0 or hour > EARLIEST:
        return (time(hour, minute),)
    later = time(hour + HALF_A_DAY, minute)
    return (time(hour, minute), later) if hour == EARLIEST else (later,)
