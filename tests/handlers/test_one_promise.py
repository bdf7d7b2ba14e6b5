"""One short answer, one card and one promise, whoever calls a coach, and however bad the day."""

import pytest

from tests.handlers.arrivals import (
    MENTEE,
    agrees,
    labels_of,
    message_with,
    remembered,
    starts,
)
from tests.handlers.test_case_talk import texts
from tests.handlers.test_danger import DIRECT, MAY_CALL, VEILED
from tests.handlers.test_requests import CALLED, the_case
from tests.handlers.test_signposts import CARRIED
from tests.handlers.trusting import trust

SOLVED = "Is it solved?"
FORM = "Who are you in this programme?"


async def reads(person, said):
    """All that the bot brings to this, and nothing from before."""
    before = {one["message_id"] for one in person.messages}
    await person.says(said)
    new = [one for one in person.messages if one["message_id"] not in before]
    return [one for one in new if one["from"] == "bot"]


async def calls(amir, *taps):
    await amir.says("/coach")
    for tap in taps:
        await amir.taps(tap)


async def answered(duo, amir, els, words="I call you on Friday at 14:00."):
    await trust(duo, els)
    await calls(amir, "Work", "Today", "Only my coach")
    await els.taps("I take it")
    await els.taps("Reply")
    await els.says(words)
    await els.taps("That is all")


# In danger.


async def test_in_danger_one_message_is_warm_and_says_who_knows_and_whom_to_call(duo, amir):
    first, second = await reads(amir, DIRECT)
    warm, danger, *_, told, question = first["text"].split("\n\n")
    assert (warm, told) == (CARRIED, "I am telling your coach Els now.")
    assert danger.startswith("Is somebody in danger? Call 112 now.")
    assert question == MAY_CALL
    assert len(second["text"].split("\n\n")) == 3
    assert "112" not in second["text"]
    assert "Or call us." not in second["text"]


async def test_who_is_beaten_sees_what_is_near_when_they_ask_for_it(duo, amir):
    first, _ = await reads(amir, "my husband beats me")
    assert "1. " not in texts(amir)
    assert "1. " in await amir.taps("Help near me")
    assert "Yes, call me" in labels_of(message_with(amir, MAY_CALL))
    assert first["text"].endswith(MAY_CALL)


async def test_my_coach_in_danger_is_the_same_case_with_the_same_promise(duo, amir, els):
    await amir.says(DIRECT)
    promised = message_with(amir, "reads this before")["text"]
    heard = len(els.messages)
    await amir.says("/coach")
    (case,) = (await remembered(duo))["cases"]
    assert "What is it about?" not in texts(amir)
    assert texts(amir).count("reads this before") == 1
    assert message_with(amir, "reads this before")["text"] == promised
    assert len(els.messages) == heard
    assert case


async def test_the_form_waits_for_fatima_who_wrote_of_danger(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.says(VEILED)
    answer = await fatima.says("I am at the station in the south")
    assert answer.startswith("I am still here for you.")
    assert "I have told nobody what you wrote." in answer
    assert FORM not in answer
    assert FORM in await fatima.taps("Go on registering")


async def test_the_form_waits_too_when_a_coach_knows_and_fatima_says_she_is_fine(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.says(DIRECT)
    answer = await fatima.taps("No, I am fine")
    assert "Els, a coach of the office, knows that you may need help." in answer
    assert FORM not in answer


async def test_each_number_of_sos_stands_once_under_all_it_is_for(duo, amir):
    card = await amir.says("/sos")
    assert "Life in danger\nIn danger now\n101 · Police · day and night" in card
    assert card.count("101 · ") == 1
    assert "1712 · 1712" not in card


async def test_what_a_locked_phone_shows_of_a_late_answer_in_danger_names_nothing(duo, amir):
    await amir.says(DIRECT)
    await duo.pass_by(minutes=20)
    late = message_with(amir, "No coach has read your message yet.")
    assert late["text"].startswith("There is a message for you.")
    assert "Hide messages" in labels_of(late)


# One card.


async def test_a_second_call_leaves_one_card_in_the_chat(duo, amir):
    await amir.says("/coach")
    await amir.says("/coach")
    assert CALLED not in texts(amir)
    assert "Your coach Els already has your question." in amir.last


async def test_other_coaches_are_named_only_when_one_was_asked(duo, amir):
    await calls(amir, "Work", "Today", "Only my coach")
    for _ in range(4):
        await duo.pass_by(hours=1)
    assert "other coaches" not in texts(amir)
    assert "all the coaches" not in texts(amir)


async def test_after_els_took_it_nothing_is_asked_any_more(duo, amir, els):
    await amir.says("/coach")
    await els.taps("I take it")
    assert "What is it about?" not in texts(amir)
    assert "Work" not in labels_of(message_with(amir, "looks after your question"))


async def test_what_was_not_solved_does_not_wait_as_just_a_question(duo, amir, els):
    await calls(amir, "Work", "Just a question", "Only my coach")
    await els.taps("I take it")
    await els.taps("It is solved")
    await duo.pass_by(minutes=5)
    await amir.taps("Not solved")
    assert (await the_case(duo)).urgency == "today"


async def test_the_card_of_amir_forgets_the_day_on_which_els_looked_at_it_again(duo, amir, els):
    await calls(amir, "Work", "Today", "Only my coach")
    await els.taps("I take it")
    await els.taps("Later")
    await els.taps(els.buttons[0])
    assert "goes on with it on" in texts(amir)
    await duo.pass_by(days=1)
    assert "goes on with it on" not in texts(amir)


# After an answer.


async def test_whether_it_is_solved_is_asked_an_hour_later(duo, amir, els):
    await answered(duo, amir, els)
    assert "I call you on Friday" in amir.last
    await duo.pass_by(minutes=61)
    assert "You have heard from your coach Els." in amir.last
    assert SOLVED in amir.last


async def test_who_wrote_again_is_not_asked_and_everybody_sees_that_it_waits(duo, amir, els):
    await answered(duo, amir, els)
    await amir.says("But where is that?")
    assert "has answered you" not in texts(amir)
    assert "An answer is still to come." in texts(els)
    await duo.pass_by(minutes=61)
    assert "You have heard from" not in texts(amir)
    assert "Your question is closed." in await amir.taps("Solved, thank you")


@pytest.mark.parametrize("said", ["dank u wel", "ok ik ga", "ok, merci", "dank je"])
async def test_thanks_after_an_answer_ask_for_nothing(duo, amir, els, said):
    await answered(duo, amir, els)
    heard = len(els.messages)
    assert "You’re welcome." in await amir.says(said)
    assert len(els.messages) == heard
    assert (await the_case(duo)).answered_at is not None


async def test_what_els_wrote_can_be_read_again_when_it_has_left_the_chat(duo, amir, els):
    await answered(duo, amir, els)
    await duo.pass_by(hours=41)
    await duo.app.actions.hiding.remove_due()
    await duo.settle()
    assert "Friday at 14:00" not in texts(amir)
    assert "I call you on Friday at 14:00." in await amir.taps("Read it again")


async def test_two_days_after_a_talk_words_still_go_to_els(duo, amir, els):
    await calls(amir, "Work", "Today", "Only my coach")
    await els.taps("I take it")
    await els.taps("I called")
    await els.taps("We spoke")
    await duo.pass_by(days=2)
    assert "I pass it on to Els." in await amir.says("the brown letter has come back again")


# Words that would be lost.


async def test_who_changes_an_old_message_hears_that_nobody_reads_it(duo, amir):
    await amir.says("tomorrow at Actiris")
    assert "I do not see what you change later." in await amir.changes("Actiris", "at VDAB")


async def test_a_sentence_that_begins_with_the_coach_calls_one(duo, amir, els):
    await amir.says("je veux parler à mon coach, j'ai un problème avec mon logement")
    assert "There is a message for you." in texts(els)
    assert "I have told your coach Els that you want to talk." in texts(amir)


async def test_who_is_too_old_reads_it_whole_once(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    await fatima.says("Fatima")
    whole = "So I cannot register you now."
    assert whole in await fatima.says("1960")
    answer = await fatima.says("what a strange day")
    assert whole not in answer
    assert "I can still help you" in answer
    assert {"My coach", "Find help", "SOS"} <= set(fatima.buttons)
    assert whole in await fatima.says("/start")


async def test_hiding_takes_all_that_amir_wrote_and_says_no_more_than_that_it_is_done(duo, amir):
    await amir.says("I want my coach")
    await amir.says("The rent is too high as well")
    await amir.sends("voice")
    await amir.says("thank you")
    await amir.says("/hide")
    assert [one for one in amir.messages if one["from"] != "bot"] == []
    assert amir.last.startswith("That is done.")
