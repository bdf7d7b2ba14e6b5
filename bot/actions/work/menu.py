"""The work of a coach: a short menu, its lists, and one person."""

from collections.abc import Sequence

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.standing_in.scope import whose
from bot.actions.whereabouts import say_not_understood
from bot.actions.work.people import rows_of, shown
from bot.programme.notices import NotForYou
from bot.programme.notices.work import WorkList, WorkMenu
from bot.programme.people import Role, Visit, is_staff
from bot.programme.work.lists import NEW, SHOWN, TO_CALL

ON_A_PAGE = 10
MOST_CALLS = 500


class Work:
    """What the staff can look at."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def menu(self, visit: Visit) -> None:
        """What there is to do, with how many people each list holds."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role):
                # Said by anybody else, the same words mean nothing that is known.
                await say_not_understood(talk) if visit.is_plain else talk.reply(NotForYou())
                return
            # A name that they write next is no note about somebody else's talk.
            await talk.tx.intakes.ask_nothing(talk.person.id)
            theirs = whose(talk, talk.person)
            counts = {
                **await talk.tx.roster.counts(theirs),
                TO_CALL: len(await talk.tx.calls.waiting(theirs, talk.now, MOST_CALLS)),
            }
            listed = tuple((name, counts[name]) for name in SHOWN)
            talk.reply(WorkMenu(listed, coordinates=talk.person.role == Role.COORDINATOR))

    async def turn_to(self, visit: Visit, name: str, page: int) -> None:
        """A page of a list, in the place of what was tapped; the first one is 0."""
        async with self.desk.serve(visit) as talk:
            if not is_staff(talk.person.role) or name not in SHOWN:
                talk.reply(NotForYou())
                return
            await talk.tx.intakes.ask_nothing(talk.person.id)
            talk.replace(await _page(talk, name, page))

    async def new_people(self, visit: Visit) -> None:
        """Who came in lately and waits for the first talk."""
        async with self.desk.serve(visit) as talk:
            may = is_staff(talk.person.role)
            talk.reply(await _page(talk, NEW, 0) if may else NotForYou())

    async def not_theirs(self, visit: Visit) -> None:
        """A tap in the place of somebody with whom who tapped has nothing to do."""
        async with self.desk.serve(visit) as talk:
            talk.reply(NotForYou())

    async def show(self, visit: Visit, person_id: int) -> None:
        """One person, with what comes next."""
        async with self.desk.serve(visit) as talk:
            found = await talk.tx.people.by_ids([person_id])
            talk.reply(await shown(talk, found.get(person_id)))


async def _page(talk: Talk, name: str, page: int) -> WorkList:
    """This page of a list; the first one when there are not so many any more."""
    ids = await _ids(talk, name, page * ON_A_PAGE)
    if not ids and page:
        page, ids = 0, await _ids(talk, name, 0)
    rows = await rows_of(talk, ids[:ON_A_PAGE])
    return WorkList(name, rows, page, more=len(ids) > ON_A_PAGE)


async def _ids(talk: Talk, name: str, first: int) -> Sequence[int]:
    """Who stands in a list from there on: a page, and one more when there is one."""
    theirs, most = whose(talk, talk.person), ON_A_PAGE + 1
    if name == TO_CALL:
        calls = await talk.tx.calls.waiting(theirs, talk.now, first + most)
        return calls[first:]
    return await talk.tx.roster.listed(name, theirs, first, most)
