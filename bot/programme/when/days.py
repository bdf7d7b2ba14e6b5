"""Days in a row of signs: each becomes `d2026-11-24`, with all its readings."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

from bot.programme.when.hours import rule
from bot.programme.when.months import around_end, is_beyond, nth_of_month

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
SATURDAY, DAYS_OF_A_WEEK, MONTHS = 5, 7, 12
# A day and a month without a year are the next ones, unless that is as good as a year away:
# somebody who says 15/11 on the 21st of November has slipped.
LONGEST_WITHOUT_YEAR = timedelta(days=304)
A_CENTURY = 100  # years
MOST_WEEKS = 80  # what is further away than 18 months is a slip

Write = Callable[[re.Match[str], date], str]
WEEK = r"(next u7|u7 next|this u7|u7 this)"
MONTH = r"(?:next u30|u30 next|this u30)"
LINK = r"(?:(?:from|in|the|on|f) )*"
N = r"[na](\d+)"


def rewrite_days(signs: str, today: date) -> str:
    """The signs with each day in it as dates."""
    for pattern, write in RULES:
        signs = pattern.sub(partial(_written, write, today), signs)
    return signs


def _written(write: Write, today: date, found: re.Match[str]) -> str:
    try:
        return write(found, today)
    except (ValueError, OverflowError):  # there is no such day
        return "bad"


def coming(weekday: int, today: date) -> date:
    """The next day with that name, today not counted."""
    return today + (timedelta(days=(weekday - today.weekday()) % DAYS_OF_A_WEEK) or A_WEEK)


def dates_in(sign: str) -> tuple[date, ...]:
    """The readings of a day's sign."""
    return tuple(date.fromisoformat(one) for one in sign[1:].split(","))


def _sign(days: Iterable[date]) -> str:
    return "d" + ",".join(day.isoformat() for day in sorted(set(days)))


def _figures(found: re.Match[str], today: date) -> str:
    year, month, day = found[1], int(found[2]), int(found[3])
    return _dated(day, month, year, today)


def _dated(day: int, month: int, year: str | None, today: date) -> str:
    if year:
        if int(year) > today.year + A_CENTURY:
            raise ValueError(year)
        return _sign([date(int(year), month, day)])
    following = date(today.year, month, day)
    if following < today:
        following = date(today.year + 1, month, day)
    sign = _sign([following])
    return sign if following - today <= LONGEST_WITHOUT_YEAR else f"far {sign}"


def _nth(found: re.Match[str], today: date) -> str:
    return _sign([nth_of_month(found[1], int(found[2]), int(found[3]), found[4], today)])


def _named_month(found: re.Match[str], today: date) -> str:
    """ "31 februari" is no day; the last one of that month and the next day may be meant."""
    day, month, year = int(found[1]), int(found[2]), found[3]
    if year is None and is_beyond(day, month, today):
        return f"bad {_sign(around_end(month, today))}"
    return _dated(day, month, year, today)


def _day_of_month(found: re.Match[str], today: date) -> str:
    return _sign([_next_with_number(int(found[1]), today)])


def _next_with_number(number: int, today: date) -> date:
    if not 1 <= number <= 31:  # noqa: PLR2004 - no month is longer
        raise ValueError(number)
    day = today
    while day.day != number:
        day += A_DAY
    return day


def _named_and_numbered(found: re.Match[str], today: date) -> str:
    """ "dinsdag 24": that date when it is such a day, else in doubt: 14 may be an hour."""
    day = _next_with_number(int(found[2]), today)
    if day.weekday() == int(found[1]):
        return f"w{found[1]} {_sign([day])}"
    return f"vague w{found[1]} c{found[2]}:00" if int(found[2]) < 24 else "bad"  # noqa: PLR2004 - hours of a day


def _in_a_month(found: re.Match[str], today: date) -> str:
    later = "next" in found[0]
    month = today.month - 1 + later
    return _sign([date(today.year + month // MONTHS, month % MONTHS + 1, int(found[1]))])


def _monday(today: date, week: str) -> date:
    return today - timedelta(days=today.weekday()) + A_WEEK * ("next" in week)


def _day_then_week(found: re.Match[str], today: date) -> str:
    return _sign([_monday(today, found[2]) + timedelta(days=int(found[1]))])


def _week_then_day(found: re.Match[str], today: date) -> str:
    return _sign([_monday(today, found[1]) + timedelta(days=int(found[2]))])


def _later(weeks: Callable[[re.Match[str]], int], found: re.Match[str], today: date) -> str:
    return _sign([_named(found[1], today) + A_WEEK * _few(weeks(found))])


def _named(sign: str, today: date) -> date:
    number = int(sign[1:])
    return coming(number, today) if sign[0] == "w" else today + timedelta(days=number)


def _few(weeks: int) -> int:
    if weeks > MOST_WEEKS:
        raise ValueError(weeks)
    return weeks


def _weeks_then_day(found: re.Match[str], today: date) -> str:
    """ "over twee weken op dinsdag": in the week that is then, or two weeks after Tuesday."""
    weeks, weekday = _few(int(found[1])), int(found[2])
    in_that_week = _monday(today, "") + A_WEEK * weeks + timedelta(days=weekday)
    return _sign([in_that_week, coming(weekday, today) + A_WEEK * weeks])


def _next(found: re.Match[str], today: date) -> str:
    """The coming one, and the one of next week where that is another. Tomorrow has a name of its
    own, so who says "next" of it may mean the one after.
    """
    weekday = int(found[1])
    soon = coming(weekday, today)
    later = soon + A_WEEK if soon == today + A_DAY else soon
    return _sign([soon, later, _monday(today, "next") + timedelta(days=weekday)])


def _this(found: re.Match[str], today: date) -> str:
    weekday = int(found[1])
    return _sign([today if weekday == today.weekday() else coming(weekday, today)])


def _after_days(found: re.Match[str], today: date) -> str:
    number, unit = int(found[1]), found[2]
    if unit == "u30":
        return _after_months(number, today)
    return _sign([today + timedelta(days=_few(number) * int(unit[1:]))])


def _after_months(number: int, today: date) -> str:
    """The same number in a later month, or four weeks for each."""
    month = today.month - 1 + _few(number)
    year, month = today.year + month // MONTHS, month % MONTHS + 1
    same = date(year, month, min(today.day, monthrange(year, month)[1]))
    return _sign([same, today + A_WEEK * 4 * number])


def _week(found: re.Match[str], today: date) -> str:
    """The days of a week, of which one may be named elsewhere."""
    return _in_week(_monday(today, found[0]))


def _week_after(_found: re.Match[str], today: date) -> str:
    return f"vague {_in_week(_monday(today, 'next'))}"


def _in_week(monday: date) -> str:
    return f"inweek {_sign(monday + timedelta(days=day) for day in range(DAYS_OF_A_WEEK))}"


def _weekend(found: re.Match[str], today: date) -> str:
    saturday = _monday(today, found[0]) + timedelta(days=SATURDAY)
    return f"vague {_sign([saturday, saturday + A_DAY])}"


def _day_rule(pattern: str, write: Write) -> tuple[re.Pattern[str], Write]:
    return rule(pattern, lambda _: "")[0], write


def _weeks(count: int) -> Callable[[re.Match[str]], int]:
    return lambda _: count


SOON = r"(?:over|in)"
RULES: tuple[tuple[re.Pattern[str], Write], ...] = tuple(
    _day_rule(pattern, write)
    for pattern, write in (
        (r"y(\d{4})?-(\d+)-(\d+)", _figures),
        (r"(?:the )?([ko]\d|gone) w(\d) (?:from|in)(?: u30 from)? mo(\d+)(?: n(\d{4}))?", _nth),
        (r"[nok](\d{1,2})(?: from)? mo(\d+)(?: n(\d{4}))?", _named_month),
        (r"mo(\d+)(?: the)? [nok](\d{1,2})(?: n(\d{4}))?",
         lambda found, today: _dated(int(found[2]), int(found[1]), found[3], today)),
        (r"n(\d{1,2}) n(\d{1,2}) n(\d{4})",
         lambda found, today: _dated(int(found[1]), int(found[2]), found[3], today)),
        (rf"(?:the )?[nok](\d{{1,2}})(?: from)?(?: the)? {MONTH}", _in_a_month),
        (r"w(\d) (?:the )?n(\d{1,2})", _named_and_numbered),
        (r"(?:on )?(?:the )?o(\d{1,2})", _day_of_month),
        (r"(?:on )?the [nk](\d{1,2})(?! (?:u\d|min))", _day_of_month),
        (rf"w(\d) {LINK}{WEEK}", _day_then_week),
        (rf"{WEEK} {LINK}w(\d)", _week_then_day),
        (r"([wr]\d) plus7", partial(_later, _weeks(1))),
        (r"([wr]\d) plus14", partial(_later, _weeks(2))),
        (rf"([wr]\d) {SOON} eight", partial(_later, _weeks(1))),
        (rf"([wr]\d) {SOON} n14 u1", partial(_later, _weeks(2))),
        (rf"([wr]\d) {SOON} (?:a1 )?u14", partial(_later, _weeks(2))),
        (rf"([wr]\d) {SOON} {N} u7", partial(_later, lambda found: int(found[2]))),
        (r"(w\d|r[01]) u7", partial(_later, _weeks(1))),
        (r"(w\d|r[01]) u14", partial(_later, _weeks(2))),
        (rf"(?<!over )(?<!in ){N} u7 (?:on |from )?(?:the )?([wr]\d)",
         lambda found, today: _sign([_named(found[2], today) + A_WEEK * _few(int(found[1]))])),
        (r"(?<!next )(?<!this )(?<!the )(?<!\d )u7 on ([wr]\d)", partial(_later, _weeks(1))),
        (r"(?:a1 )?u14 (?:on |from )?(?:the )?([wr]\d)", partial(_later, _weeks(2))),
        (rf"{SOON} {N} u7 (?:on )?(?:the )?w(\d)", _weeks_then_day),
        (r"next w(\d)", _next),
        (r"w(\d) next", _next),
        (r"coming w(\d)", lambda found, today: _sign([coming(int(found[1]), today)])),
        (r"w(\d) coming", lambda found, today: _sign([coming(int(found[1]), today)])),
        (r"this w(\d)", _this),
        (rf"{SOON} eight", lambda _, today: _sign([today + A_WEEK, today + A_WEEK + A_DAY])),
        (rf"{SOON} (?:a1 )?u14", lambda _, today: _sign([today + A_WEEK * 2])),
        (rf"{SOON} {N} (u1|u7|u30)", _after_days),
        (r"r(\d)", lambda found, today: _sign([today + timedelta(days=int(found[1]))])),
        (r"past (?:the )?weekend", _week_after),
        (r"(?:(?:next|this|coming) )?weekend(?: (?:next|coming))?", _weekend),
        (r"(?:next|this) u7|u7 (?:next|this)", _week),
        (r"coming u7|u7 coming", lambda *_: "vague"),
        (r"a1 (w\d)", lambda found, _: f"vague {found[1]}"),
        (r"(?:next|this|coming) u30|u30 (?:next|this|coming)", lambda *_: "vague"),
        (r"(?:before|since|past)(?: the)?(?= [dw]\d)", lambda *_: "vague"),
        (r"till(?: the)?(?= [dw]\d)", lambda *_: "until"),
        (r"at(?= [dw]\d)", lambda *_: "bye"),
    )
)  # fmt: skip
