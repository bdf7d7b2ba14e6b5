"""Coming into the programme, as a conversation."""

from tests.handlers.arrivals import agrees, starts


async def test_a_mentee_registers_with_three_taps_and_three_answers(house):
    fatima = await starts(house)
    assert fatima.buttons == ["Nederlands", "Français", "English"]
    assert "I help a mentee and a mentor" in await fatima.taps("English")
    assert "Who are you in this programme?" in await fatima.taps("I agree")
    assert "first name" in await fatima.taps("I am looking for work")
    assert "which year" in await fatima.says("Fatima")
    assert "Where do you live?" in await fatima.says("1999")
    assert "Thank you, Fatima. You are registered." in await fatima.says("Gand")
    assert "I want my coach" in fatima.buttons


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
    assert "registered" in await fatima.says("Bruxelles")


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
    assert "first name" in await fatima.taps("Go back")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.says("Gent")
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
    assert els.last == "New: Fatima, mentee in Brussels. Language: English."
