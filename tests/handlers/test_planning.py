"""What is planned when something else has happened meanwhile: the night, another meeting, time."""

from datetime import UTC, datetime

from tests.conversations import House, Someone
from tests.handlers.appointed import fixes
from tests.handlers.arrivals import behind, leaves, newest_of_bot

FRIDAY = "Fri 6 Mar, 14:00"
AT_ONE = datetime.fromisoformat("2026-03-06T13:00")


async def plans(person: Someone) -> str:
    """Begin to plan; give the number of the draft."""
    await person.forges("go:plan_meeting", newest_of_bot(person))
    return behind(person, "Choose the place").split(":")[-1]


async def walls(house: House) -> list[str]:
    async with house.database.reading() as tx:
        return [one.wall for one in await tx.meetings.beginning_after(house_start(house), 0, 9)]


def house_start(house: House) -> datetime:
    return house.telegram.clock.now().replace(year=2020)


async def test_at_night_an_offer_waits_for_the_morning_unless_it_would_be_too_late(
    duo, amir, rita
):
    await duo.turn_to(datetime(2026, 3, 3, 21, tzinfo=UTC))
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    assert "wants to plan" not in rita.last
    await duo.turn_to(datetime(2026, 3, 4, 7, tzinfo=UTC))
    assert FRIDAY in rita.buttons
    await duo.turn_to(datetime(2026, 3, 4, 22, tzinfo=UTC))
    await amir.forges("mu:2026-03-05T0900", newest_of_bot(amir))
    assert "Thu 5 Mar, 09:00" in rita.buttons


async def test_an_offer_taken_back_at_night_is_never_read(duo, amir, rita):
    await duo.turn_to(datetime(2026, 3, 3, 21, tzinfo=UTC))
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    await amir.taps("Take my offer back")
    await duo.turn_to(datetime(2026, 3, 4, 9, tzinfo=UTC))
    assert "wants to plan" not in str(rita.messages)


async def test_a_time_that_was_taken_since_it_was_offered_is_refused_kindly(duo, amir, rita):
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    pick = behind(rita, FRIDAY)
    await fixes(duo, amir, AT_ONE)
    assert "You already have a meeting then." in await rita.forges(pick, newest_of_bot(rita))
    assert await walls(duo) == ["2026-03-06T13:00"]


async def test_a_meeting_is_not_moved_onto_another_one(duo, amir, rita):
    meeting = await fixes(duo, amir, datetime.fromisoformat("2026-03-05T09:00"))
    await amir.forges(f"mt:m:{meeting.id}", newest_of_bot(amir))
    draft = behind(amir, "Choose the place").split(":")[-1]
    await amir.forges(f"mx:2026-03-06T1400:o:{draft}", newest_of_bot(amir))
    pick = behind(rita, FRIDAY)
    await fixes(duo, amir, AT_ONE)
    assert "You already have a meeting then." in await rita.forges(pick, newest_of_bot(rita))
    assert await walls(duo) == ["2026-03-05T09:00", "2026-03-06T13:00"]


async def test_a_plan_whose_times_are_past_is_not_sent(duo, amir, rita):
    await plans(amir)
    await amir.taps("Wed 4 Mar, 10:00")
    await duo.pass_by(days=1)
    assert "That time is past." in await amir.taps("Send to Rita")
    assert "wants to plan" not in rita.last


async def test_one_can_go_back_from_the_calendar_and_offer_the_usual_time_from_the_plan(
    duo, amir, rita
):
    await used_to_meet(duo, amir)
    await plans(amir)
    assert "The same time next week: Friday 13 March at 13:00." in amir.last
    await amir.taps("Another day")
    await amir.taps("Go back")
    assert "When do you want to meet Rita?" in amir.last
    await amir.taps("Same time next week")
    assert "Fri 13 Mar, 13:00" in rita.buttons


async def used_to_meet(house: House, by: Someone) -> None:
    """On Fridays at one: twice until now, and once more this week."""
    for day in ("2026-02-20T13:00", "2026-02-27T13:00", "2026-03-06T13:00"):
        await fixes(house, by, datetime.fromisoformat(day))


async def test_a_public_place_that_is_none_changes_nothing(duo, amir):
    draft = await plans(amir)
    await amir.forges(f"mk:{draft}:public:nowhere", newest_of_bot(amir))
    assert "You have not chosen a place yet." in amir.last


async def test_an_old_plan_of_an_ended_duo_is_answered_kindly(duo, amir, rita):
    draft = await plans(amir)
    await amir.taps("Choose the place")
    await amir.taps("Type an address")
    usual = "mu:2026-03-06T1400"
    await leaves(rita)
    await duo.pass_by(hours=22)
    for data in (f"mg:y:{draft}", usual, f"mo:o:{draft}", "mt:s:1"):
        assert "You are not in a duo now." in await amir.forges(data, newest_of_bot(amir))
    await amir.says("Kerkstraat 3, Gent")
    assert "Where: Kerkstraat" not in amir.last
    await amir.says("friday 13 march at 14:00")
    assert "Propose this" not in amir.last


async def test_words_in_a_plan_that_leave_the_time_open_are_asked_back_with_buttons(duo, amir):
    await plans(amir)
    said = await amir.says("every friday at 14:00")
    assert "I plan one meeting at a time." in said
    await amir.taps("Choose a day")
    assert "Tap the day in March 2026." in amir.last


# Both offer, the place, and who is away.


async def test_who_plans_is_shown_first_what_the_other_one_has_offered(duo, amir, rita):
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    await rita.forges("go:plan_meeting", newest_of_bot(rita))
    assert "Amir wants to plan a meeting with you." in rita.last
    assert rita.buttons[:3] == [FRIDAY, "None of these", "Propose other times"]


async def test_of_two_who_plan_at_once_the_second_reads_the_times_of_the_first(duo, amir, rita):
    await plans(rita)
    await rita.taps("Wed 4 Mar, 10:00")
    await duo.pass_by(minutes=1)
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    await rita.forges(f"mg:y:{await draft_of(duo, rita)}", newest_of_bot(rita))
    assert "Amir has just proposed:\n– Friday 6 March at 14:00" in rita.last
    assert rita.buttons == [FRIDAY, "Send mine all the same", "Go back"]
    await rita.taps("Send mine all the same")
    assert "These times take the place of the ones you sent." in amir.last
    await amir.taps("Wed 4 Mar, 10:00")
    assert await walls(duo) == ["2026-03-04T10:00"]


async def draft_of(house: House, person: Someone) -> int:
    async with house.database.reading() as tx:
        me = await tx.people.by_telegram(person.id)
        return (await tx.meeting_offers.draft_of(me.id)).id


async def test_who_offers_what_was_offered_is_asked_once_and_it_is_fixed(duo, amir, rita):
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    await rita.forges("mu:2026-03-06T1400", newest_of_bot(rita))
    assert "You both chose this. Tap it, and it is fixed:" in rita.last
    await rita.taps(FRIDAY)
    assert await walls(duo) == ["2026-03-06T14:00"]


async def test_who_writes_another_time_reads_what_was_offered(duo, amir, rita):
    await amir.forges("mu:2026-03-06T1400", newest_of_bot(amir))
    said = await rita.says("thursday 5 march at 18:00")
    assert "Amir has just proposed:\n– Friday 6 March at 14:00" in said
    assert "I understand: Thursday 5 March at 18:00." in said


async def test_what_did_not_suit_is_not_suggested_again(duo, amir, rita):
    await plans(amir)
    suggested = amir.buttons
    assert "Wed 4 Mar, 10:00" in suggested
    await amir.taps("Offer all of these")
    await rita.taps("None of these")
    await rita.taps("Propose other times")
    assert not {"Wed 4 Mar, 10:00", FRIDAY} & set(rita.buttons)


async def test_before_a_place_that_may_be_shut_is_offered_it_is_asked_once(duo, amir, rita):
    draft = await plans(amir)
    await amir.taps("Choose the place")
    await amir.taps("Sample library")
    assert "Look at the opening hours first." in amir.last
    await amir.forges(f"mx:2026-03-06T2200:o:{draft}", newest_of_bot(amir))
    assert "This place may be shut then:\n– Friday 6 March at 22:00" in amir.last
    assert "wants to plan" not in rita.last
    await amir.taps("It is open: send it")
    assert "Fri 6 Mar, 22:00" in rita.buttons


async def test_who_is_away_is_told_of_before_anything_is_planned_or_chosen(duo, amir, rita):
    meeting = await fixes(duo, amir)
    await rita.says("/stop")
    for tap in ("go:plan_meeting", f"mt:m:{meeting.id}"):
        said = await amir.forges(tap, newest_of_bot(amir))
        assert "I cannot bring messages to Rita now." in said
    assert "I cannot reach Rita now." in await amir.forges("go:say", newest_of_bot(amir))
    await amir.forges(f"mt:i:{meeting.id}", newest_of_bot(amir))
    assert "I cannot bring messages to Rita now." in amir.last
    assert "Amir cannot come on Thursday 5 March at 14:00." in str(rita.messages)
