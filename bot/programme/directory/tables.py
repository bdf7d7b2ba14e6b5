"""Looking into a table whose every value may be anything, and saying what will not do."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from bot.programme.directory.service import Names

Table = Mapping[str, Any]
Value = TypeVar("Value")
Kind = TypeVar("Kind", bound=StrEnum)

LONGEST = 600  # letters; a card has room for a few such texts
LANGUAGE = re.compile(r"[a-z]{2,3}")
# Neither a database nor Telegram takes control characters and halves of characters.
UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
A_TEXT = f"a text of at most {LONGEST} letters without control characters"


class TableReader:
    """One table; a wrong value adds a sentence to ``problems`` and gives a stand-in."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.problems: list[str] = []

    def say(self, where: str, must_be: str) -> None:
        """Note what is wrong."""
        self.problems.append(f"{where} must be {must_be}.")

    def inside(self, name: str) -> Table:
        """The table under this name; an empty one when there is none."""
        value = self.table.get(name)
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self.say(name, "a table")
        return {}

    def rows(self, table: Table, name: str, where: str = "") -> Iterator[tuple[str, Table]]:
        """The tables in a list, each with where it stands."""
        rows = table.get(name)
        if rows is not None and not isinstance(rows, list | tuple):
            self.say(f"{where}{name}", "a list")
            return
        for number, row in enumerate(rows or (), 1):
            if isinstance(row, Mapping):
                yield f"{where}{name} {number}", row
            else:
                self.say(f"{where}{name} {number}", "a table")

    def matching(self, table: Table, name: str, form: re.Pattern[str], must_be: str) -> str | None:
        """A text of this form; None when there is none."""
        value = table.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and form.fullmatch(value) and not UNFIT.search(value):
            return value
        self.say(name, must_be)
        return None

    def text(self, value: object, where: str, longest: int = LONGEST) -> str:
        """A text without what surrounds it; empty when there is none."""
        if value is None:
            return ""
        text = value.replace("\r\n", "\n").strip() if isinstance(value, str) else None
        if text is None or len(text) > longest or UNFIT.search(text):
            self.say(where, A_TEXT.replace(str(LONGEST), str(longest)))
            return ""
        return text

    def texts(self, table: Table, name: str, where: str = "", single: str = "") -> Names:
        """The texts in each language; one that stands alone is taken for English."""
        several = table.get(f"{name}_i18n")
        if several is not None and not _are_languages(several):
            self.say(f"{where}{name}_i18n", "a text for each language")
            return {}
        alone = {"en": table.get(name) or table.get(single)}
        read = {
            language: self.text(text, f"{where}{name} in {language}")
            for language, text in (several or alone).items()
        }
        return {language: text for language, text in read.items() if text}

    def one_of(self, name: str, kind: type[Kind], usual: Kind) -> Kind:
        """One of a few words."""
        value = self.table.get(name)
        if value is None:
            return usual
        if value in tuple(kind):
            return kind(value)
        self.say(name, f"one of {', '.join(kind)}")
        return usual

    def yes_or_no(self, table: Table, name: str, where: str = "") -> bool | None:
        """True, false, or None when nobody knows."""
        value = table.get(name)
        if value is None or isinstance(value, bool):
            return value
        self.say(f"{where}{name}", "true or false")
        return None

    def day(self, table: Table, name: str) -> date | None:
        """A day; None when there is none."""
        return self._understood(table, name, name, date.fromisoformat, "a day such as 2026-11-21")

    def time(self, table: Table, name: str, where: str) -> time:
        """A wall time, which must be there."""
        read = self._understood(
            {name: table.get(name, "")}, name, f"{where}, {name},", time.fromisoformat,
            "a time such as 09:00",
        )  # fmt: skip
        return (read or time(0)).replace(second=0, microsecond=0, tzinfo=None)

    def number(self, value: object) -> float | None:
        """A number, also one that is written as text."""
        try:
            return float(str(value))
        except ValueError:
            return None

    def _understood(
        self, table: Table, name: str, where: str, read: Callable[[str], Value], must_be: str
    ) -> Value | None:
        """What one of Python's own readers makes of a text; None when there is none."""
        value = table.get(name)
        if value is None:
            return None
        try:
            return read(str(value))
        except ValueError:
            self.say(where, must_be)
            return None


def _are_languages(texts: object) -> bool:
    if not isinstance(texts, Mapping):
        return False
    return all(isinstance(one, str) and LANGUAGE.fullmatch(one) for one in texts)
