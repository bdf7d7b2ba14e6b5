"""A coach has called somebody who waits, and notes whether they still look."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.monthly.letters import keep_asking
from bot.actions.standing_in.scope import is_theirs
from bot.actions.waiting.stopping import stop_looking
from bot.actions.waiting.telling import waits_for_duo
from bot.actions.work.people import shown
from bot.programme.notices.sessions import SeatsFreed
from bot.programme.people import Visit
from storage.people import Person


class Unheard:
    """What a coach can note of somebody who did not say whether they still look."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def note(self, visit: Visit, person_id: int, *, stops: bool) -> None:
        """They still look, or stop for now; who waits no longer stays where they are."""
        async with self.desk.serve(visit) as talk:
            person = await _person(talk, person_id)
            if person and await is_theirs(talk, talk.person, person):
                await _note(talk, person, stops=stops)
            talk.reply(await shown(talk, await _person(talk, person_id)))


async def _note(talk: Talk, person: Person, *, stops: bool) -> None:
    if not await waits_for_duo(talk, person):
        return
    if stops:
        if freed := await stop_looking(talk, person, by=talk.person.id):
            talk.tell(
                person.id, SeatsFreed(freed), f"stopped:{person.id}", f"{talk.now:%Y%m%d%H%M%S%f}"
            )
    else:
        await keep_asking(talk, person)


async def _person(talk: Talk, person_id: int) -> Person | None:
    return (await talk.tx.people.by_ids([person_id])).get(person_id)
