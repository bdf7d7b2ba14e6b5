"""Every column says what it knows about a person, why, and how long it is kept."""

from sqlalchemy import JSON, Column, Enum, LargeBinary, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.columns import NATURE, Impersonal, Kept, Personal, fact, key, personal
from storage.migrations.models import models
from storage.sealing import Blind, Sealed, SealedBytes


def complaints(metadata: MetaData) -> list[str]:
    """What is wrong with the declarations, a sentence each, and how to mend it."""
    columns = [column for table in metadata.sorted_tables for column in table.columns]
    return [wrong for column in columns if (wrong := _complaint(column))]


def _complaint(column: Column[object]) -> str:
    nature = column.info.get(NATURE)
    if isinstance(nature, Impersonal):
        return ""
    if not isinstance(nature, Personal):
        return (
            f"{column} does not say whether it knows something about a person: declare it with"
            " personal(purpose=, kept=), fact(), key() or refers() from storage.columns."
        )
    if not nature.purpose.strip():
        return f"{column} is personal and has no purpose: say why it is known, or do not keep it."
    if _is_open_text(column) and not nature.open_because:
        return (
            f"{column} keeps something personal in clear text: make it Sealed (or Blind, to find"
            " it by value), or say why not with open_because=."
        )
    return ""


def _is_open_text(column: Column[object]) -> bool:
    """A closed list of words (Enum) is no free text; TypeDecorators say what they are."""
    sealed = isinstance(column.type, Sealed | Blind | Enum)
    return not sealed and isinstance(column.type, String | JSON | LargeBinary)


def test_every_column_of_every_table_says_what_it_is():
    assert complaints(models()) == []


class Planted(DeclarativeBase):
    """Tables as nobody should declare them."""


class Diary(Planted):
    __tablename__ = "diary"
    id: Mapped[int] = key()
    forgotten: Mapped[int] = mapped_column()
    aimless: Mapped[int] = personal(purpose=" ", kept=Kept.UNTIL_DONE)
    clear: Mapped[str] = personal(purpose="remembering", kept=Kept.UNTIL_DONE)
    reasoned: Mapped[str] = personal(
        purpose="remembering", kept=Kept.UNTIL_DONE, open_because="It is a language code."
    )
    sealed: Mapped[SealedBytes] = personal(Sealed, purpose="remembering", kept=Kept.UNTIL_DONE)
    weather: Mapped[str] = fact()


def test_the_forgotten_the_aimless_and_the_clear_are_found_and_no_other():
    found = complaints(Planted.metadata)
    assert [sentence.split()[0] for sentence in found] == [
        "diary.forgotten",
        "diary.aimless",
        "diary.clear",
    ]
    assert "storage.columns" in found[0]
    assert "open_because=" in found[2]


def test_a_table_without_a_class_is_seen_too():
    metadata = MetaData()
    Table("loose", metadata, Column("name", String))
    assert complaints(metadata)[0].startswith("loose.name")


def test_what_a_column_says_can_be_read_from_the_table():
    said = Diary.__table__.c.reasoned.info[NATURE]
    assert said == Personal("remembering", Kept.UNTIL_DONE, "It is a language code.")
    assert all(rule.value.endswith(".") for rule in Kept)
