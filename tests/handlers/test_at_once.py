"""Who cannot wait reads one short message; and a list says what is true here and now."""

from dataclasses import replace

import pytest

from bot.cards.sample_services import COUNTER
from bot.programme.directory.writing import write_service
from tests.handlers.arrivals import agrees, newest_of_bot, starts
from tests.handlers.test_signposts import CARRIED, speaks, word

DANGER = "Is somebody in danger? Call 112 now."
OTHER_DISTRESS = ("Violence at home", "Poisoning", "My child is missing", "Sexual violence")


async def answers(person, said: str) -> list[str]:
    """All that the bot says to this."""
    heard = len(person.messages)
    await person.says(said)
    return [one["text"] for one in person.messages[heard + 1 :]]


async def reads_first(person, said: str) -> tuple[str, list[str]]:
    """The first message that the bot answers this with, and the buttons under it."""
    heard = len(person.messages)
    await person.says(said)
    first = person.messages[heard + 1]
    return first["text"], [
        one["text"] for row in first["reply_markup"]["inline_keyboard"] for one in row
    ]


async def leave_only(house, *keys: str) -> None:
    """Every other service is gone."""
    async with house.database.transaction() as tx:
        for service in await tx.directory.all():
            if service["key"] not in keys:
                await tx.directory.put([{**service, "status": "defunct"}])


# One message.


@pytest.mark.parametrize(
    "said",
    ["I want to kill myself", "my baby drank bleach", "he is going to kill me with a knife"],
)
async def test_who_cannot_wait_reads_first_one_message_about_that_alone(duo, amir, said):
    answer, buttons = await reads_first(amir, said)
    assert DANGER in answer
    assert "02 648 40 14" in answer
    assert "02 000 00 01" not in answer
    assert answer.endswith("May a coach call you now?")
    may_call = ["Yes, call me", "No, not now", "No, I am fine"]
    shown = [one for one in buttons if one != "Help near me"]
    assert shown[-5:] == [*may_call, "All emergency numbers", "Hide messages"]
    assert "Call 112" in buttons
    named = [one for one in OTHER_DISTRESS if one in answer]
    assert named in ([], ["Poisoning"], ["Violence at home"])


async def test_who_thinks_of_suicide_in_english_talks_in_english_first(duo, amir):
    answer, buttons = await reads_first(amir, "I want to kill myself")
    assert answer.splitlines()[0] == CARRIED
    own, french, dutch = (
        next(line for line in answer.splitlines() if number in line)
        for number in ("02 648 40 14", "0800 32 123", "1813")
    )
    assert own.endswith("speaks English")
    assert french.endswith("speaks French")
    assert dutch.endswith("speaks Dutch")
    assert answer.index(own) < min(answer.index(french), answer.index(dutch))
    calls = {f"Call {one}" for one in ("112", "02 648 40 14", "0800 32 123", "1813")}
    assert calls <= set(buttons)


async def test_of_poison_the_poison_centre_comes_first(duo, amir):
    answer, buttons = await reads_first(amir, "my baby drank bleach")
    assert answer.index("070 245 245") < answer.index(DANGER)
    assert buttons[0] == "Call 070 245 245"


async def test_who_bleeds_reads_first_that_112_comes(duo, amir):
    answer, _ = await reads_first(amir, "there is a fire and he is not breathing")
    assert answer.startswith(DANGER)


async def test_a_stranger_in_despair_is_not_asked_where_they_are(house):
    fatima = await starts(house, code="nl")
    first, *_ = await answers(fatima, "ik wil dood")
    assert "1813" in first
    assert "Waar" not in first


async def test_the_whole_card_is_one_tap_away(duo, amir):
    await amir.says("I want to kill myself")
    whole = await amir.taps("All emergency numbers")
    assert "070 245 245" in whole


# Violence.


async def test_in_flanders_sexual_violence_has_a_line_too(duo, tom):
    await speaks(tom, "nl")
    card = await tom.says("sos")
    sexual = card.partition(word("nl", "Sexual violence"))[2].split("\n\n")[0]
    assert "1712" in sexual


async def test_a_line_that_is_closed_says_so_on_the_emergency_card(duo, amir):
    await speaks(amir, "nl")
    await duo.turn_to(duo.telegram.clock.now().replace(hour=2))
    line = next(one for one in (await amir.says("sos")).splitlines() if one.startswith("1712"))
    assert word("nl", "closed now") in line


async def test_who_is_beaten_reads_whom_to_call_then_112_and_101_and_what_is_open_first(duo, amir):
    first, *_ = await answers(amir, "my husband beats me")
    assert first.startswith(f"{CARRIED}\n\n{DANGER} Or call the police: 101.")
    answer = await amir.taps("Help near me")
    assert answer.startswith(f"{DANGER} Or call the police: 101.\n\n{CARRIED}")
    opened, closed = answer.find("Open now"), answer.find("Closed now")
    assert closed == -1 or opened < closed


async def test_who_taps_violence_wrote_nothing(duo, amir):
    await amir.says("/find")
    await amir.taps("Violence")
    listed = await amir.taps("Violence at home")
    assert listed.startswith(DANGER)
    assert CARRIED not in listed


# Nothing found.


async def test_where_there_is_nothing_the_general_doors_are_named(duo, amir):
    await leave_only(duo, "ocmw-gent", "caw-gent", "vlaamse-infolijn-1700")
    found = await amir.says("language lessons in Ghent")
    assert "But you can ask here:" in found
    assert "1. " in found
    assert any("OCMW" in one for one in amir.buttons)
    assert "Flanders" not in amir.buttons
    assert "All of Belgium" not in amir.buttons


async def test_where_even_the_general_doors_are_unknown_the_coach_is_left(duo, amir):
    await leave_only(duo)
    found = await amir.says("language lessons in Ghent")
    assert "Look somewhere else, or ask your coach." in found
    assert "My coach" in amir.buttons


# What was meant.


async def test_a_guess_that_is_far_off_is_not_offered(duo, amir):
    assert "Did you mean" not in await amir.says("I need a doctor")


# The card of a service.


async def test_a_service_without_phone_and_hours_is_looked_up(duo, amir):
    table = write_service(replace(COUNTER, phones=(), openings=(), hours={}))
    async with duo.database.transaction() as tx:
        await tx.directory.put([table])
    await amir.says("/menu")
    card = await amir.forges("s:ocmw-gent:admin.benefits:vlg.gent", newest_of_bot(amir))
    assert "Look on the website." in card
    assert "all first" not in card


async def test_who_is_understood_there_needs_no_sentence(duo, amir, tom):
    await tom.says("02 648 40 14")
    assert "What do I say?" not in tom.buttons
    await amir.says("1813")
    assert "What do I say?" in amir.buttons


# Kind words.


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Thank you so much!"), ("nl", "Dank je wel"), ("fr", "merci beaucoup !")],
)
async def test_thanks_are_answered_kindly(duo, amir, language, said):
    await speaks(amir, language)
    assert await answers(amir, said) == [word(language, "You’re welcome.")]
    assert amir.buttons == ["Menu"]


async def test_good_news_is_no_danger(duo, amir):
    (answer,) = await answers(amir, "I found a job!")
    assert "112" not in answer
    assert "Sorry" not in answer


async def test_thanks_in_the_middle_are_no_answer_but_merci_is_a_name(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    welcome, question = await answers(fatima, "thank you very much")
    assert welcome == "You’re welcome."
    assert "What is your name?" in question
    assert "In which year were you born?" in await fatima.says("Merci")
