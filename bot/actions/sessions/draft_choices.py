"""What a tap chooses of a session that is being planned."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.programme.programme import Programme
from bot.programme.sessions.planning import (
    DAY,
    HOUR,
    LANGUAGE,
    PLACE,
    SEATS,
    WHAT,
    WHEN,
    read_seats,
)
from bot.programme.training.settings import INFO
from storage.sessions import Draft

Changes = Mapping[str, Any] | None
LONG_AS_A_DAY = len("2026-11-24")


def chosen_of(programme: Programme, draft: Draft, what: str, value: str) -> Draft | None:
    """The draft with one thing chosen; None for what cannot be."""
    reader = _READERS.get(what)
    changes = reader(programme, draft, value) if reader else None
    return None if changes is None else replace(draft, **changes)


def _what(programme: Programme, draft: Draft, value: str) -> Changes:
    if value not in (INFO, *programme.training.keys):
        return None
    return {"what": value, "asks": "" if draft.wall else WHEN}


def _day(_: Programme, __: Draft, value: str) -> Changes:
    try:
        return {"wall": date.fromisoformat(value).isoformat(), "asks": HOUR}
    except ValueError:
        return None


def _when(_: Programme, __: Draft, value: str) -> Changes:
    """A wall time as a button carries it, without the colon between hours and minutes."""
    try:
        moment = datetime.strptime(value, "%Y-%m-%dT%H%M")  # noqa: DTZ007  # a wall time
    except ValueError:
        return None
    return {"wall": moment.isoformat(timespec="minutes"), "asks": ""}


def _hour(programme: Programme, draft: Draft, value: str) -> Changes:
    return _when(programme, draft, f"{draft.wall[:LONG_AS_A_DAY]}T{value}")


def _place(_: Programme, __: Draft, value: str) -> Changes:
    return None if value else {"place": "", "asks": ""}


def _language(programme: Programme, _: Draft, value: str) -> Changes:
    return {"language": value, "asks": ""} if value in programme.languages else None


def _seats(_: Programme, __: Draft, value: str) -> Changes:
    seats = read_seats(value)
    return {"capacity": seats, "asks": ""} if seats else None


_READERS: Mapping[str, Callable[[Programme, Draft, str], Changes]] = {
    WHAT: _what,
    DAY: _day,
    WHEN: _when,
    HOUR: _hour,
    PLACE: _place,
    LANGUAGE: _language,
    SEATS: _seats,
}
