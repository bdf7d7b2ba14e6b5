"""What somebody writes goes to whom they mean, and when they mean nobody, to nobody."""

from datetime import timedelta

import pytest

from bot.cards.case_buttons import WaitTap
from bot.cards.request_buttons import RequestStep, RequestTap
from tests.handlers.arrivals import joins_as_coach, message_with, taps_old
from tests.handlers.test_case_talk import called, texts
from tests.handlers.test_not_undone import cases

__all__ = ["called"]

AMIR = "Amir (mentee)"


async def lays_aside(house, coach, days=14):
    case = (await cases(house))[0]
    tap = WaitTap(case_id=case.id, days=days).pack()
    await coach.forges(tap, message_with(coach, "Amir")["message_id"])


async def said(house):
    """All that is kept of the calls of a coach, and of danger."""
    (case,) = [one for one in await cases(house) if one.reason in ("asked", "danger")]
    async with house.database.reading() as tx:
        return [one.words for one in await tx.case_messages.newest_of(case.id, 20)]


async def send(house, someone, kind, words):
    house.telegram.send(someone.id, kind, words)
    await house.settle()


@pytest.fixture
async def both_wait(called, amir, rita, els):
    """Rita and Amir have both called Els, who writes to Amir."""
    await rita.says("/coach")
    await rita.says("Amir smells of drink, what do I do")
    await amir.says("My papers are lost")
    await els.taps("Reply")
    await els.says("Which papers?")
    return called


async def about(house, person):
    async with house.database.reading() as tx:
        one = await tx.people.by_telegram(person.id)
    return next(case for case in await cases(house) if case.person_id == one.id)


async def test_what_els_writes_after_she_read_rita_does_not_go_to_amir(both_wait, amir, rita, els):
    case = await about(both_wait, rita)
    await els.forges(f"ca:{case.id}:read", message_with(els, "It comes from Rita")["message_id"])
    assert "smells of drink" in els.last
    await els.says("Thank you, I look into it")
    assert "I look into it" not in texts(amir)
    assert "I have sent it" not in els.last


async def test_what_els_writes_after_she_read_amir_again_still_goes_to_him(both_wait, amir, els):
    case = await about(both_wait, amir)
    await els.forges(f"ca:{case.id}:read", message_with(els, AMIR)["message_id"])
    await els.says("The blue ones?")
    assert "The blue ones?" in texts(amir)


async def test_who_has_answered_amir_does_not_go_on_writing_to_rita(both_wait, amir, rita, els):
    case = await about(both_wait, rita)
    await els.forges(f"ca:{case.id}:reply", message_with(els, "It comes from Rita")["message_id"])
    await els.answers(AMIR, "Come at ten")
    await els.says("It stays between you and me")
    assert "Come at ten" in texts(amir)
    assert "between you and me" not in texts(rita)


async def test_a_note_written_as_an_answer_to_amir_never_comes_to_him(called, amir, els):
    await amir.says("My papers are lost")
    await els.taps("Read")
    await els.taps("Note for coaches")
    await els.answers("My papers are lost", "I do not believe a word of this")
    assert "believe" not in texts(amir)
    assert "I do not believe a word of this" in await said(called)


async def test_a_photo_with_thanks_under_it_reaches_els(called, amir, els):
    await amir.says("My papers are lost")
    await els.taps("Read")
    await els.answers("My papers are lost", "Send me a photo of the letter please")
    before = len(els.messages)
    await send(called, amir, "photo", "Thanks")
    assert "I pass it on to Els." in amir.last
    assert len(els.messages) == before + 1
    assert (await cases(called))[0].answered_at is None


async def test_a_photo_for_an_open_call_is_passed_on_as_long_as_text_is(called, amir):
    await called.pass_by(minutes=40)
    await send(called, amir, "photo", "This is the letter")
    assert "I pass it on to Els." in amir.last


async def test_a_danger_laid_aside_comes_back_the_same_day_whatever_was_tapped(duo, amir, els):
    await amir.says("I want to kill myself")
    await els.taps("I take it")
    await lays_aside(duo, els)
    (case,) = await cases(duo)
    assert case.next_at - duo.telegram.clock.now() <= timedelta(hours=3)


@pytest.mark.parametrize("call", ["/coach", "I want to kill myself"])
async def test_who_writes_to_a_case_laid_aside_is_not_left_to_wait(duo, amir, els, call):
    await amir.says(call)
    await els.taps("I take it")
    await lays_aside(duo, els)
    await amir.says("It gets worse, I am afraid")
    (case,) = await cases(duo)
    assert (case.next_step, case.waits_until) == ("remind", None)
    assert case.next_at - duo.telegram.clock.now() < timedelta(days=3)


async def test_who_is_in_danger_is_heard_the_next_day_too(duo, amir, els):
    await amir.says("I want to kill myself")
    await duo.pass_by(hours=25)
    before = len(els.messages)
    assert "I pass it on to Els." in await amir.says("I still wait for your call")
    assert len(els.messages) > before
    await duo.pass_by(hours=25)
    await amir.says("Everybody would be better off without me")
    assert "Everybody would be better off without me" in await said(duo)


async def test_amir_reads_the_last_answer_again_after_a_hand_over(called, amir, els):
    await joins_as_coach(called, "Nadia")
    await amir.says("My papers are lost")
    await els.taps("Read")
    await els.answers("My papers are lost", "Come Friday at ten to room 4")
    for number in range(10):
        await amir.says(f"I also lost paper {number}")
    await els.says("/team")
    for tap in ("Hand my people over", "Nadia", "Yes, I am sure"):
        await els.taps(tap)
    case = (await cases(called))[0]
    before = texts(amir).count("room 4")
    await taps_old(amir, RequestTap(case_id=case.id, step=RequestStep.SHOW_AGAIN).pack())
    assert texts(amir).count("room 4") == before + 1


@pytest.mark.parametrize(
    "words", ["I need help", "I do not know", "hello", "an appointment", "/123 is my dossier"]
)
async def test_words_for_els_go_to_her_while_she_listens(called, amir, words):
    await amir.says(words)
    assert "I pass it on to Els." in amir.last
    assert await said(called) == [words]


@pytest.mark.parametrize("words", ["I want to stop", "it is urgent", "I'm back"])
async def test_what_is_done_at_once_is_read_by_els_too(called, amir, words):
    await amir.says(words)
    assert await said(called) == [words]


async def test_nobody_listens_to_who_has_called_nobody(duo, amir):
    assert "I pass it on" not in await amir.says("I want to stop")


async def test_what_els_asks_of_the_programme_on_a_line_is_not_sent_to_amir(called, amir, els):
    await els.taps("Reply")
    await els.says("help")
    assert "I have sent it to Amir" not in els.last


async def test_each_message_of_els_begins_the_half_hour_anew(called, amir, els):
    await els.taps("Reply")
    for words in ("One", "Two", "Three"):
        await called.pass_by(minutes=20)
        assert "I have sent it to Amir." in await els.says(words)


async def test_one_case_given_to_nadia_is_read_by_her_and_els_knows_that(called, amir, els):
    await joins_as_coach(called, "Nadia")
    await amir.says("My papers are lost")
    await els.taps("I take it")
    await els.taps("Hand over")
    assert "Nadia can then read what you can read here." in await els.taps("Nadia")
    await els.taps("Yes, hand it over")
    (case,) = await cases(called)
    async with called.database.reading() as tx:
        assert not await tx.caseloads.words_are_closed(case.id)
