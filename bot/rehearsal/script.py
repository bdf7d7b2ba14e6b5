"""What was said and done, person by person, as the journal of the pretend Telegram tells it."""

from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from bot.rehearsal.seen import buttons

Entry = Mapping[str, Any]


class Kind(StrEnum):
    """What a line tells. A letter comes by itself, a reply after somebody did something."""

    LETTER = "letter"
    REPLY = "reply"
    CHANGE = "change"
    TAP = "tap"
    WORDS = "words"


PICTURE = "picture"
BY_THE_BOT = frozenset({Kind.LETTER, Kind.REPLY, Kind.CHANGE})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was said or done; ``at`` is wall time. ``beside`` goes with the text: a
    file, a place on the map, a number to call.
    """

    at: datetime
    kind: Kind
    text: str
    buttons: tuple[str, ...] = ()
    beside: str = ""

    @property
    def week(self) -> tuple[int, int]:
        """Year and number of the ISO week."""
        year, week, _ = self.at.isocalendar()
        return year, week


Script = Mapping[int, Sequence[Line]]


def script_of(entries: Sequence[Entry], answers: AbstractSet[int], zone: ZoneInfo) -> Script:
    """The lines of everybody, in order."""
    lines: dict[int, list[Line]] = {}
    known: set[tuple[int, int]] = set()
    for entry in entries:
        at = datetime.fromisoformat(entry["at"]).astimezone(zone)
        if entry["what"] == "tapped":
            lines.setdefault(entry["person"], []).append(Line(at, Kind.TAP, entry["label"]))
        elif entry["what"] == "message":
            place = (entry["chat"], entry["message"]["message_id"])
            kind = _kind(entry, answers, is_new=place not in known)
            known.add(place)
            lines.setdefault(entry["chat"], []).append(_line(at, kind, entry["message"]))
    return lines


def _kind(entry: Entry, answers: AbstractSet[int], *, is_new: bool) -> Kind:
    if entry["by"] != "bot":
        return Kind.WORDS
    if not is_new:
        return Kind.CHANGE
    return Kind.REPLY if entry["seq"] in answers else Kind.LETTER


def _line(at: datetime, kind: Kind, message: Entry) -> Line:
    text = message.get("text") or message.get("caption") or ""
    labels = tuple(button["text"] for button in buttons(message))
    return Line(at, kind, text, labels, _beside(message))


def _beside(message: Entry) -> str:
    """What is no text, in a few words that are the same in every language."""
    match message:
        case {"venue": {"title": title, "address": address}}:
            return f"{title}, {address}"
        case {"document": {"file_name": name}}:
            return str(name)
        case {"contact": {"phone_number": number, "first_name": name}}:
            return f"{name}, {number}"
        case {"photo": _}:
            return PICTURE
        case _:
            return ""


def letters_a_week(lines: Sequence[Line], weeks: Sequence[tuple[int, int]]) -> Sequence[int]:
    """How many letters came by themselves in each of these weeks."""
    came = [one.week for one in lines if one.kind is Kind.LETTER]
    return [came.count(week) for week in weeks]


def weeks_of(script: Script) -> Sequence[tuple[int, int]]:
    """All weeks in which anything was said or done."""
    return sorted({line.week for line in chain.from_iterable(script.values())})


def by_week(lines: Sequence[Line]) -> Iterator[tuple[tuple[int, int], Sequence[Line]]]:
    """The lines of one person, a week at a time."""
    for week in sorted({line.week for line in lines}):
        yield week, [line for line in lines if line.week == week]
