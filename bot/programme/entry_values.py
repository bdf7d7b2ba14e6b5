"""What a value in a settings file stands for; None for one that will not do."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Keys travel in buttons, where a colon parts the words and 64 bytes are all there is.
KEY = re.compile(r"[a-z0-9_-]{1,32}")


def as_text(value: object) -> str | None:
    """A text that says something."""
    return value.strip() or None if isinstance(value, str) else None


def as_key(value: object) -> str | None:
    """A short word by which something is known."""
    return value if isinstance(value, str) and KEY.fullmatch(value) else None


def as_one_of(value: object, choices: Sequence[str]) -> str | None:
    """One of a few words."""
    return next((one for one in choices if one == value), None)


def as_bool(value: object) -> bool | None:
    """True or false, and no number."""
    return value if isinstance(value, bool) else None


def as_float(value: object, least: float, most: float) -> float | None:
    """A number from the one to the other."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if least <= value <= most else None


def as_number(value: object, least: int, most: int) -> int | None:
    """A whole number from the one to the other."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if least <= value <= most else None


def as_time(value: object) -> time | None:
    """A time from a text, or as TOML itself writes one."""
    try:
        at = time.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    return at if isinstance(at, time) and at.tzinfo is None else None


def as_weekday(value: object) -> int | None:
    """A day of the week; Monday is 0."""
    day = value.casefold() if isinstance(value, str) else ""
    return WEEKDAYS.index(day) if day in WEEKDAYS else None


def as_zone(value: object) -> ZoneInfo | None:
    """A time zone by its name."""
    try:
        return ZoneInfo(value) if isinstance(value, str) else None
    except (KeyError, ValueError, OSError):
        return None


def as_texts(value: object) -> tuple[str, ...] | None:
    """A list of one text or more."""
    texts = [as_text(one) for one in value] if isinstance(value, list) else []
    whole = tuple(text for text in texts if text is not None)
    return whole if len(whole) == len(texts) > 0 else None


def as_table(value: object) -> Mapping[str, Any] | None:
    """A table."""
    return value if isinstance(value, Mapping) else None


def as_tables(value: object) -> Sequence[Mapping[str, Any]] | None:
    """A list of one table or more."""
    tables = value if isinstance(value, list) else []
    return tables if tables and all(isinstance(one, Mapping) for one in tables) else None


def shown(value: object) -> str:
    """A wrong value as the file has it, cut short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value[:40]}"'
    return repr(value)[:40]


def as_spans(value: object) -> tuple[tuple[time, time], ...] | None:
    """Spans of a day such as "09:00-12:30 13:00-17:00", one after the other; "" for none."""
    words = value.split() if isinstance(value, str) else ["-"]
    spans = [_as_span(word) for word in words]
    whole = tuple(span for span in spans if span is not None)
    edges = [edge for span in whole for edge in span]
    return whole if len(whole) == len(spans) and edges == sorted(set(edges)) else None


def _as_span(word: str) -> tuple[time, time] | None:
    begins, _, ends = word.partition("-")
    span = as_time(begins), as_time(ends)
    return (span[0], span[1]) if span[0] is not None and span[1] is not None else None


def as_days(value: object) -> tuple[date, ...] | None:
    """A list of dates, as texts or as TOML itself writes them; it may be empty."""
    days = [_as_day(one) for one in value] if isinstance(value, list) else [None]
    whole = tuple(day for day in days if day is not None)
    return whole if len(whole) == len(days) else None


def _as_day(value: object) -> date | None:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    return day if isinstance(day, date) and not isinstance(day, datetime) else None
