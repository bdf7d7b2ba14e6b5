"""A coach who has given their code, for conversations about what follows from it."""

from datetime import timedelta

from tests.conversations import House, Someone


async def trust(house: House, coach: Someone, **span: float) -> None:
    """As if this coach had just given a code from their app; it counts for twelve hours."""
    until = house.telegram.clock.now() + timedelta(**(span or {"hours": 12}))
    async with house.database.transaction() as tx:
        person = await tx.people.by_telegram(coach.id)
        await tx.second_factors.ask(person.id, until, None, house.telegram.clock.now())
        await tx.second_factors.pass_(person.id, until)
