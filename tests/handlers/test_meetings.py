"""Finding a time: one of a duo offers, the other one picks, and both meet."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select, update

from bot.actions.samples import Sample
from bot.i18n import load_speech
from bot.programme.people import Role
from bot.sandbox.cast import AMIR, ELS, RITA
from storage.meetings import Meeting
from storage.tables import BusyQuarterRow, MeetingOfferRow, MeetingRow, OutboxRow
from tests.conversations import House, Someone
from tests.handlers.appointed import fixes, moves
from tests.handlers.arrivals import behind, leaves, newest_of_bot

SPEECH = load_speech()
# It is Tuesday 3 March 2026, 11:00 on the wall.
FRIDAY, NEXT_FRIDAY = "Fri 6 Mar, 14:00", "Fri 13 Mar, 14:00"


async def meetings_of(house: House) -> list[tuple[str, bool, str]]:
    """Every meeting: when, whether it is cancelled, and what kind of place it has."""
    async with house.database.reading() as tx:
        found = select(MeetingRow.wall, MeetingRow.cancelled_at, MeetingRow.place_kind)
        rows = await tx.connection.execute(found.order_by(MeetingRow.wall))
        return [(row[0], bool(row[1]), row[2]) for row in rows]


async def states_of(house: House) -> list[str]:
    async with house.database.reading() as tx:
        return sorted(await tx.connection.scalars(select(MeetingOfferRow.state)))


async def offers(person: Someone, wall: str = "2026-03-06T1400") -> str:
    """Offer one time, by the button of the usual time."""
    return await person.forges(f"mu:{wall}", newest_of_bot(person))


async def they_meet(amir: Someone, rita: Someone) -> None:
    """Friday at two."""
    await offers(amir)
    await rita.taps(FRIDAY)


def letters_to(someone: Someone) -> list[str]:
    return [one["text"] for one in someone.messages if one["from"] == "bot"]


# Three taps a side, in three languages.


@pytest.mark.parametrize(
    ("mine", "theirs"), [("nl", "fr"), ("fr", "en"), ("en", "nl")], ids=lambda one: one
)
async def test_a_meeting_is_fixed_in_three_taps_a_side_each_in_their_own_language(
    house, amir, rita, mine, theirs
):
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, "Amir", mine, Role.MENTEE, 1999),
        Sample(RITA.id, "Rita", theirs, Role.MENTOR, 1962),
        Sample(ELS.id, "Els", "nl", Role.COACH, 1988),
    )
    await amir.says("/menu")
    mentee, mentor = SPEECH[mine], SPEECH[theirs]
    taps = [mentee.button(one) for one in ("Our meetings", "Plan a meeting", "Offer all of these")]
    for label in taps:
        await amir.taps(label)
    assert mentor.say("Tap the time that suits you:") in rita.last
    wednesday = mentor.day_and_time(datetime(2026, 3, 4, 9, tzinfo=UTC), house.programme.zone)
    assert wednesday in rita.last
    await rita.taps(rita.buttons[0])
    assert len(taps) <= 3
    assert mentee.say("Fixed: you and {partner} meet.", partner="Rita") in amir.last
    assert mentor.say("Fixed: you and {partner} meet.", partner="Amir") in rita.last
    assert await meetings_of(house) == [("2026-03-04T10:00", False, "open")]


@pytest.mark.parametrize("answer", [FRIDAY, "None of these"])
async def test_an_offer_that_was_answered_at_night_is_not_brought_in_the_morning(
    duo, amir, rita, answer
):
    duo.telegram.advance_clock(timedelta(hours=11, minutes=30))
    await offers(amir)
    await rita.says("/meetings")
    await rita.taps(answer)
    read = len(letters_to(rita))
    await duo.pass_by(hours=12)
    assert not any("Tap the time that suits you" in one for one in letters_to(rita)[read:])


async def test_every_card_of_an_offer_that_was_answered_says_that_it_is_over(duo, amir, rita):
    await offers(amir)
    first = newest_of_bot(rita)
    await rita.says("/meetings")
    await rita.taps(FRIDAY)
    (card,) = [one for one in rita.messages if one["message_id"] == first]
    assert "You chose one of these times with Amir." in card["text"]


async def test_the_same_time_next_week_takes_one_tap(duo, amir, rita):
    for day in ("2026-02-20T14:00", "2026-02-27T14:00"):
        assert "The same time" not in await amir.says("/meetings")
        await fixes(duo, amir, datetime.fromisoformat(day))
    await they_meet(amir, rita)
    said = await amir.says("/meetings")
    assert "The same time next week: Friday 13 March at 14:00." in said
    await amir.taps("Same time next week")
    await rita.taps(NEXT_FRIDAY)
    assert [one[0] for one in await meetings_of(duo)][2:] == [
        "2026-03-06T14:00",
        "2026-03-13T14:00",
    ]


async def test_tapped_twice_the_usual_time_is_offered_once(duo, amir, rita):
    await offers(amir)
    await offers(amir)
    assert sum("wants to plan" in one for one in letters_to(rita)) == 1
    assert await states_of(duo) == ["open"]


async def test_an_offer_names_day_hour_and_place_in_full(duo, amir, rita):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Choose the place")
    assert "Sample library, Voorbeeldplein 1, 1000 Brussel" in amir.last
    assert "These addresses are not real" in amir.last
    await amir.taps("Sample library")
    await amir.taps(FRIDAY)
    assert "– Friday 6 March at 14:00" in amir.last
    await amir.taps("Send to Rita")
    assert "Amir wants to plan a meeting with you." in rita.last
    assert "– Friday 6 March at 14:00" in rita.last
    assert "Where: Sample library, Voorbeeldplein 1" in rita.last
    assert "Open from Tuesday to Saturday" not in rita.last
    await rita.taps(FRIDAY)
    assert "Friday 6 March at 14:00, about 2 hours" in rita.last
    await rita.taps("Show on the map")
    assert "Open from Tuesday to Saturday" in str(rita.messages[-2:])
    assert await meetings_of(duo) == [("2026-03-06T14:00", False, "public")]


async def test_what_is_chosen_stands_in_the_text_and_can_be_left_out_again(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps(FRIDAY)
    assert "You chose for Rita:\n– Friday 6 March at 14:00" in amir.last
    await amir.taps(f"Not {FRIDAY}")
    assert "When do you want to meet Rita?" in amir.last


async def test_six_times_are_enough(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    draft = behind(amir, "Choose the place").split(":")[-1]
    for hour in range(10, 17):
        await amir.forges(f"mx:2026-03-12T{hour}00:t:{draft}", newest_of_bot(amir))
    assert "Six times are enough." in amir.last
    assert amir.last.count("– ") == 6


# The calendar.


async def test_a_day_is_chosen_in_a_calendar_then_an_hour_and_minutes_if_wanted(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Another day")
    assert "Tap the day in March 2026." in amir.last
    assert amir.buttons[:3] == ["Tu 3", "We 4", "Th 5"]
    await amir.taps("April 2026")
    assert "Monday 6 April is a public holiday: Easter Monday." in amir.last
    await amir.taps("March 2026")
    await amir.taps("We 25")
    assert amir.last == "Which hour suits you on Wednesday 25 March?"
    await amir.taps("Not on the hour")
    assert "Tap the hour. Then you choose the minutes." in amir.last
    await amir.taps("14:00 …")
    await amir.taps("14:30")
    assert "– Wednesday 25 March at 14:30" in amir.last


async def test_a_day_without_a_free_hour_says_so(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    draft = behind(amir, "Choose the place").split(":")[-1]
    said = await amir.forges(f"mz:{draft}:2026-02-02:0", newest_of_bot(amir))
    assert said == "On Monday 2 February no hour is free."


# In their own words.


async def test_a_time_in_words_is_echoed_in_full_before_it_is_sent(duo, amir, rita):
    said = await amir.says("next friday at 2pm")
    assert "I understand: Friday 6 March at 14:00." in said or "Which one do you mean?" in said
    said = await amir.says("friday 6 march 14:00")
    assert "I understand: Friday 6 March at 14:00." in said
    assert "Propose this to Rita?" in said
    assert "wants to plan" not in rita.last
    await amir.taps("Send to Rita")
    assert "– Friday 6 March at 14:00" in rita.last


async def test_what_leaves_a_doubt_is_asked_back_with_buttons(duo, amir, rita):
    said = await amir.says("on friday")
    assert "I do not know which hour you mean." in said
    label = next(one for one in amir.buttons if one.startswith("Fri 6 Mar"))
    assert "I understand: Friday 6 March at" in await amir.taps(label)
    assert "wants to plan" not in rita.last


async def test_a_time_in_the_night_that_the_clock_skips_is_told(duo, amir, rita):
    assert "that hour does not come" in await amir.says("29 march 2026 at 02:30")
    await amir.taps("Sun 29 Mar, 03:00")
    await amir.taps("Send to Rita")
    await rita.taps("Sun 29 Mar, 03:00")
    async with duo.database.reading() as tx:
        (starts,) = await tx.connection.scalars(select(MeetingRow.starts_at))
    assert starts == datetime(2026, 3, 29, 1, tzinfo=UTC)


async def test_a_sentence_about_something_else_plans_nothing(duo, amir):
    for words in ("I have nothing to eat since tuesday", "how are you"):
        await amir.says(words)
        assert "Propose this" not in amir.last
    assert await states_of(duo) == []


async def test_who_writes_a_time_that_was_offered_is_shown_that_one(duo, amir, rita):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Offer all of these")
    said = await rita.says("friday 6 march at 14:00")
    assert "Amir has offered this time:\n– Friday 6 March at 14:00" in said
    await rita.taps("Yes, fix it")
    assert [one[0] for one in await meetings_of(duo)] == ["2026-03-06T14:00"]


async def test_a_time_that_is_taken_is_refused_kindly(duo, amir, rita):
    await they_meet(amir, rita)
    assert "You already have a meeting then." in await amir.says("friday 6 march at 15:00")
    assert "That time is past." in await amir.says("yesterday at 15:00")


async def test_who_is_in_danger_is_heard_whatever_was_asked(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Choose the place")
    await amir.taps("Type an address")
    said = await amir.says("I want to die")
    assert "112" in said
    assert "You chose" not in said


# Places.


async def test_a_typed_address_is_read_by_the_two_only_and_used_again(duo, amir, rita, els):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps(FRIDAY)
    await amir.taps("Choose the place")
    await amir.taps("Type an address")
    assert "I cannot read that as an address." in await amir.says("??")
    assert "Where: Kerkstraat 3, Gent" in await amir.says("Kerkstraat 3, Gent")
    await amir.taps("Send to Rita")
    await rita.taps(FRIDAY)
    assert "Where: Kerkstraat 3, Gent" in rita.last
    assert "Kerkstraat" not in str(els.messages)
    await rita.says("/meetings")
    assert "Kerkstraat 3, Gent" in await rita.taps("Plan a meeting")


async def test_what_is_written_a_day_later_is_no_address(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Choose the place")
    await amir.taps("Type an address")
    await duo.pass_by(days=1)
    await amir.says("Kerkstraat 3, Gent")
    assert "Kerkstraat" not in amir.last


@pytest.mark.parametrize(
    ("label", "place"),
    [("Online", "online"), ("By phone", "phone"), ("At our office", "branch"),
     ("Decide later", "open")],
)  # fmt: skip
async def test_they_can_meet_in_each_kind_of_place(duo, amir, rita, label, place):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Choose the place")
    await amir.taps(label)
    await amir.taps(FRIDAY)
    await amir.taps("Send to Rita")
    await rita.taps(FRIDAY)
    assert await meetings_of(duo) == [("2026-03-06T14:00", False, place)]


# What the other one answers.


async def test_none_of_these_is_told_without_a_word_of_blame_and_leads_on(duo, amir, rita):
    await offers(amir)
    await rita.taps("None of these")
    assert "OK. I tell Amir" in rita.last
    assert "These times do not suit Rita. That can happen." in amir.last
    await rita.taps("Propose other times")
    await rita.taps("Thu 5 Mar, 18:00")
    await rita.taps("Send to Amir")
    await amir.taps("Thu 5 Mar, 18:00")
    assert await meetings_of(duo) == [("2026-03-05T18:00", False, "open")]


async def test_other_times_take_the_place_of_the_first_and_old_buttons_say_so(duo, amir, rita):
    await offers(amir)
    old = behind(rita, FRIDAY)
    await rita.taps("Propose other times")
    await rita.taps("Thu 5 Mar, 18:00")
    await rita.taps("Send to Amir")
    said = await rita.forges(old, newest_of_bot(rita))
    assert "There is a newer offer for you and Amir." in said
    assert await meetings_of(duo) == []
    assert await states_of(duo) == ["open", "replaced"]


async def test_an_offer_taken_back_is_gone_on_both_phones(duo, amir, rita):
    await offers(amir)
    old = behind(rita, FRIDAY)
    await amir.taps("Take my offer back")
    assert "You took your offer to Rita back." in amir.last
    assert rita.last == "Amir took this offer back."
    assert "There is no meeting with Amir planned now." in await rita.forges(
        old, newest_of_bot(rita)
    )
    assert await meetings_of(duo) == []


async def test_times_that_are_past_are_offered_no_more(duo, amir, rita):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Offer all of these")
    wednesday, friday = behind(rita, "Wed 4 Mar, 10:00"), behind(rita, FRIDAY)
    await duo.pass_by(days=1)
    said = await rita.forges(wednesday, newest_of_bot(rita))
    assert "That time is past." in said
    assert "Wed 4 Mar, 10:00" not in rita.buttons
    await duo.pass_by(days=7)
    said = await rita.forges(friday, newest_of_bot(rita))
    assert "The times that Amir offered are past." in said
    assert await meetings_of(duo) == []


async def test_who_offered_cannot_take_their_own_offer(duo, amir, rita):
    await offers(amir)
    pick, none = behind(rita, FRIDAY), behind(rita, "None of these")
    back = behind(amir, "Take my offer back")
    for data in (pick, none):
        await amir.forges(data, newest_of_bot(amir))
        assert "You wait for the answer of Rita" in amir.last
    await rita.forges(back, newest_of_bot(rita))
    assert await states_of(duo) == ["open"]
    assert await meetings_of(duo) == []


@pytest.mark.parametrize("how", ["rests", "is away"])
async def test_who_gets_no_messages_now_is_not_written_to_and_that_is_said(duo, amir, rita, how):
    await (rita.says("/stop") if how == "rests" else rita.blocks())
    await duo.pass_by(minutes=1)
    await amir.says("/help")
    if how == "is away":
        async with duo.database.transaction() as tx:
            mentor = await tx.people.by_telegram(rita.id)
            await tx.people.save(mentor.id, unreachable_at=duo.telegram.clock.now())
    said = await offers(amir)
    assert "I cannot bring messages to Rita now." in said
    assert "My coach" in amir.buttons
    assert await states_of(duo) == ["draft"]


# Another time, and not at all.


async def test_a_meeting_stays_until_the_other_one_agrees_to_move_it(duo, amir, rita):
    await they_meet(amir, rita)
    await amir.says("/meetings")
    await amir.taps(FRIDAY)
    await amir.taps("Another time or place")
    assert "Your meeting of Friday 6 March at 14:00 stays until Rita says yes." in amir.last
    await amir.taps("Thu 5 Mar, 18:00")
    await amir.taps("Send to Rita")
    assert "Amir asks for another time or place." in rita.last
    assert [one[0] for one in await meetings_of(duo)] == ["2026-03-06T14:00"]
    await rita.taps("Thu 5 Mar, 18:00")
    assert [one[0] for one in await meetings_of(duo)] == ["2026-03-05T18:00"]
    assert "The new moment:\nThursday 5 March at 18:00, about 2 hours" in amir.last
    assert "Rita says yes." in amir.last


async def test_who_cannot_come_and_plans_another_one_has_told_it_at_once(duo, amir, rita):
    await they_meet(amir, rita)
    await amir.taps("I cannot come")
    assert "Rita does not know it yet." in amir.last
    await amir.taps("Choose another time")
    assert "When do you want to meet Rita?" in amir.last
    assert "Amir cannot come on Friday 6 March at 14:00." in rita.last
    assert "Amir is choosing another moment." in rita.last
    assert await meetings_of(duo) == [("2026-03-06T14:00", True, "open")]
    await amir.taps("Thu 5 Mar, 18:00")
    await amir.taps("Send to Rita")
    await rita.taps("Thu 5 Mar, 18:00")
    assert (await meetings_of(duo))[0] == ("2026-03-05T18:00", False, "open")


async def test_who_cannot_come_is_shown_first_what_the_other_one_offers(duo, amir, rita):
    await they_meet(amir, rita)
    await offers(rita, "2026-03-13T1400")
    async with duo.database.reading() as tx:
        (meeting_id,) = await tx.connection.scalars(select(MeetingRow.id))
    for step in "mi":
        await amir.forges(f"mt:{step}:{meeting_id}", newest_of_bot(amir))
        assert "Rita wants to plan a meeting with you." in letters_to(amir)[-2]


async def test_what_waits_stands_above_the_meetings_with_its_buttons(duo, amir, rita):
    await they_meet(amir, rita)
    await offers(amir, "2026-03-13T1400")
    said = await rita.says("/meetings")
    assert said.index("Amir wants to plan a meeting with you.") < said.index("You meet Amir:")
    assert rita.buttons[:3] == [NEXT_FRIDAY, "None of these", "Propose other times"]


async def test_cancelling_asks_once_and_tells_the_other_one(duo, amir, rita):
    await they_meet(amir, rita)
    await rita.says("/meetings")
    await rita.taps(FRIDAY)
    await rita.taps("Cancel it")
    assert "You do not have to say why." in rita.last
    await rita.taps("No, we meet")
    assert "OK. Nothing is changed." in rita.last
    await rita.taps("Cancel it")
    await rita.taps("Yes, cancel it")
    assert await meetings_of(duo) == [("2026-03-06T14:00", True, "open")]
    assert "Rita cannot come on Friday 6 March at 14:00." in amir.last
    async with duo.database.reading() as tx:
        assert (await tx.connection.scalars(select(BusyQuarterRow.id))).all() == []


async def test_with_a_meeting_goes_the_offer_to_move_it(duo, amir, rita):
    await they_meet(amir, rita)
    async with duo.database.reading() as tx:
        (meeting_id,) = await tx.connection.scalars(select(MeetingRow.id))
    await amir.forges(f"mt:m:{meeting_id}", newest_of_bot(amir))
    await amir.taps("Thu 5 Mar, 18:00")
    await amir.taps("Send to Rita")
    pick = behind(rita, "Thu 5 Mar, 18:00")
    await amir.forges(f"mt:y:{meeting_id}", newest_of_bot(amir))
    assert "Amir took this offer back." in await rita.forges(pick, newest_of_bot(rita))
    assert await meetings_of(duo) == [("2026-03-06T14:00", True, "open")]


async def test_an_old_button_of_a_meeting_says_what_is_true_now(duo, amir, rita):
    await they_meet(amir, rita)
    async with duo.database.reading() as tx:
        (meeting_id,) = await tx.connection.scalars(select(MeetingRow.id))
    await duo.pass_by(days=4)
    for step in "smcyik":
        said = await amir.forges(f"mt:{step}:{meeting_id}", newest_of_bot(amir))
        assert "This button is about a meeting that is over or changed." in said
    assert await meetings_of(duo) == [("2026-03-06T14:00", False, "open")]


async def test_an_old_plan_shows_what_is_true_now(duo, amir):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    old = [behind(amir, "Choose the place"), behind(amir, "Offer all of these")]
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    for data in old:
        assert "There is no meeting with Rita planned now." in await amir.forges(
            data, newest_of_bot(amir)
        )
        await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.says("friday 6 march at 14:00")
    await amir.taps("Do not propose it")
    assert "There is no meeting with Rita planned now." in amir.last
    assert await states_of(duo) == []


# Who may.


async def test_who_is_in_no_duo_reads_so_and_staff_have_no_meetings_here(duo, amir, tom, els):
    assert "You are not in a duo now." in await tom.says("/meetings")
    assert "This is not for you" in await els.says("/meetings")
    assert "Propose this" not in await tom.says("friday 6 march at 14:00")


async def test_nobody_else_reaches_a_meeting_or_an_offer(duo, amir, rita, tom, els):
    await they_meet(amir, rita)
    await offers(amir, "2026-03-13T1400")
    pick = behind(rita, NEXT_FRIDAY)
    async with duo.database.reading() as tx:
        (meeting_id,) = await tx.connection.scalars(select(MeetingRow.id))
    before = (await meetings_of(duo), await states_of(duo))
    for person in (tom, els):
        for data in (pick, f"mt:y:{meeting_id}", f"mt:s:{meeting_id}"):
            said = await person.forges(data, newest_of_bot(person) if person.messages else None)
            assert "March" not in said
    assert (await meetings_of(duo), await states_of(duo)) == before


# When a duo ends, and when somebody takes a break.


async def test_when_somebody_leaves_the_other_one_hears_what_does_not_take_place(
    duo, amir, rita, els
):
    await they_meet(amir, rita)
    await offers(amir, "2026-03-13T1400")
    pick = behind(rita, NEXT_FRIDAY)
    await leaves(amir)
    await duo.pass_by(hours=22)
    told = "\n".join(letters_to(rita))
    assert "Your meeting of Friday 6 March at 14:00 does not take place." in told
    (file,) = [one["document"] for one in rita.messages if "document" in one][1:]
    calendar = Calendar.from_ical(duo.telegram.state.files[file["file_id"]].data)
    assert str(calendar["METHOD"]) == "CANCEL"
    assert await meetings_of(duo) == [("2026-03-06T14:00", True, "open")]
    assert await states_of(duo) == ["fixed", "withdrawn"]
    assert "You are not in a duo now." in await rita.forges(pick, newest_of_bot(rita))
    async with duo.database.reading() as tx:
        waits = select(OutboxRow.kind).where(OutboxRow.state.in_(("waiting", "held")))
        assert not [one for one in await tx.connection.scalars(waits) if "meeting" in one]


async def test_who_takes_a_break_is_told_which_meeting_stands(duo, amir, rita):
    await they_meet(amir, rita)
    await amir.says("/stop")
    assert "Your break does not change your meetings." in amir.last
    assert "– Friday 6 March at 14:00" in amir.last
    await amir.taps(FRIDAY)
    await amir.taps("Cancel it")
    await amir.taps("Yes, cancel it")
    assert await meetings_of(duo) == [("2026-03-06T14:00", True, "open")]


# At the same moment.


async def together(house: House, taps: list[tuple[Someone, str]]) -> None:
    """These taps are handled at the same moment."""
    for person, data in taps:
        house.telegram.tap(person.id, newest_of_bot(person), data, forge=True)
    await house.app.poller.poll()
    workers = house.app.workers
    await asyncio.gather(*(workers._handle(one) for one in await workers._claim(len(taps))))
    await house.settle()


async def test_of_two_who_offer_at_once_the_second_is_asked_and_one_meeting_is_fixed(
    duo, amir, rita
):
    await together(duo, [(amir, "mu:2026-03-06T1400"), (rita, "mu:2026-03-06T1400")])
    assert await states_of(duo) == ["draft", "open"]
    reader = amir if "Send mine all the same" in amir.buttons else rita
    await reader.taps(FRIDAY)
    assert await meetings_of(duo) == [("2026-03-06T14:00", False, "open")]


async def test_of_a_pick_and_a_taking_back_at_once_one_holds_for_both(duo, amir, rita):
    await offers(amir)
    pick, back = behind(rita, FRIDAY), behind(amir, "Take my offer back")
    await together(duo, [(rita, pick), (amir, back)])
    fixed = [one for one in await meetings_of(duo) if not one[1]]
    assert (await states_of(duo), len(fixed)) in ((["fixed"], 1), (["withdrawn"], 0))


async def test_two_picks_at_once_are_one_meeting(duo, amir, rita):
    await amir.forges("go:plan_meeting", newest_of_bot(amir))
    await amir.taps("Offer all of these")
    picks = [behind(rita, one) for one in (FRIDAY, "Wed 4 Mar, 10:00")]
    for data in picks:
        duo.telegram.tap(rita.id, newest_of_bot(rita), data, forge=True)
    await duo.settle()
    assert len(await meetings_of(duo)) == 1


# The rules of a zone change.


async def test_after_a_change_of_the_zone_the_wall_time_stays_and_the_instant_follows(
    duo, amir, rita
):
    await they_meet(amir, rita)
    async with duo.database.transaction() as tx:
        mentee = await tx.people.by_telegram(amir.id)
        (meeting_id,) = await tx.connection.scalars(select(MeetingRow.id))
        before = await tx.meetings.get(meeting_id, mentee.id)
        wrong = {"starts_at": before.starts_at + timedelta(hours=1),
                 "ends_at": before.ends_at + timedelta(hours=1)}  # fmt: skip
        await tx.connection.execute(update(MeetingRow).values(**wrong))
    assert await duo.app.actions.meetings.keep_wall_times() == 1
    async with duo.database.reading() as tx:
        after = await tx.meetings.get(meeting_id, mentee.id)
        assert (after.wall, after.starts_at) == (before.wall, before.starts_at)
        assert after.sequence == before.sequence + 1
        waits = select(OutboxRow.due_at).where(
            OutboxRow.subject == f"meeting:{meeting_id}", OutboxRow.state == "waiting"
        )
        dues = list(await tx.connection.scalars(waits))
    assert dues
    assert max(dues) < after.starts_at
    assert await duo.app.actions.meetings.keep_wall_times() == 0


async def test_what_was_moved_after_it_was_looked_at_is_left_as_it_was_moved(
    duo, amir, rita, monkeypatch
):
    meeting = await fixes(duo, rita)
    seen = replace(meeting, starts_at=meeting.starts_at + timedelta(hours=1))
    after = await moves(duo, rita, meeting, timedelta(0))

    async def as_before(*_: object) -> list[Meeting]:
        return [seen]

    monkeypatch.setattr("storage.meetings.Meetings.beginning_after", as_before)
    assert await duo.app.actions.meetings.keep_wall_times() == 0
    async with duo.database.reading() as tx:
        assert await tx.meetings.coming_of(meeting.duo_id, duo.telegram.clock.now()) == [after]
        busy = len((await tx.connection.execute(select(BusyQuarterRow.id))).all())
    assert busy == 2 * 8


async def test_an_instant_that_can_not_be_set_right_is_left_and_told_to_operators(
    duo, amir, rita, monkeypatch
):
    await they_meet(amir, rita)
    async with duo.database.transaction() as tx:
        wall = {"wall": "2026-03-06T16:00"}
        await tx.connection.execute(update(MeetingRow).values(**wall))
    await offers(amir, "2026-03-06T1630")
    await rita.taps("Fri 6 Mar, 16:30")
    assert await duo.app.actions.meetings.keep_wall_times() == 0
