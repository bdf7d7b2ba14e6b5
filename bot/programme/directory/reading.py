"""Reading a service from a table of HSDS, and saying in sentences what will not do.

Texts may stand in one language (``description``, taken for English) or in several
(``description_i18n``). Entries that HSDS knows and people here do not need are passed over.
"""

import re
from collections.abc import Iterator
from math import isfinite

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
from bot.programme.directory.tables import LANGUAGE, UNFIT, Table, TableReader
from bot.programme.directory.writing import DAYS, NEED
from bot.programme.needs.codes import NEEDS

KEY = re.compile(r"[a-z0-9-]{1,36}")  # travels in buttons, beside the need
DIAL = re.compile(r"\+?[0-9][0-9 ]{1,18}")
INTERNATIONAL = re.compile(r"\+[0-9]{4,15}")  # E.164
WEBSITE = re.compile(r"https?://[^\s/]{1,200}\.[^\s]{1,600}")
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s]{1,60}")
LONGEST_NAME = 200
LONGEST_CODE = 16
MOST_NORTH, MOST_EAST = 90, 180


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


class _Reader(TableReader):
    """One table on its way to a service."""

    def service(self) -> Service:
        """All that is said of the service."""
        table = self.table
        return Service(
            key=self._key(),
            name=self._name(),
            organization=self._organization(),
            needs=tuple(dict.fromkeys(self._needs())),
            areas=tuple(dict.fromkeys(self._areas())),
            description=self.texts(table, "description"),
            eligibility=self.texts(table, "eligibility", single="eligibility_description"),
            fees=self.texts(table, "fees", single="fees_description"),
            bring=self.texts(table, "bring"),
            alert=self.texts(table, "alert"),
            hours=self._hours(),
            languages=self._languages(table),
            phones=tuple(self._phones()),
            openings=tuple(self._openings()),
            places=tuple(self._places()),
            website=self.matching(
                table, "url", WEBSITE, "an address that begins with http:// or https://"
            ),
            email=self.matching(table, "email", EMAIL, "an e-mail address"),
            is_free=self._is_free(),
            is_crisis_line=self.yes_or_no(table, "crisis_line") or False,
            confidence=self.one_of("confidence", Confidence, Confidence.MEDIUM),
            status=self.one_of("status", Status, Status.ACTIVE),
            gathered_on=self.day(self.inside("review"), "gathered"),
            assured_on=self.day(table, "assured_date"),
        )

    def _key(self) -> str:
        value = self.table.get("key")
        if isinstance(value, str) and KEY.fullmatch(value):
            return value
        self.say("key", "at most 36 of a-z, 0-9 and -")
        return ""

    def _name(self) -> Names:
        before = len(self.problems)
        name = self.texts(self.table, "name")
        if not name and len(self.problems) == before:
            self.say("name", "a text, or a text in each language")
        return name

    def _organization(self) -> str:
        return self.text(self.inside("organization").get("name"), "organization", LONGEST_NAME)

    def _hours(self) -> Names:
        """The hours in words; HSDS has them beside each schedule."""
        said = self.texts(self.table, "hours")
        if said:
            return said
        told = (self.text(row.get("description"), f"{where}, description,")
                for where, row in self.rows(self.table, "schedules"))  # fmt: skip
        in_words = "; ".join(dict.fromkeys(one for one in told if one))
        return {"en": in_words} if in_words else {}

    def _is_free(self) -> bool | None:
        """Whether it costs nothing; other makers of HSDS say it by an amount of nothing."""
        said = self.yes_or_no(self.table, "is_free")
        amounts = [*self._amounts()]
        return said if said is not None or not amounts else not any(amounts)

    def _amounts(self) -> Iterator[float]:
        """What it costs; an amount that cannot be read must not pass for nothing."""
        for where, row in self.rows(self.table, "cost_options"):
            amount = row.get("amount")
            if amount is not None and amount != "":
                read = self.number(amount)
                if read is None or not isfinite(read):
                    self.say(f"{where}, amount,", "a number such as 5 or 5.00")
                else:
                    yield read

    def _languages(self, table: Table, where: str = "") -> tuple[str, ...]:
        codes = [str(row.get("code", "")) for _, row in self.rows(table, "languages", where)]
        if not all(LANGUAGE.fullmatch(code) for code in codes):
            self.say(f"{where}languages", 'codes of ISO 639 such as "nl"')
        return tuple(dict.fromkeys(codes))

    def _needs(self) -> Iterator[str]:
        found = False
        for where, row in self.rows(self.table, "attributes"):
            if row.get("link_type") == NEED:
                found = True
                if row.get("value") in NEEDS:
                    yield str(row["value"])
                else:
                    self.say(where, f"a need that is known, not {row.get('value')!r:.60}")
        if not found:
            self.say("attributes", "at least one need")

    def _areas(self) -> Iterator[str]:
        found = False
        for where, row in self.rows(self.table, "service_areas"):
            found, code = True, str(row.get("area_code", ""))
            if UNFIT.search(code) or not is_area(code):
                self.say(where, 'an area such as "BE", "BE-VLG" or "BE-VLG:Gent"')
            yield code
        if not found:
            self.say("service_areas", "at least one area")

    def _phones(self) -> Iterator[Phone]:
        for where, row in self.rows(self.table, "phones"):
            dial = str(row.get("dial_be") or row.get("number") or "")
            if not DIAL.fullmatch(dial):
                self.say(where, "a number as one dials it in Belgium")
            whole = _international(row)
            if whole.startswith("+") and not _is_one_number(dial, whole):
                self.say(where, f"one number: {dial} and {whole} are two")
            if whole.startswith("+") and not INTERNATIONAL.fullmatch(whole):
                self.say(where, "a number such as +3225088585 for those who call from abroad")
            yield Phone(
                dial,
                whole if whole.startswith("+") else None,
                self.yes_or_no(row, "free_call", f"{where}, "),
                self.texts(row, "description", f"{where}, "),
                self._languages(row, f"{where}, "),
            )

    def _openings(self) -> Iterator[Opening]:
        """When it is open. A schedule without days says its hours in words only."""
        for where, row in self.rows(self.table, "schedules"):
            if row.get("byday"):
                days = dict.fromkeys(str(row["byday"]).split(","))
                opens = self.time(row, "opens_at", where)
                closes = self.time(row, "closes_at", where)
                if set(days) <= set(DAYS):
                    yield Opening(tuple(DAYS.index(day) for day in days), opens, closes)
                else:
                    self.say(where, f"on days among {','.join(DAYS)}")

    def _places(self) -> Iterator[Place]:
        for where, row in self.rows(self.table, "service_at_locations"):
            location = row.get("location") or {}
            if not isinstance(location, dict):
                self.say(f"{where}, location,", "a table")
                continue
            for _, address in self.rows(location, "addresses", f"{where}, "):
                latitude, longitude = self._coordinates(location, where)
                yield Place(
                    self.text(address.get("address_1"), f"{where}, address_1,", LONGEST_NAME),
                    self.text(address.get("postal_code"), f"{where}, postal_code,", LONGEST_CODE),
                    self.text(address.get("city"), f"{where}, city,", LONGEST_NAME),
                    latitude,
                    longitude,
                    self._step_free(location, where),
                )

    def _coordinates(self, location: Table, where: str) -> tuple[float | None, float | None]:
        given = location.get("latitude"), location.get("longitude")
        if given == (None, None):
            return None, None
        latitude, longitude = self.number(given[0]), self.number(given[1])
        if _within(latitude, MOST_NORTH) and _within(longitude, MOST_EAST):
            return latitude, longitude
        self.say(where, "at a latitude and a longitude in degrees")
        return None, None

    def _step_free(self, location: Table, where: str) -> bool | None:
        rows = self.rows(location, "accessibility", f"{where}, ")
        said = [row.get("description") for _, row in rows]
        return True if "step-free" in said else False if "steps" in said else None


def _within(degrees: float | None, most: int) -> bool:
    return degrees is not None and abs(degrees) <= most


def _international(row: Table) -> str:
    """The number for those who call from abroad: HSDS has it as the number itself."""
    number = str(row.get("number") or "")
    return number if number.startswith("+") else str(row.get("e164") or "")


def _is_one_number(dial: str, whole: str) -> bool:
    """Whether a number as one dials it is the same as the one from abroad."""
    dialled, digits = dial.replace(" ", ""), whole.removeprefix("+")
    return dialled in (whole, f"00{digits}", f"0{digits.removeprefix('32')}")
