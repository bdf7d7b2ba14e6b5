"""The training of mentors: half-days in any order, and nobody is matched before them."""

from datetime import timedelta

import pytest

from bot.actions.road import move
from bot.programme.road import NoSuchWay, Place
from bot.programme.training.guard import NotTrained
from storage.seats import SeatState
from storage.sessions import new_session
from tests.conversations import House, Someone
from tests.handlers.arrivals import MENTOR, joins_as_coach, registers, taps_old
from tests.handlers.matching_story import is_ready
from tests.handlers.sessions_planned import (
    beginning_of,
    in_training,
    person_of,
    plans,
    seats_of,
)

LISTENING, MIGRATION = "Active listening", "Migration in Belgium"


async def was_at(house: House, mentor: Someone, *modules: str) -> None:
    """Somebody was at these modules some time ago."""
    person = await person_of(house, mentor)
    async with house.app.actions.samples.desk.open() as counter:
        tx, now = counter.tx, counter.now
        coach = (await tx.people.coaches())[0]
        for what in modules:
            when = (now - timedelta(days=9), 210)
            session = new_session(what, "brussels", when, ("", "en"), 9, coach.id)
            await tx.sessions.add(session, now)
            seat = await tx.seats.take(session, person.id, now)
            await tx.seats.settle(seat, SeatState.ATTENDED, now)


async def test_before_the_talk_with_a_coach_a_mentor_reads_what_comes(duo):
    jan = await registers(duo, "Jan", MENTOR, "1960")
    said = await jan.says("/training")
    assert "First you talk with a coach. After that the training begins." in said
    assert "• Active listening" in said


async def test_a_mentor_sees_what_is_done_and_the_next_date_of_each_module(duo, els):
    jan = await in_training(duo)
    await was_at(duo, jan, "bias", "search")
    await plans(els, "12/3/2026 9:00", LISTENING)
    await plans(els, "19/3/2026 9:00", LISTENING)
    await jan.says("/menu")
    said = await jan.taps("My training")
    assert "Your training: 2 of 8 done." in said
    assert "• Active listening\nThursday 12 March at 09:00" in said
    assert "• Migration in Belgium: no date yet" in said
    assert "2. Thursday 19 March at 09:00" in await jan.taps(LISTENING)
    await jan.taps("2. Thu 19 Mar, 09:00")
    assert "You have a seat." in await jan.taps("I want a seat")
    assert "• Active listening\nThursday 19 March" in await jan.says("training")


async def test_a_new_date_is_told_to_who_saw_none(duo, els):
    jan = await in_training(duo)
    await jan.says("/training")
    await plans(els, "12/3/2026 9:00", MIGRATION)
    assert "You asked for this. Now it is planned:\n\nMigration in Belgium" in jan.last


async def test_the_whole_series_is_taken_at_once_where_the_days_do_not_meet(duo, els):
    jan = await in_training(duo)
    await plans(els, "12/3/2026 9:00", LISTENING)
    await plans(els, "12/3/2026 10:00", MIGRATION)
    await plans(els, "13/3/2026 9:00", MIGRATION)
    await plans(els, "14/3/2026 9:00", "Bias and discrimination", seats="1")
    other = await in_training(duo, "Piet")
    await other.says("/training")
    await other.taps("Bias and discrimination")
    await other.taps("1. Sat 14 Mar, 09:00")
    await other.taps("I want a seat")
    await jan.says("/training")
    said = await jan.taps("Take the whole series")
    assert "You have 2 seats:" in said
    assert "Thursday 12 March at 09:00" in said
    assert "Friday 13 March at 09:00" in said
    assert "For these no day fits now:" in said


@pytest.mark.parametrize("by", ["jan", "els"])
async def test_a_mentor_who_stops_for_now_gives_the_seats_back_and_reads_it(duo, els, by):
    jan = await in_training(duo)
    session = await plans(els, "12/3/2026 9:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    if by == "jan":
        await taps_old(jan, "se:found")
    else:
        await taps_old(els, f"sh:{(await person_of(duo, jan)).id}:found")
        await duo.pass_by(days=1)
    assert "You had 1 seat in a session." in str(jan.messages)
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(jan.id)
        assert await tx.seats.coming_of(person.id, duo.telegram.clock.now()) == []
        assert person.road == Place.WAIT


async def training_seen_by(els):
    await els.says("Jan")
    return await els.taps("See the training")


async def test_a_missed_module_is_offered_again_and_a_seat_kept(duo, els):
    jan = await in_training(duo)
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await plans(els, "12/3/2026 9:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:r:{session}")
    await els.taps("No: Jan")
    assert "You could not come" not in jan.last, "A coach may still put it right."
    await duo.pass_by(minutes=31)
    assert "You could not come: Active listening" in jan.last
    assert "I keep a seat for you until Wednesday 4 March at 22:40." not in jan.last
    assert "Active listening: a seat is kept" in await training_seen_by(els)
    await jan.taps("Yes, I come")
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(jan.id)
        (seat,) = await tx.seats.coming_of(person.id, duo.telegram.clock.now())
    assert seat.state == "seated"
    assert "Active listening: has a seat" in await training_seen_by(els)


async def test_a_coach_sees_that_a_mentor_missed_a_date(duo, els):
    jan = await in_training(duo)
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:r:{session}")
    await els.taps("No: Jan")
    assert "Active listening: missed a date, still to do" in await training_seen_by(els)


async def test_who_missed_a_module_keeps_the_seat_they_have_at_another_date(duo, els):
    jan = await in_training(duo)
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    other = await plans(els, "12/3/2026 9:00", LISTENING)
    for one in (session, other):
        await taps_old(jan, f"sn:t:{one}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:r:{session}")
    await els.taps("No: Jan")
    await duo.pass_by(days=2)
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(jan.id)
        (seat,) = await tx.seats.coming_of(person.id, duo.telegram.clock.now())
    assert (seat.session_id, seat.state) == (other, "seated")


async def test_a_session_stays_in_the_list_until_it_is_said_who_came(duo, els):
    jan = await in_training(duo)
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(days=2))
    assert "Active listening" in await els.says("/sessions")
    await taps_old(els, f"sn:r:{session}")
    await els.taps("Yes: Jan")
    assert "Active listening" not in await els.says("/sessions")


async def test_a_slip_of_the_finger_is_put_right_before_anybody_reads_of_it(duo, els):
    jan = await in_training(duo)
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await plans(els, "12/3/2026 9:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:r:{session}")
    await els.taps("No: Jan")
    await els.taps("Yes: Jan")
    before = jan.last
    await duo.pass_by(days=2)
    assert jan.last == before
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(jan.id)
        assert not await tx.seats.coming_of(person.id, duo.telegram.clock.now())


async def test_the_last_module_makes_a_mentor_ready(duo, els):
    jan = await in_training(duo)
    keys = duo.programme.training.keys
    await was_at(duo, jan, *(one for one in keys if one != "listening"))
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:l:{session}")
    assert "You did the whole training. Thank you!" in jan.last
    assert (await person_of(duo, jan)).road == Place.READY
    async with duo.database.reading() as tx:
        steps = await tx.road.steps_of((await tx.people.by_telegram(jan.id)).id)
    assert (steps[-1].goal, steps[-1].why) == ("ready", "trained")
    assert steps[-1].by is not None


async def test_who_was_said_to_be_there_by_a_slip_is_in_training_again_until_they_were(duo, els):
    jan = await in_training(duo)
    keys = duo.programme.training.keys
    await was_at(duo, jan, *(one for one in keys if one != "listening"))
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:l:{session}")
    for _ in range(2):
        assert (await person_of(duo, jan)).road == Place.READY
        assert "Jan: was not there" in await els.taps("No: Jan")
        assert (await person_of(duo, jan)).road == Place.TRAINING
        await els.taps("Yes: Jan")
    async with duo.database.reading() as tx:
        steps = await tx.road.steps_of((await tx.people.by_telegram(jan.id)).id)
    slips = [one for one in steps if one.why == "slip"]
    assert [(one.origin, one.goal) for one in slips] == [("ready", "training")] * 2
    assert all(one.by for one in slips)


@pytest.mark.parametrize("why", ["was at another one", "is proposed"])
async def test_a_corrected_roll_leaves_who_is_ready_for_another_reason(duo, els, why):
    jan = await in_training(duo)
    keys = duo.programme.training.keys
    await was_at(duo, jan, *(one for one in keys if one != "listening"))
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await taps_old(jan, f"sn:t:{session}")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:l:{session}")
    if why == "was at another one":
        await was_at(duo, jan, "listening")
    if why == "is proposed":
        await goes(duo, jan, Place.PROPOSED)
    before = (await person_of(duo, jan)).road
    await els.taps("No: Jan")
    assert (await person_of(duo, jan)).road == before


async def test_a_coach_records_why_a_mentor_need_not_do_the_rest(duo, els):
    jan = await in_training(duo)
    await was_at(duo, jan, "bias")
    await els.says("/training")
    assert "Jan: 1 of 8 done" in els.last
    said = await els.taps("Jan")
    assert "Bias and discrimination: done" in said
    assert "Active listening: still to do" in said
    await els.taps("Ready without the rest")
    assert "Please write it in 5 to 500 letters." in await els.says("no")
    await els.says("She has coached for ten years.")
    assert (await person_of(duo, jan)).road == Place.TRAINING
    said = await els.taps("Yes, I am sure")
    assert "Els recorded an exception: She has coached for ten years." in said
    assert "Your coach says: you are ready." in jan.last
    assert (await person_of(duo, jan)).road == Place.READY
    async with duo.database.reading() as tx:
        kept = await tx.training.exception_of((await tx.people.by_telegram(jan.id)).id)
    assert kept.reason == "She has coached for ten years."
    assert kept.sure_at == duo.telegram.clock.now()


async def test_a_reason_that_nobody_was_sure_of_counts_for_nothing(duo, els):
    jan = await in_training(duo)
    await els.says("/training")
    await els.taps("Jan")
    await els.taps("Ready without the rest")
    await els.says("She has coached for ten years.")
    await els.taps("Change nothing")
    assert (await person_of(duo, jan)).road == Place.TRAINING


@pytest.mark.parametrize("to", [Place.READY, Place.PROPOSED, Place.MATCHED, Place.IN_DUO])
async def goes(house: House, someone: Someone, to: Place) -> None:
    async with house.app.actions.samples.desk.open() as counter:
        await move(counter, await counter.tx.people.by_telegram(someone.id), to)


@pytest.mark.parametrize("to", [Place.READY, Place.PROPOSED, Place.MATCHED, Place.IN_DUO])
async def test_no_door_leads_past_the_training(duo, to):
    """Whoever asks for it, from wherever the mentor stands."""
    jan = await registers(duo, "Jan", MENTOR, "1960")
    for here in (Place.INTAKE, Place.WAIT, Place.OTHER_HELP, Place.TRAINING):
        await goes(duo, jan, here)
        with pytest.raises((NotTrained, NoSuchWay)):
            await goes(duo, jan, to)
        assert (await person_of(duo, jan)).road == here


async def test_a_forged_button_makes_nobody_ready(duo, els, amir):
    jan = await in_training(duo)
    person = await person_of(duo, jan)
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    for somebody in (jan, amir, nadia):
        for step in "say":
            await taps_old(somebody, f"te:{step}:{person.id}")
        assert "This is not for you" in somebody.last
    await taps_old(els, f"te:y:{person.id}")
    assert (await person_of(duo, jan)).road == Place.TRAINING


async def test_who_was_trained_before_the_intake_goes_on_at_once(duo):
    jan = await registers(duo, "Jan", MENTOR, "1960")
    await was_at(duo, jan, *duo.programme.training.keys)
    await goes(duo, jan, Place.TRAINING)
    assert (await person_of(duo, jan)).road == Place.READY


async def test_who_came_in_before_roads_were_kept_needs_no_training(duo, tom):
    for to in (Place.WAIT, Place.READY):
        await goes(duo, tom, to)
    assert (await person_of(duo, tom)).road == Place.READY


async def test_a_code_of_the_training_says_nothing_of_a_mentee(duo, els, amir):
    jan = await in_training(duo)
    session = await plans(els, "4/3/2026 10:00", LISTENING)
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:c:{session}")
    code = els.last.split(": ")[1][:7]
    assert "I do not know that code." in await amir.says(code)
    assert "Good that you are here." in await jan.says(code)
    assert await seats_of(duo) == {"Jan": "attended"}


async def test_the_word_for_training_means_something_else_to_who_looks_for_work(duo, amir):
    said = await amir.says("training")
    assert said
    assert "Your training" not in said


async def test_no_mentor_is_suggested_before_the_training_and_the_coach_sees_what_is_missing(
    duo, els
):
    fatima = await registers(duo, "Fatima")
    await is_ready(duo, fatima)
    await in_training(duo)
    await els.says("/match")
    assert "Jan" not in await els.taps("1. Fatima")
    await els.says("/work")
    for label in ("See who waits a while", "1. Jan"):
        await els.taps(label)
    said = await els.taps("See the training")
    assert "The training of Jan" in said
    assert "Active listening: still to do" in said
    await els.taps("Ready without the rest")
    await els.says("He has coached for ten years.")
    await els.taps("Yes, I am sure")
    await els.says("/match")
    assert "Jan" in await els.taps("1. Fatima")
