"""The checker is worth its word: each kind of loss is planted, and it says so."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.sandbox.cast import AMIR, TOM
from storage import Database, Keys
from tests.conftest import TUESDAY
from tests.processes.checker import too_many_copies
from tests.processes.good_day import GoodDay, World, live_through

OF_ANOTHER_QUESTION = """UPDATE outbox SET subject = 'prompt:5' WHERE subject =
 (SELECT max(subject) FROM outbox WHERE kind = 'check_in_prompt')"""
AGREED_TWICE = """INSERT INTO consents SELECT 5, person_id, version, language, agreed_at, NULL,
 channel, taken_by FROM consents WHERE withdrawn_at IS NULL LIMIT 1"""
LATE_IN_DANGER = """UPDATE cases SET urgency = 'now', read_at = NULL, taken_at = NULL,
 answered_at = NULL, promised_at = (SELECT min(arrived_at) FROM people)"""
TOM_IS_ASKED = """INSERT INTO case_asks SELECT 5, id,
 (SELECT person_id FROM outbox WHERE kind = 'withdrawn' LIMIT 1), 1, opened_at
 FROM cases WHERE reason = 'asked'"""
OF_OTHERS = """UPDATE sqlite_master SET sql = replace(sql, '= ''waiting', '= ''done')
 WHERE name = 'ix_inbox_waiting'"""

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def day(tmp_path_factory, empty_file: Path, keys: Keys, programme) -> GoodDay:
    folder = tmp_path_factory.mktemp("good-day")
    return await live_through(folder, empty_file, keys, programme, TUESDAY)


@pytest.fixture
def world(day: GoodDay, tmp_path: Path, keys: Keys, programme) -> World:
    return day.copied_to(tmp_path, keys, programme)


def is_of_bot(entry: dict[str, Any]) -> bool:
    return entry["what"] == "message" and entry["by"] == "bot"


async def test_a_good_day_has_no_findings(world: World):
    assert await world.checker.findings() == []
    assert await world.checker.pending(TUESDAY) == 0
    assert await world.checker.extra_copies() == Counter()


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("DELETE FROM inbox WHERE update_id = (SELECT min(update_id) FROM inbox)",
         "confirmed and is not in the inbox"),
        ("UPDATE inbox SET state = 'waiting' WHERE update_id = (SELECT max(update_id) FROM inbox)",
         "is waiting, not done"),
        ("UPDATE inbox SET state = 'set_aside'", "is set_aside, not done"),
        ("UPDATE outbox SET state = 'waiting' WHERE kind = 'my_request'",
         "(my_request) is due and is waiting, not sent"),
        ("UPDATE outbox SET state = 'dead' WHERE kind = 'my_request'", "is dead, not sent"),
        ("UPDATE outbox SET message_id = 1 WHERE kind = 'my_request'", "was never written"),
        ("DELETE FROM outbox WHERE kind = 'registered'", "1 copies of"),
        ("UPDATE people SET telegram_key = x'00' WHERE role IS NULL AND stage = 'arriving'",
         "is not known"),
        ("DELETE FROM check_ins", "was asked 0 times about 2026-W10"),
        ("DELETE FROM prompts WHERE answer IS NULL", "was put to 1 people, not to two"),
        (OF_ANOTHER_QUESTION, "has 0 letters"),
        ("UPDATE prompts SET answer = NULL", "was answered met, kept is None"),
        ("UPDATE prompts SET answer = 'not_met'", "was answered met, kept is not_met"),
        ("UPDATE prompts SET answer = 'not_met'", "is kept as not_met, and its message says"),
        ("UPDATE prompts SET id = 5 WHERE answer = 'met'", "and there is no such question"),
        ("UPDATE cases SET coach_id = NULL, taken_by = NULL", "and nobody answers for it"),
        ("UPDATE cases SET next_at = NULL", "is open, and no step is to come"),
        ("UPDATE cases SET next_at = (SELECT min(arrived_at) FROM people)",
         "is open, and no step is to come"),
        ("UPDATE cases SET next_step = NULL", "is open, and nobody knows which step is to come"),
        ("UPDATE cases SET promised_at = NULL", "is open, and nothing is promised"),
        (LATE_IN_DANGER, "is late, and who is in danger was not told"),
        ("DELETE FROM cases", "has called for a coach, and there is no case"),
        ("DELETE FROM case_messages WHERE side = 'person'", "is for a case, and is not kept"),
        ("DELETE FROM outbox WHERE kind = 'coach_writes'", "was kept, and went to nobody"),
        (AGREED_TWICE, "agreed 2 times to"),
        ("UPDATE consents SET person_id = 5", "A row of consents points at nothing."),
        ("UPDATE alembic_version SET version_num = '0000'", "The schema is at 0000, not at"),
    ],
)  # fmt: skip
async def test_a_loss_in_the_database_is_found(world: World, statement, finding):
    world.spoil(statement)
    found = await world.checker.findings()
    assert any(finding in one for one in found), found


async def test_a_damaged_database_is_found(world: World):
    world.spoil("PRAGMA writable_schema = ON", OF_OTHERS)
    assert any("damaged" in one for one in await world.checker.findings())


async def test_an_answer_that_was_swallowed_is_found(world: World, keys: Keys):
    database = Database(world.checker.database, keys)
    async with database.transaction() as tx:
        person = await tx.people.by_telegram(world.noor)
        assert person
        await tx.people.save(person.id, answers={"language": "en"})
    await database.close()
    assert any(f"Person {world.noor} told" in one for one in await world.checker.findings())


@pytest.mark.parametrize(
    ("words", "finding"),
    [("Noor", "never written"), ("ci:", "was never seen"), ("ca:", "came to no coach's phone"),
     ("It is done.", "has left, and was never told that it is done"),
     ("Your answer: yes, we met.", "was never confirmed")],
)  # fmt: skip
async def test_a_message_that_never_came_is_found(world: World, words, finding):
    def came(entry: dict[str, Any]) -> list[dict[str, Any]]:
        return [] if is_of_bot(entry) and words in str(entry["message"]) else [entry]

    world.rewrite(came)
    found = await world.checker.findings()
    assert any(finding in one for one in found), found


async def test_a_cry_for_help_that_was_not_heard_is_found(world: World):
    def cries(entry: dict[str, Any]) -> list[dict[str, Any]]:
        return [json.loads(json.dumps(entry).replace('"/coach"', '"I want to die"'))]

    world.rewrite(cries)
    found = await world.checker.findings()
    assert f"Person {AMIR.id} has cried for help, and there is no case." in found


async def test_a_name_may_be_read_by_who_was_asked_to_help(world: World):
    """And by nobody else, though they are a coach too."""
    world.spoil(TOM_IS_ASKED)
    world.bot_writes(TOM.id, "Amir and Rita")
    found = await world.checker.findings()
    assert f"Chat {TOM.id} holds 'Amir', which is not meant for it." not in found
    assert f"Chat {TOM.id} holds 'Rita', which is not meant for it." in found


async def test_a_copy_too_many_is_found(world: World):
    def twice(entry: dict[str, Any]) -> list[dict[str, Any]]:
        if not is_of_bot(entry) or "registered" not in entry["message"].get("text", ""):
            return [entry]
        copy = {**entry, "message": {**entry["message"], "message_id": 99}}
        return [entry, copy]

    world.rewrite(twice)
    assert any("holds 2 copies" in one for one in await world.checker.findings())
    assert sum((await world.checker.extra_copies()).values()) > 0


async def test_one_crash_may_leave_one_extra_copy_of_a_letter_and_five_in_all():
    before = Counter({(1, "Hello"): 1})
    assert too_many_copies(before, Counter({(1, "Hello"): 2})) == []
    assert "2 extra copies of 'Hello' in chat 1" in too_many_copies(
        before, Counter({(1, "Hello"): 3})
    )[0]  # fmt: skip
    five = Counter({(chat, "Hello"): 1 for chat in range(2, 7)})
    assert too_many_copies(before, before + five) == []
    six = five + Counter({(7, "Hello"): 1})
    assert too_many_copies(before, before + six) == ["One crash left 6 extra copies."]


async def test_a_question_that_does_not_stand_last_is_found(world: World):
    world.bot_writes(world.noor, "Something else")
    found = await world.checker.findings()
    assert any("is asked first_name, and last in the chat is: Something" in one for one in found)


async def test_a_question_stands_last_though_a_coach_answers_below_it(world: World):
    neutral = "There is a message for you.\n\n"
    read = neutral + "Your coach {} looks after your question and will contact you."
    world.bot_writes(world.noor, read.format("Els"))
    assert not [one for one in await world.checker.findings() if "is asked" in one]
    world.bot_writes(world.noor, read.format("Nobody"))
    found = await world.checker.findings()
    assert any(
        "is asked first_name, and last in the chat is: There is a message" in one for one in found
    )


async def test_who_has_left_and_is_written_to_is_found(world: World):
    world.bot_writes(TOM.id, "Did you meet this week?")
    found = await world.checker.findings()
    assert f"Person {TOM.id} has left, and was written to: Did you meet this week?" in found


async def test_a_name_of_one_duo_in_another_chat_is_found(world: World):
    world.bot_writes(world.noor, "Hello from Rita")
    found = await world.checker.findings()
    assert f"Chat {world.noor} holds 'Rita', which is not meant for it." in found


async def test_what_waits_is_counted(world: World):
    world.spoil(
        "UPDATE inbox SET state = 'waiting' WHERE update_id = (SELECT max(update_id) FROM inbox)"
    )
    assert await world.checker.pending(TUESDAY) == 1
    world.spoil("DELETE FROM inbox WHERE state = 'waiting'")
    assert await world.checker.pending(TUESDAY) == 1


async def test_what_anybody_could_read_is_found(world: World, tmp_path: Path):
    clean, log = tmp_path / "clean.log", tmp_path / "bot.log"
    clean.write_text('{"event": "ready"}')
    log.write_text(f"update of Zainabella, who is not {AMIR.id}")
    found = world.checker.leaks([clean, log, tmp_path / "none.log"], "a-token")
    assert found == [
        f"bot.log holds '{AMIR.id}' for anybody to read.",
        "bot.log holds 'Zainabella' for anybody to read.",
    ]
    clean.write_text("polling with a-token")
    assert len(world.checker.leaks([clean], "a-token")) == 1
    assert world.checker.leaks([Path(world.checker.database)]) == []
