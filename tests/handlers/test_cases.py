"""A coach is needed: the card comes, is taken, and whoever asked hears it."""

from datetime import timedelta

from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    behind,
    joins_as_coach,
    labels_of,
    message_with,
    remembered,
    taps_old,
)

A_WEEK = timedelta(weeks=1)
WANTS = "Amir (mentee) wants to talk to you."
MISSED = "Amir and Rita have not met for 2 weeks."


async def misses_two_weeks(house):
    for week in range(2):
        await house.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await house.pass_by(days=3)


async def says_no(house, person, week):
    """The one answers each week, and the other one does not."""
    await house.turn_to(FIRST_SUNDAY + week * A_WEEK)
    await taps_old(person, behind(person, "No, not this week"))
    await house.pass_by(days=3)


async def cases(house):
    return (await remembered(house))["cases"]


async def test_two_silent_weeks_bring_the_coach_and_one_does_not(duo, els):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=3)
    assert "have not met" not in els.last
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    await duo.pass_by(days=3)
    assert MISSED in els.last
    assert els.buttons == ["I take it"]


async def test_a_week_with_a_meeting_starts_the_count_anew(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=3)
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    await amir.taps("Yes, we met")
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK)
    await duo.pass_by(days=3)
    assert "have not met" not in els.last


async def test_a_third_week_without_a_meeting_brings_no_second_card(duo, amir, els):
    for week in range(3):
        await says_no(duo, amir, week)
    assert str(els.messages).count(MISSED) == 1
    assert sorted(case[1] for case in await cases(duo)) == ["no_meetings", "silent"]


async def test_after_the_case_is_closed_the_next_missed_week_opens_another(duo, amir, rita, els):
    for week in range(2):
        await says_no(duo, amir, week)
        await rita.taps("No, not this week")
    await els.taps("I take it")
    await els.taps("It is solved")
    await els.says("/menu")
    await says_no(duo, amir, 2)
    await rita.taps("No, not this week")
    assert str(els.messages).count(MISSED) == 2


async def test_the_coach_takes_it_and_solves_it_on_the_same_card(duo, amir, els):
    await amir.says("I want my coach")
    assert WANTS in els.last
    assert "Waiting since Tuesday 3 March at 11:00." in els.last
    count = len(els.messages)
    assert "Els has it since Tuesday 3 March at 11:00." in await els.taps("I take it")
    assert "Your coach Els looks after your question and will contact you." in amir.last
    assert "Closed on" in await els.taps("It is solved")
    assert els.buttons == []
    assert len(els.messages) == count


async def test_the_one_who_asked_hears_it_once_however_often_it_is_taken(duo, amir, els):
    await amir.says("I want my coach")
    card = message_with(els, WANTS)["message_id"]
    for _ in range(3):
        duo.telegram.tap(els.id, card, "I take it")
    await duo.settle()
    assert len([one for one in amir.messages if "looks after your question" in one["text"]]) == 1


async def test_the_card_comes_within_five_seconds_at_night_too(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=9))
    await amir.says("I want my coach")
    assert WANTS in els.last


async def test_asking_twice_opens_one_case(duo, amir, els):
    assert "I have told your coach Els" in await amir.says("I want my coach")
    assert "Your coach Els already has your question." in await amir.taps("My coach")
    assert len(await cases(duo)) == 1
    await els.taps("I take it")
    await els.taps("It is solved")
    assert "I have told your coach Els" in await amir.says("I want my coach")
    assert len(await cases(duo)) == 2


async def test_open_cases_are_listed_each_as_a_card(duo, amir, rita, els):
    assert "You have no open cases." in await els.says("/cases")
    await amir.says("I want my coach")
    await duo.pass_by(minutes=1)
    await rita.says("I want my coach")
    await els.says("/cases")
    said = "\n".join(one["text"] for one in els.messages)
    assert "You have 2 open cases." in said
    assert said.index("You have 2") < said.index(WANTS)
    assert "Rita (mentor) wants to talk to you." in els.last
    await els.taps("I take it")
    assert "Your coach Els looks after" in rita.last


async def test_a_card_from_the_list_takes_the_place_of_the_first_one(duo, amir, els):
    await amir.says("I want my coach")
    first = message_with(els, WANTS)["message_id"]
    await els.says("/cases")
    (card,) = [one for one in els.messages if WANTS in one["text"]]
    assert card["message_id"] != first
    assert "Els has it" in await els.taps("I take it")


async def test_a_second_coach_sees_the_card_change_when_the_first_one_takes_it(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await els.blocks()
    assert WANTS in nadia.last
    await els.unblocks()
    await nadia.taps("I take it")
    assert "Nadia has it" in message_with(els, WANTS)["text"]
    assert "Your coach Nadia looks after your question and will contact you." in amir.last


async def test_a_case_of_another_coach_cannot_be_taken(duo, amir, els, tom):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    take = behind(els, "I take it")
    before = await remembered(duo)
    for person in (nadia, tom, amir):
        assert "This is not for you" in await taps_old(person, take)
    assert await remembered(duo) == before


async def test_a_closed_case_is_not_taken_again_by_an_old_button(duo, amir, els):
    await amir.says("I want my coach")
    take = behind(els, "I take it")
    await els.taps("I take it")
    await els.taps("It is solved")
    await els.forges(take, message_with(els, WANTS)["message_id"])
    assert "Closed on" in message_with(els, WANTS)["text"]


async def test_the_case_of_a_duo_that_ends_is_closed_with_it(duo, amir, els):
    await misses_two_weeks(duo)
    await amir.says("/privacy")
    await amir.taps("I no longer agree")
    await amir.taps("Yes, delete my answers")
    card = message_with(els, "have not met")
    assert "Closed on" in card["text"]
    assert labels_of(card) == []
    assert "You have 1 open case." in await els.says("/cases")


async def test_every_copy_from_the_list_changes_too(duo, amir, els):
    await amir.says("I want my coach")
    for _ in range(2):
        await els.says("/cases")
    first = message_with(els, WANTS)
    await els.forges(behind(els, "I take it"), els.messages[0]["message_id"])
    cards = [one for one in els.messages if WANTS in one["text"]]
    assert first["message_id"] in [card["message_id"] for card in cards]
    assert all("It is solved" in labels_of(card) for card in cards)
