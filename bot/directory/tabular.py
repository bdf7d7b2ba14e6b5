"""The tabular form of HSDS: a file of comma-separated values for each kind of thing.

Our own columns stand beside those of the standard: ``key``, ``name_nl``, ``hours_fr`` and so on.
"""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.directory.contents import Table, WrongFile
from bot.programme.directory.writing import TEXTS

Files = Mapping[str, str]
Rows = Mapping[str, Sequence[Table]]

SERVICES, TERMS = "services", "taxonomy_terms"
# A thing that stands inside one other: its name there, and the column that leads to it.
ONE_INSIDE = {"organization": "organizations", "location": "locations"}
# Rows that belong to another row: where they stand there, and the column that leads to it.
MANY_INSIDE = (
    ("phones", "languages", "phone_id"),
    (SERVICES, "phones", "service_id"),
    (SERVICES, "schedules", "service_id"),
    (SERVICES, "service_areas", "service_id"),
    (SERVICES, "languages", "service_id"),
    (SERVICES, "cost_options", "service_id"),
    (SERVICES, "attributes", "link_id"),
    ("locations", "addresses", "location_id"),
    ("locations", "accessibility", "location_id"),
    (SERVICES, "service_at_locations", "service_id"),
)
# What else of the standard such a row may belong to, which people here do not need.
ELSEWHERE = {
    "phones": ("location_id", "organization_id", "contact_id", "service_at_location_id"),
    "schedules": ("location_id", "service_at_location_id"),
    "service_areas": ("service_at_location_id",),
    "languages": ("location_id",),
}
NAMES = (
    SERVICES, "organizations", "locations", "service_at_locations", "addresses", "accessibility",
    "phones", "schedules", "languages", "cost_options", "service_areas", "attributes", TERMS,
)  # fmt: skip
YES_OR_NO = {"is_free", "crisis_line", "short_code", "free_call"}
SAID = {"true": True, "false": False}
IN_LANGUAGE = re.compile(rf"({'|'.join(TEXTS)})_([a-z]{{2,3}})")


def to_files(whole: Table) -> Files:
    """The text of each file, by the name of what is in it."""
    rows: defaultdict[str, dict[str, Table]] = defaultdict(dict)
    for name in (SERVICES, TERMS):
        for one in whole[name]:
            _flatten(name, one, rows)
    return {name: _as_text(list(rows[name].values())) for name in NAMES if rows[name]}


def _flatten(name: str, table: Table, rows: defaultdict[str, dict[str, Table]]) -> None:
    """One row for the table, and rows of their own for what stands inside it."""
    flat: Table = {}
    rows[name][table["id"]] = flat
    for column, value in table.items():
        if column.endswith("_i18n"):
            base = column.removesuffix("_i18n")
            flat |= {f"{base}_{language}": text for language, text in value.items()}
        elif column in ONE_INSIDE:
            _flatten(ONE_INSIDE[column], value, rows)
        elif isinstance(value, list):
            for one in value:
                _flatten(column, one, rows)
        elif isinstance(value, Mapping):
            flat |= value
        else:
            flat[column] = str(value).lower() if isinstance(value, bool) else value


def _as_text(rows: Sequence[Table]) -> str:
    columns = dict.fromkeys(column for row in rows for column in row)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def from_files(files: Files) -> Table:
    """Everything as one table again; WrongFile tells what does not fit together."""
    problems: list[str] = []
    if SERVICES not in files:
        raise WrongFile(["services.csv is missing."])
    rows = {name: list(_rows(name, files[name], problems)) for name in NAMES if name in files}
    by_id = {name: _by_id(name, rows.get(name, ()), problems)
             for name in (SERVICES, "organizations", "locations", "phones")}  # fmt: skip
    for name, inside, link in MANY_INSIDE:
        _put_inside(by_id[name], (name, inside, link), rows, problems)
    _put_one_inside(rows, by_id, problems)
    problems += _of_nothing(rows)
    if problems:
        raise WrongFile(problems)
    return {SERVICES: rows[SERVICES], TERMS: rows.get(TERMS, [])}


def _rows(name: str, text: str, problems: list[str]) -> Iterator[Table]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            if None in row or None in row.values():
                problems.append(f"{name}.csv, line {reader.line_num}: it has more or fewer "
                                "columns than the first line.")  # fmt: skip
            else:
                yield _table(row)
    except csv.Error as error:
        problems.append(f"{name}.csv, line {reader.line_num}: {error}.")


def _table(row: Mapping[str, str]) -> Table:
    """What a row says; an empty cell says nothing."""
    table: Table = {}
    for column, value in row.items():
        said = IN_LANGUAGE.fullmatch(column)
        if value and said:
            table.setdefault(f"{said[1]}_i18n", {})[said[2]] = value
        elif value and column == "gathered":
            table["review"] = {column: value}
        elif value:
            table[column] = SAID.get(value.lower(), value) if column in YES_OR_NO else value
    return table


def _by_id(name: str, rows: Iterable[Table], problems: list[str]) -> Mapping[str, Table]:
    found: dict[str, Table] = {}
    for number, row in enumerate(rows, 1):
        own = row.get("id", "")
        if not own or own in found:
            problems.append(f"{name}.csv, entry {number}: id must be there, and not twice.")
        found[own] = row
    return found


def _put_inside(
    owners: Mapping[str, Table], where: tuple[str, str, str], rows: Rows, problems: list[str]
) -> None:
    """Give each row to the one it belongs to; one that names no owner of this kind stays out."""
    name, inside, link = where
    for number, row in enumerate(rows.get(inside, ()), 1):
        owner = row.get(link, "")
        if owner in owners:
            owners[owner].setdefault(inside, []).append(row)
        elif owner:
            problems.append(f"{inside}.csv, entry {number}: {link} names none of {name}.csv.")


def _of_nothing(rows: Rows) -> Iterator[str]:
    """What names nothing at all that it belongs to."""
    for inside in dict.fromkeys(inside for _, inside, _ in MANY_INSIDE):
        own = [link for _, one, link in MANY_INSIDE if one == inside]
        for number, row in enumerate(rows.get(inside, ()), 1):
            if not any(row.get(link) for link in (*own, *ELSEWHERE.get(inside, ()))):
                yield f"{inside}.csv, entry {number}: {' or '.join(own)} must be there."


def _put_one_inside(
    rows: Rows, by_id: Mapping[str, Mapping[str, Table]], problems: list[str]
) -> None:
    for name, column in ((SERVICES, "organization"), ("service_at_locations", "location")):
        for number, row in enumerate(rows.get(name, ()), 1):
            link, kind = f"{column}_id", ONE_INSIDE[column]
            if row.get(link) in by_id[kind]:
                row[column] = by_id[kind][row[link]]
            elif row.get(link):
                problems.append(f"{name}.csv, entry {number}: {link} names none of {kind}.csv.")
