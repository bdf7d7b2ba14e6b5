"""Forming a duo, from the coach's list to the first question."""

from datetime import UTC, datetime

import pytest

from bot.cards.buttons import DuoStep, DuoTap
from tests.handlers.arrivals import (
    MENTOR,
    behind,
    joins_as_coach,
    newest_of_bot,
    questions_to,
    registers,
    remembered,
    taps_old,
)

TAKEN = "One of these two is not free any more."


async def shows_proposal(els, mentee="Fatima (English)", mentor="Tom (English)"):
    await els.says("/people")
    await els.taps(mentee)
    return await els.taps(mentor)


async def duos(house):
    return (await remembered(house))["duos"]


async def test_the_coach_sees_who_waits_and_forms_a_duo_with_three_taps(duo, els, tom):
    fatima = await registers(duo)
    said = await els.says("/people")
    assert "Mentees\n• Fatima (English)" in said
    assert "Mentors\n• Tom (English)" in said
    assert "Which mentor is right for Fatima?" in await els.taps("Fatima (English)")
    said = await els.taps("Tom (English)")
    assert "Fatima and Tom" in said
    assert "each Sunday at 18:00" in said
    assert "Fatima and Tom are a duo now." in await els.taps("Yes, form this duo")
    assert "Good news! Tom is your mentor." in fatima.last
    assert "Good news! You are a duo with Fatima." in tom.last
    assert "Your coach is Els." in tom.last
    assert "Nobody is waiting" in await els.says("/people")


async def test_both_are_told_in_their_own_language(duo, els, tom):
    fatima = await registers(duo)
    await fatima.says("langue")
    await fatima.taps("Français")
    await tom.says("taal")
    await tom.taps("Nederlands")
    await shows_proposal(els, "Fatima (Français)", "Tom (Nederlands)")
    await els.taps("Yes, form this duo")
    assert "dimanche" in fatima.last
    assert "zondag" in tom.last


async def test_the_coach_chooses_another_day_and_hour(duo, els, tom):
    fatima = await registers(duo)
    await shows_proposal(els)
    await els.taps("Another day")
    assert "each Wednesday at 18:00" in await els.taps("Wednesday")
    await els.taps("Another time")
    assert "each Wednesday at 12:00" in await els.taps("12:00")
    await els.taps("Yes, form this duo")
    assert "Each Wednesday at 12:00 I ask you" in fatima.last
    await duo.turn_to(datetime(2026, 3, 4, 11, tzinfo=UTC))
    assert questions_to(fatima) == [], "Nobody is asked about a week before there was a duo."
    await duo.turn_to(datetime(2026, 3, 11, 11, tzinfo=UTC))
    assert "Tom" in questions_to(fatima)[-1]
    assert "Fatima" in questions_to(tom)[-1]


async def test_a_coach_without_duos_is_led_to_the_new_people(duo):
    nadia = await joins_as_coach(duo, branch="ghent")
    assert "You have no duos now." in await nadia.says("/duos")
    assert "New people" in nadia.buttons


async def test_somebody_who_was_taken_in_the_meantime_cannot_be_taken_again(duo, els):
    await registers(duo)
    await shows_proposal(els)
    nadia = await joins_as_coach(duo)
    await shows_proposal(nadia)
    await nadia.taps("Yes, form this duo")
    before = await remembered(duo)
    assert TAKEN in await els.taps("Yes, form this duo")
    assert await remembered(duo) == before
    assert len(await duos(duo)) == 2


async def test_two_coaches_who_tap_at_once_form_one_duo(duo, els):
    await registers(duo)
    nadia = await joins_as_coach(duo)
    for coach in (els, nadia):
        await shows_proposal(coach)
    for coach in (els, nadia):
        duo.telegram.tap(coach.id, newest_of_bot(coach), "Yes, form this duo")
    await duo.settle()
    assert len(await duos(duo)) == 2


async def test_two_taps_on_yes_form_one_duo(duo, els, tom):
    await registers(duo)
    await shows_proposal(els)
    for _ in range(2):
        duo.telegram.tap(els.id, newest_of_bot(els), "Yes, form this duo")
    await duo.settle()
    assert len(await duos(duo)) == 2
    assert len([one for one in tom.messages if "Good news!" in one["text"]]) == 1


@pytest.mark.parametrize("going", ["pauses", "moves", "leaves"])
async def test_somebody_who_goes_while_the_coach_thinks_is_not_taken(duo, els, going):
    fatima = await registers(duo)
    await shows_proposal(els)
    if going == "pauses":
        await fatima.says("stop")
    elif going == "moves":
        await fatima.taps("My answers")
        await fatima.taps("Change town")
        await fatima.taps("Antwerp")
    else:
        await fatima.says("/privacy")
        await fatima.taps("I no longer agree")
        await fatima.taps("Yes, delete my answers")
    assert TAKEN in await els.taps("Yes, form this duo")
    assert len(await duos(duo)) == 1


async def test_a_coach_of_another_branch_sees_nobody_and_can_take_nobody(duo, els):
    await registers(duo)
    await shows_proposal(els)
    form = behind(els, "Yes, form this duo")
    ghent = await joins_as_coach(duo, "Nadia", "ghent")
    assert "Nobody is waiting for a duo now." in await ghent.says("/people")
    before = await remembered(duo)
    assert TAKEN in await taps_old(ghent, form)
    assert await remembered(duo) == before


async def test_without_a_mentor_the_list_says_so(duo, els, tom):
    await registers(duo)
    await tom.says("stop")
    await els.says("/people")
    assert "No mentor is free in your branch now." in await els.taps("Fatima (English)")
    assert els.buttons == ["New people"]


async def test_an_odd_day_or_hour_becomes_the_usual_one(duo, els):
    await registers(duo)
    await shows_proposal(els)
    await els.taps("Another day")
    await els.taps("Wednesday")
    shown = DuoTap.unpack(behind(els, "Yes, form this duo"))
    odd = shown.model_copy(update={"step": DuoStep.SHOW, "weekday": 99, "hour": 3})
    assert "each Sunday at 18:00" in await taps_old(els, odd.pack())


async def test_the_coach_hears_of_somebody_who_moves_to_the_branch(duo, els):
    fatima = await registers(duo, town="Antwerp")
    assert "Fatima" not in str(els.messages)
    await fatima.taps("My answers")
    await fatima.taps("Change town")
    await fatima.taps("Brussels")
    assert els.last == "New: Fatima, mentee in Brussels. Language: English."


async def test_a_mentor_in_another_branch_is_not_offered(duo, els, tom):
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


async def test_a_question_that_was_open_when_the_duo_was_formed_is_dropped(duo, els, tom):
    fatima = await registers(duo)
    await fatima.taps("My answers")
    await fatima.taps("Change town")
    await shows_proposal(els)
    await els.taps("Yes, form this duo")
    assert "That button is old." in await fatima.says("Antwerp")
    assert "Town: Brussels" in await fatima.says("/answers")


async def test_somebody_who_grows_too_old_stays_in_the_duo(duo, amir, els):
    await duo.turn_to(datetime(2034, 3, 7, 10, tzinfo=UTC))
    await amir.says("/answers")
    await amir.taps("Change first name")
    assert "First name: Amin" in await amir.says("Amin")
    assert "Amin and Rita" in await els.says("/duos")


async def test_forming_the_same_duo_twice_says_twice_that_it_is_formed(duo, els):
    await registers(duo)
    await shows_proposal(els)
    form = behind(els, "Yes, form this duo")
    formed = await els.taps("Yes, form this duo")
    card = newest_of_bot(els)
    await els.forges(form, card)
    assert els.last == formed
    assert TAKEN not in str(els.messages)
    assert len(await duos(duo)) == 2
