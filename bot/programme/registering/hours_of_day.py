"""Hours in a text about when somebody can meet, as the parts of a day that they leave.

"After 16h" leaves the evening, "9-12" the morning.
"""

import re

MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
# From and until which hour somebody has enough of a part to meet in it.
EARLY, MID_MORNING, NOON, LATE_AFTERNOON, LATE = 9, 11, 12, 16, 19
# Who says "at 4" without more means the afternoon.
SMALL_HOURS = 6
LAST_HOUR = 24

_HOUR = (
    r"(\d{1,2})(\s?(?:[:.h]|u(?:ur)?\b|u(?=\d)|heures?|o'clock|am|pm)\s?(?:[0-5]\d)?)?\s?(am|pm)?"
)
_TO = r"\s?(?:-|–|tot|to|till|until|[aà]|en|et|and)\s?"
_SPAN = re.compile(rf"(\b(?:van|from|de|tussen|between|entre)\s+)?\b{_HOUR}{_TO}{_HOUR}(?!\d)")
_AFTER = re.compile(
    rf"\b(?:na|vanaf|after|from|apr[eè]s|[aà] partir de|d[eè]s|van)\s+{_HOUR}(?![\d/])"
)
_BEFORE = re.compile(
    rf"\b(?:v[oó]{{1,2}}r|tot|before|until|till|avant|jusqu['’ ]?[aà])\s+{_HOUR}(?![\d/])"
)


def hours_as_parts(text: str) -> str:
    """The text (in small letters) with its hours as words for parts of a day."""
    text = _SPAN.sub(_of_span, text)
    text = _AFTER.sub(lambda found: _between(_hour(found[1], found[3]), LAST_HOUR), text)
    return _BEFORE.sub(lambda found: _between(0, _hour(found[1], found[3])), text)


def _of_span(found: re.Match[str]) -> str:
    """Two numbers are hours when something beside them says so: "2 of 3 keer" are none."""
    leads, first, sign, half, last, last_sign, last_half = found.groups()
    if not (leads or sign or last_sign or half or last_half or "-" in found[0]):
        return found[0]
    starts, ends = _hour(first, half or last_half), _hour(last, last_half)
    return _between(starts, ends) if starts < ends <= LAST_HOUR else found[0]


def _hour(told: str, half: str | None) -> int:
    hour = int(told)
    is_later = half == "pm" or (half is None and 0 < hour <= SMALL_HOURS)
    return hour + NOON if is_later and hour < NOON else hour


def _between(starts: int, ends: int) -> str:
    """The parts of a day of which these hours leave enough."""
    parts = (
        (MORNING, starts < MID_MORNING and ends >= EARLY),
        (AFTERNOON, starts < LATE_AFTERNOON and ends > NOON + 1),
        (EVENING, ends >= LATE and starts < LAST_HOUR - 1),
    )
    return " ".join(["", *(part for part, is_left in parts if is_left), ""])
