"""How every column of every table says what it is.

`key` and `refers` name rows, `fact` says nothing about a person, and `personal` says for what
purpose it is known and how long it is kept. A test refuses a column that is declared otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, TypedDict, Unpack

from sqlalchemy import BigInteger, ColumnElement, ForeignKey, Integer
from sqlalchemy.orm import MappedColumn, mapped_column
from sqlalchemy.types import TypeEngine

from storage.ids import new_id

ID = BigInteger().with_variant(Integer(), "sqlite")
NATURE = "nature"

ColumnType = TypeEngine[Any] | type[TypeEngine[Any]]
WhenGone = Literal["CASCADE", "SET NULL", "RESTRICT"]


class Kept(Enum):
    """How long something about a person is kept, in a sentence for that person."""

    WHILE_TAKING_PART = "Kept while you take part; erased when you leave."
    WITH_CONSENT = "Kept as long as you agree; erased when you withdraw your agreement."
    UNTIL_DONE = "Kept until it has been dealt with, and erased within 48 hours."
    UNTIL_ANSWERED = "Kept until you answer, 30 days at most; erased when you no longer agree."
    UNTIL_USED = "Kept until it is used or runs out."
    DAYS_90_AFTER_DUO = "Kept until 90 days after the end of your duo."
    MONTHS_12_AFTER_CASE = "Kept until 12 months after your coach closed the case."
    PROOF_OF_CONSENT = "Kept to prove what you agreed to and when, 5 years after you leave."
    COUNTS_ONLY = "Kept as a number that no longer leads to you."


@dataclass(frozen=True, slots=True)
class Personal:
    """What a column knows about a person, and why; open_because explains clear text."""

    purpose: str
    kept: Kept
    open_because: str = ""


class Impersonal(Enum):
    """What a column is that knows nothing about a person."""

    FACT = "fact"
    KEY = "key"
    REFERS = "refers"


class Options(TypedDict, total=False):
    """What else a column may say, as in SQLAlchemy's mapped_column."""

    primary_key: bool
    nullable: bool
    unique: bool
    index: bool
    autoincrement: bool
    default: Callable[[], object] | str | bytes | float | bool | None
    server_default: str | ColumnElement[Any] | None


def personal(
    type_: ColumnType | None = None,
    *,
    purpose: str,
    kept: Kept,
    open_because: str = "",
    **options: Unpack[Options],
) -> MappedColumn[Any]:
    """A column that knows something about a person; text that is not sealed gives a reason."""
    return _column(Personal(purpose, kept, open_because), type_, **options)


def fact(type_: ColumnType | None = None, **options: Unpack[Options]) -> MappedColumn[Any]:
    """A column that says nothing about a person, not even beside the others of its row."""
    return _column(Impersonal.FACT, type_, **options)


def key(type_: ColumnType | None = None) -> MappedColumn[Any]:
    """The primary key: a random id, or a part of a natural key when a type is given."""
    info = {NATURE: Impersonal.KEY}
    if type_ is None:
        return mapped_column(ID, primary_key=True, default=new_id, autoincrement=False, info=info)
    return mapped_column(type_, primary_key=True, autoincrement=False, info=info)


def refers(
    target: str, *, when_gone: WhenGone = "RESTRICT", **options: Unpack[Options]
) -> MappedColumn[Any]:
    """A reference to `table.column`, with an index so that the other row can be erased fast."""
    options.setdefault("index", True)
    foreign = ForeignKey(target, ondelete=when_gone)
    return mapped_column(ID, foreign, info={NATURE: Impersonal.REFERS}, **options)


def _column(
    nature: Personal | Impersonal, type_: ColumnType | None, **options: Unpack[Options]
) -> MappedColumn[Any]:
    if type_ is None:
        return mapped_column(info={NATURE: nature}, **options)
    return mapped_column(type_, info={NATURE: nature}, **options)
