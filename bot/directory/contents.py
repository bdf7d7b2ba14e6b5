"""What a file of services holds, once all of it is right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.programme.directory import Service
from bot.programme.directory.reading import WrongEntry, read_service
from bot.programme.directory.tables import TableReader
from bot.programme.needs.codes import NEEDS, THEMES

Table = dict[str, Any]
KNOWN: tuple[str, ...] = (*THEMES, *NEEDS)
NO_LIST = (
    'The file must be a list of services, or a table with the lists "services" and '
    '"taxonomy_terms".'
)
SHOWN = 60  # letters of a wrong key that are repeated


class WrongFile(Exception):
    """A file will not do; every problem with it is a sentence."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Contents:
    """The services of a file, and the names of needs: none when it is not about them."""

    services: tuple[Service, ...]
    terms: tuple[Table, ...] = ()


def read_contents(value: object) -> Contents:
    """The contents of a JSON value: a list of services, or a table with ``services`` and
    ``taxonomy_terms``. WrongFile tells everything that is wrong, by key.
    """
    services, terms = _lists(value)
    problems: list[str] = []
    read = list(_services(services, problems))
    named = list(_terms(terms, problems))
    if problems:
        raise WrongFile(problems)
    return Contents(tuple(read), tuple(named))


def _lists(value: object) -> tuple[Sequence[object], Sequence[object]]:
    if isinstance(value, Mapping):
        services, terms = value.get("services"), value.get("taxonomy_terms") or []
    else:
        services, terms = value, []
    if not isinstance(services, list) or not isinstance(terms, list):
        raise WrongFile([NO_LIST])
    return services, terms


def _services(tables: Sequence[object], problems: list[str]) -> Iterator[Service]:
    keys = Counter(_key(one) for one in tables if _key(one))
    problems += [f"{key}: {number} entries have this key." for key, number in keys.items()
                 if number > 1]  # fmt: skip
    for number, table in enumerate(tables, 1):
        if not isinstance(table, Mapping):
            problems.append(f"Entry {number} must be a table.")
            continue
        try:
            yield read_service(table)
        except WrongEntry as wrong:
            name = _key(table) or f"Entry {number}"
            name = f"{name} (entry {number})" if keys[name] > 1 else name
            problems += [f"{name}: {problem}" for problem in wrong.problems]


def _key(table: object) -> str:
    """The key by which an entry is named in sentences, also when it will not do."""
    key = table.get("key") if isinstance(table, Mapping) else None
    return key[:SHOWN] if isinstance(key, str) else ""


def _terms(tables: Sequence[object], problems: list[str]) -> Iterator[Table]:
    known = [one for one in tables if isinstance(one, Mapping)]
    codes = {str(one["id"]): one.get("code") for one in known if one.get("id")}
    for number, table in enumerate(tables, 1):
        code = table.get("code") if isinstance(table, Mapping) else None
        if not isinstance(table, Mapping) or code not in KNOWN:
            problems.append(f"Term {number}: code must be a theme or a need, not {code!r:.60}.")
        elif not _are_names(names := _names_of(table)):
            problems.append(f"Term {code}: name_i18n must be a text for each language.")
        else:
            parent = table.get("parent_code") or codes.get(str(table.get("parent_id")))
            above = {"parent_code": parent} if parent in KNOWN else {}
            yield {"code": code, **above, "name_i18n": dict(names)}


def _names_of(table: Table | Mapping[str, Any]) -> Any:  # noqa: ANN401  # it comes from a file
    return table.get("name_i18n") or {table.get("language") or "en": table.get("name")}


def _are_names(names: object) -> bool:
    """Whether every name is a text, in languages of two or three letters."""
    reader = TableReader({"name_i18n": names})
    return bool(reader.texts(reader.table, "name")) and not reader.problems
