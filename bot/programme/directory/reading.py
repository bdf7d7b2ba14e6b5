"""Reading a service from a table of HSDS, and saying in sentences what will not do.

Texts may stand in one language (``description``, taken for English) or in several
(``description_i18n``). Entries that HSDS knows and people here do not need are passed over.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from bot.programme.directory.areas import is_area
from bot.programme.directory.service import (
    Confidence,
    Names,
    Opening,
    Phone,
    Place,
    Service,
    Status,
)
from bot.programme.directory.writing import DAYS, NEED
from bot.programme.needs.codes import NEEDS

Table = Mapping[str, Any]
Value = TypeVar("Value")
Kind = TypeVar("Kind", bound=StrEnum)

KEY = re.compile(r"[a-z0-9-]{1,36}")  # travels in buttons, beside the need
LANGUAGE = re.compile(r"[a-z]{2,3}")
DIAL = re.compile(r"\+?[0-9][0-9 ]{1,18}")
WEBSITE = re.compile(r"https?://[^\s/]+\.[^\s]+")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
OLD_NAMES = {"eligibility": "eligibility_description", "fees": "fees_description"}


class WrongEntry(Exception):
    """An entry that will not do; every problem with it is a sentence."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_service(table: Table) -> Service:
    """The service that a table describes; WrongEntry names everything that is wrong with it."""
    reader = _Reader(table)
    service = reader.service()
    if reader.problems:
        raise WrongEntry(tuple(reader.problems))
    return service


class _Reader:
    """One table on its way to a service; a wrong value adds a problem and gives a stand-in."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.problems: list[str] = []

    def service(self) -> Service:
        """All that is said of the service."""
        return Service(
            key=self._matching("key", KEY, "at most 36 of a-z, 0-9 and -"),
            name=self._texts("name", needed=True),
            organization=str(self._inside("organization").get("name", "")),
            needs=tuple(self._needs()),
            areas=tuple(self._areas()),
            description=self._texts("description"),
            eligibility=self._texts("eligibility"),
            fees=self._texts("fees"),
            bring=self._texts("bring"),
            alert=self._texts("alert"),
            hours=self._hours(),
            languages=self._languages(self.table),
            phones=tuple(self._phones()),
            openings=tuple(self._openings()),
            places=tuple(self._places()),
            website=self._maybe("url", WEBSITE, "an address that begins with http:// or https://"),
            email=self._maybe("email", EMAIL, "an e-mail address"),
            is_free=self._yes_or_no(self.table, "is_free"),
            is_crisis_line=self._yes_or_no(self.table, "crisis_line") or False,
            confidence=self._one_of("confidence", Confidence, Confidence.MEDIUM),
            status=self._one_of("status", Status, Status.ACTIVE),
            gathered_on=self._day(self._inside("review"), "gathered"),
            assured_on=self._day(self.table, "assured_date"),
        )

    def _say(self, where: str, must_be: str) -> None:
        self.problems.append(f"{where} must be {must_be}.")

    def _matching(self, name: str, form: re.Pattern[str], must_be: str) -> str:
        value = self.table.get(name)
        if isinstance(value, str) and form.fullmatch(value):
            return value
        self._say(name, must_be)
        return ""

    def _maybe(self, name: str, form: re.Pattern[str], must_be: str) -> str | None:
        return self._matching(name, form, must_be) if self.table.get(name) else None

    def _one_of(self, name: str, kind: type[Kind], usual: Kind) -> Kind:
        value = self.table.get(name, usual)
        if value in tuple(kind):
            return kind(value)
        self._say(name, f"one of {', '.join(kind)}")
        return usual

    def _yes_or_no(self, table: Table, name: str) -> bool | None:
        value = table.get(name)
        if value is not None and not isinstance(value, bool):
            self._say(name, "true or false")
            return None
        return value

    def _day(self, table: Table, name: str) -> date | None:
        value = table.get(name)
        return self._read(value, name, date.fromisoformat, "a day such as 2026-11-21")

    def _read(
        self, value: object, where: str, read: Callable[[str], Value], must_be: str
    ) -> Value | None:
        """A text that one of Python's own readers understands; None when there is none."""
        if value is None:
            return None
        try:
            return read(str(value))
        except ValueError:
            self._say(where, must_be)
            return None

    def _inside(self, name: str) -> Table:
        value = self.table.get(name, {})
        if isinstance(value, Mapping):
            return value
        self._say(name, "a table")
        return {}

    def _rows(self, table: Table, name: str) -> Iterator[tuple[str, Table]]:
        """The tables in a list, each with where it stands."""
        rows = table.get(name) or []
        if not isinstance(rows, list | tuple):
            self._say(name, "a list")
            return
        for number, row in enumerate(rows, 1):
            if isinstance(row, Mapping):
                yield f"{name} {number}", row
            else:
                self._say(f"{name} {number}", "a table")

    def _texts(self, name: str, *, needed: bool = False) -> Names:
        texts = self._names(self.table, name)
        if needed and not texts:
            self._say(name, "a text, or a text in each language")
        return texts

    def _hours(self) -> Names:
        """The hours in words; HSDS has them beside each schedule."""
        said = self._names(self.table, "hours")
        rows = [row for _, row in self._rows(self.table, "schedules")]
        told = dict.fromkeys(str(row["description"]) for row in rows if row.get("description"))
        return said or ({"en": "; ".join(told)} if told else {})

    def _names(self, table: Table, name: str) -> Names:
        """The texts in each language; a single one is English."""
        several = table.get(f"{name}_i18n")
        if isinstance(several, Mapping):
            return {str(one): str(text).strip() for one, text in several.items() if text}
        if several is not None:
            self._say(f"{name}_i18n", "a text for each language")
        single = table.get(name) or table.get(OLD_NAMES.get(name, name))
        return {"en": str(single).strip()} if single else {}

    def _languages(self, table: Table) -> tuple[str, ...]:
        codes = [str(row.get("code", "")) for _, row in self._rows(table, "languages")]
        for code in codes:
            if not LANGUAGE.fullmatch(code):
                self._say("languages", 'codes of ISO 639 such as "nl"')
        return tuple(codes)

    def _needs(self) -> Iterator[str]:
        found = False
        for where, row in self._rows(self.table, "attributes"):
            if row.get("link_type") == NEED:
                found = True
                if row.get("value") in NEEDS:
                    yield str(row["value"])
                else:
                    self._say(where, f"a need that is known, not {row.get('value')!r}")
        if not found:
            self._say("attributes", "at least one need")

    def _areas(self) -> Iterator[str]:
        found = False
        for where, row in self._rows(self.table, "service_areas"):
            found = True
            code = str(row.get("area_code", ""))
            if not is_area(code):
                self._say(where, 'an area such as "BE", "BE-VLG" or "BE-VLG:Gent"')
            yield code
        if not found:
            self._say("service_areas", "at least one area")

    def _phones(self) -> Iterator[Phone]:
        for where, row in self._rows(self.table, "phones"):
            dial = str(row.get("dial_be") or row.get("number") or "")
            if not DIAL.fullmatch(dial):
                self._say(where, "a number as one dials it in Belgium, digits and spaces")
            international = row.get("e164") or row.get("number")
            yield Phone(
                dial,
                str(international) if str(international or "").startswith("+") else None,
                self._yes_or_no(row, "free_call"),
                self._names(row, "description"),
                self._languages(row),
            )

    def _openings(self) -> Iterator[Opening]:
        for where, row in self._rows(self.table, "schedules"):
            if row.get("byday"):
                days = str(row["byday"]).split(",")
                opens = self._time(row, where, "opens_at")
                closes = self._time(row, where, "closes_at")
                if set(days) <= set(DAYS):
                    yield Opening(tuple(DAYS.index(day) for day in days), opens, closes)
                else:
                    self._say(where, f"on days among {','.join(DAYS)}")

    def _time(self, row: Table, where: str, name: str) -> time:
        value = row.get(name, "")
        read = self._read(value, f"{where}, {name},", time.fromisoformat, "a time such as 09:00")
        return (read or time(0)).replace(tzinfo=None)

    def _places(self) -> Iterator[Place]:
        for where, row in self._rows(self.table, "service_at_locations"):
            location = row.get("location") or {}
            for _, address in self._rows(location, "addresses"):
                latitude, longitude = self._coordinates(location, where)
                yield Place(
                    str(address.get("address_1", "")),
                    str(address.get("postal_code", "")),
                    str(address.get("city", "")),
                    latitude,
                    longitude,
                    _step_free(location),
                )

    def _coordinates(self, location: Table, where: str) -> tuple[float | None, float | None]:
        given = location.get("latitude"), location.get("longitude")
        if given == (None, None):
            return None, None
        try:
            latitude, longitude = float(str(given[0])), float(str(given[1]))
        except ValueError:
            latitude = longitude = float("nan")
        if abs(latitude) <= MOST_NORTH and abs(longitude) <= MOST_EAST:
            return latitude, longitude
        self._say(where, "at a latitude and a longitude in degrees")
        return None, None


MOST_NORTH, MOST_EAST = 90, 180


def _step_free(location: Table) -> bool | None:
    said = [str(one.get("description")) for one in location.get("accessibility") or []]
    return True if "step-free" in said else False if "steps" in said else None
