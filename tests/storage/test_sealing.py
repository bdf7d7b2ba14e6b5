import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import insert, select, text
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.ids import new_id
from storage.sealing import BlindBytes, Keys, SealedBytes, Tampered, Where
from tests.storage.tables import JARS, LABELS

OLD, NEW = Keys.generate(), Keys.generate()
KEYS = Keys.from_text(NEW)
RITAS_PHONE = Where("people", "phone", 7)


@given(st.text())
def test_what_is_sealed_opens_again_in_its_place(words: str):
    assert KEYS.open(KEYS.seal(words, RITAS_PHONE), RITAS_PHONE) == words


@given(st.binary())
def test_bytes_open_as_the_same_bytes(content: bytes):
    assert KEYS.open_bytes(KEYS.seal(content, RITAS_PHONE), RITAS_PHONE) == content


def test_facts_open_as_the_same_facts():
    facts = {"first": "Amir", "years": [1998, None], "région": {"bxl": True}}
    assert KEYS.open_json(KEYS.seal_json(facts, RITAS_PHONE), RITAS_PHONE) == facts


def test_the_same_phone_sealed_twice_looks_different():
    assert KEYS.seal("0470", RITAS_PHONE) != KEYS.seal("0470", RITAS_PHONE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Where("people", "phone", 8),
        Where("people", "phone", "7"),
        Where("people", "email", 7),
        Where("coaches", "phone", 7),
        Where("peoplep", "hone", 7),
    ],
)
def test_toms_row_cannot_show_ritas_phone(elsewhere: Where):
    sealed = KEYS.seal("+32470123456", RITAS_PHONE)
    with pytest.raises(Tampered) as refusal:
        KEYS.open(sealed, elsewhere)
    assert f"{elsewhere.table}.{elsewhere.column}, row {elsewhere.row}" in str(refusal.value)
    assert "470" not in str(refusal.value)


@given(st.data())
def test_an_altered_value_never_opens(data: st.DataObject):
    sealed = bytearray(KEYS.seal("I want my coach", RITAS_PHONE))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Tampered):
        KEYS.open(bytes(sealed), RITAS_PHONE)


@given(st.binary(max_size=60))
def test_rubbish_never_opens(rubbish: bytes):
    with pytest.raises(Tampered):
        KEYS.open(rubbish, RITAS_PHONE)


def test_nothing_is_sealed_without_its_row():
    with pytest.raises(ValueError, match=r"people\.phone names none"):
        KEYS.seal("0470", replace(RITAS_PHONE, row=None))


def test_after_rotation_old_values_open_and_new_ones_use_the_new_key():
    before = Keys.from_text(OLD).seal("Rita", RITAS_PHONE)
    rotated = Keys.from_text(f"{NEW},{OLD}")
    after = rotated.seal("Rita", RITAS_PHONE)
    assert rotated.open(before, RITAS_PHONE) == rotated.open(after, RITAS_PHONE) == "Rita"
    assert (rotated.is_newest(before), rotated.is_newest(after)) == (False, True)
    assert KEYS.open(after, RITAS_PHONE) == "Rita"
    with pytest.raises(Tampered, match=r"No key in use opens people\.phone, row 7"):
        KEYS.open(before, RITAS_PHONE)


def test_a_person_is_found_by_phone_whatever_key_was_newest_then():
    before = Keys.from_text(OLD).blind("+32470123456", RITAS_PHONE)
    rotated = Keys.from_text(f"{NEW},{OLD}")
    assert rotated.blinds("+32470123456", RITAS_PHONE) == (
        rotated.blind("+32470123456", RITAS_PHONE),
        before,
    )


def test_a_fingerprint_belongs_to_a_column_and_a_value_not_to_a_row():
    phone = KEYS.blind("0470", RITAS_PHONE)
    assert phone == KEYS.blind(b"0470", Where("people", "phone"))
    assert phone != KEYS.blind("0471", RITAS_PHONE)
    assert phone != KEYS.blind("0470", Where("people", "email", 7))
    assert len(phone) == 16


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "At least one"),
        (" , ", "At least one"),
        ("tooshort", "key 1 of 1 is not 32 bytes"),
        (f"{NEW},***", "key 2 of 2 is not 32 bytes"),
        (f"{NEW},clé", "key 2 of 2 is not 32 bytes"),
        (f"{NEW},{OLD},{NEW}", "given twice"),
    ],
    ids=["none", "commas", "short", "no base64", "no ascii", "twice"],
)
def test_wrong_keys_are_refused_without_being_repeated(words: str, why: str):
    with pytest.raises(ValueError, match=why) as refusal:
        Keys.from_text(words)
    assert NEW not in str(refusal.value)
    assert "***" not in str(refusal.value)


def test_a_key_of_the_wrong_length_is_refused():
    with pytest.raises(ValueError, match="32 bytes long, not 5"):
        Keys([b"short"])


def test_keys_may_come_in_either_alphabet_and_without_padding():
    one = Keys.from_text("-_" + "A" * 41 + "=")
    other = Keys.from_text(" +/" + "A" * 41)
    assert one.open(other.seal("Els", RITAS_PHONE), RITAS_PHONE) == "Els"


def test_nothing_secret_is_printed():
    assert NEW not in repr(KEYS)
    assert repr(KEYS.seal("Rita", RITAS_PHONE)) == "<sealed, 37 bytes>"
    assert repr(KEYS.blind("Rita", RITAS_PHONE)) == "<blind>"


async def test_sealed_and_blind_columns_give_back_what_they_took(database: Database, keys: Keys):
    jar, label = new_id(), new_id()
    here = Where("test_labels", "phone", label)
    async with database.transaction() as transaction:
        await transaction.connection.execute(insert(JARS).values(id=jar))
        await transaction.connection.execute(
            insert(LABELS).values(
                id=label,
                jar_id=jar,
                phone=keys.seal("0470", here),
                phone_blind=keys.blind("0470", here),
            )
        )
        wanted = LABELS.c.phone_blind.in_(keys.blinds("0470", here))
        row = (await transaction.connection.execute(select(LABELS).where(wanted))).one()
    assert type(row.phone) is SealedBytes
    assert type(row.phone_blind) is BlindBytes
    assert keys.open(row.phone, here) == "0470"


@pytest.mark.parametrize("clear", ["0470", b"0470", BlindBytes(b"0470")])
async def test_clear_text_cannot_be_stored_by_mistake(database: Database, clear: bytes | str):
    async with database.transaction() as transaction:
        with pytest.raises((TypeError, StatementError), match="takes SealedBytes"):
            await transaction.connection.execute(insert(LABELS).values(phone=clear))
        with pytest.raises((TypeError, StatementError), match="takes BlindBytes"):
            await transaction.connection.execute(
                insert(LABELS).values(phone_blind=SealedBytes(b"0470"))
            )


async def test_a_sealed_column_may_be_empty(database: Database):
    async with database.transaction() as transaction:
        jar = (
            await transaction.connection.execute(insert(JARS).returning(JARS.c.id))
        ).scalar_one()
        await transaction.connection.execute(
            insert(LABELS).values(jar_id=jar, phone=None, phone_blind=None)
        )
        row = (await transaction.connection.execute(select(LABELS))).one()
    assert (row.phone, row.phone_blind) == (None, None)


async def test_a_stolen_file_tells_nothing(tmp_path: Path, keys: Keys):
    """500 phones sealed, none of them in the file nor in those beside it."""
    database = Database(str(tmp_path / "stolen.db"), keys)
    async with database.transaction() as transaction:
        await transaction.connection.run_sync(JARS.metadata.create_all)
        jar = (
            await transaction.connection.execute(insert(JARS).returning(JARS.c.id))
        ).scalar_one()
        for n in range(500):
            here = Where("test_labels", "phone", label := new_id())
            phone = keys.seal(f"canary-{n:03}", here)
            row = {"id": label, "jar_id": jar, "phone": phone}
            await transaction.connection.execute(insert(LABELS).values(row))
        await transaction.connection.execute(text("CREATE TABLE plain AS SELECT 'canary-plain'"))
    assert _canaries_in(tmp_path) == {b"canary-plain"}, "the one put there in clear, no other"
    await database.close()
    assert _canaries_in(tmp_path) == {b"canary-plain"}


def _canaries_in(folder: Path) -> set[bytes]:
    return {
        word for path in folder.iterdir() for word in re.findall(rb"canary-\w+", path.read_bytes())
    }
