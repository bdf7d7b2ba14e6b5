"""Who does not answer any more is not asked any more, until they speak again; a coach calls."""

from collections.abc import Sequence

from bot.actions.coaches import coach_of
from bot.actions.counter import Counter, Talk
from bot.actions.open_cases import close_nobodys, open_case
from bot.programme.cases import Reason
from bot.programme.notices import GoodToHear
from storage.cases import new_case
from storage.rhythms import Rhythm


async def stop_asking(counter: Counter, rhythms: Sequence[Rhythm]) -> None:
    """Ask these people nothing more, and let their coach call them."""
    for one in rhythms:
        await counter.tx.people.save(one.person_id, silent_since=counter.now)
        coach = await coach_of(counter, await counter.tx.duos.get(one.duo_id))
        coach_id = coach.id if coach else None
        case = new_case(Reason.SILENT, coach_id, counter.now, person_id=one.person_id)
        await open_case(counter, case)


async def hear_again(talk: Talk) -> None:
    """Who speaks is asked again from their next hour on, and nobody has to call them."""
    await talk.save(silent_since=None)
    await talk.tx.rhythms.hear(talk.person.id, talk.now)
    await close_nobodys(talk, Reason.SILENT, talk.person.id)
    talk.reply(GoodToHear())
