"""People and coaches talk about a case: both ways, read after the code, and nothing gets lost."""

from datetime import timedelta

import pytest

from bot.actions.open_cases import report_missed_weeks
from tests.handlers.arrivals import behind, joins_as_coach, remembered, taps_old
from tests.handlers.trusting import trust

CALL = "I want my coach"
CAME = "There is a message for you."


@pytest.fixture
async def called(duo, amir, els):
    """Amir has called Els, who gave her code this morning."""
    await trust(duo, els)
    await amir.says(CALL)
    return duo


def texts(person):
    return "\n---\n".join(one["text"] for one in person.messages if one["from"] == "bot")


def kinds(person):
    return [one["kind"] for one in person.messages if one["from"] == "bot"]


async def kept(house, table):
    return (await remembered(house))[table]


async def writes(person, text="My papers are lost"):
    return await person.says(text)


async def test_els_reads_what_amir_wrote_and_amir_reads_what_she_answers(called, amir, els):
    assert "I pass it on to Els." in await writes(amir)
    assert els.last.startswith(CAME)
    assert "papers" not in str(els.messages)
    assert "My papers are lost" in await els.taps("Read")
    assert "I have sent it to Amir." in await els.answers("My papers are lost", "Come tomorrow")
    assert "Els (coach):\nCome tomorrow" in texts(amir)


async def test_without_a_code_els_reads_nothing_and_no_reading_is_noted(duo, amir, els):
    await amir.says(CALL)
    await writes(amir)
    await els.taps("Read")
    assert "papers" not in str(els.messages)
    assert await kept(duo, "case_readings") == []


async def test_each_reading_is_noted_and_stays_noted(called, amir, els):
    await writes(amir)
    await els.taps("Read")
    await els.taps("Read")
    assert len(await kept(called, "case_readings")) == 2


async def test_tom_cannot_read_or_answer_what_is_not_his(called, amir, tom):
    await writes(amir)
    ((case_id, *_),) = await kept(called, "cases")
    for step in ("read", "reply", "note", "ready"):
        await tom.says("/menu")
        assert "not for you" in await taps_old(tom, f"ca:{case_id}:{step}")
        assert "papers" not in str(tom.messages)
    await tom.says("Hello Amir")
    assert "Hello Amir" not in str(amir.messages)


async def test_a_second_message_before_els_has_read_brings_no_second_letter(called, amir, els):
    await writes(amir)
    await writes(amir, "And my card too")
    assert texts(els).count(CAME) == 1
    assert "And my card too" in await els.taps("Read")
    await writes(amir, "They are found")
    assert texts(els).count(CAME) == 2


@pytest.mark.parametrize("form", ["voice", "photo", "document"])
async def test_what_amir_sends_reaches_els_and_what_she_sends_reaches_him(called, amir, els, form):
    called.telegram.send(amir.id, form, "Look at this")
    await called.settle()
    assert form not in kinds(els)
    await els.taps("Read")
    assert kinds(els)[-1] == form
    assert "Look at this" in els.last
    await els.taps("Reply")
    await els.sends(form)
    assert [one for one in kinds(amir) if one != "text"] == [form]
    assert texts(amir).count("Els (coach):") == 1


async def test_a_sticker_cannot_be_passed_on_and_amir_is_told_so(called, amir, els):
    before = len(els.messages)
    assert "I cannot pass this on." in await amir.sends("sticker")
    assert len(els.messages) == before


async def test_what_els_changes_changes_where_amir_reads_it(called, amir, els):
    await els.answers("Amir", "Come tomorow")
    assert await els.changes("Come tomorow", "Come tomorrow") == ""
    assert "Come tomorrow" in texts(amir)
    assert "tomorow" not in texts(amir)


async def test_what_els_changes_under_a_photo_changes_there(called, amir, els):
    await els.taps("Reply")
    called.telegram.send(els.id, "photo", "The ofice")
    await called.settle()
    await els.changes("The ofice", "The office")
    assert "Els (coach):\nThe office" in texts(amir)
    assert "ofice" not in texts(amir)


async def test_what_amir_changes_is_taken_from_els_until_she_reads_it_again(called, amir, els):
    await writes(amir)
    await els.taps("Read")
    await amir.changes("My papers", "My papers are found")
    assert "My papers are lost" not in str(els.messages)
    assert "changed a message" in els.last
    assert "My papers are found" in await els.taps("Read")


async def test_what_amir_changes_under_a_photo_is_seen_with_the_photo_again(called, amir, els):
    called.telegram.send(amir.id, "photo", "My ofice")
    await called.settle()
    await els.taps("Read")
    await amir.changes("My ofice", "My office")
    assert "photo" not in kinds(els)
    await els.taps("Read")
    assert "My office" in els.last
    assert kinds(els)[-1] == "photo"


async def test_a_note_is_for_coaches_only(called, amir, els):
    await writes(amir)
    await els.taps("Read")
    await els.taps("Note for coaches")
    assert "I keep your note." in await els.says("He sounded tired")
    assert "tired" not in str(amir.messages)
    read = await els.taps("Read")
    assert "Note of Els" in read
    assert "He sounded tired" in read


async def test_after_a_note_what_els_types_is_for_the_bot_again(called, amir, els):
    await writes(amir)
    await els.taps("Read")
    await els.taps("Note for coaches")
    await els.says("He sounded tired")
    await els.says("samusocial")
    assert "samusocial" not in str(amir.messages)


async def test_what_els_hands_over_ends_what_she_was_writing_to_amir(called, amir, els):
    await joins_as_coach(called)
    await els.taps("I take it")
    await els.taps("Hand over")
    await els.taps("Go back")
    hand = behind(els, "Hand over")
    await els.taps("Reply")
    await taps_old(els, hand)
    await els.taps("Nadia")
    await els.taps("Yes, hand it over")
    before = len(amir.messages)
    await els.says("are you coming?")
    assert len(amir.messages) == before


async def test_where_nothing_is_written_els_needs_no_code_to_hear_so(duo, amir, els):
    await amir.says("I want my coach")
    assert "Nobody has written anything yet." in await els.taps("Read")


async def test_a_sentence_that_begins_with_the_coach_brings_all_of_it(duo, amir, els):
    words = "I want to talk to my coach, I have a problem with my house"
    assert "I have told your coach Els" in await amir.says(words)
    assert "It comes from Amir." in str(els.messages)
    await trust(duo, els)
    await taps_old(els, behind(els, "Read"))
    assert words in els.last


async def test_a_line_ends_when_els_says_so_or_after_half_an_hour(called, amir, els):
    await writes(amir)
    await els.taps("Reply")
    assert "I pass nothing more on." in await els.taps("That is all")
    await els.says("First")
    await els.taps("Reply")
    await called.pass_by(minutes=31)
    await els.says("Second")
    assert "First" not in str(amir.messages)
    assert "Second" not in str(amir.messages)


async def test_amir_answers_els_by_typing_within_the_day(called, amir, els):
    await els.answers("Amir", "Can you come tomorrow?")
    await called.pass_by(hours=5)
    assert "I pass it on to Els." in await amir.says("It suits me fine")
    assert "It suits me fine" in await els.taps("Read")


async def test_an_answer_to_our_message_is_for_els_even_when_it_could_mean_something_else(
    called, amir, els
):
    await els.answers("Amir", "Do you need help?")
    assert "I pass it on to Els." in await amir.answers("Do you need help?", "help")
    assert "help" in await els.taps("Read")


async def test_in_the_middle_of_a_registration_one_message_is_passed_on_and_it_goes_on(duo, els):
    await trust(duo, els)
    fatima = duo.meet("Fatima", "en")
    await fatima.says("/start")
    await fatima.taps("English")
    await fatima.taps("I agree")
    await fatima.says(CALL)
    assert "I pass it on to Els." in await fatima.says("I cannot read well")
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    assert "I cannot read well" in await els.taps("Read")
    assert "Fatima" not in els.messages[-1]["text"].partition("I cannot")[2]


async def test_a_message_longer_than_telegram_takes_with_a_name_comes_in_pieces(called, amir, els):
    await els.answers("Amir", "word " * 800)
    assert texts(amir).count("word") == 800


async def test_a_ready_answer_is_seen_before_it_is_sent_and_comes_in_amir_s_language(
    called, amir, els
):
    await amir.says("/language")
    await amir.taps("Français")
    await writes(amir, "Mes papiers sont perdus")
    await els.taps("Read")
    await els.taps("Ready answers")
    await els.taps("More answers")
    await els.taps("Our talk is moved")
    await els.taps(els.buttons[1])
    shown = await els.taps("14:00")
    assert "Bonjour Amir, notre entretien est maintenant le mercredi 4 mars à 14:00." in shown
    assert "Hello Amir, our talk is now on Wednesday 4 March at 14:00." in shown
    assert "entretien" not in texts(amir)
    await els.taps("Yes, send it")
    assert "notre entretien est maintenant le mercredi 4 mars à 14:00" in texts(amir)


async def test_els_cannot_write_to_who_blocked_the_bot_or_left(called, amir, els):
    await writes(amir)
    await amir.blocks()
    await called.settle()
    assert "I cannot reach Amir on Telegram now." in await els.answers(CAME, "Are you there?")


async def test_when_amir_leaves_nothing_of_what_was_said_stays(called, amir, els):
    await writes(amir)
    called.telegram.send(amir.id, "photo", "My card")
    await called.settle()
    await els.taps("Read")
    await amir.says("/privacy")
    await amir.taps(amir.buttons[0])
    await amir.taps(amir.buttons[0])
    assert await kept(called, "case_messages") == []
    assert await kept(called, "case_lines") == []
    assert "papers" not in str(els.messages)
    assert "photo" not in kinds(els)


async def test_what_was_said_is_erased_a_year_after_the_case_was_closed(called, amir, els):
    await writes(amir)
    ((case_id, *_),) = await kept(called, "cases")
    await taps_old(els, f"ca:{case_id}:take")
    await taps_old(els, f"ca:{case_id}:close")
    await called.pass_by(days=364)
    await called.app.actions.upkeep.sweep()
    assert len(await kept(called, "case_messages")) == 1
    called.telegram.advance_clock(timedelta(days=2))
    await called.app.actions.upkeep.sweep()
    assert await kept(called, "case_messages") == []


async def test_to_a_closed_case_a_thank_you_is_answered_and_anything_else_is_refused_kindly(
    called, amir, els
):
    await els.answers("Amir", "I called them for you")
    ((case_id, *_),) = await kept(called, "cases")
    await taps_old(els, f"ca:{case_id}:close")
    assert "is over" in await amir.answers("I called them for you", "One more thing")
    assert "is over" not in await amir.answers("I called them for you", "Thank you")


async def test_of_an_album_amir_hears_once_that_it_is_passed_on_and_els_sees_ten_photos(
    called, amir, els
):
    assert (await amir.sends("media_group_id")).count("I pass it on to Els.") == 1
    assert len(await kept(called, "case_messages")) == 10
    for _ in range(2):
        await els.taps("Read")
        assert kinds(els).count("photo") == 10


async def test_els_cannot_answer_a_closed_case_nor_two_people_at_once(duo, amir, els):
    await amir.says(CALL)
    await els.taps("I take it")
    await els.taps("It is solved")
    ((case_id, *_),) = await kept(duo, "cases")
    await taps_old(els, f"ca:{case_id}:reply")
    assert "This case is closed, so I did not send it." in await els.says("One more thing")
    await els.taps("That is all")
    async with duo.app.actions.samples.desk.open() as counter:
        person = await counter.tx.people.by_telegram(amir.id)
        pair = await counter.tx.duos.of(person.id)
        await report_missed_weeks(counter, pair.id)
    await duo.settle()
    assert "This is about two people." in await els.answers("have not met", "Hello you two")
    assert "Hello you two" not in str(amir.messages)
    assert "One more thing" not in str(amir.messages)


async def test_what_els_changes_before_it_arrives_comes_as_it_is_now(called, amir, els):
    card = els.number_of("wants to talk")
    called.telegram.say(els.id, "Come tomorow", replies_to=card)
    await called.app.poller.poll()
    await called.app.workers.handle_waiting()
    called.telegram.edit(els.id, els.number_of("tomorow", by_bot=False), "Come tomorrow")
    await called.app.poller.poll()
    await called.app.workers.handle_waiting()
    await called.settle()
    assert texts(amir).count("Els (coach):") == 1
    assert "Come tomorrow" in texts(amir)


async def test_a_changed_note_stays_a_note_and_nobody_is_told(called, amir, els):
    await writes(amir)
    await els.taps("Read")
    await els.taps("Note for coaches")
    await els.says("He sounded tierd")
    before = len(amir.messages)
    assert await els.changes("tierd", "He sounded tired") == ""
    assert len(amir.messages) == before
    assert "He sounded tired" in await els.taps("Read")


async def test_els_shortens_a_long_message_and_nothing_of_the_rest_stays(called, amir, els):
    await els.answers("Amir", "word " * 800)
    await els.changes("word", "Only this")
    assert "word" not in texts(amir)
    assert "Only this" in texts(amir)


async def test_a_ready_answer_for_a_day_that_is_over_or_not_filled_in_is_not_sent(
    called, amir, els
):
    ((case_id, *_),) = await kept(called, "cases")
    for odd in ("rt:{}:call_at:20260301:1400", "rt:{}:call_at::", "rt:{}:no_answer::",
                "rt:{}:call_at:20269999:1400"):  # fmt: skip
        await taps_old(els, odd.format(case_id))
    assert "Els (coach):" not in texts(amir)


async def test_what_els_cannot_pass_on_is_said_to_her(called, amir, els):
    await els.taps("Reply")
    assert "I cannot pass this on." in await els.sends("sticker")


async def test_when_nobody_answers_for_it_yet_the_words_are_kept(house):
    fatima = house.meet("Fatima", "en")
    await fatima.says("/start")
    await fatima.taps("English")
    await fatima.says(CALL)
    assert "I keep it for your coach." in await fatima.says("I have a question")
