"""What a coach sees and does when somebody may be in danger, and what that person reads of it."""

from datetime import timedelta

import pytest

from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    behind,
    joins_as_coach,
    labels_of,
    message_with,
    taps_old,
)
from tests.handlers.test_case_talk import texts
from tests.handlers.test_danger import DIRECT, VEILED
from tests.handlers.trusting import trust

DANGER_CARD = "wrote words that can mean danger"


@pytest.fixture
async def alarmed(duo, amir, els):
    """Amir wrote that he wants to end his life, and Els, who gave her code, has the card."""
    await trust(duo, els)
    await amir.says(DIRECT)
    return duo


async def test_els_reads_the_words_and_amir_reads_no_more_than_that(alarmed, amir, els):
    card = message_with(els, DANGER_CARD)
    assert DIRECT not in card["text"]
    # Whoever is to call at once reads no hour until which there would be time.
    assert "I have promised" not in card["text"]
    assert "It can be about Amir, or about somebody else." in card["text"]
    assert "Amir is in a duo with Rita." in card["text"]
    assert "I have no number of Amir for you. Call in Telegram: tap the name." in card["text"]
    assert DIRECT in await els.taps("Read")
    assert "Your coach Els has read it." in amir.last
    assert "knows it now" not in texts(amir)
    assert "Els has read it, and nobody has taken it." in message_with(els, DANGER_CARD)["text"]
    await els.taps("I take it")
    assert "Your coach Els knows it now and will contact you." in amir.last


async def test_of_veiled_words_els_reads_that_they_were_not_kept(duo, amir, els):
    await trust(duo, els)
    await amir.says(VEILED)
    await amir.taps("Yes, call me")
    assert "I have told your coach Els that you want a call now." in amir.last
    assert "Amir wants to be called now." in message_with(els, DANGER_CARD)["text"]
    assert "I have not kept those words. Please call." in await els.taps("Read")


async def test_who_wants_a_call_after_an_answer_waits_again_and_reads_so(alarmed, amir, els):
    await els.taps("I take it")
    await els.taps("I called")
    await els.taps("We spoke")
    assert "Els has answered" in message_with(els, DANGER_CARD)["text"]
    assert "Is it solved?" not in texts(amir)
    await alarmed.pass_by(minutes=1)
    await amir.taps("Yes, call me")
    assert texts(els).count(DANGER_CARD) == 1
    card = message_with(els, DANGER_CARD)["text"]
    assert "Amir wants to be called now." in card
    assert "An answer is still to come." in card
    assert "I have told your coach Els that you want a call now." in amir.last


async def test_who_wants_no_call_now_says_so_on_the_card(alarmed, amir, els):
    await amir.taps("No, not now")
    assert "Amir does not want a call now." in message_with(els, DANGER_CARD)["text"]


async def test_a_call_that_reached_nobody_is_kept_and_no_answer(alarmed, amir, els):
    await els.taps("I take it")
    assert "Did you speak to each other?" in await els.taps("I called")
    card = await els.taps("No answer")
    assert "Nobody picked up." in card
    assert "Els has it since" in card
    assert "has answered you" not in texts(amir)
    assert "Els tried to call you on Tuesday 3 March at 11:00." in amir.last
    assert "Els tries again." in amir.last


async def test_only_who_has_it_closes_it_and_is_asked_once(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says(DIRECT)
    await duo.pass_by(minutes=6)
    assert DANGER_CARD in texts(nadia)
    await els.taps("I take it")
    close = behind(els, "It is solved")
    await taps_old(nadia, close)
    await taps_old(nadia, close.replace(":close", ":close_surely"))
    assert "Closed on" not in texts(els)
    assert "Is the danger really over for Amir?" in await els.taps("It is solved")
    assert "Closed on" not in texts(els)
    assert "Closed on" in await els.taps("Yes, it is over")
    assert "Your coach Els thinks that you are safe now." in amir.last


async def test_what_amir_writes_within_a_day_opens_it_again_and_goes_to_a_coach(
    alarmed, amir, els
):
    for tap in ("I take it", "It is solved", "Yes, it is over"):
        await els.taps(tap)
    await alarmed.pass_by(hours=3)
    answer = await amir.says("I am at home")
    assert "I pass it on to Els." in answer
    assert "I am at home" in await els.taps("Read")
    for tap in ("I take it", "It is solved", "Yes, it is over"):
        await els.taps(tap)
    await alarmed.pass_by(days=1)
    assert "I pass it on" not in await amir.says("I am at home")


async def test_a_colleague_who_closes_is_named_and_who_had_it_is_told(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await els.taps("Hand over")
    await els.taps("Nadia")
    await els.taps("Yes, hand it over")
    await nadia.taps("I take it")
    await taps_old(els, behind(nadia, "It is solved"))
    assert "Your coach Els thinks that your question is solved." in amir.last
    assert "Els has closed this." in nadia.last


async def test_nobody_comes_and_the_broken_promise_is_said_aloud(duo, amir, els):
    await amir.says(DIRECT)
    for _ in range(3):
        await duo.pass_by(minutes=5)
    late = [one for one in amir.messages if "No coach has read your message yet." in one["text"]]
    assert len(late) == 1
    assert "I ask again on Tuesday 3 March at 11:30." in late[0]["text"]
    assert "SOS" in labels_of(late[0])
    assert els.last.startswith("Somebody needs you now. Please open this.")
    assert els.buttons[:1] == ["I take it"]
    await duo.pass_by(minutes=15)
    assert texts(amir).count("No coach has read your message yet.") == 1
    assert "Els has it since" in await els.taps("I take it")


async def test_nobody_is_asked_about_the_week_while_a_danger_is_open(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=40))
    await amir.says(DIRECT)
    asked_rita, heard = len(rita.messages), len(amir.messages)
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=1))
    later = [one["text"] for one in amir.messages[heard:]]
    assert not any("Rita" in one for one in later)
    assert len(rita.messages) > asked_rita
