"""The people of a coach before they are a duo, and what stays as it is once they are one."""

from datetime import UTC, datetime
from pathlib import Path

from bot import actions
from tests.handlers.arrivals import (
    MENTOR,
    joins_as_coach,
    questions_to,
    registers,
    remembered,
    taps_old,
)
from tests.handlers.beginnings import become_a_duo


async def test_the_coach_sees_who_is_new_and_what_comes_next_for_each(duo, els):
    await registers(duo)
    said = await els.says("/people")
    assert "1. Fatima (mentee): new: the first talk is to be planned" in said
    assert "New people:" in said
    assert "Fatima" in await els.taps("1. Fatima")
    assert els.buttons[0] == "The first talk"


async def test_a_coach_without_duos_is_led_to_the_new_people(duo):
    nadia = await joins_as_coach(duo, branch="ghent")
    assert "You have no duos now." in await nadia.says("/duos")
    assert "New people" in nadia.buttons


async def test_the_coach_hears_of_somebody_who_moves_to_the_branch(duo, els):
    fatima = await registers(duo, town="Antwerp")
    assert "Fatima" not in str(els.messages)
    await fatima.taps("My answers")
    await fatima.taps("Change town")
    await fatima.taps("Brussels")
    assert els.last == "New: Fatima, mentee in Brussels. Language: English."


async def test_a_mentor_in_another_branch_is_not_shown(duo, els, tom):
    await registers(duo, "Jan", MENTOR, "1960", "Ghent")
    assert "Jan" not in await els.says("/people")


async def test_in_a_duo_place_and_role_stay_and_the_name_may_change(duo, amir, rita):
    await amir.says("/answers")
    assert "Change first name" in amir.buttons
    assert "Change town" not in amir.buttons
    before = await remembered(duo)
    for question in ("role", "year_of_birth", "branch"):
        await taps_old(amir, f"cg:{question}")
    assert await remembered(duo) == before
    await amir.taps("Change first name")
    await amir.says("Amira")
    await duo.turn_to(datetime(2026, 3, 8, 17, tzinfo=UTC))
    assert "Amira" in questions_to(rita)[-1]


async def test_going_back_in_a_duo_does_not_lead_to_what_is_fixed(duo, amir):
    await amir.says("/answers")
    await amir.taps("Change first name")
    assert "What is your name?" in await amir.says("back")
    assert "Who are you" not in str(amir.messages)


async def test_a_question_that_was_open_when_the_duo_was_formed_is_dropped(duo, tom):
    fatima = await registers(duo)
    await fatima.taps("My answers")
    await fatima.taps("Change town")
    await become_a_duo(duo, fatima, tom)
    assert "That button is old." in await fatima.says("Antwerp")
    assert "Town: Brussels" in await fatima.says("/answers")


async def test_somebody_who_grows_too_old_stays_in_the_duo(duo, amir, els):
    await duo.turn_to(datetime(2034, 3, 7, 10, tzinfo=UTC))
    await amir.says("/answers")
    await amir.taps("Change first name")
    assert "First name: Amin" in await amir.says("Amin")
    assert "Amin and Rita" in await els.says("/duos")


def test_there_is_one_road_to_a_duo():
    """Both said yes; and for samples, whom nobody asks, the same door in their place."""
    here = Path(actions.__file__).parent
    doors = {
        "tx.duos.form(": {"convention/starting.py"},
        "start_duo(": {"matching/both_agree.py", "convention/sample_duos.py"},
        "form_sample_duo(": {"samples.py"},
    }
    texts = {str(one.relative_to(here)): one.read_text("utf-8") for one in here.rglob("*.py")}
    for door, wanted in doors.items():
        found = {name for name, said in texts.items() if door in said.replace(f"def {door}", "")}
        assert found == wanted
