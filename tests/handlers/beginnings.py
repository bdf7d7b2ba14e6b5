"""A duo that begins, for conversations about its first meeting and what the three sign."""

from bot.actions.convention.sample_duos import bring_together, form_sample_duo
from bot.actions.counter import Counter
from bot.sandbox.cast import ELS
from storage.people import Person
from tests.conversations import House, Someone
from tests.handlers.arrivals import MENTOR, labels_of, registers


async def they_said_yes(house: House) -> tuple[Someone, Someone]:
    """Fatima and Jan are to begin, and Els is their coach."""
    fatima = await registers(house, "Fatima")
    jan = await registers(house, "Jan", MENTOR, "1960")
    await begin_with(house, fatima, jan)
    return fatima, jan


async def begin_with(house: House, mentee: Someone, mentor: Someone) -> None:
    """Both said yes to each other: they are to meet and to sign."""
    async with house.app.actions.samples.desk.open() as counter:
        one, other, els = await ready_ones(counter, mentee, mentor)
        await bring_together(counter, (one, other), els)
    await house.settle()


async def become_a_duo(
    house: House, mentee: Someone, mentor: Someone, coach: Someone | None = None
) -> None:
    """The same, and they met and signed: their weeks begin now. The coach is Els."""
    async with house.app.actions.samples.desk.open() as counter:
        one, other, els = await ready_ones(counter, mentee, mentor, coach)
        await form_sample_duo(counter, (one, other), els)
    await house.settle()


async def ready_ones(
    counter: Counter, mentee: Someone, mentor: Someone, coach: Someone | None = None
) -> list[Person]:
    """These two, ready as who came in before roads were kept, and Els."""
    people, found = counter.tx.people, []
    for phone in (mentee, mentor):
        known = await people.by_telegram(phone.id)
        await people.save(known.id, road=None)
        found.append(await people.get(known.id))
    return [*found, await people.by_telegram(coach.id if coach else ELS.id)]


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
