"""Info sessions: planned by a coach in a few taps, and a seat in three."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.handlers.arrivals import behind, joins_as_coach, leaves, registers, taps_old
from tests.handlers.sessions_planned import beginning_of, plans, seats_of

NEXT_TUESDAY = "10/3/2026 14:00"


async def test_a_coach_plans_a_session_in_a_few_taps_and_words(duo, els):
    said = await els.says("/sessions")
    assert "No session is planned in Brussels." in said
    await els.taps("Plan a session")
    assert "When? Write the day and the time" in await els.taps("Info session")
    assert "That day or hour does not exist." in await els.says("31 June at 2 pm")
    said = await els.says("Tuesday 10 March at 2 pm")
    assert "Tuesday 10 March at 14:00" in said
    assert "16 seats" in said
    assert "The session is planned." in await els.taps("Yes, plan it")
    assert "1. Info session, Tuesday 10 March at 14:00\n0 of 16 seats taken" in await els.says(
        "/sessions"
    )


async def test_somebody_takes_a_seat_in_three_taps_and_is_reminded_the_day_before(duo, els):
    fatima = await registers(duo)
    await plans(els, NEXT_TUESDAY)
    await fatima.says("/menu")
    said = await fatima.taps("Info sessions")
    assert "16 seats are free." in said
    await fatima.taps("1. Tue 10 Mar, 14:00")
    said = await fatima.taps("I want a seat")
    assert "You have a seat." in said
    assert fatima.messages[-1]["kind"] == "document"
    await duo.turn_to(datetime(2026, 3, 9, 17, 0, tzinfo=UTC))
    assert "Tomorrow: Info session." in fatima.last
    await fatima.taps("I cannot come")
    assert "Somebody else can have your seat." in fatima.last
    assert await seats_of(duo) == {"Fatima": "given_up"}


async def test_nothing_planned_is_said_honestly_and_the_promise_is_kept(duo, els):
    fatima = await registers(duo)
    said = await fatima.says("info session")
    assert "No info session is planned near you now." in said
    assert "I write to you when one is planned." in said
    await plans(els, NEXT_TUESDAY)
    assert "You asked for this. Now it is planned:" in fatima.last
    await fatima.taps("I want a seat")
    assert await seats_of(duo) == {"Fatima": "seated"}


async def test_the_promise_is_kept_to_who_takes_a_break_too(duo, els):
    fatima = await registers(duo)
    await fatima.says("info session")
    await fatima.says("/stop")
    await plans(els, NEXT_TUESDAY)
    assert "You asked for this. Now it is planned:" in fatima.last


async def full(duo, els, *names, when=NEXT_TUESDAY):
    """A session with one seat, which the first one has."""
    people = [await registers(duo, name) for name in names]
    session = await plans(els, when, seats="1")
    for person in people:
        await duo.pass_by(minutes=1)
        await taps_old(person, f"sn:t:{session}")
    return session, people


async def test_who_waits_is_asked_when_a_seat_is_free_and_has_twelve_hours(duo, els):
    _, (fatima, karim, noor) = await full(duo, els, "Fatima", "Karim", "Noor")
    assert "You are on the waiting list." in noor.last
    await fatima.taps("I cannot come")
    assert "A seat is free for you." in karim.last
    assert "until Tuesday 3 March at 23:00" not in karim.last, "Nobody's time ends in the night."
    assert "I keep it for you until Wednesday 4 March at 10:00." in karim.last
    await duo.turn_to(datetime(2026, 3, 4, 9, 1, tzinfo=UTC))
    assert "The seat is not kept for you any more" in karim.last
    assert "A seat is free for you." in noor.last
    await noor.taps("Yes, I come")
    assert await seats_of(duo) == {"Fatima": "given_up", "Karim": "given_up", "Noor": "seated"}
    assert "You are on the waiting list." in await karim.taps("Ask for a seat")


async def test_who_says_no_lets_the_next_one_in_and_no_letter_comes_in_the_night(duo, els):
    _, (fatima, karim, noor) = await full(duo, els, "Fatima", "Karim", "Noor")
    await duo.turn_to(datetime(2026, 3, 3, 21, 30, tzinfo=UTC))
    await fatima.taps("I cannot come")
    assert "A seat is free for you." not in karim.last
    await duo.turn_to(datetime(2026, 3, 4, 7, 1, tzinfo=UTC))
    assert "I keep it for you until Wednesday 4 March at 20:00." in karim.last
    await karim.taps("No, thank you")
    assert "A seat is free for you." in noor.last


async def test_who_takes_a_break_is_passed_by_and_keeps_their_place(duo, els):
    _, (fatima, karim, noor) = await full(duo, els, "Fatima", "Karim", "Noor")
    await karim.says("/stop")
    await fatima.taps("I cannot come")
    assert "A seat is free for you." in noor.last
    assert (await seats_of(duo))["Karim"] == "waiting"


@pytest.mark.parametrize("way", ["says so", "on the day", "unblocks"])
async def test_who_was_passed_by_is_asked_when_they_are_back(duo, els, way):
    _, (fatima, karim) = await full(duo, els, "Fatima", "Karim", when="17/3/2026 14:00")
    if way == "unblocks":
        async with duo.database.transaction() as tx:
            person = await tx.people.by_telegram(karim.id)
            await tx.people.save(person.id, unreachable_at=duo.telegram.clock.now())
    else:
        await karim.says("/stop")
        await karim.taps("1 week")
    await fatima.taps("I cannot come")
    assert await seats_of(duo) == {"Fatima": "given_up", "Karim": "waiting"}
    if way == "on the day":
        await duo.pass_by(days=7)
    else:
        await karim.says("/resume" if way == "says so" else "/menu")
    assert "A seat is free for you." in str(karim.messages)
    assert await seats_of(duo) == {"Fatima": "given_up", "Karim": "held"}
    await taps_old(karim, behind(karim, "Yes, I come"))
    assert "You have a seat." in karim.last


async def test_who_blocks_us_does_not_keep_a_seat_from_the_next_one(duo, els):
    _, (fatima, karim, noor) = await full(duo, els, "Fatima", "Karim", "Noor")
    await fatima.taps("I cannot come")
    await karim.blocks()
    assert "A seat is free for you." in noor.last


async def test_who_leaves_the_programme_frees_the_seat_and_nothing_is_kept(duo, els):
    _, (fatima, karim) = await full(duo, els, "Fatima", "Karim")
    await leaves(fatima)
    assert "A seat is free for you." in karim.last
    assert await seats_of(duo) == {"Karim": "held"}


async def test_who_moves_to_another_branch_gives_the_seat_back(duo, els):
    _, (fatima, karim) = await full(duo, els, "Fatima", "Karim")
    await fatima.says("/answers")
    await fatima.taps("Change town")
    said = await fatima.taps("Ghent")
    assert "You had 1 seat in a session." in said
    assert "A seat is free for you." in karim.last


async def test_a_cancelled_session_is_told_with_the_next_one(duo, els):
    fatima = await registers(duo)
    session = await plans(els, NEXT_TUESDAY)
    await taps_old(fatima, f"sn:t:{session}")
    assert "I planned the same session a week later." in await els.taps("Again a week later")
    await taps_old(els, f"sn:x:{session}")
    assert "1 person has a seat or waits." in els.last
    await els.taps("Yes, cancel it")
    assert "This does not take place: Info session, Tuesday 10 March at 14:00." in fatima.last
    assert "Tuesday 17 March at 14:00" in fatima.last
    await fatima.taps("I want a seat")
    assert "You have a seat." in fatima.last
    assert "is over, changed or not for you" in await taps_old(fatima, f"sn:t:{session}")


async def test_the_coach_calls_the_roll(duo, els):
    session, _ = await full(duo, els, "Fatima", "Karim")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:r:{session}")
    assert "Fatima: not said yet" in els.last
    assert "Fatima: was there" in await els.taps("Yes: Fatima")
    assert "Fatima: was not there" in await els.taps("No: Fatima")
    assert "Fatima: was there" in await els.taps("Yes: Fatima")
    await els.taps("Somebody else came")
    assert "Karim: was there" in await els.taps("Karim")
    assert await seats_of(duo) == {"Fatima": "attended", "Karim": "attended"}


async def test_the_coach_is_asked_once_who_was_there(duo, els):
    session, _ = await full(duo, els, "Fatima")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(hours=3))
    assert "Who was there? Info session" in els.last
    await duo.pass_by(days=2)
    assert [one["text"] for one in els.messages if "Who was there?" in one["text"]] == [els.last]
    await els.taps("All were there")
    assert await seats_of(duo) == {"Fatima": "attended"}


async def test_a_code_on_site_says_who_is_there_with_or_without_a_seat(duo, els):
    session, (fatima, karim) = await full(duo, els, "Fatima", "Karim")
    assert "Sorry" in await fatima.says("123456")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:o:{session}")
    await els.taps("Show a code")
    code = els.last.split(": ")[1][:7]
    assert "Good that you are here." in await fatima.says(code)
    assert "Good that you are here." in await karim.says(f"/start here_{code.replace(' ', '')}")
    assert await seats_of(duo) == {"Fatima": "attended", "Karim": "attended"}


async def test_who_tries_codes_is_stopped(duo, els):
    session, (fatima,) = await full(duo, els, "Fatima")
    await duo.turn_to(await beginning_of(duo, session) + timedelta(minutes=10))
    await taps_old(els, f"sn:c:{session}")
    code = els.last.split(": ")[1][:7].replace(" ", "")
    wrong = "000000" if code != "000000" else "000001"
    for _ in range(4):
        assert "I do not know that code." in await fatima.says(wrong)
    assert "Wait half an hour" in await fatima.says(wrong)
    assert "Wait half an hour" in await fatima.says(code)
    await duo.pass_by(minutes=31)
    assert "Good that you are here." in await fatima.says(code)


async def test_a_coach_of_another_branch_can_do_nothing_with_it(duo, els):
    session, _ = await full(duo, els, "Fatima")
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    for step in "oaxyrlec":
        assert "This is not for you" in await taps_old(nadia, f"sn:{step}:{session}")
    assert await seats_of(duo) == {"Fatima": "seated"}


async def test_sessions_of_a_coach_who_leaves_go_to_the_heir(duo, els):
    session, _ = await full(duo, els, "Fatima")
    mia = await joins_as_coach(duo, "Mia")
    await duo.app.actions.handing_over.let_go_by_name("Els", None)
    await duo.pass_by(hours=1)
    assert any("These sessions of Els are yours now:" in one["text"] for one in mia.messages)
    await taps_old(mia, f"sn:o:{session}")
    assert "Fatima" in mia.last


async def test_an_odd_tap_on_an_empty_plan_asks_what_is_missing(duo, els):
    await els.says("/sessions")
    await els.taps("Plan a session")
    for data in ("sq:", "sq:hour", "sk:p"):
        await taps_old(els, data)
        assert "What do you plan?" in els.last
    await els.taps("Info session")
    assert "That button is old." in await taps_old(els, "sd:hour:1400")
    for data in ("sd:day:2026-03-10", "sq:"):
        await taps_old(els, data)
        assert "At what time on Tuesday 10 March?" in els.last
    assert "Tuesday 10 March at 14:00" in await els.taps("14:00")
    assert "That button is old." in await taps_old(els, "sq:nothing-we-ask")
