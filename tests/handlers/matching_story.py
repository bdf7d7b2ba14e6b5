"""Els brings two people together, for the story that asks all of storage."""

from bot.actions.road import move
from bot.programme.people import Role
from bot.programme.road import Place
from bot.programme.waiting.monthly import A_MONTH
from storage.road import Step
from tests.conversations import House, Someone
from tests.handlers.arrivals import MENTOR, leaves, registers, taps_old


async def is_ready(house: House, *people: Someone) -> None:
    """A coach has talked with them, a mentor is trained, and they can be matched."""
    for one in people:
        async with house.app.actions.samples.desk.open() as counter:
            person = await counter.tx.people.by_telegram(one.id)
            if person.role == Role.MENTOR:
                await counter.tx.people.save(
                    person.id, road=Place.READY, road_since=counter.now,
                    still_ask_at=counter.now + A_MONTH, still_unanswered=0,
                )  # fmt: skip
                step = Step(person.id, Place.TRAINING, Place.READY, counter.now, None, "trained")
                await counter.tx.road.add(step)
            else:
                await move(counter, person, Place.READY, why="intake")


async def a_month_is_over(house: House, lina: Someone, els: Someone) -> None:
    """Lina is asked whether she still looks, and takes a break for a moment."""
    async with house.app.actions.samples.desk.open() as counter:
        person = await counter.tx.people.by_telegram(lina.id)
        await counter.tx.people.save(person.id, still_ask_at=counter.now)
    await house.pass_by(seconds=1)
    for tap in ("se:still", "se:rest", "go:resume"):
        await taps_old(lina, tap)
    await taps_old(els, f"sh:{person.id}:still")


async def els_brings_two_together(house: House, els: Someone) -> None:
    """Els lets it go once; then Lina says yes, and Bert would rather not. Both leave."""
    lina = await registers(house, "Lina")
    bert = await registers(house, "Bert", MENTOR, "1960")
    await is_ready(house, lina, bert)
    assert "can be matched" in await lina.says("/road")
    await lina.taps("I found something")
    await lina.taps("Search again")
    await a_month_is_over(house, lina, els)
    await els.says("/match")
    await taps_old(els, "mw:0")
    for tap in ("1. Lina", "Bert", "Ask both"):
        await els.taps(tap)
    await house.pass_by(days=1, hours=1)
    await els.taps("Ask again")
    await taps_old(els, "wlk:answer:0")
    await els.says("/match")
    for tap in ("Lina and Bert", "Stop the proposal", "To match", "1. Lina", "Bert", "Ask both"):
        await els.taps(tap)
    assert "there is a proposal" in await lina.says("/road")
    await lina.says("/proposal")
    await lina.taps("Yes, I want to meet")
    await bert.taps("Not for me")
    await leaves(lina)
    await leaves(bert)
