"""Who can be reached by Telegram, and telling a coach when somebody no longer can."""

import structlog

from bot.actions.coaches import tell_branch
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.intakes.freeing import free_when_unreachable
from bot.actions.matching.away import UNREACHABLE, tell_of_absence
from bot.actions.open_cases import bring_elsewhere, pass_on_cases
from bot.actions.seats.seating import let_go_kept
from bot.actions.signals import report_not_delivered, report_unreachable
from bot.programme.notices import SomebodyUnreachable
from bot.programme.people import Visit, is_staff
from storage.people import Person

log = structlog.get_logger(__name__)


class Reachability:
    """What is done when a letter cannot arrive."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def lost(self, person_id: int) -> int:
        """Telegram refuses this person; the coach is told once. Give how many cases are stuck."""
        async with self.desk.open() as counter:
            return await _lose(counter, await counter.tx.people.get(person_id))

    async def not_delivered(self, person_id: int, case: str | None) -> None:
        """One letter was refused and nobody knows why; who follows this person hears it by day.

        A case that did not reach its coach is brought to another one; ``case`` is its subject.
        """
        async with self.desk.open() as counter:
            person = await counter.tx.people.get(person_id)
            if not is_staff(person.role):
                await _tell_of_refusal(counter, person)
            elif case:
                case_id = int(case.removeprefix("case:"))
                if not await bring_elsewhere(counter, person, case_id):
                    log.error("case_reached_no_coach", case_id=case_id)

    async def blocked(self, visit: Visit) -> None:
        """The person has blocked the bot and Telegram says so at once."""
        async with self.desk.serve(visit, leaving=True) as talk:
            await _lose(talk, talk.person)

    async def returned(self, visit: Visit) -> None:
        """The person lets the bot in again; the desk marks it, as for anybody who speaks."""
        async with self.desk.serve(visit):
            pass


async def _lose(counter: Counter, person: Person) -> int:
    if not await counter.tx.people.lose(person.id, counter.now):
        return 0
    if is_staff(person.role):
        return len(await pass_on_cases(counter, person))
    await free_when_unreachable(counter, person)
    await let_go_kept(counter, person)
    await _tell_coaches(counter, person)
    await tell_of_absence(counter, person, UNREACHABLE)
    return 0


async def _tell_coaches(counter: Counter, person: Person) -> None:
    """The coach of the duo is called at once; of who waits for a duo, the branch hears by day."""
    if await counter.tx.duos.of(person.id):
        await report_unreachable(counter, person.id)
    elif person.role and person.branch:
        news = SomebodyUnreachable(person.first_name, str(person.role))
        await tell_branch(counter, person.branch, news, f"unreachable:{person.id}")


async def _tell_of_refusal(counter: Counter, person: Person) -> None:
    """Once, however many letters were refused; a stranger has nobody who would call."""
    if person.role:
        await report_not_delivered(counter, person.id)
