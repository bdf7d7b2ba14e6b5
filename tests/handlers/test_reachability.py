"""People who block the bot, and who come back."""

from datetime import timedelta

import pytest

from tests.handlers.arrivals import FIRST_SUNDAY, joins_as_coach, leaves, questions_to, registers

A_WEEK = timedelta(weeks=1)
LOST = "I cannot reach Amir (mentee) on Telegram any more."


def times(person, words):
    return len([one for one in person.messages if words in one.get("text", "")])


async def test_the_coach_hears_once_that_somebody_of_a_duo_cannot_be_reached(duo, amir, els):
    await amir.blocks()
    assert LOST in els.last
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=3)
    assert times(els, LOST) == 1


async def test_the_coach_hears_it_once_when_a_letter_comes_back_before_telegram_says_so(
    duo, amir, els
):
    duo.telegram.block(amir.id)
    duo.telegram.turn_clock(FIRST_SUNDAY)
    await duo.app.actions.check_ins.ask_due()
    await duo.app.courier.deliver_due()
    assert times(els, LOST) == 1
    await duo.pass_by(seconds=5)
    assert times(els, LOST) == 1


async def test_the_partner_of_somebody_who_blocks_is_asked_all_the_same(duo, amir, rita):
    await amir.blocks()
    await duo.turn_to(FIRST_SUNDAY)
    assert len(questions_to(rita)) == 1
    assert "Did you meet" not in amir.last


async def test_somebody_who_comes_back_and_speaks_is_asked_again(duo, amir, els):
    await amir.blocks()
    await amir.unblocks()
    assert "What would you like to do?" in await amir.says("/start")
    await duo.turn_to(FIRST_SUNDAY)
    assert len(questions_to(amir)) == 1
    await amir.blocks()
    assert times(els, LOST) == 1
    assert times(els, "Amir (mentee) could not be reached on Telegram for some time.") == 1


async def test_letting_the_bot_in_again_is_enough_to_be_asked(duo, amir):
    await amir.blocks()
    await amir.unblocks()
    await duo.turn_to(FIRST_SUNDAY)
    assert len(questions_to(amir)) == 1


async def test_the_coaches_of_the_branch_hear_it_of_somebody_without_a_duo(duo, els, tom):
    far = await joins_as_coach(duo, "Karim", "ghent")
    await tom.blocks()
    assert "I cannot reach Tom (mentor) on Telegram any more." in els.last
    assert "Tom" not in str(far.messages)


@pytest.mark.parametrize(
    ("does", "news"),
    [
        ("leaves", "The mentee of Rita has left the programme."),
        ("rests", "Amir (mentee) takes a break."),
        ("blocks", LOST),
    ],
)
async def test_news_of_a_duo_comes_to_another_coach_when_its_own_is_lost(
    duo, amir, els, does, news
):
    nadia = await joins_as_coach(duo)
    await els.blocks()
    if does == "leaves":
        await leaves(amir)
    elif does == "rests":
        await amir.says("stop")
        await duo.pass_by(minutes=10)  # in which they may say for how long
    else:
        await amir.blocks()
    assert news in nadia.last


async def test_a_coach_who_simply_writes_again_finds_the_waiting_cases(duo, rita, els):
    async with duo.database.reading() as tx:
        coach = await tx.people.by_telegram(els.id)
    await duo.app.actions.reachability.lost(coach.id)
    await rita.says("I want my coach")
    assert "wants to talk to you." not in str(els.messages)
    await els.says("hello")
    await duo.pass_by(seconds=1)
    assert times(els, "Rita (mentor) wants to talk to you.") == 1


async def test_a_taken_case_is_free_again_for_the_next_coach(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.taps("I take it")
    await duo.pass_by(minutes=1)
    await els.blocks()
    assert "Waiting since" in nadia.last
    assert "I take it" in nadia.buttons
    await nadia.taps("I take it")
    assert "Your coach Nadia looks after your question and will contact you." in amir.last
    await els.unblocks()
    await duo.pass_by(minutes=1)
    assert "It is solved" in nadia.buttons


async def test_the_open_cases_of_a_coach_who_blocks_go_to_another_coach(duo, amir, els):
    nadia = await joins_as_coach(duo, branch="ghent")
    await amir.says("I want my coach")
    await els.blocks()
    assert "Amir (mentee) wants to talk to you." in nadia.last
    await amir.says("coach")
    assert "Your coach Nadia already has your question." in str(amir.messages)
    await nadia.taps("I take it")
    assert "Your coach Nadia looks after your question" in amir.last


async def test_a_coach_of_the_same_branch_comes_first(duo, amir, els):
    far = await joins_as_coach(duo, "Karim", "ghent")
    near = await joins_as_coach(duo, "Nadia", "brussels")
    await els.blocks()
    await amir.says("I want my coach")
    assert "Amir (mentee)" in near.last
    assert "Amir" not in far.last


async def test_missed_weeks_of_a_lost_coach_come_to_another_one(duo, els):
    nadia = await joins_as_coach(duo)
    await els.blocks()
    for week in range(2):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await duo.pass_by(days=3)
    assert "Amir and Rita have not met for 2 weeks." in nadia.last


async def test_the_only_coach_finds_the_waiting_cases_on_coming_back(duo, amir, rita, els):
    await amir.says("I want my coach")
    await els.blocks()
    await duo.pass_by(minutes=1)
    await rita.says("I want my coach")
    assert "No coach can be reached now." in rita.last
    await els.unblocks()
    await duo.pass_by(seconds=1)
    assert all(times(els, f"{name} wants to talk") for name in ("Amir (mentee)", "Rita (mentor)"))
    await els.taps("I take it")
    assert times(amir, "looks after your") + times(rita, "looks after your") == 1


async def test_a_case_that_went_back_and_forth_still_arrives(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.blocks()
    await els.unblocks()
    await duo.pass_by(minutes=1)
    await nadia.blocks()
    assert "Amir (mentee) wants to talk to you." in els.last
    assert times(els, "wants to talk to you.") == 1


async def test_a_lost_stranger_is_no_news(duo, els):
    fatima = await registers(duo, town="Ghent")
    said = els.last
    await fatima.blocks()
    assert els.last == said
