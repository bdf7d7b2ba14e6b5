"""What follows the weekly answer: small questions that can be passed over, and second thoughts."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.meetings import Meeting
from storage.sealing import Where
from storage.tables import PersonRow, PromptRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, behind, behind_all, message_with, taps_old

YES, NO, MOVED = "Yes, we met", "No, not this week", "We moved it"


async def said_by(house: House, person: Someone) -> tuple[str | None, int | None, str | None]:
    """What is kept of the newest answer of this person: answer, minutes, feeling."""
    async with house.database.reading() as tx:
        known = await tx.people.by_telegram(person.id)
        assert known
        own = select(PromptRow).where(PromptRow.person_id == known.id)
        row = (await tx.connection.execute(own.order_by(PromptRow.asked_at.desc()))).first()
        assert row
        sealed = row.feeling and tx.keys.open(row.feeling, Where("prompts", "feeling", row.id))
        return row.answer, row.minutes, sealed or None


async def speaks(house: House, language: str) -> None:
    async with house.database.transaction() as tx:
        await tx.connection.execute(update(PersonRow).values(language=language))


THREE_LANGUAGES = {
    "en": (YES, "2 hours", "2 - hard", "Something is in the way", "How it is going: 2 - hard"),
    "nl": ("Ja, we zagen elkaar", "2 uur", "2 - moeilijk", "Er staat iets in de weg",
           "Zo gaat het: 2 - moeilijk"),
    "fr": ("Oui, on a pu se voir", "2 heures", "2 - difficile", "Quelque chose me bloque",
           "Comment ça va\u00a0: 2 - difficile"),
}  # fmt: skip


@pytest.mark.parametrize("language", THREE_LANGUAGES)
async def test_a_mentee_answers_with_three_taps_in_one_message(duo, amir, language):
    yes, hours, hard, offer, told = THREE_LANGUAGES[language]
    await speaks(duo, language)
    await duo.turn_to(FIRST_SUNDAY)
    before = len(amir.messages)
    for tap in (yes, hours, hard):
        await amir.taps(tap)
    assert told in amir.last
    assert offer in amir.buttons
    assert len(amir.messages) == before
    assert await said_by(duo, amir) == ("met", 120, "2")


async def test_the_answer_is_kept_with_the_first_tap(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    assert "About how long did you meet?" in await amir.taps(YES)
    assert await said_by(duo, amir) == ("met", None, None)


async def test_what_a_mentee_passes_over_is_not_asked_again(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(YES)
    assert "How is it going for you?" in await amir.taps("Skip this")
    said = await amir.taps("Skip this")
    assert said == "Thank you! Your answer: yes, we met."
    assert amir.buttons == ["Change my answer", "Something is in the way"]
    assert await said_by(duo, amir) == ("met", None, None)


@pytest.mark.parametrize("answer", [NO, MOVED])
async def test_who_did_not_meet_is_asked_how_it_is_and_offered_help_once(duo, amir, answer):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(answer)
    assert "About how long" not in amir.last
    assert "Only your coach can see this." in amir.last
    assert "You choose who may know it." in await amir.taps("4 - good")
    assert amir.buttons == ["Something is in the way", "Change my answer", "My coach"]


async def test_a_hard_week_is_not_praised_and_the_coach_comes_first(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in (YES, "3 hours or more", "1 - very hard"):
        await amir.taps(tap)
    assert "Thank you for telling. It is hard now." in amir.last
    assert "Well done" not in amir.last
    assert "So far" not in amir.last
    assert amir.buttons == ["My coach", "Something is in the way", "Change my answer"]


async def test_after_a_no_of_which_nothing_more_was_said_the_coach_comes_first(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(NO)
    await amir.taps("Skip this")
    assert amir.buttons == ["My coach", "Something is in the way", "Change my answer"]


async def test_after_a_good_week_nobody_is_asked_what_is_in_the_way_but_it_can_be_told(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in (YES, "1 hour", "3 - so-so"):
        await amir.taps(tap)
    assert "in the way" not in amir.last
    assert amir.buttons == ["Change my answer", "Something is in the way"]
    await amir.taps("Something is in the way")
    assert "What is in the way? Tap what fits best." in amir.last


async def test_nobody_can_be_made_to_say_a_length_or_a_feeling_that_was_not_asked(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(YES)
    prompt = behind(amir, "Change my answer").split(":")[1]
    for minutes in (-60, 61, 2**31 - 1):
        await taps_old(amir, f"cm:{prompt}:{minutes}")
    for feeling in (-1, 6, 2**31 - 1):
        await taps_old(amir, f"cf:{prompt}:{feeling}")
    assert await said_by(duo, amir) == ("met", None, None)
    await taps_old(amir, f"cf:{prompt}:4")
    await taps_old(amir, f"cm:{prompt}:60")
    assert await said_by(duo, amir) == ("met", None, "4"), "the length was passed over"


async def test_who_is_asked_in_one_tap_cannot_be_made_to_say_more(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(PromptRow).values(size="short"))
    await amir.taps(YES)
    prompt = behind(amir, "Change my answer").split(":")[1]
    for forged in (f"cm:{prompt}:60", f"cf:{prompt}:4"):
        await taps_old(amir, forged)
    assert await said_by(duo, amir) == ("met", None, None)


async def test_a_mentor_is_done_after_one_tap_and_cannot_be_made_to_feel(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(YES)
    assert rita.buttons == ["Change my answer"]
    prompt = behind(rita, "Change my answer").split(":")[1]
    for forged in ("cm:{}:60", "cf:{}:1", "oq:{}", "ow:{}:money:coach"):
        await taps_old(rita, forged.format(prompt))
    assert await said_by(duo, rita) == ("met", None, None)


async def test_an_answer_can_be_changed_and_what_followed_it_is_asked_anew(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in (YES, "2 hours", "4 - good", "Change my answer"):
        await amir.taps(tap)
    assert amir.buttons == [YES, MOVED, "No, we did not meet"]
    assert "Your answer: no" in await amir.taps("No, we did not meet")
    assert await said_by(duo, amir) == ("not_met", None, None)
    await amir.taps("2 - hard")
    assert await said_by(duo, amir) == ("not_met", None, "2")


async def test_who_taps_the_same_answer_again_loses_nothing(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in (YES, "2 hours", "4 - good", "Change my answer", YES):
        await amir.taps(tap)
    assert "4 - good" in amir.last
    assert await said_by(duo, amir) == ("met", 120, "4")


async def test_an_answer_can_be_changed_for_seven_days_and_not_a_second_longer(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(YES)
    again = behind(amir, "Change my answer")
    await duo.pass_by(days=7, seconds=-1)
    await taps_old(amir, again)
    wrong = behind(amir, "No, we did not meet")
    await duo.pass_by(seconds=1)
    for old in (again, wrong):
        await taps_old(amir, old)
        assert "You do not have to answer it now." in str(amir.messages)
    async with duo.database.reading() as tx:
        answers = set(await tx.connection.scalars(select(PromptRow.answer)))
    assert answers == {"met", None}


async def test_old_buttons_change_nothing_that_was_said(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    no = behind(amir, NO)
    await amir.taps(YES)
    hour = behind(amir, "1 hour")
    await amir.taps("2 hours")
    hard = behind(amir, "1 - very hard")
    await amir.taps("5 - very good")
    for old in (no, hour, hard):
        await taps_old(amir, old)
        assert "5 - very good" in str(amir.messages)
    assert await said_by(duo, amir) == ("met", 120, "5")


async def test_who_answered_at_the_second_asking_finds_the_first_buttons_kind(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=2)
    buttons = behind_all(amir, YES)
    assert len(buttons) == 2, "once, and one reminder"
    await amir.taps(YES)
    await taps_old(amir, buttons[0])
    assert "Your answer: yes, we met." in amir.last
    assert await said_by(duo, amir) == ("met", None, None)


@pytest.mark.parametrize(
    "tap",
    ["cm:{}:60", "cf:{}:4", "cw:{}", "cc:{}:met", "oq:{}", "ob:{}:money", "ow:{}:money:coach"],
)
async def test_nobody_goes_on_with_the_answer_of_another(duo, amir, rita, tap):
    await duo.turn_to(FIRST_SUNDAY)
    prompt = behind(amir, YES).split(":")[1]
    await amir.taps(NO)
    before = await said_by(duo, amir)
    assert "not for you" in await taps_old(rita, tap.format(prompt))
    assert await said_by(duo, amir) == before


async def test_a_written_ok_is_no_answer_once_something_else_was_said(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("/menu")
    await amir.says("ok")
    assert await said_by(duo, amir) == (None, None, None)


async def test_a_written_ok_is_no_answer_when_the_days_to_answer_are_over(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=3, hours=1)
    await amir.says("ok")
    assert await said_by(duo, amir) == (None, None, None)


async def test_a_written_yes_is_followed_by_the_same_small_questions(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    assert "About how long did you meet?" in await amir.says("yes")
    assert "Your answer is below." in amir.messages[-3]["text"], "the question has no buttons"
    await amir.taps("1 hour")
    assert await said_by(duo, amir) == ("met", 60, None)


async def test_hours_add_up_over_the_weeks_and_nothing_is_said_of_what_is_missing(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in (YES, "1 hour", "Skip this"):
        await amir.taps(tap)
    assert "So far you told me of about 1 hour together. Every hour counts." in amir.last
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=7))
    for tap in (YES, "2 hours", "Skip this"):
        await amir.taps(tap)
    assert "So far you told me of about 3 hours together." in amir.last
    assert "Well done!" in amir.last


async def meet_on(house: House, person: Someone, days_before: int, minutes: int) -> None:
    """A meeting was fixed for so many days before the first question."""
    begin = FIRST_SUNDAY - timedelta(days=days_before)
    async with house.database.transaction() as tx:
        known = await tx.people.by_telegram(person.id)
        assert known
        own = await tx.duos.of(known.id)
        assert own
        wall = f"{begin + timedelta(hours=1):%Y-%m-%dT%H:%M}"
        end = begin + timedelta(minutes=minutes)
        meeting = Meeting(days_before, own.id, wall, own.zone, minutes, begin, end)
        assert await tx.meetings.fix(meeting, [days_before], [known.id], begin)


async def test_who_had_a_meeting_is_asked_whether_it_took_place_and_not_how_long(duo, amir, rita):
    await meet_on(duo, amir, days_before=3, minutes=90)
    await duo.turn_to(FIRST_SUNDAY)
    assert message_with(amir, "Did your meeting with Rita on Thursday 5 March take place?")
    assert "How is it going for you?" in await amir.taps("Yes")
    assert rita.buttons == ["Yes", MOVED, "No", "My coach"]
    await rita.taps("Yes")
    assert await said_by(duo, amir) == ("met", 90, None)
    assert "So far you told me of about 1 hour together." in rita.last


async def test_a_yes_right_under_the_question_answers_it_while_a_case_is_talked_about(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(minutes=10))
    await amir.says("I want my coach")
    await duo.turn_to(FIRST_SUNDAY)
    assert "About how long did you meet?" in await amir.says("yes")
    assert await said_by(duo, amir) == ("met", None, None)
