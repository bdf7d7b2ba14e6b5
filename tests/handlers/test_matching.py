"""A coach puts two people to each other, and each of them decides alone."""

import pytest

from bot.actions.road import move
from bot.programme.road import Place
from bot.settings import load_programme
from tests.handlers.arrivals import (
    MENTOR,
    behind,
    joins_as_coach,
    leaves,
    newest_of_bot,
    registers,
    remembered,
)
from tests.handlers.matching_story import is_ready
from tests.handlers.test_work import enters, person_called

PROPOSAL = "Do you want to meet? You decide."
OVER = "The proposal of a duo stops here."


async def places(house, *people):
    async with house.database.reading() as tx:
        return [(await tx.people.by_telegram(one.id)).road for one in people]


@pytest.fixture
async def fatima(duo):
    fatima = await registers(duo, "Fatima")
    await is_ready(duo, fatima)
    return fatima


async def who_thinks(els):
    await els.says("/work")
    return await els.taps("See who thinks")


async def asks_both(els, mentee="1. Fatima", mentor="Tom"):
    await els.says("/match")
    await els.taps(mentee)
    await els.taps(mentor)
    return await els.taps("Ask both")


async def test_a_coach_sees_why_two_may_fit_and_asks_both(duo, els, tom, fatima):
    said = await els.says("/match")
    assert "1. Fatima: Tom" in said
    assert "1 mentor is free." in said
    said = await els.taps("1. Fatima")
    assert "1. Tom: " in said
    assert "of 100 points" in said
    assert "• distance (Brussels): 10 of 10" in said
    said = await els.taps("Tom")
    assert "Fatima and Tom" in said
    assert "They both speak English." in said
    assert "• distance (Brussels): 10 of 10" in said
    assert "One of them did not say when they are free. Please ask." in said
    said = await els.taps("Ask both")
    assert "Fatima has not answered yet." in said
    assert "Tom has not answered yet." in said
    assert await places(duo, fatima, tom) == [Place.PROPOSED] * 2


async def test_nobody_reads_the_name_of_the_other_before_both_said_yes(duo, els, tom, fatima):
    await asks_both(els)
    for one, other in ((fatima, "Tom"), (tom, "Fatima")):
        assert PROPOSAL in one.last
        assert "• You both speak English." in one.last
        assert other not in one.last
    said = await fatima.taps("Yes, I want to meet")
    assert "The other one has not answered yet." in said
    assert "Tom" not in said
    assert "Fatima said yes." in els.last
    await tom.taps("Yes, I want to meet")
    assert "Good news! Tom is your mentor." in fatima.last
    assert "Good news! You are a duo with Fatima." in tom.last
    assert "Both said yes." in els.last
    assert await places(duo, fatima, tom) == [Place.MATCHED] * 2


async def test_not_for_me_needs_no_reason_and_costs_nothing(duo, els, tom, fatima):
    await asks_both(els)
    said = await tom.taps("Not for me")
    assert "You do not need a reason." in said
    assert "Els looks further." in said
    await duo.pass_by(hours=20)
    assert OVER in fatima.last
    assert "Tom" not in fatima.last
    assert "Tom would rather look further." in els.last
    assert await places(duo, fatima, tom) == [Place.READY] * 2
    (match,) = (await remembered(duo))["matches"]
    assert match[5:7] == (None, None), "Nothing that is kept says who said no."


async def test_two_who_said_no_are_not_put_together_again_unless_both_wish(duo, els, tom, fatima):
    await asks_both(els)
    await tom.taps("Not for me")
    assert "1. Fatima: nobody fits now" in await els.says("/match")
    await els.taps("1. Fatima")
    said = await els.taps("Tom")
    assert "They were proposed to each other before, and it ended." in said
    assert "Ask both" not in els.buttons
    assert "Fatima has not answered yet." in await els.taps("Both want it: ask again")


async def test_who_said_yes_and_changes_their_mind_is_asked_once(duo, els, tom, fatima):
    await asks_both(els)
    await fatima.taps("Yes, I want to meet")
    assert "Do you want to say no now?" in await fatima.taps("Not for me")
    assert "You said yes to this proposal." in await fatima.taps("No, I still want it")
    await fatima.taps("Not for me")
    assert "Els looks further." in await fatima.taps("Yes, it is not for me")


async def test_who_does_not_answer_is_reminded_once_and_then_the_coach_decides(
    duo, els, tom, fatima
):
    waits = load_programme("duo").matching
    await asks_both(els)
    await fatima.taps("Yes, I want to meet")
    await duo.pass_by(days=waits.remind_after_days - 1)
    assert "I ask you once more" not in tom.last
    assert "Tom (mentor): thinks about a proposal" in await who_thinks(els)
    await duo.pass_by(days=1, hours=1)
    assert "I ask you once more, since I have no answer yet." in tom.last
    await duo.pass_by(days=waits.decide_after_days, hours=1)
    assert "You decide: ask again, or stop the proposal." in els.last
    said = await who_thinks(els)
    assert "Fatima (mentee): said yes, and waits for the other one" in said
    assert "Tom (mentor): gave no answer to a proposal: you decide" in said
    await els.taps(next(one for one in els.buttons if one.endswith("Tom")))
    assert els.buttons[0] == "The proposal"
    await els.taps("The proposal")
    asked = [one["text"] for one in tom.messages if "I ask you once more" in one["text"]]
    await duo.pass_by(days=10)
    assert [one["text"] for one in tom.messages if "I ask you once more" in one["text"]] == asked
    assert "You stopped the proposal." in await els.taps("Stop the proposal")
    await duo.pass_by(hours=20)
    assert OVER in tom.last


async def test_a_coach_asks_again_at_most_once_a_day(duo, els, tom, fatima):
    await asks_both(els)
    await els.taps("Ask again")
    assert len([one for one in tom.messages if PROPOSAL in one["text"]]) == 1
    await duo.pass_by(days=2)
    await els.taps("Ask again")
    assert len([one for one in tom.messages if PROPOSAL in one["text"]]) == 2


async def test_an_old_button_of_a_proposal_says_what_is_true_now(duo, els, tom, fatima):
    await asks_both(els)
    yes = behind(fatima, "Yes, I want to meet")
    await tom.taps("Not for me")
    before = await remembered(duo)
    assert "That button is old" in await fatima.forges(yes, newest_of_bot(fatima))
    assert await remembered(duo) == before


async def test_an_old_ask_both_shows_the_match_that_is_open(duo, els, tom, fatima):
    await els.says("/match")
    await els.taps("1. Fatima")
    await els.taps("Tom")
    ask = behind(els, "Ask both")
    await els.taps("Ask both")
    before = await remembered(duo)
    await els.forges(ask, newest_of_bot(els))
    assert "Fatima has not answered yet." in els.last
    assert await remembered(duo) == before
    assert len((await remembered(duo))["matches"]) == 1


async def test_nobody_is_put_to_a_second_person_while_a_proposal_waits(duo, els, tom, fatima):
    await duo.pass_by(minutes=1)
    samira = await registers(duo, "Samira")
    await is_ready(duo, samira)
    await els.says("/match")
    await els.taps("2. Samira")
    await els.taps("Tom")
    ask = behind(els, "Ask both")
    await asks_both(els)
    assert "One of these two is not free now." in await els.forges(ask, newest_of_bot(els))
    assert PROPOSAL not in samira.last


async def test_who_has_not_talked_with_a_coach_yet_cannot_be_matched(duo, els, tom):
    noor = await registers(duo, "Noor")
    jan = await registers(duo, "Jan", MENTOR, "1960")
    assert "No mentee waits for a duo now." in await els.says("/match")
    async with duo.database.reading() as tx:
        ids = [(await tx.people.by_telegram(one.id)).id for one in (noor, jan)]
    before = await remembered(duo)
    said = await els.forges(f"pw:a:{ids[0]}:{ids[1]}", newest_of_bot(els))
    assert "One of these two is not free now." in said
    assert await remembered(duo) == before


async def test_when_one_of_the_two_leaves_the_other_waits_again(duo, els, tom, fatima):
    await asks_both(els)
    await leaves(fatima)
    await duo.pass_by(hours=20)
    assert OVER in tom.last
    assert await places(duo, tom) == [Place.READY]
    assert "The one to whom you proposed Tom has left." in els.last


async def test_the_proposal_is_found_again(duo, els, tom, fatima):
    await asks_both(els)
    await fatima.says("/menu")
    assert PROPOSAL in await fatima.says("/proposal")
    await fatima.taps("Not for me")
    assert PROPOSAL not in await fatima.says("/proposal")


async def test_who_asks_for_their_mentor_reads_the_truth(duo, els, tom, fatima):
    assert "We look for somebody who fits you." in await fatima.says("Ken ik mijn mentor al?")
    assert "We look for somebody who fits you." in await fatima.says("match")
    noor = await registers(duo, "Noor")
    said = await noor.says("Who is my mentor?")
    assert "You do not have a mentor yet." in said
    assert "First you have a talk with a coach." in said
    assert "1. Fatima: Tom" in await els.says("koppelen")
    await asks_both(els)
    assert PROPOSAL in await fatima.says("Est-ce que j'ai déjà un mentor ?")
    await fatima.taps("Yes, I want to meet")
    await tom.taps("Yes, I want to meet")
    assert "You and Fatima are a duo." in await tom.says("Who is my mentee?")


async def fatima_is_ready_by_phone(duo, els, tom):
    await enters(els)
    fatima = await person_called(duo, "Fatima")
    async with duo.app.actions.samples.desk.open() as counter:
        told = {**fatima.answers, "languages": "fr:4 en:3"}
        await counter.tx.people.save(fatima.id, answers=told)
        await move(counter, fatima, Place.READY, why="intake")
    await is_ready(duo, tom)
    return fatima


TO_CALL = "Fatima is not on Telegram. So a task comes on the list: call Fatima."


async def test_who_never_heard_of_a_proposal_is_not_called_about_its_end(duo, els, tom):
    await fatima_is_ready_by_phone(duo, els, tom)
    assert TO_CALL in await asks_both(els)
    await tom.taps("Not for me")
    await duo.pass_by(hours=20)
    assert "Fatima had not heard of the proposal. There is nothing to tell." in str(els.messages)
    await els.says("/work")
    assert "Call" not in els.buttons


async def test_who_heard_of_a_proposal_by_phone_is_called_about_its_end(duo, els, tom):
    await fatima_is_ready_by_phone(duo, els, tom)
    await asks_both(els)
    for tap in ("Call", "1. Fatima", "I told it"):
        await (els.says("/work") if tap == "Call" else duo.settle())
        await els.taps(tap)
    await who_thinks(els)
    await els.taps(next(one for one in els.buttons if one.endswith("Fatima")))
    await els.taps("The proposal")
    said = await els.taps("Stop the proposal")
    assert TO_CALL in said
    await els.says("/work")
    await els.taps("Call")
    assert OVER in await els.taps("1. Fatima")


async def test_who_is_still_to_be_called_is_not_asked_twice(duo, els, tom):
    await fatima_is_ready_by_phone(duo, els, tom)
    await asks_both(els)
    await duo.pass_by(days=6)
    await els.says("/work")
    await els.taps("Call")
    assert (await els.taps("1. Fatima")).count(PROPOSAL) == 1


async def test_a_coach_notes_what_somebody_without_telegram_answers(duo, els, tom):
    samira = await fatima_is_ready_by_phone(duo, els, tom)
    await asks_both(els)
    await els.says("Fatima")
    assert els.buttons[1:4] == ["Note: yes", "Note: not for me", "Note: no answer"]
    assert "Thank you for trying." in await els.taps("Note: no answer")
    await els.says("Fatima")
    assert "You said yes to this proposal." in await els.taps("Note: yes")
    assert "Fatima" not in str(tom.messages)
    kept = await remembered(duo)
    assert kept["deeds"][-1][2:4] == (samira.id, (await person_called(duo, "Els")).id)
    await els.says("Fatima")
    assert "Note: yes" not in els.buttons
    assert "Do you want to say no now?" in await els.taps("Note: not for me")
    await tom.taps("Yes, I want to meet")
    assert "You are a duo with Fatima." in tom.last


async def test_a_coach_of_another_branch_sees_and_does_nothing_of_it(duo, els, tom, fatima):
    nadia = await joins_as_coach(duo, branch="ghent")
    await asks_both(els)
    show = behind(els, "Stop the proposal")
    assert "No mentee waits for a duo now." in await nadia.says("/match")
    before = await remembered(duo)
    assert "This is not for you" in await nadia.forges(show, newest_of_bot(nadia))
    assert await remembered(duo) == before


async def test_a_coach_who_stands_in_for_good_follows_what_is_open(duo, els, tom, fatima):
    await asks_both(els)
    nadia = await joins_as_coach(duo)
    await els.says("/team")
    for tap in ("Hand my people over", "Nadia", "Yes, I am sure"):
        await els.taps(tap)
    await fatima.taps("Yes, I want to meet")
    assert "Fatima said yes." in nadia.last


async def test_who_asks_who_it_is_reads_when_the_name_comes(duo, els, tom, fatima):
    await asks_both(els)
    for asked in ("who is it? man or woman?", "man or woman"):
        said = await fatima.says(asked)
        assert PROPOSAL in said
        assert "you read each other’s first name" in said
        assert "Tom" not in said


async def test_a_written_yes_or_no_answers_the_proposal(duo, els, tom, fatima):
    await asks_both(els)
    assert "The other one has not answered yet." in await fatima.says("ja")
    assert "Do you want to say no now?" in await fatima.says("nee")
    assert "Els looks further." in await tom.says("non")
    assert await places(duo, fatima, tom) == [Place.READY] * 2


async def test_two_yes_at_the_same_moment_make_one_duo(duo, els, tom, fatima):
    await asks_both(els)
    for one in (fatima, tom, fatima):
        duo.telegram.tap(one.id, newest_of_bot(one), "Yes, I want to meet")
    await duo.settle()
    assert len((await remembered(duo))["duos"]) == 2
    for one in (fatima, tom):
        assert len([1 for each in one.messages if "Good news! " in each["text"]]) == 1


async def test_the_coach_hears_that_one_of_the_two_takes_a_break(duo, els, tom, fatima):
    await asks_both(els)
    await tom.says("/stop")
    assert "Tom takes a break now." in els.last
    await duo.pass_by(days=5, hours=1)
    assert "I ask you once more" not in str(tom.messages)
    assert "I ask you once more" in fatima.last


async def test_who_was_put_to_somebody_keeps_their_town_until_it_is_decided(duo, els, fatima):
    await asks_both(els)
    await fatima.says("/answers")
    assert "Change town" not in fatima.buttons


async def test_the_menu_leads_to_the_proposal_while_it_waits(duo, els, tom, fatima):
    await asks_both(els)
    await fatima.says("/menu")
    assert PROPOSAL in await fatima.taps("The proposal")
    await fatima.taps("Not for me")
    await fatima.says("/menu")
    assert "The proposal" not in fatima.buttons
