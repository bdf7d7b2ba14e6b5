"""The first talk with a coach: a time in a few taps, and what both hear of it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conversations import House, Someone
from tests.handlers.arrivals import (
    MENTOR,
    behind,
    joins_as_coach,
    leaves,
    message_with,
    registers,
    taps_old,
)
from tests.handlers.test_work import enters

# Tuesday 3 March 2026, 11:00 in Brussels; the next Tuesday the same hours come again.
TEN_O_CLOCK = "Tue 10/3, 09:00"


async def gives_time(coach: Someone, words: str = "Tuesday 9-12", how: str = "At our office"):
    """A coach writes when there is time, and confirms it by a tap."""
    await coach.says(words)
    await coach.taps(how)


async def fatima_plans(house: House, els: Someone) -> Someone:
    await gives_time(els)
    fatima = await registers(house)
    await fatima.taps("My first talk")
    await fatima.taps(TEN_O_CLOCK)
    return fatima


async def after_the_talk(house: House) -> None:
    await house.turn_to(datetime(2026, 3, 10, 8, 45, tzinfo=UTC))


async def test_somebody_registered_has_a_talk_in_two_taps_and_both_hear_it(duo, els):
    await gives_time(els)
    fatima = await registers(duo)
    assert "Next: a talk with a coach in Brussels." in fatima.last
    said = await fatima.taps("My first talk")
    assert "When do you want to talk with a coach?" in said
    assert "Tuesday 10 March at 09:00, at our office" in said
    said = await fatima.taps(TEN_O_CLOCK)
    assert "Fixed: you talk with Els." in said
    assert "Tuesday 10 March at 09:00" in said
    assert "our office in Brussels, Voorbeeldstraat 1" in said
    assert message_with(fatima, "Fixed: you talk")["kind"] == "document"
    assert "First talk with Fatima (mentee):" in els.last
    assert message_with(els, "First talk with Fatima")["kind"] == "document"


async def test_any_other_time_of_the_week_takes_three_taps(duo, els):
    await gives_time(els)
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    said = await fatima.taps("Another day")
    assert "Tuesday 17 March at 10:30" in said
    assert "Fixed: you talk with Els." in await fatima.taps("Tue 17/3, 10:30")


async def test_both_are_reminded_and_the_coach_writes_it_up(duo, els):
    fatima = await fatima_plans(duo, els)
    await duo.turn_to(datetime(2026, 3, 9, 17, 1, tzinfo=UTC))
    assert "Tomorrow you talk with Els." in fatima.last
    await duo.turn_to(datetime(2026, 3, 10, 7, tzinfo=UTC))
    assert "You talk with Els at 09:00." in fatima.last
    assert "First talk with Fatima at 09:00." in els.last
    await after_the_talk(duo)
    assert "Did you talk?" in els.last


async def test_a_talk_is_moved_by_two_taps_and_only_the_new_time_is_told(duo, els):
    fatima = await fatima_plans(duo, els)
    await fatima.taps("Choose another time")
    assert "The talk of Tuesday 10 March at 09:00 stays" in fatima.last
    said = await fatima.taps("Tue 10/3, 11:00")
    assert "Your talk is changed. You talk with Els:" in said
    assert "has a new time" in els.last
    await duo.turn_to(datetime(2026, 3, 10, 7, 1, tzinfo=UTC))
    assert "at 09:00." not in str(els.messages[-1])
    await duo.turn_to(datetime(2026, 3, 10, 9, 1, tzinfo=UTC))
    assert "You talk with Els at 11:00." in fatima.last


async def test_a_talk_is_cancelled_without_a_reason_and_another_can_be_chosen(duo, els):
    fatima = await fatima_plans(duo, els)
    assert "Cancel your talk with Els" in await fatima.taps("Cancel the talk")
    said = await fatima.taps("Yes, cancel it")
    assert "OK, there is no talk with Els on Tuesday 10 March at 09:00." in said
    assert "The talk with Fatima on Tuesday 10 March at 09:00 is cancelled." in els.last
    await duo.turn_to(datetime(2026, 3, 10, 7, 1, tzinfo=UTC))
    assert "You talk with Els at" not in str(fatima.messages)
    assert "When do you want to talk" in await fatima.says("my first talk")


async def test_nobody_is_left_in_the_dark_when_no_time_is_free(duo, els):
    fatima = await registers(duo)
    said = await fatima.taps("My first talk")
    assert "No time is free for a talk now. I am sorry." in said
    assert "I write to you when a time is free." in said
    assert "02 000 00 01" in said
    await gives_time(els)
    assert "Good news: there are free times" in fatima.last
    await fatima.taps("Choose a time")
    assert "Fixed" in await fatima.taps(TEN_O_CLOCK)


async def test_the_promise_is_kept_when_a_talk_is_cancelled_or_a_new_day_comes(duo, els):
    await gives_time(els, "10 March 9-9:30")
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    await fatima.taps(TEN_O_CLOCK)
    amal = await registers(duo, "Amal")
    assert "No time is free" in await amal.taps("My first talk")
    await fatima.taps("Cancel the talk")
    await fatima.taps("Yes, cancel it")
    assert "Good news" in amal.last
    await gives_time(els, "1 april 9-10")
    noor = await registers(duo, "Noor")
    await amal.taps("Choose a time")
    await amal.taps(TEN_O_CLOCK)
    assert "No time is free" in await noor.taps("My first talk")
    await duo.pass_by(days=2)
    assert await duo.app.actions.intake_wishes.look() == 1
    await duo.settle()
    assert "Good news" in noor.last


async def test_who_is_told_of_one_time_are_those_who_waited_longest(duo, els):
    fatima, amal = [await registers(duo, name) for name in ("Fatima", "Amal")]
    await fatima.taps("My first talk")
    await duo.pass_by(minutes=1)
    await amal.taps("My first talk")
    await gives_time(els, "10 March 9-9:30")
    assert "Good news" in fatima.last
    assert "Good news" not in str(amal.messages)


async def test_a_time_that_somebody_else_has_taken_is_offered_no_more(duo, els):
    await gives_time(els)
    fatima, amal = [await registers(duo, name) for name in ("Fatima", "Amal")]
    await fatima.taps("My first talk")
    await amal.taps("My first talk")
    await fatima.taps(TEN_O_CLOCK)
    said = await amal.taps(TEN_O_CLOCK)
    assert "Sorry, that time is not free any more." in said
    assert "10 March at 09:00" not in said
    assert "10 March at 10:00" in said


async def test_two_coaches_are_two_talks_at_one_time(duo, els):
    nadia = await joins_as_coach(duo)
    await gives_time(els)
    await gives_time(nadia)
    for name in ("Fatima", "Amal"):
        person = await registers(duo, name)
        await person.taps("My first talk")
        assert "Fixed" in await person.taps(TEN_O_CLOCK)
    talks = [str(coach.messages).count("First talk with") for coach in (els, nadia)]
    assert talks == [1, 1]


async def test_an_old_button_changes_nothing_and_shows_what_is_true(duo, els):
    await gives_time(els)
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    old = behind(fatima, "Tue 10/3, 10:00")
    await fatima.taps(TEN_O_CLOCK)
    assert "Tuesday 10 March at 09:00" in await taps_old(fatima, old)
    cancel = behind(fatima, "Cancel the talk")
    await fatima.taps("Cancel the talk")
    await fatima.taps("Yes, cancel it")
    assert "over or changed" in await taps_old(fatima, cancel)


async def test_leaves_holidays_and_days_off_take_times_away(duo, els):
    await gives_time(els, "Monday 9-12")
    await gives_time(els, "Tuesday 9-12")
    await els.says("no talks on 10 march, I am away")
    assert "no first talks on Tuesday 10 March" in els.last
    await els.taps("Yes, no talks then")
    fatima = await registers(duo)
    said = await fatima.taps("My first talk")
    assert "Monday 9 March at 09:00" in said
    assert "Tuesday 10 March" not in said
    await els.says("/away")
    await taps_old(els, "lk:2026-03-16:2026-03-17:0")
    await duo.turn_to(datetime(2026, 3, 23, 9, tzinfo=UTC))
    said = await fatima.says("my first talk")
    assert "Monday 30 March" in said
    assert "6 April" not in said  # Easter Monday


async def test_a_coach_plans_moves_and_cancels_for_somebody(duo, els):
    await gives_time(els)
    fatima = await registers(duo)
    await els.says("/intakes")
    assert "1 person has no time yet." in els.last
    await els.taps("Who has no time yet")
    await els.taps("Fatima (English)")
    await els.taps("Plan a talk")
    said = await els.taps(TEN_O_CLOCK)
    assert "Fatima, mentee" in said
    assert "Els has planned a talk with you:" in fatima.last
    await els.says("/intakes")
    assert "Coming:\n• Tuesday 10 March at 09:00: Fatima" in els.last
    await els.taps("Tue 10/3, 09:00 Fatima")
    await els.taps("Choose another time")
    await els.taps("Tue 10/3, 10:00")
    assert "Your talk is changed. You talk with Els:" in fatima.last
    await els.says("/intakes")
    await els.taps("Tue 10/3, 10:00 Fatima")
    await els.taps("Cancel the talk")
    await els.taps("Yes, cancel it")
    assert "It is not because of you." in fatima.last


async def test_who_wants_a_call_stands_in_the_list_until_somebody_called(duo, els):
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    said = await fatima.taps("Call me instead")
    assert "A coach writes to you here" in said
    assert "Fatima wants a call about the first talk." in els.last
    assert "Want a call:\n• Fatima (mentee, English)" in await els.says("/intakes")
    await els.taps("Fatima (English)")
    await els.taps("I called")
    assert "Want a call" not in await els.says("/intakes")


async def written_up(duo, els):
    fatima = await fatima_plans(duo, els)
    await after_the_talk(duo)
    await els.taps("Yes, we talked")
    return fatima


async def test_what_was_decided_together_is_told_in_kind_words(duo, els):
    fatima = await written_up(duo, els)
    assert "First talk with Fatima. Fill this in together." in els.last
    await els.taps("Go on")
    await els.taps("Yes, that is right")
    assert "Your coach now looks for a mentor for you." in fatima.last
    assert "Fatima" not in await els.says("/intakes")
    assert "do not need a first talk now" in await fatima.says("my first talk")


async def test_needs_and_a_note_are_sealed(duo, els):
    fatima = await written_up(duo, els)
    await els.taps("What stands in the way")
    await els.taps("Housing")
    assert "Noted: Find a home." in await els.taps("Find a home")
    await els.taps("Back to the talk")
    await els.taps("Add a note")
    assert "Your note is kept." in await els.says("Lives with an aunt until May")
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(fatima.id)
        intake = await tx.intakes.open_of(person.id)
    assert intake.outcome.needs == ("housing.search",)
    assert intake.outcome.note == "Lives with an aunt until May"


async def test_an_answer_is_put_right_and_the_person_reads_it(duo, els):
    fatima = await written_up(duo, els)
    await els.taps("Correct an answer")
    await els.taps("Year of birth")
    assert "cannot read that as a year" in await els.says("a while ago")
    assert "does not fit" in await els.says("1950")
    assert "The answer is changed." in await els.says("1997")
    assert "Els changed one of your answers, with you." in fatima.last
    assert "1997" in await fatima.says("/answers")


async def test_who_waits_reads_why_and_can_come_back_alone(duo, els):
    fatima = await written_up(duo, els)
    await els.taps("Wait a while")
    await els.taps("First the language")
    await els.taps("Yes, that is right")
    assert "You first learn more of the language. Then you go on." in fatima.last
    await fatima.taps("Choose a time")
    assert "Fixed" in await fatima.taps("Tue 17/3, 09:00")


async def test_other_help_names_a_service_a_human_and_the_way_back(duo, els):
    fatima = await written_up(duo, els)
    await els.taps("What stands in the way")
    await els.taps("Food")
    await els.taps("Food parcel")
    await els.taps("Back to the talk")
    await els.taps("Other help first")
    await els.taps(els.buttons[0])
    await els.taps("Yes, that is right")
    assert "Els knows who can help you first:" in fatima.last
    assert "You are welcome back." in fatima.last
    assert fatima.buttons == ["Show me", "Find help", "My coach", "Choose a time"]
    assert "1 person waits or has other help first." in await els.says("/intakes")
    await els.taps("Who waits")
    await els.taps("Fatima (English)")
    await els.taps("Invite again")
    assert "Els would like to talk with you again." in fatima.last
    assert "When do you want to talk" in await fatima.taps("Choose a time")


async def test_who_did_not_come_is_offered_another_time_without_blame(duo, els):
    fatima = await fatima_plans(duo, els)
    await after_the_talk(duo)
    await els.taps("No, we did not talk")
    assert "You and Els did not talk. That can happen." in fatima.last
    assert "When do you want to talk" in await fatima.taps("Choose a time")


@pytest.mark.parametrize("does", ["leaves", "takes a break", "blocks", "moves"])
async def test_the_time_of_who_cannot_take_part_is_free_again(duo, els, does):
    fatima = await fatima_plans(duo, els)
    deeds = {"leaves": lambda: leaves(fatima), "takes a break": lambda: rests_surely(fatima),
             "blocks": fatima.blocks, "moves": lambda: moves_to_ghent(fatima)}  # fmt: skip
    await deeds[does]()
    await duo.settle()
    says = {"leaves": "is cancelled: the person has left", "takes a break": "Fatima takes a break",
            "blocks": "I cannot reach Fatima.", "moves": "not in your branch now"}  # fmt: skip
    assert says[does] in str(els.messages)
    amal = await registers(duo, "Amal")
    assert "10 March at 09:00" in await amal.taps("My first talk")


async def rests_surely(person: Someone) -> None:
    await person.says("ik stop ermee")
    await person.taps("Yes, take a break")


async def test_a_break_that_costs_a_talk_is_asked_about_and_leaving_for_good_is_shown(duo, els):
    fatima = await fatima_plans(duo, els)
    assert "If you take a break now, that talk does not take place." in await fatima.says("/stop")
    assert "You talk with Els" in await fatima.taps("No, keep my talk")
    await fatima.says("I don't want to be a mentee any more")
    assert "I delete your answers" in await fatima.taps("Stop for good")


async def moves_to_ghent(person: Someone) -> None:
    await person.says("/answers")
    await person.taps("Change town")
    await person.taps("Ghent")


async def test_with_the_people_of_a_coach_go_the_talks(duo, els):
    nadia = await joins_as_coach(duo)
    fatima = await fatima_plans(duo, els)
    await els.says("/team")
    for tap in ("Hand my people over", "Nadia", "Yes, I am sure"):
        await els.taps(tap)
    assert "You talk with Nadia:" in fatima.last
    assert "First talk with Fatima" in str(nadia.messages)


async def test_who_goes_on_leave_sees_the_talks_of_those_days(duo, els):
    await fatima_plans(duo, els)
    await els.says("/away")
    await taps_old(els, "lk:2026-03-10:2026-03-11:0")
    assert "You have first talks on these days." in els.last
    assert "Tue 10/3, 09:00 Fatima" in els.buttons


async def test_a_mentor_has_a_first_talk_too(duo, els):
    await gives_time(els)
    jan = await registers(duo, "Jan", MENTOR, "1960")
    assert "Then comes the training, and then we look for a mentee." in jan.last
    await jan.taps("My first talk")
    assert "Fixed" in await jan.taps(TEN_O_CLOCK)


async def test_a_coach_gives_time_by_a_few_taps(duo, els):
    await els.says("/menu")
    await els.taps("My work")
    await els.taps("First talks")
    await els.taps("My free times")
    assert "You give no time for first talks yet." in els.last
    for tap in ("Wednesday", "13:00", "15:00"):
        await els.taps(tap)
    said = await els.taps("By phone")
    assert "• Wednesday 13:00–15:00, by phone" in said
    assert "16 half hours are free in the next 28 days." in said
    await els.taps("A single day")
    await els.taps("Wed 11/3")
    said = await els.taps("No talks on this day")
    assert "Wednesday 11 March: no talks" in said
    assert "You give no time" in await els.taps("Take out Wed 13:00")
    await els.taps("Take out Wed 11/3")
    assert "Single days" not in els.last


async def test_a_coach_whose_hours_are_not_clear_reads_how_to_write_them(duo, els):
    await els.says("/intakes")
    await els.taps("My free times")
    for unclear in ("dinsdag 25-27", "9u30", "Tuesday 12-9"):
        assert "I did not understand these hours." in await els.says(unclear), unclear


async def test_a_coach_who_writes_when_and_how_confirms_it_by_one_tap(duo, els):
    asked = await els.says("Tuesday 9-12 by phone")
    assert asked == "I understand: each Tuesday, 09:00–12:00, by phone. Is that right?"
    assert "• Tuesday 09:00–12:00, by phone" in await els.taps("Yes, that is right")


async def test_who_is_to_be_called_reads_on_which_number_or_adds_it(duo, els):
    await gives_time(els, how="By phone")
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    said = await fatima.taps(fatima.buttons[0])
    assert "I have no number of you. Please add it." in said
    assert "Brussels: 02 000 00 01" in said
    assert "+32 470 12 34 56" in await fatima.says("0470 12 34 56")
    await fatima.says("/intake")
    await fatima.taps("Choose another time")
    said = await fatima.taps(fatima.buttons[1])
    assert "Your coach calls you on +32 470 12 34 56." in said


async def test_who_asked_for_a_call_is_called_also_when_they_look_for_a_time(duo, els):
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    await fatima.taps("Call me instead")
    await fatima.says("/intake")
    async with duo.database.reading() as tx:
        waiting = await tx.intake_wishes.waiting("brussels", "call", 9)
    assert len(waiting) == 1


async def test_a_talk_that_began_is_not_cancelled_any_more(duo, els):
    await gives_time(els)
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    await fatima.taps(fatima.buttons[0])
    cancel = behind(fatima, "Cancel the talk")
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(fatima.id)
        intake = await tx.intakes.open_of(person.id)
    await duo.turn_to(intake.starts_at + timedelta(hours=2))
    await taps_old(fatima, cancel)
    await els.says("/intakes")
    assert any("Fatima" in one for one in els.buttons), els.buttons


async def test_the_clock_changes_and_the_time_on_the_wall_stays(duo, els):
    await gives_time(els)
    await duo.turn_to(datetime(2026, 3, 25, 9, tzinfo=UTC))
    fatima = await registers(duo)
    await fatima.taps("My first talk")
    await fatima.taps("Tue 31/3, 09:00")
    async with duo.database.reading() as tx:
        intake = await tx.intakes.open_of((await tx.people.by_telegram(fatima.id)).id)
    assert intake.starts_at == datetime(2026, 3, 31, 7, tzinfo=UTC)


async def test_somebody_from_before_roads_were_kept_needs_no_first_talk(duo, tom):
    assert "do not need a first talk now" in await tom.says("my first talk")
    await tom.says("/menu")
    assert "My first talk" not in tom.buttons


async def test_who_never_heard_of_a_talk_is_not_called_about_its_end(duo, els):
    await gives_time(els)
    await enters(els)
    await els.says("Fatima")
    for tap in ("The first talk", "Plan a talk", TEN_O_CLOCK, "Cancel the talk"):
        said = await els.taps(tap)
    assert "I tell Fatima at once" not in said
    await els.taps("Yes, cancel it")
    await els.says("/work")
    assert "Call" not in els.buttons


async def test_a_second_tap_on_a_decision_says_again_what_was_decided(duo, els):
    fatima = await fatima_plans(duo, els)
    assert "Your talk: Tuesday 10 March" in await fatima.says("/road")
    await after_the_talk(duo)
    await els.taps("Yes, we talked")
    await els.taps("Go on")
    surely = behind(els, "Yes, that is right")
    said = await els.taps("Yes, that is right")
    assert "Fatima goes on. I have told Fatima." in said
    await taps_old(els, surely)
    assert els.last == said


async def test_who_is_on_the_phone_now_needs_no_time_to_be_planned(duo, els):
    await enters(els)
    await els.says("Fatima")
    await els.taps("The first talk")
    now = behind(els, "We talk now")
    said = await els.taps("We talk now")
    assert "First talk with Fatima. Fill this in together." in said
    assert "First talk with Fatima" in await taps_old(els, now) or els.last == said
    for tap in ("Go on", "Yes, that is right"):
        said = await els.taps(tap)
    assert "I noted it: Fatima goes on." in said
