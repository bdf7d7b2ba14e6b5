"""From what somebody wrote to one moment, or to what has to be asked back; nothing is guessed."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.programme.recurrence import instant_of
from bot.programme.when.answers import Ask, Understood, Why
from bot.programme.when.days import rewrite_days
from bot.programme.when.excluded import Excluded, clauses, excluded_in, refuses
from bot.programme.when.halves import Half, completed, half_of, moments, offered
from bot.programme.when.hours import PARTS, RULES, rewrite, rule
from bot.programme.when.signs import fold, signs_of

LONGEST = 300  # letters; who writes more tells a story
MOST_CHOICES = 6
FURTHEST = timedelta(days=550)  # about 18 months
A_MINUTE, AN_HOUR = timedelta(minutes=1), 60

# Signs that leave no moment sure, the one that tells most first.
DOUBTS = {
    "not": Why.REFUSED, "every": Why.REPEATED, "gone": Why.PAST, "bad": Why.IMPOSSIBLE,
    "span": Why.RANGE, "different": Why.DIFFERENT, "vague": Why.VAGUE, "until": Why.VAGUE,
    "midnight": Why.VAGUE, "night": Why.VAGUE, "half": Why.VAGUE, "u7": Why.VAGUE,
    "u14": Why.VAGUE, "u30": Why.VAGUE, "eight": Why.VAGUE, "between": Why.VAGUE,
    "since": Why.VAGUE, "till": Why.VAGUE, "quarter": Why.VAGUE, "halfpast": Why.VAGUE,
    "far": Why.FAR, "halfeither": Why.VAGUE,
}  # fmt: skip
# Small words that say nothing of their own beside a day and a time.
SMALL = frozenset({
    "f", "a1", "at", "h", "in", "over", "past", "before", "to", "the", "on", "and", "or", "from",
    "till", "this", "next", "coming", "u1", "am", "far", "span", "inweek", "vague", "bad",
    "bye", *PARTS,
})  # fmt: skip
SMALL_OR_NOT = SMALL | {"not", "every"}
# Offered on other days to who only says which days do not suit.
USUAL = (time(10), time(14))
# Without one of these there is neither a day nor a time, as in nearly everything that is said.
TELLING = re.compile(
    r"(?<!\S)(?:[wroycenkd]-?\d|bad |noon |weekend |(?:half|quarter|a1 |hour)h)|u\d"
)
# A figure beside a day or a time, or a month without a day: something that was not understood.
STRAY = re.compile(r"(?<!\S)(?:(?:mo|[ko])\d|[ced]\d\S* (?:and |f )?n\d|n\d+ [ced]\d)")
DAY_OR_TIME = re.compile(r"(?<!\S)(?:[cewd]\d|span |bad )")
DAYS = re.compile(r"(?<!\S)[dw]\d")
TIME = re.compile(r"(?<!\S)[ce]\d")
DAY = re.compile(r"(?<!\S)(?:[wroy]-?\d|mo\d)")
PARTING = re.compile(r" (?:or|and) ")
OFFSETS = (
    rule(r"(?:over|in) (?:a1 )?halfhour", lambda _: "later30"),
    rule(r"(?:over|in) (?:a1 )?quarterhour", lambda _: "later15"),
    rule(r"(?:over|in) (?:a1 )?hourhalf", lambda _: "later90"),
    rule(
        r"(?:over|in) [ce](\d+):(\d+)", lambda one: f"later{int(one[1]) * AN_HOUR + int(one[2])}"
    ),
    rule(r"(?:over|in) [na](\d{1,2}) h", lambda found: f"later{int(found[1]) * AN_HOUR}"),
    rule(r"(?:over|in) n(\d{1,3}) min", lambda found: f"later{found[1]}"),
)
OFFSET = re.compile(r"\blater(\d+)(?= )")
EITHER = re.compile(r"(\S+)\|(\S+)")


def read_when(
    text: str, language: str, now: datetime, zone: ZoneInfo, names: Iterable[str] = ()
) -> Understood | Ask | None:
    """When somebody wants to meet; None when the text holds no day and no time.

    ``now`` is an instant. ``names`` are first names that may stand in the text as well.
    """
    if len(text) > LONGEST:
        return None
    known = [word for name in names for word in fold(name).split()]
    signs, spoken = signs_of(fold(text), language, known)
    wall = now.astimezone(zone).replace(tzinfo=None)
    if not TELLING.search(signs):
        return None
    if refuses(signs) and (read := _read_refusing(text, spoken, now, zone, known)):
        return read
    signs = rewrite_days(_with_times(signs, now, zone), wall.date())
    return _answer(signs, spoken, now, zone) if DAY_OR_TIME.search(signs) else None


def _read_refusing(
    text: str, spoken: str, now: datetime, zone: ZoneInfo, names: list[str]
) -> Understood | Ask | None:
    """What is left once the days that do not suit are taken out; None when none is named."""
    today = now.astimezone(zone).date()
    read = [signs_of(clause, spoken, names)[0] for clause in clauses(fold(text))]
    said = [(refuses(one), rewrite_days(_with_times(one, now, zone), today)) for one in read]
    refused = [one for is_refused, one in said if is_refused and DAYS.search(one)]
    kept = "".join(one for is_refused, one in said if not is_refused or not DAYS.search(one))
    excluded = excluded_in(refused)
    if not refused:
        return None
    if not DAYS.search(kept) and not TIME.search(kept):
        times = half_of("".join(refused).split(), today).times or USUAL
        return _others(excluded, times, spoken, now, zone)
    answer = _answer(kept, spoken, now, zone)
    words = "".join(refused).split()
    whole = answer.whole and all(word in SMALL_OR_NOT or _is_dated(word) for word in words)
    if isinstance(answer, Understood) and not excluded.holds(answer.at.date()):
        return replace(answer, whole=whole)
    if isinstance(answer, Understood):
        return _others(excluded, (answer.at.time(),), spoken, now, zone)
    fit = tuple(one for one in answer.choices if not excluded.holds(one.date()))
    return replace(answer, choices=fit, whole=whole)


def _others(
    excluded: Excluded, times: tuple[time, ...], spoken: str, now: datetime, zone: ZoneInfo
) -> Ask:
    """Other days, where only what does not suit was said."""
    days = excluded.others(now.astimezone(zone).date())
    walls = _to_come(moments([Half(days, times, None, frozenset())]), now, zone)
    choices = _existing(walls, zone)[:MOST_CHOICES]
    return Ask(Why.REFUSED, choices, (), times, spoken, whole=False)


def is_about_a_meeting_time(
    text: str, language: str, now: datetime, zone: ZoneInfo, names: Iterable[str] = ()
) -> bool:
    """Whether a message out of the blue says when to meet, and nothing else."""
    read = read_when(text, language, now, zone, names)
    return read is not None and read.whole


def days_named(text: str, language: str, now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """Every day that a text names, also one on which somebody cannot come."""
    signs, _ = signs_of(fold(text[:LONGEST]), language)
    today = now.astimezone(zone).date()
    return half_of(rewrite_days(_with_times(signs, now, zone), today).split(), today).days


def _with_times(signs: str, now: datetime, zone: ZoneInfo) -> str:
    """The signs with each time in it, and with what is so many hours from now."""
    signs = rewrite(rewrite(signs, RULES), OFFSETS)
    signs = OFFSET.sub(lambda found: _from_now(int(found[1]), now, zone), signs)
    return EITHER.sub(_chooser(signs), signs) if "|" in signs else signs


def _from_now(minutes: int, now: datetime, zone: ZoneInfo) -> str:
    wall = (now + minutes * A_MINUTE).astimezone(zone)
    return f"d{wall.date().isoformat()} e{wall.hour}:{wall.minute:02}"


def _chooser(signs: str) -> str:
    """What "9.10" is: a day beside a time, a time beside a day."""
    rest = EITHER.sub("", signs)
    if TIME.search(rest):
        return r"\2"
    return r"\1" if DAY.search(rest) else r"vague \2"


def _answer(signs: str, spoken: str, now: datetime, zone: ZoneInfo) -> Understood | Ask:
    wall = now.astimezone(zone).replace(tzinfo=None)
    halves = [half_of(part.split(), wall.date()) for part in PARTING.split(signs.strip())]
    said = completed(halves)
    whole = _is_whole(signs, said, wall.date())
    coming = _to_come(moments(said), now, zone)
    why = _doubt(signs, halves) or _missing(said) or _unlikely(coming, wall, zone)
    if why is None:
        return Understood(coming[0], spoken, whole)
    usual = offered(said, wall.date() if why is Why.NO_DAY else None)
    choices = _existing(coming or _to_come(usual, now, zone), zone)
    days = tuple(sorted({day for half in said for day in half.days}))
    times = tuple(sorted({time for half in said for time in half.times}))
    return Ask(why, choices[:MOST_CHOICES], days, times, spoken, whole)


def _doubt(signs: str, halves: Iterable[Half]) -> Why | None:
    words = {*signs.split(), *(doubt for half in halves for doubt in half.doubts)}
    if STRAY.search(signs):
        words.add("vague")
    return next((why for sign, why in DOUBTS.items() if sign in words), None)


def _missing(said: list[Half]) -> Why | None:
    if not any(half.days for half in said):
        return Why.NO_DAY
    return None if any(half.times for half in said) else Why.NO_TIME


def _unlikely(coming: list[datetime], wall: datetime, zone: ZoneInfo) -> Why | None:
    if not coming:
        return Why.PAST
    if len(coming) > 1:
        return Why.SEVERAL
    if coming[0] > wall + FURTHEST:
        return Why.FAR
    return None if _existing(coming, zone) == tuple(coming) else Why.SKIPPED


def _existing(walls: Iterable[datetime], zone: ZoneInfo) -> tuple[datetime, ...]:
    """The wall times, each that the clock jumps over at the end of the gap."""
    there = (_instant(at, zone).astimezone(zone) for at in walls)
    return tuple(dict.fromkeys(at.replace(tzinfo=None, fold=0) for at in there))


def _to_come(walls: Iterable[datetime], now: datetime, zone: ZoneInfo) -> list[datetime]:
    wall = now.astimezone(zone).replace(tzinfo=None)
    return [at for at in walls if at > wall and _instant(at, zone) > now]


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    return instant_of(wall.date(), wall.time(), zone)


def _is_whole(signs: str, said: list[Half], today: date) -> bool:
    """Whether every word belongs to a date, or is said around meetings.

    Without an hour "see you tomorrow" is a good-bye, and a day that is over may be a birthday.
    """
    words = signs.split()
    is_over = all(day < today for half in said for day in half.days)
    if not any(half.times for half in said) and ("bye" in words or is_over):
        return False
    return all(word in SMALL or _is_dated(word) for word in words)


def _is_dated(word: str) -> bool:
    return word[0] in "cewd" and word[1:2].isdigit()
