"""Planning a session: what, when, and all else as it usually is, until the coach changes it."""

from dataclasses import asdict, replace
from datetime import date, datetime, timedelta

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.sessions.attending import show_sessions
from bot.actions.sessions.draft_choices import chosen_of
from bot.actions.sessions.leading import open_card, show_branch, tell_who_wished
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices import NotForYou
from bot.programme.notices.session_staff import PlanSession
from bot.programme.people import Visit, is_staff
from bot.programme.recurrence import instant_of
from bot.programme.sessions.planning import (
    ASKED,
    HOUR,
    PLACE,
    SEATS,
    WHAT,
    WHEN,
    read_place,
    read_seats,
    usual_choices,
)
from bot.programme.training.settings import INFO
from bot.programme.when import Understood, Why, read_when
from storage.sessions import Draft, new_session

# What was begun longer ago is not gone on with.
DRAFT_LIVES = timedelta(hours=4)
PAST, NOT_READ, SEVERAL = "past", "not_read", "several"
# What cannot be is said, and not only asked once more.
WRONG = (Why.IMPOSSIBLE, Why.DIFFERENT, Why.SKIPPED)
ONE_YEAR = timedelta(days=366)


class SessionPlans:
    """What a coach does before a session stands."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """The sessions: for staff those of their branch, for all others what they can come to."""
        async with self.desk.serve(visit) as talk:
            if is_staff(talk.person.role):
                await show_branch(talk)
            else:
                await show_sessions(talk)

    async def begin(self, visit: Visit) -> None:
        """Plan a session; what was being planned before is forgotten."""
        async with self.desk.serve(visit) as talk:
            if await _may_plan(talk):
                seats = talk.programme.sessions.seats
                draft = Draft(language=talk.person.language, capacity=seats, asks=WHAT)
                await _write(talk, draft)

    async def ask(self, visit: Visit, what: str) -> None:
        """Ask one thing anew; empty: show what is planned so far."""
        async with self.desk.serve(visit) as talk:
            draft = await _draft(talk)
            if draft and what in ASKED:
                await _write(talk, replace(draft, asks=what))
            elif draft:
                show_whereabouts(talk, OLD_BUTTON)

    async def choose(self, visit: Visit, what: str, value: str) -> None:
        """Take what was tapped, if it was a choice."""
        async with self.desk.serve(visit) as talk:
            draft = await _draft(talk)
            if draft is None:
                return
            chosen = chosen_of(talk.programme, draft, what, value)
            if chosen is None:
                show_whereabouts(talk, OLD_BUTTON)
            else:
                await _write(talk, chosen, PAST if _is_past(talk, chosen) else "")

    async def plan(self, visit: Visit) -> None:
        """The session stands from now on; twice is once."""
        async with self.desk.serve(visit) as talk:
            draft = await _draft(talk)
            if draft is None:
                return
            if not draft.what or not draft.wall or _is_past(talk, draft):
                await _write(talk, replace(draft, asks=WHEN if draft.what else WHAT), PAST)
                return
            await _plan(talk, draft)

    async def drop(self, visit: Visit) -> None:
        """Plan nothing after all."""
        async with self.desk.serve(visit) as talk:
            if await _may_plan(talk):
                await talk.tx.sessions.drop_draft(talk.person.id)
                await show_branch(talk, instead=True)


async def hear_planning(talk: Talk, text: str) -> bool:
    """Take words as what was asked about a session to be planned; False when nothing was."""
    if not is_staff(talk.person.role):
        return False
    draft = await talk.tx.sessions.draft_of(talk.person.id, talk.now - DRAFT_LIVES)
    if draft is None or draft.asks not in (WHEN, HOUR, PLACE, SEATS):
        return False
    if draft.asks in (WHEN, HOUR):
        await _hear_when(talk, draft, text)
    elif draft.asks == PLACE and (place := read_place(text)):
        await _write(talk, replace(draft, place=place, asks=""), instead=False)
    elif draft.asks == SEATS and (seats := read_seats(text)):
        await _write(talk, replace(draft, capacity=seats, asks=""), instead=False)
    else:
        await _write(talk, draft, NOT_READ, instead=False)
    return True


async def _hear_when(talk: Talk, draft: Draft, text: str) -> None:
    """A whole moment, or one of those that may be meant; an hour alone is of the day chosen."""
    day = f"{_day(date.fromisoformat(draft.wall))} " if draft.asks == HOUR else ""
    zone, language = talk.programme.zone, talk.person.language
    read = read_when(f"{day}{text}", language, talk.now, zone) or read_when(
        text, language, talk.now, zone
    )
    if isinstance(read, Understood):
        wall = read.at.isoformat(timespec="minutes")
        await _write(talk, replace(draft, wall=wall, asks=""), instead=False)
        return
    walls = [one.isoformat(timespec="minutes") for one in read.choices] if read else []
    problem = SEVERAL if walls else NOT_READ
    problem = str(read.why) if read and read.why in WRONG else problem
    await _write(talk, replace(draft, asks=WHEN), problem, tuple(walls), instead=False)


async def _plan(talk: Talk, draft: Draft) -> None:
    if not await talk.tx.sessions.drop_draft(talk.person.id):
        return
    minutes = talk.programme.sessions.info_minutes
    minutes = minutes if draft.what == INFO else talk.programme.training.minutes
    session = new_session(
        draft.what, str(talk.person.branch), (_instant(talk, draft.wall), minutes),
        (draft.place, draft.language), draft.capacity, talk.person.id,
    )  # fmt: skip
    await tell_who_wished(talk, session)
    talk.replace(await open_card(talk, session, news="planned"))


async def _may_plan(talk: Talk) -> bool:
    if is_staff(talk.person.role) and talk.person.branch:
        return True
    talk.reply(NotForYou())
    return False


async def _draft(talk: Talk) -> Draft | None:
    """What is being planned; who plans nothing any more sees the sessions."""
    if not await _may_plan(talk):
        return None
    draft = await talk.tx.sessions.draft_of(talk.person.id, talk.now - DRAFT_LIVES)
    if draft is None:
        await show_branch(talk, instead=True)
    return draft


async def _write(
    talk: Talk, draft: Draft, problem: str = "", choices: tuple[str, ...] = (), *,
    instead: bool = True,
) -> None:  # fmt: skip
    """Keep it, and show what comes next: without what and when there is nothing else to see."""
    if draft.asks in ("", HOUR) and not (draft.what and draft.wall):
        draft = replace(draft, asks=WHEN if draft.what else WHAT)
    elif not draft.asks and "T" not in draft.wall:
        draft = replace(draft, asks=HOUR)
    await talk.tx.sessions.write_draft(talk.person.id, draft, talk.now)
    today = talk.now.astimezone(talk.programme.zone).date()
    choices = choices or usual_choices(draft.asks, today, talk.programme)
    notice = PlanSession(**asdict(draft), choices=choices, problem=problem)
    if instead and talk.visit.message_id is not None:
        talk.replace(notice)
    else:
        talk.reply(notice)


def _is_past(talk: Talk, draft: Draft) -> bool:
    if "T" not in draft.wall:
        return False
    instant = _instant(talk, draft.wall)
    return not talk.now < instant < talk.now + ONE_YEAR


def _instant(talk: Talk, wall: str) -> datetime:
    moment = datetime.fromisoformat(wall)
    return instant_of(moment.date(), moment.time(), talk.programme.zone)


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
