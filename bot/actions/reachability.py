"""Who can be reached by Telegram, and telling a coach when somebody no longer can."""

from bot.actions.cases import bring_waiting_cases, pass_on_cases
from bot.actions.desk import Counter, Desk
from bot.programme.letters import Lane
from bot.programme.notices import SomebodyUnreachable
from bot.programme.people import Role, Visit
from storage.people import Person


class Reachability:
    """What is done when a letter cannot arrive."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def lost(self, person_id: int) -> int:
        """Telegram refuses this person; the coach is told once. Give how many cases are stuck."""
        async with self.desk.open() as counter:
            return await _lose(counter, await counter.tx.people.get(person_id))

    async def blocked(self, visit: Visit) -> None:
        """The person has blocked the bot and Telegram says so at once."""
        async with self.desk.serve(visit, leaving=True) as talk:
            await _lose(talk, talk.person)

    async def returned(self, visit: Visit) -> None:
        """The person lets the bot in again; a coach hears who is waiting."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role == Role.COACH:
                await bring_waiting_cases(talk, talk.person)


async def _lose(counter: Counter, person: Person) -> int:
    if not await counter.tx.people.lose(person.id, counter.now):
        return 0
    if person.role == Role.COACH:
        return len(await pass_on_cases(counter, person))
    duo = await counter.tx.duos.of(person.id)
    if duo:
        news = SomebodyUnreachable(person.first_name, str(person.role))
        moment = f"{counter.now:%Y%m%d%H%M%S%f}"
        counter.tell(duo.coach_id, news, f"unreachable:{person.id}", moment, lane=Lane.CASE)
    return 0
