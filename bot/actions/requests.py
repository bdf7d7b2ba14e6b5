"""Calling a coach, saying more about it, and agreeing on the end of it."""

from dataclasses import replace
from typing import Any

from bot.actions.case_cards import show_copies
from bot.actions.case_progress import my_request, show_progress
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.ladder import plan_anew, reopen
from bot.actions.lines import close_line, open_line
from bot.actions.open_cases import open_case
from bot.actions.whereabouts import being_asked, show_menu, show_whereabouts
from bot.programme.cases import About, Reason, Urgency, WhoMayKnow
from bot.programme.letters import Lane
from bot.programme.notices import MentorMayKnow, NotForYou
from bot.programme.people import Visit, is_staff
from bot.programme.requests import (
    URGENCIES,
    Asks,
    after,
    is_known_to_person,
    may_end,
    who_may_know,
)
from storage.cases import Case, new_case


class Requests:
    """What people can do with a call of their own."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def open(self, visit: Visit) -> None:
        """Bring the coach at once, then ask what it is about; a call that is open already is shown
        again, and what is written or spoken now goes with it.
        """
        async with self.desk.serve(visit) as talk:
            if is_staff(talk.person.role):
                show_menu(talk)
                return
            opened = await _call(talk)
            case = await talk.tx.cases.open_for(f"{Reason.ASKED}:{talk.person.id}")
            if case:
                await open_line(talk, case.id)
                await _bring_card(talk, case, again=not opened)
                if being_asked(talk):
                    show_whereabouts(talk)

    async def say_about(self, visit: Visit, case_id: int, about: About) -> None:
        """Keep what it is about, and ask the next small question."""
        async with self.desk.serve(visit) as talk:
            if case := await _own_open(talk, case_id):
                narrowed = await _audience(talk, replace(case, about=about), case.audience)
                said = {"about": about, "audience": narrowed}
                await _show(talk, await _keep(talk, case, Asks.ABOUT, **said))

    async def say_urgency(self, visit: Visit, case_id: int, urgency: Urgency) -> None:
        """Keep how long it can wait; what comes next, and what is promised, follows from it."""
        async with self.desk.serve(visit) as talk:
            if case := await _own_open(talk, case_id):
                said = urgency if urgency in URGENCIES else Urgency.TODAY
                kept = await _keep(talk, case, Asks.URGENCY, urgency=said)
                await _show(talk, await plan_anew(talk, kept))

    async def say_audience(self, visit: Visit, case_id: int, wanted: WhoMayKnow) -> None:
        """Keep who may know of it, and tell a mentor who may."""
        async with self.desk.serve(visit) as talk:
            if case := await _own_open(talk, case_id):
                audience = await _audience(talk, case, wanted)
                await _show(talk, await _keep(talk, case, Asks.AUDIENCE, audience=audience))
                if audience == WhoMayKnow.MENTOR_TOO != case.audience:
                    await _tell_mentor(talk, case)

    async def solve(self, visit: Visit, case_id: int) -> None:
        """Who asked says that it is solved; a danger only a coach ends."""
        async with self.desk.serve(visit) as talk:
            case = await _own_open(talk, case_id)
            if case and may_end(case.reason):
                await close_line(talk)
                await talk.tx.cases.close(case.id, talk.now)
                case = replace(case, closed_at=talk.now)
            if case:
                await _show(talk, case)

    async def say_not_solved(self, visit: Visit, case_id: int) -> None:
        """Open a closed call again, once, for who stands in for the coach; after that, and for
        what was closed long ago, a new call is the way.
        """
        async with self.desk.serve(visit) as talk:
            case = await _own(talk, case_id)
            if case is None:
                return
            if case.closed_at and await reopen(talk, case):
                await open_line(talk, case.id)
            await show_progress(talk, await talk.tx.cases.get(case.id), visit.message_id)


async def _call(talk: Talk) -> bool:
    """Open the call; False when it is open already."""
    case = new_case(Reason.ASKED, None, talk.now, person_id=talk.person.id)
    return await open_case(talk, replace(case, asking=Asks.ABOUT))


async def _own(talk: Talk, case_id: int) -> Case | None:
    """A call of this person, of which they know; to anybody else the button says nothing."""
    case = await talk.tx.cases.for_person(case_id, talk.person.id)
    if case is None or not is_known_to_person(case.reason):
        talk.reply(NotForYou())
        return None
    return case


async def _own_open(talk: Talk, case_id: int) -> Case | None:
    """The same, as long as it is open; a closed one is shown as it is now."""
    case = await _own(talk, case_id)
    if case and case.closed_at:
        talk.replace(await my_request(talk, case))
        return None
    return case


async def _keep(talk: Talk, case: Case, asked: Asks, **said: Any) -> Case:  # noqa: ANN401  # any answer
    """Keep an answer at once; the next question comes when this one was open."""
    if case.asking == asked:
        said["asking"] = after(asked)
    await talk.tx.cases.save(case.id, **said)
    return replace(case, **said)


async def _show(talk: Talk, case: Case) -> None:
    """Show the call as it is now to who called, and to whoever was asked."""
    await show_progress(talk, case, talk.visit.message_id)
    await show_copies(talk, case)


async def _bring_card(talk: Talk, case: Case, *, again: bool) -> None:
    """Under the subject of the case, so that this card changes with it."""
    card = await my_request(talk, case, again=again)
    moment = f"update:{talk.visit.update_id}"
    talk.tell(talk.person.id, card, f"case:{case.id}", moment, lane=Lane.REPLY)


async def _audience(talk: Talk, case: Case, wanted: str | None) -> WhoMayKnow | None:
    """Who may know of it: as it was chosen, unless that would tell a mentor what none hears."""
    if wanted is None:
        return None
    about = About(case.about) if case.about else None
    in_duo = await talk.tx.duos.of(talk.person.id) is not None
    offered = who_may_know(about, talk.person.role, in_duo=in_duo)
    return WhoMayKnow(wanted) if wanted in offered else WhoMayKnow.COACH


async def _tell_mentor(talk: Talk, case: Case) -> None:
    duo = await talk.tx.duos.of(talk.person.id)
    if duo and case.about:
        notice = MentorMayKnow(talk.person.first_name, case.about)
        talk.tell(duo.mentor_id, notice, f"duo:{duo.id}", f"request:{case.id}")
