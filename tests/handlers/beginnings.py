"""A duo that begins, for conversations about its first meeting and what the three sign."""

from bot.actions.convention.starting import start_duo
from bot.sandbox.cast import ELS
from tests.conversations import House, Someone
from tests.handlers.arrivals import MENTOR, labels_of, registers


async def they_said_yes(house: House) -> tuple[Someone, Someone]:
    """Fatima and Jan are to begin, and Els is their coach."""
    fatima = await registers(house, "Fatima")
    jan = await registers(house, "Jan", MENTOR, "1960")
    await begin_with(house, fatima, jan)
    return fatima, jan


async def begin_with(house: House, mentee: Someone, mentor: Someone) -> None:
    async with house.app.actions.samples.desk.open() as counter:
        people = counter.tx.people
        for phone in (mentee.id, mentor.id):  # both came in before roads were kept
            known = await people.by_telegram(phone)
            await people.save(known.id if known else 0, road=None)
        found = [await people.by_telegram(one) for one in (mentee.id, mentor.id, ELS.id)]
        one, other, els = [person for person in found if person]
        await start_duo(counter, (one, other), els)
    await house.settle()


async def times_are_offered(els: Someone) -> None:
    """Els offers two hours of the same day."""
    await els.taps("Plan it")
    await els.taps("Thu 5 Mar")
    await els.taps("10:00")
    await els.taps("Thu 5 Mar")
    await els.taps("14:00")
    await els.taps("Send to both")


async def a_time_is_found(fatima: Someone, jan: Someone, els: Someone) -> None:
    await times_are_offered(els)
    await fatima.taps("Thu 5 Mar, 14:00")
    await jan.taps("Thu 5 Mar, 14:00")


async def reads(person: Someone) -> None:
    """All parts, one after the other."""
    ways = ("Next", "Read it", "Read and sign", "Our agreement")
    for _ in range(8):
        shown = {button for one in person.messages for button in labels_of(one)}
        if "I agree and sign" in shown:
            return
        await person.taps(next(way for way in ways if way in shown))


async def reads_and_signs(person: Someone) -> str:
    await reads(person)
    return await person.taps("I agree and sign")


async def all_three_can_sign(house: House, fatima: Someone, jan: Someone, els: Someone) -> None:
    await a_time_is_found(fatima, jan, els)
    await house.pass_by(days=3)
