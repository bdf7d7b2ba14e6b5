"""Sessions that Els has planned, for conversations about what happens then."""

from datetime import datetime, timedelta

from sqlalchemy import select

from bot.actions.road import move
from bot.programme.road import Place
from storage.people import Person
from storage.tables import SeatRow, SessionRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import MENTOR, behind, registers, taps_old


async def plans(
    els: Someone, when: str, what: str = "Info session", seats: str | None = None
) -> int:
    """Els plans a session by a few words and taps; give its number."""
    await els.says("/sessions")
    await els.taps("Plan a session")
    await els.taps(what)
    await els.says(when)
    if seats:
        await els.taps("Change the seats")
        await els.says(seats)
    said = await els.taps("Yes, plan it")
    assert "The session is planned." in said, said
    return int(behind(els, "Again a week later").split(":")[-1])


async def seats_of(house: House) -> dict[str, str]:
    """The first name of each person with a row in any session, and what they have."""
    async with house.database.reading() as tx:
        rows = (await tx.connection.execute(select(SeatRow.person_id, SeatRow.state))).all()
        people = await tx.people.by_ids([row.person_id for row in rows])
        return {people[row.person_id].first_name: row.state for row in rows}


async def beginning_of(house: House, session_id: int) -> datetime:
    async with house.database.reading() as tx:
        found = select(SessionRow.starts_at).where(SessionRow.id == session_id)
        return await tx.connection.scalar(found)


async def person_of(house: House, someone: Someone) -> Person:
    async with house.database.reading() as tx:
        return await tx.people.by_telegram(someone.id)


async def in_training(house: House, name: str = "Jan") -> Someone:
    """A mentor who has talked with a coach."""
    jan = await registers(house, name, MENTOR, "1960")
    person = await person_of(house, jan)
    async with house.app.actions.samples.desk.open() as counter:
        await move(counter, person, Place.TRAINING, why="intake")
    return jan


async def needs_no_training(house: House, mentor: Someone) -> None:
    """A coach has recorded why."""
    person = await person_of(house, mentor)
    async with house.app.actions.samples.desk.open() as counter:
        coach = (await counter.tx.people.coaches())[0]
        await counter.tx.training.write_reason(person.id, "ten years", coach.id, counter.now)
        await counter.tx.training.be_sure(person.id, coach.id, counter.now)


async def they_hold_sessions(house: House, els: Someone) -> None:
    """All that can be done about sessions and the training, once."""
    fatima = await registers(house, "Fatima")
    session = await a_seat_goes_round(house, els, fatima)
    await a_roll_is_called(house, els, fatima, session)
    await a_session_is_cancelled(house, els, fatima)
    await a_mentor_is_trained(house, els)


async def a_seat_goes_round(house: House, els: Someone, fatima: Someone) -> int:
    """Els plans, drops, and plans again; three want the one seat, and the first gives it back."""
    await fatima.says("/sessions")
    await els.says("/sessions")
    for tap in ("Plan a session", "Do not plan it"):
        await els.taps(tap)
    session = await plans(els, f"{in_days(house, 3)} 14:00", seats="1")
    await taps_old(els, f"sn:o:{session}")
    await els.taps("Again a week later")
    for who in (fatima, await registers(house, "Karim"), await registers(house, "Nour")):
        for step in "st":
            await taps_old(who, f"sn:{step}:{session}")
        await house.pass_by(minutes=1)
    await taps_old(fatima, f"sn:g:{session}")
    await house.pass_by(days=1)
    return session


async def a_roll_is_called(house: House, els: Someone, fatima: Someone, session: int) -> None:
    """By a code, right and wrong; by a walk-in, name by name and for all."""
    await house.turn_to(await beginning_of(house, session) + timedelta(minutes=1))
    await taps_old(els, f"sn:c:{session}")
    code = els.last.split(": ")[1][:7]
    await fatima.says("/start here_000000")
    await fatima.says(code)
    for step in "re":
        await taps_old(els, f"sn:{step}:{session}")
    await els.taps(els.buttons[0])
    await els.taps(next(one for one in els.buttons if one.startswith("No: ")))
    await taps_old(els, f"sn:l:{session}")
    await house.pass_by(hours=4)


async def a_session_is_cancelled(house: House, els: Someone, fatima: Someone) -> None:
    later = await plans(els, f"{in_days(house, 3)} 15:00")
    await taps_old(fatima, f"sn:t:{later}")
    for step in "xy":
        await taps_old(els, f"sn:{step}:{later}")
    assert "does not take place" in fatima.last


async def a_mentor_is_trained(house: House, els: Someone) -> None:
    """Jan takes what there is of the training, and Els says that it is enough."""
    jan = await in_training(house)
    await jan.says("/training")
    await taps_old(jan, "tn:listening")
    await taps_old(jan, "go:series")
    await jan.says("training")
    await els.says("/training")
    for tap in ("Jan", "Ready without the rest"):
        await els.taps(tap)
    await els.says("He has coached for ten years.")
    await els.taps("Yes, I am sure")
    assert "you are ready" in jan.last


def in_days(house: House, days: int) -> str:
    return f"{house.telegram.clock.now() + timedelta(days=days):%d/%m/%Y}"
