"""Reading a table of settings entry by entry, and saying in sentences what will not do."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, time
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bot.programme.entry_values import (
    as_bool,
    as_days,
    as_float,
    as_key,
    as_number,
    as_one_of,
    as_spans,
    as_table,
    as_tables,
    as_text,
    as_texts,
    as_time,
    as_weekday,
    as_zone,
    shown,
)

Value = TypeVar("Value")

SAMPLE_ZONE = "Europe/Brussels"


class Entries:
    """One table of a settings file; ``problems`` is shared with the tables inside it.

    A wrong entry adds a sentence to the problems and gives a stand-in, so that reading goes on.
    """

    def __init__(self, table: Mapping[str, Any], problems: list[str], path: str = "") -> None:
        self.problems = problems
        self._table = table
        self._path = path
        self._asked: set[str] = set()

    def text(self, key: str) -> str:
        """A text that is not empty."""
        return self._take(key, "a text in quotes", as_text, "")

    def key(self, key: str) -> str:
        """A short word by which something is known, in buttons and in columns too."""
        return self._take(key, 'a key of at most 32 of a-z, 0-9, "_" and "-"', as_key, "")

    def yes_or_no(self, key: str) -> bool:
        """True or false."""
        return self._take(key, "true or false", as_bool, stand_in=False)

    def whole_number(self, key: str, least: int, most: int) -> int:
        """A whole number from the one to the other."""
        expected = f"a whole number from {least} to {most}"
        return self._take(key, expected, lambda value: as_number(value, least, most), least)

    def maybe_whole_number(self, key: str, least: int, most: int) -> int | None:
        """A whole number, or None when the entry is left out."""
        self._asked.add(key)
        return self.whole_number(key, least, most) if key in self._table else None

    def maybe_yes_or_no(self, key: str) -> bool | None:
        """True or false, or None when the entry is left out."""
        self._asked.add(key)
        return self.yes_or_no(key) if key in self._table else None

    def maybe_number(self, key: str, least: float, most: float) -> float | None:
        """A number from the one to the other, or None when the entry is left out."""
        self._asked.add(key)
        if key not in self._table:
            return None
        expected = f"a number from {least:g} to {most:g}"
        return self._take(key, expected, lambda value: as_float(value, least, most), least)

    def maybe_tables(self, key: str) -> tuple["Entries", ...]:
        """A list of tables; none when the entry is left out."""
        self._asked.add(key)
        return self.tables(key) if key in self._table else ()

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """One of a few words; the first where it is none of them."""
        expected = " or ".join(f'"{one}"' for one in choices)
        return self._take(key, expected, lambda value: as_one_of(value, choices), choices[0])

    def wall_time(self, key: str) -> time:
        """A time of day."""
        return self._take(key, 'a time of day such as "18:00"', as_time, time(0))

    def weekday(self, key: str) -> int:
        """A day of the week; Monday is 0."""
        return self._take(key, 'a day of the week such as "sunday"', as_weekday, 0)

    def spans(self, key: str) -> tuple[tuple[time, time], ...]:
        """Spans of a day, one after the other; none for a day off."""
        nothing: tuple[tuple[time, time], ...] = ()
        return self._take(key, 'spans such as "09:00-12:30 13:00-17:00"', as_spans, nothing)

    def maybe_days(self, key: str) -> tuple[date, ...]:
        """A list of dates; none when the entry is left out."""
        self._asked.add(key)
        nothing: tuple[date, ...] = ()
        expected = 'a list of dates such as "2027-05-07"'
        return self._take(key, expected, as_days, nothing) if key in self._table else nothing

    def maybe_table(self, key: str) -> "Entries | None":
        """A table inside this one, or None when it is left out."""
        self._asked.add(key)
        return self.table(key) if key in self._table else None

    def zone(self, key: str) -> ZoneInfo:
        """A time zone by its name."""
        expected = f'a time zone such as "{SAMPLE_ZONE}"'
        return self._take(key, expected, as_zone, ZoneInfo(SAMPLE_ZONE))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of one text or more."""
        nothing: tuple[str, ...] = ()
        return self._take(key, "a list of one text or more", as_texts, nothing)

    def names(self, key: str, languages: Collection[str]) -> Mapping[str, str]:
        """The same thing in each of the languages."""
        table = self.table(key)
        names = {language: table.text(language) for language in languages}
        table.finish()
        return MappingProxyType(names)

    def table(self, key: str) -> "Entries":
        """A table inside this one."""
        found = self._take(key, "a table", as_table, None)
        # Without a table one sentence is enough: what would be in it goes unsaid.
        return Entries(found or {}, self.problems if found else [], f"{self._path}{key}.")

    def tables(self, key: str) -> tuple["Entries", ...]:
        """A list of one table or more."""
        nothing: Sequence[Mapping[str, Any]] = ()
        found = self._take(key, "a list of one table or more", as_tables, nothing)
        return tuple(
            Entries(one, self.problems, f"{self._path}{key}[{number}].")
            for number, one in enumerate(found, 1)
        )

    def finish(self) -> None:
        """Name the entries that nobody asked for: most are slips of the pen."""
        for key in self._table:
            if key not in self._asked:
                near = get_close_matches(key, self._asked, n=1)
                hint = f' Did you mean "{near[0]}"?' if near else " Take it out."
                self.problems.append(f"{self._path}{key} is not an entry of the programme.{hint}")

    def _take(
        self, key: str, expected: str, read: Callable[[Any], Value | None], stand_in: Value
    ) -> Value:
        self._asked.add(key)
        if key not in self._table:
            self.problems.append(f"{self._path}{key} is missing; it must be {expected}.")
            return stand_in
        value = read(self._table[key])
        if value is None:
            found = shown(self._table[key])
            self.problems.append(f"{self._path}{key} must be {expected}, not {found}.")
            return stand_in
        return value
