"""Who does not answer any more is not asked any more, until they speak again; a coach calls."""

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.case_cards import show_copies
from bot.actions.counter import Counter, Talk
from bot.actions.open_cases import add_to_case, close_nobodys, open_case
from bot.programme.cases import Reason
from bot.programme.notices import GoodToHear
from storage.cases import Case, new_case
from storage.rhythms import Rhythm


async def stop_asking(counter: Counter, rhythms: Sequence[Rhythm]) -> None:
    """Ask these people nothing more, and let their coach call them: for two of one duo there is
    one task.
    """
    for one in rhythms:
        await counter.tx.people.save(one.person_id, silent_since=counter.now)
    one_of_each = {one.duo_id: one for one in rhythms}
    for one in one_of_each.values():
        if case := await counter.tx.cases.open_for(_key(one.partner_id)):
            await add_to_case(counter, case)
        else:
            await _open(counter, one)


async def hear_again(talk: Talk) -> None:
    """Who speaks is asked again from their next hour on. A tap may be a slip of the thumb, so it
    takes no task from the coach.
    """
    await talk.save(silent_since=None)
    await talk.tx.rhythms.hear(talk.person.id, talk.now)
    talk.reply(GoodToHear())
    if talk.visit.message_id is None:
        await call_no_more(talk)
    for case in await _cases(talk):
        await show_copies(talk, case)


async def call_no_more(talk: Talk) -> None:
    """Nobody has to call who answers or writes; the other one of the duo perhaps still."""
    own = await talk.tx.cases.open_for(_key(talk.person.id))
    if own is None:
        return
    duo = await talk.tx.duos.of(talk.person.id)
    partner = await talk.tx.people.get(duo.partner_of(talk.person.id)) if duo else None
    if partner is None or partner.silent_since is None:
        await close_nobodys(talk, Reason.SILENT, talk.person.id)
        return
    await talk.tx.cases.turn_to(own.id, _key(partner.id), partner.id)
    await show_copies(talk, replace(own, person_id=partner.id))


async def _open(counter: Counter, silent: Rhythm) -> None:
    case = new_case(Reason.SILENT, None, counter.now, person_id=silent.person_id)
    await open_case(counter, case)


async def _cases(talk: Talk) -> list[Case]:
    """The tasks in which this person is named."""
    duo = await talk.tx.duos.of(talk.person.id)
    both = (talk.person.id, duo.partner_of(talk.person.id)) if duo else (talk.person.id,)
    found = [await talk.tx.cases.open_for(_key(one)) for one in both]
    return [one for one in found if one]


def _key(person_id: int) -> str:
    return f"{Reason.SILENT}:{person_id}"
