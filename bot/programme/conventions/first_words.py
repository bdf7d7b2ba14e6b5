"""The times of a first meeting in the words of who plans it: "dinsdag om 14u of donderdag 10u"."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.programme.when import Ask, Understood, Why, read_when

# Between two times, in any of the languages; a dot or a colon stands in a time too.
BETWEEN = re.compile(r"\s+(?:of|ou|or|en|et|and|ofwel|ou bien)\s+|\s*[,;\n]\s*", re.IGNORECASE)
# What leaves one time, or a day that comes twice, which whoever reads it back can see.
PLAIN_ENOUGH = frozenset({Why.SEVERAL, Why.VAGUE})
MOST_CHOICES = 2


def said_times(
    text: str, language: str, now: datetime, zone: ZoneInfo, names: tuple[str, ...] = ()
) -> tuple[datetime, ...] | None:
    """The wall times that somebody writes, the soonest first: each part by itself, or else all of
    it together. Empty when a day or an hour is missing; None when it is about no time at all, or
    about a time that does not suit.
    """
    whole = read_when(text, language, now, zone, names)
    if whole is None or not whole.whole:
        return None
    if isinstance(whole, Understood):
        return (whole.at,)
    parts = [one for one in BETWEEN.split(text) if one.strip()]
    read = [_certain(read_when(one, language, now, zone, names)) for one in parts]
    if all(read):
        return tuple(sorted({at for one in read for at in one}))
    return _certain(whole, most=len(parts) * MOST_CHOICES)


def _certain(read: Understood | Ask | None, most: int = MOST_CHOICES) -> tuple[datetime, ...]:
    """The time that was said, also where its day comes twice; empty where it is left open."""
    if isinstance(read, Understood):
        return (read.at,)
    if read is None or read.why not in PLAIN_ENOUGH or not read.days:
        return ()
    one_hour = len(read.times) == 1 and len(read.choices) <= most
    return read.choices if one_hour else ()
