"""Calling a coach, saying more about it, and agreeing on the end of it."""

from dataclasses import replace
from typing import Any

from bot.actions.after_danger import question_stands, urgent_case
from bot.actions.case_cards import show_copies
from bot.actions.case_progress import ask_nothing, bring_request, my_request, show_progress
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.ladder import plan_anew, reopen
from bot.actions.lines import close_line, open_line
from bot.actions.narrowing import keep_to_few
from bot.actions.open_cases import open_case
from bot.actions.saying import pass_on, show_words_again
from bot.actions.whereabouts import show_menu
from bot.programme.calling import wants_coach
from bot.programme.cases import About, Reason, Side, Urgency, WhoMayKnow
from bot.programme.danger.answers import MayCall
from bot.programme.heard import Heard
from bot.programme.notices import MentorMayKnow, NotForYou
from bot.programme.people import Visit, is_staff
from bot.programme.plain_words import begins_with_coach
from bot.programme.requests import (
    URGENCIES,
    Asks,
    after,
    is_asked_more,
    is_known_to_person,
    may_end,
    who_may_know,
)
from storage.cases import Case, new_case

# An answer is often written in two or three messages.
LATEST = 3


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
            case, again = await _call(talk)
            if case:
                await open_line(talk, case.id)
                await bring_request(talk, case, again=again)

    async def say_about(self, visit: Visit, case_id: int, about: About) -> None:
        """Keep what it is about, and ask the next small question."""
        async with self.desk.serve(visit) as talk:
            if case := await _asked_about(talk, case_id):
                narrowed = await _audience(talk, replace(case, about=about), case.audience)
                said = {"about": about, "audience": narrowed}
                kept = await _keep(talk, case, Asks.ABOUT, **said)
                await keep_to_few(talk, kept)
                await _show(talk, kept)
                await _tell_mentor(talk, case, kept)

    async def say_urgency(self, visit: Visit, case_id: int, urgency: Urgency) -> None:
        """Keep how long it can wait; what comes next, and what is promised, follows from it."""
        async with self.desk.serve(visit) as talk:
            if case := await _asked_about(talk, case_id):
                said = urgency if urgency in URGENCIES else Urgency.TODAY
                kept = await _keep(talk, case, Asks.URGENCY, urgency=said)
                await _show(talk, await plan_anew(talk, kept))

    async def say_audience(self, visit: Visit, case_id: int, wanted: WhoMayKnow) -> None:
        """Keep who may know of it, and tell a mentor who may."""
        async with self.desk.serve(visit) as talk:
            if case := await _asked_about(talk, case_id):
                audience = await _audience(talk, case, wanted)
                kept = await _keep(talk, case, Asks.AUDIENCE, audience=audience)
                await keep_to_few(talk, kept)
                await _show(talk, kept)
                await _tell_mentor(talk, case, kept)

    async def solve(self, visit: Visit, case_id: int) -> None:
        """Who asked says that it is solved; a danger only a coach ends."""
        async with self.desk.serve(visit) as talk:
            case = await _own_open(talk, case_id)
            if case and may_end(case.reason):
                await close_line(talk)
                await talk.tx.cases.close(case.id, talk.now)
                await ask_nothing(talk, case)
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
            if case.closed_at and await _reopen(talk, case):
                await open_line(talk, case.id)
            await show_progress(talk, await talk.tx.cases.get(case.id), visit)

    async def show_again(self, visit: Visit, case_id: int) -> None:
        """Show once more what the coach wrote last: it leaves the chat before the day comes for
        which it may name an hour. Nothing of it is closed to the person.
        """
        async with self.desk.serve(visit) as talk:
            case = await _own(talk, case_id)
            if case is None:
                return
            wrote = await talk.tx.case_messages.newest_from(case.id, Side.COACH, LATEST)
            for message in wrote:
                await show_words_again(talk, message)
            if not wrote:
                await show_progress(talk, case, visit)


async def call_with_words(talk: Talk, heard: Heard) -> bool:
    """Open the call of who writes that they want their coach and why, and pass that on; False
    when it is something else that is written.
    """
    if is_staff(talk.person.role) or not _asks_for_coach(heard.words):
        return False
    case, again = await _call(talk)
    if case is None:
        return False
    await pass_on(talk, case, heard)
    await open_line(talk, case.id)
    await bring_request(talk, case, again=again)
    return True


def _asks_for_coach(words: str) -> bool:
    return begins_with_coach(words) or wants_coach(words)


async def _call(talk: Talk) -> tuple[Case | None, bool]:
    """The call of this person, and whether it was open before. Who is in danger has one already:
    a second one beside it would promise something else.
    """
    me = talk.person.id
    if in_danger := await talk.tx.cases.open_for(f"{Reason.DANGER}:{me}"):
        return in_danger, True
    if await question_stands(talk):
        # Who was asked whether a coach may call, and calls one, has said yes.
        urgent = urgent_case(talk, MayCall.YES)
        opened = await open_case(talk, urgent)
        return await talk.tx.cases.open_for(urgent.open_key), not opened
    case = new_case(Reason.ASKED, None, talk.now, person_id=me)
    opened = await open_case(talk, replace(case, asking=Asks.ABOUT))
    return await talk.tx.cases.open_for(case.open_key), not opened


async def _reopen(talk: Talk, case: Case) -> bool:
    """What was not solved the first time does not wait for a week once more."""
    waits = case.urgency in (Urgency.WEEK, Urgency.QUESTION)
    return await reopen(talk, replace(case, urgency=Urgency.TODAY) if waits else case)


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


async def _asked_about(talk: Talk, case_id: int) -> Case | None:
    """An open call of which the person is asked more. Of the others, and most of all of a danger,
    nothing is asked: they stay as urgent as they are.
    """
    case = await _own_open(talk, case_id)
    if case and not is_asked_more(case.reason):
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
    await show_progress(talk, case, talk.visit)
    await show_copies(talk, case)


async def _audience(talk: Talk, case: Case, wanted: str | None) -> WhoMayKnow | None:
    """Who may know of it: as it was chosen, unless that would tell a mentor what none hears."""
    if wanted is None:
        return None
    about = About(case.about) if case.about else None
    in_duo = await talk.tx.duos.of(talk.person.id) is not None
    offered = who_may_know(about, talk.person.role, in_duo=in_duo)
    return WhoMayKnow(wanted) if wanted in offered else WhoMayKnow.COACH


async def _tell_mentor(talk: Talk, before: Case, case: Case) -> None:
    """Tell a mentor who may know it from now on; what they may not know any more, or what is so no
    more, is not told when it did not arrive yet.
    """
    mentor_too = WhoMayKnow.MENTOR_TOO
    said, now_so = ((one.audience, one.about) for one in (before, case))
    if said == now_so or mentor_too not in (before.audience, case.audience):
        return
    duo = await talk.tx.duos.of(talk.person.id)
    if duo is None:
        return
    about = f"duo:{duo.id}"
    if before.audience == mentor_too:
        await talk.tx.forgetting.take_back([MentorMayKnow.kind], [about], talk.now)
    if case.audience == mentor_too and case.about:
        notice = MentorMayKnow(talk.person.first_name, case.about)
        moment = f"request:{case.id}:{talk.visit.update_id}"
        talk.tell(duo.mentor_id, notice, about, moment)
