"""Reading when a coach has time: "Tuesday 9-12 by phone", "vrij op 24 december", "le 14 mars 9h".

One line names days and one span or more; what is not clear gives nothing, and is asked by taps.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.programme.intakes.times import Spot, are_hours
from bot.programme.when import days_named
from bot.programme.when.signs import fold

LONGEST = 120  # letters
LAST_HOUR, HALF_A_DAY = 23, 12
# Who writes more that is not known tells a story.
MOST_OTHERS = 4
WEEKDAYS = (
    ("monday", "mondays", "maandag", "maandags", "lundi", "lundis"),
    ("tuesday", "tuesdays", "dinsdag", "dinsdags", "mardi", "mardis"),
    ("wednesday", "wednesdays", "woensdag", "woensdags", "mercredi", "mercredis"),
    ("thursday", "thursdays", "donderdag", "donderdags", "jeudi", "jeudis"),
    ("friday", "fridays", "vrijdag", "vrijdags", "vendredi", "vendredis"),
    ("saturday", "saturdays", "zaterdag", "zaterdags", "samedi", "samedis"),
    ("sunday", "sundays", "zondag", "zondags", "dimanche", "dimanches"),
)
SPOTS = {
    Spot.PHONE: ("phone", "telephone", "telefoon", "telefonisch", "call"),
    Spot.ONLINE: ("online", "en ligne", "video", "ligne"),
    Spot.BRANCH: ("office", "branch", "kantoor", "bureau", "antenne", "ter plaatse", "sur place"),
}
KNOWN_DAYS = frozenset(name for names in WEEKDAYS for name in names)
FREE = ("free", "off", "not", "no", "vrij", "niet", "geen", "conge", "pas", "absent", "absente",
        "afwezig", "away", "libre", "verlof")  # fmt: skip
KNOWN = KNOWN_DAYS | {
    *FREE, *(word for words in SPOTS.values() for one in words for word in one.split()),
    "every", "each", "elke", "elk", "alle", "iedere", "tous", "toutes", "chaque", "les", "le",
    "la", "from", "van", "de", "des", "du", "by", "per", "op", "on", "at", "the", "i", "am", "ik",
    "ben", "je", "suis", "heb", "have", "ai", "time", "tijd", "temps", "and", "en", "et", "tot",
    "to", "a", "u", "h", "uur", "heures", "pm", "in", "au", "par", "ma", "mijn", "my", "dans",
}  # fmt: skip
# An hour as it is written: "9", "9:30", "9u30", "9 h", "2 pm".
HALF = (
    r"(\d{1,2})(?:\s?(?:[:.hu]|uur|heures?)\s?([0-5]\d)?)?"
    r"\s?(?:uur|u|h|heures?|o clock)?\s?(am|pm)?"
)
TILL = r"(?:-|–|—|tot|till|til|until|to|a|jusqu a|en|and|et)"
SPAN = re.compile(rf"(?<![\d/.:-]){HALF}\s?{TILL}\s?{HALF}(?![\d/:-])")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """What a coach said of their time: days of the week or single days, hours, and how they talk
    ("" when that was not said). Without hours these days are off.
    """

    weekdays: tuple[int, ...]
    days: tuple[date, ...]
    spans: tuple[tuple[time, time], ...]
    spot: str = ""


def read_hours(text: str, language: str, now: datetime, zone: ZoneInfo) -> Said | None:
    """What the text says of a coach's time; None when it is about anything else."""
    if len(text) > LONGEST or "?" in text:
        return None
    said = fold(text)
    spans = _spans(said)
    words = WORD.findall(said)
    weekdays = tuple(n for n, names in enumerate(WEEKDAYS) if any(one in words for one in names))
    days = _dates(said, language, now, zone)
    if spans is None or not (weekdays or days) or _is_mixed(said, words):
        return None
    if spans:
        return Said(() if days else weekdays, days, spans, _spot(said))
    is_off = days and any(one in words for one in FREE)
    return Said((), days, ()) if is_off else None


def tells_hours(text: str) -> bool:
    """Whether a text is about hours and days and little else, though it may not be clear."""
    said = fold(text)
    others = [one for one in WORD.findall(said) if one not in KNOWN]
    return len(text) <= LONGEST and "?" not in text and bool(DIGIT.search(said)) and not others


def _is_mixed(said: str, words: list[str]) -> bool:
    """Whether each day has hours of its own, or other things are told: that is asked by taps."""
    parts = [WORD.findall(part) for part in SPAN.split(said)[:: SPAN.groups + 1]]
    with_days = [part for part in parts if any(one in KNOWN_DAYS for one in part)]
    return len(with_days) > 1 or len([one for one in words if one not in KNOWN]) > MOST_OTHERS


def _spans(said: str) -> tuple[tuple[time, time], ...] | None:
    """The spans that are named; None when one of them cannot be."""
    spans = []
    for found in SPAN.finditer(said):
        starts, ends = _time(*found.groups()[:3]), _time(*found.groups()[3:])
        if starts is None or ends is None or not are_hours(starts, ends):
            return None
        spans.append((starts, ends))
    return tuple(sorted(set(spans)))


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    shown = int(hour) + (HALF_A_DAY if half == "pm" and int(hour) < HALF_A_DAY else 0)
    return time(shown, int(minute or 0)) if shown <= LAST_HOUR else None


def _dates(said: str, language: str, now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """The dates that are named by their number; a name of a day alone means each week."""
    rest = SPAN.sub(" ", said)
    if not re.search(r"\d", rest):
        return ()
    bare = " ".join(one for one in rest.split() if not any(one in names for names in WEEKDAYS))
    today = now.astimezone(zone).date()
    return tuple(day for day in days_named(bare, language, now, zone) if day >= today)


def _spot(said: str) -> str:
    return next((spot for spot, words in SPOTS.items() if any(one in said for one in words)), "")
