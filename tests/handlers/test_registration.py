"""Coming into the programme, as a conversation."""

from datetime import UTC, datetime

from tests.handlers.arrivals import agrees, finishes, labels_of, message_with, registers, starts


async def test_a_mentee_who_skips_what_can_be_skipped_is_soon_registered(house):
    fatima = await starts(house)
    assert fatima.buttons == ["Nederlands", "Français", "English"]
    assert "I help a mentee and a mentor" in await fatima.taps("English")
    assert "Who are you in this programme?" in await fatima.taps("I agree")
    assert "What is your name?" in await fatima.taps("I am looking for work")
    assert "which year" in await fatima.says("Fatima")
    assert "Where do you live?" in await fatima.says("1999")
    assert "Do you have roots outside the European Union?" in await fatima.says("Gand")
    assert "Thank you, Fatima. You are registered." in await finishes(fatima)
    assert "My coach" in fatima.buttons


async def test_a_year_is_a_year_though_it_is_a_postcode_too(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    for said in ("2000", " 2000.", "01/02/2000", "٢٠٠٠"):
        assert "Where do you live?" in await fatima.says(said)
        await fatima.taps("Go back")


async def test_a_wrong_answer_gets_a_hint_and_the_question_stays(house):
    fatima = await starts(house)
    await agrees(fatima)
    assert "Please tap a button." in await fatima.says("perhaps")
    await fatima.taps("I am looking for work")
    assert "like: Amina" in await fatima.says("12345")
    await fatima.says("Fatima")
    assert "like: 1994" in await fatima.says("long ago")
    await fatima.says("1999")
    assert "like: Brussels" in await fatima.says("Ouagadougou")
    assert "Question 4 of 11" in await fatima.says("Bruxelles")


async def test_days_later_and_after_a_restart_the_same_question_is_asked(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    house.restart()
    await house.pass_by(days=9)
    assert "In which year were you born?" in await fatima.says("/start")
    assert "Where do you live?" in await fatima.says("1999")


async def test_every_answer_can_be_corrected(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatma")
    assert "What is your name?" in await fatima.taps("Go back")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.says("Gent")
    await finishes(fatima)
    assert "First name: Fatima" in await fatima.taps("My answers")
    await fatima.taps("Change year of birth")
    assert "Year of birth: 1998" in await fatima.says("1998")
    await fatima.taps("Change town")
    assert "Town: Antwerp" in await fatima.taps("Antwerp")
    await fatima.taps("Change first name")
    assert "First name: Fatima" in await fatima.taps("Keep my old answer")


async def test_who_does_not_agree_is_told_whom_to_call(house):
    fatima = await starts(house)
    await fatima.taps("English")
    said = await fatima.taps("I do not agree")
    assert "That is fine" in said
    assert "Brussels: 02" in said
    assert "Who are you in this programme?" in await fatima.taps("I agree after all")


async def test_somebody_too_old_for_a_mentee_hears_kindly_who_helps_instead(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    said = await fatima.says("1970")
    assert "up to 33 years" in said
    assert "VDAB: 0800 30 700" in said
    await fatima.taps("Change year of birth")
    assert "Where do you live?" in await fatima.says("1999")


async def test_the_coach_of_the_branch_hears_who_has_registered(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.taps("Brussels")
    await finishes(fatima)
    assert els.last == "New: Fatima, mentee in Brussels. Language: English."


async def test_what_is_said_days_later_is_no_answer_to_a_question_left_open(duo, amir):
    await amir.says("/answers")
    await amir.taps("Change first name")
    await duo.pass_by(hours=23)
    assert "like: Amina" in await amir.says("12345")
    await duo.pass_by(days=2)
    assert "Sorry, I did not understand that." in await amir.says("that was nice")
    assert "First name: Amir" in await amir.says("/answers")


async def test_who_does_something_else_no_longer_changes_an_answer(duo, amir):
    for elsewhere in ("/privacy", "/stop", "/resume"):
        await amir.says("/answers")
        await amir.taps("Change first name")
        await amir.says(elsewhere)
        assert "Sorry, I did not understand that." in await amir.says("that was nice")
    assert "First name: Amir" in await amir.says("/answers")


async def test_who_only_asks_for_help_or_another_language_still_changes_the_answer(duo, amir):
    await amir.says("/answers")
    await amir.taps("Change first name")
    await amir.says("/help")
    await amir.says("/language")
    assert "What is your name?" in await amir.taps("English")
    assert "First name: Amira" in await amir.says("Amira")


async def test_who_grew_too_old_while_waiting_keeps_their_place_and_may_correct_their_name(
    house,
):
    fatima = await registers(house, "Fatma", year="1992")
    await house.turn_to(datetime(2028, 3, 1, tzinfo=UTC))
    await fatima.says("/answers")
    await fatima.taps("Change first name")
    assert "First name: Fatima" in await fatima.says("Fatima")
    await fatima.taps("Change year of birth")
    assert "up to 33 years" in await fatima.says("1991")


async def test_words_that_are_no_answer_bring_a_human_within_reach(house):
    fatima = await starts(house)
    await agrees(fatima)
    said = await fatima.says("I want to die")
    assert "Is somebody in danger? Call 112 now." in said
    assert "Yes, call me" in labels_of(message_with(fatima, "May a coach call you now?"))


async def test_the_right_year_written_after_a_refusal_is_taken(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    assert "for people of 18 and older" in await fatima.says("2015")
    assert "Where do you live?" in await fatima.says("oh, 1995")


async def test_a_branch_without_a_coach_promises_nothing(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.taps("Mechelen")
    said = await finishes(fatima)
    assert "There is no coach in Mechelen yet." in said
    assert "You can also call us or come by" in said
    assert "choose a time" not in said


async def test_who_looks_at_the_answers_half_way_gets_the_open_question_too(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    said = await fatima.says("/answers")
    assert "First name: Fatima" in said
    assert "In which year were you born?" in said
