"""Keeping the directory right: what people report, and what staff assure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.checking import keep_tasks, look_once_a_day
from bot.actions.checks import Check, checks_of
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts, today
from bot.programme.directory.freshness import DOUBTS_THAT_HIDE
from bot.programme.keeping import WEIGHT_OF_STAFF, Deed, Fault, voice_of
from bot.programme.notices import (
    Assured,
    NotForYou,
    ReportTaken,
    ServiceHistory,
    ServicesToCheck,
    WhatIsWrong,
)
from bot.programme.people import Role, Visit, is_staff
from storage.directory import Change
from storage.ids import new_id
from storage.keeping import Past, Report
from storage.people import Person

LONGEST_LIST = 10
LONGEST_HISTORY = 5

Names = dict[str, str]


class Keeping:
    """What anybody can say about an entry, and what staff do about it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def complain(self, visit: Visit, service: str) -> None:
        """Ask what is wrong with an entry."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if name := await name_or_old_button(talk, service):
                talk.reply(WhatIsWrong(service, name))

    async def report(self, visit: Visit, service: str, fault: Fault) -> None:
        """Keep that an entry is wrong, and thank for it."""
        async with self.desk.serve(visit, correcting=True) as talk:
            if await name_or_old_button(talk, service):
                await take_report(talk, talk.person, service, fault)
                role = talk.person.role or Role.MENTEE
                talk.replace(ReportTaken(talk.person.nearest_branch, role))

    async def assure(self, visit: Visit, service: str) -> None:
        """One of staff has phoned: the entry is right, and people see it from now on."""
        async with self.desk.serve(visit) as talk:
            name = await name_for_staff(talk, service)
            if not name:
                return
            day = today(talk)
            await talk.tx.directory.assure(service, day, talk.person.id)
            await talk.tx.keeping.settle(service, talk.now)
            assured = Change(service, Deed.ASSURED, made_by=talk.person.id)
            await talk.tx.directory.note([assured], talk.now)
            await keep_tasks(talk)
            talk.reply(Assured(service, name, day.isoformat()))

    async def doubt(self, visit: Visit, service: str) -> None:
        """One of staff does not trust an entry: it is hidden at once, until somebody phones."""
        async with self.desk.serve(visit) as talk:
            if await name_for_staff(talk, service):
                await take_report(talk, talk.person, service, Fault.OTHER)
                talk.replace(ReportTaken(talk.person.nearest_branch, str(talk.person.role)))

    async def history(self, visit: Visit, service: str) -> None:
        """Show staff what was done to an entry."""
        async with self.desk.serve(visit) as talk:
            if name := await name_for_staff(talk, service):
                past = await talk.tx.keeping.history(service, LONGEST_HISTORY)
                talk.reply(ServiceHistory(service, name, tuple(_line(one) for one in past)))

    async def to_check(self, visit: Visit, case_id: int) -> None:
        """Show what waits to be checked, to who has the task or to whom it was brought."""
        async with self.desk.serve(visit) as talk:
            case = await talk.tx.cases.for_coach(case_id, talk.person.id)
            if case is None or case.branch is None or not is_staff(talk.person.role):
                talk.reply(NotForYou())
                return
            checks = await checks_of(talk, case.branch)
            shown = checks[:LONGEST_LIST]
            names = await talk.tx.keeping.names([one.key for one in shown])
            listed = tuple((one.key, names.get(one.key, {}), _why(one)) for one in shown)
            talk.reply(ServicesToCheck(listed, len(checks) - len(shown)))

    async def past_of(self, service: str, limit: int) -> list[Past]:
        """What was done to an entry, for the command line; moments are on the wall."""
        zone = self.desk.programme.zone
        async with self.desk.database.reading() as tx:
            past = await tx.keeping.history(service, limit)
        return [replace(one, made_at=one.made_at.astimezone(zone)) for one in past]

    async def look(self) -> None:
        """Once a day: what has grown old becomes a task, and crisis lines ring the alarm."""
        async with self.desk.open() as counter:
            await look_once_a_day(counter)


async def take_report(counter: Counter, person: Person, service: str, fault: Fault) -> None:
    """Count somebody's word that an entry is wrong or closed: one of a duo, or of a person
    outside one; staff know what they say, so theirs hides an entry alone.
    """
    await counter.tx.directory.wait_for_writers()
    before = len(await counter.tx.keeping.faults(service))
    reports = [
        Report(new_id(), service, fault, *voices) for voices in await _voices(counter, person)
    ]
    kept = [await counter.tx.keeping.report(one, counter.now) for one in reports]
    if not any(kept):
        return
    await counter.tx.directory.touch()
    if before < DOUBTS_THAT_HIDE <= before + sum(kept):
        hidden = Change(service, Deed.HIDDEN, after=fault)
        await counter.tx.directory.note([hidden], counter.now)
        await keep_tasks(counter, grown=service)


async def _voices(counter: Counter, person: Person) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The voices with which a person speaks now, each with those that count as the same one: who
    spoke alone does not speak once more in a duo, nor does the other one of the two.
    """
    duo = await counter.tx.duos.of(person.id)
    voice = voice_of(person.id, duo.id if duo else None)
    if is_staff(person.role):
        return [(f"{voice}/{number}", ()) for number in range(WEIGHT_OF_STAFF)]
    people = (duo.mentee_id, duo.mentor_id) if duo else ()
    return [(voice, tuple(voice_of(one, None) for one in people))]


async def name_or_old_button(talk: Talk, service: str) -> Names | None:
    """The name of an entry in each language; one that is gone shows where the person stands."""
    name = (await talk.tx.keeping.names([service])).get(service)
    if not name:
        show_whereabouts(talk, OLD_BUTTON)
        return None
    return dict(name)


async def name_for_staff(talk: Talk, service: str) -> Names | None:
    """The same for staff; anybody else is refused, whether there is such an entry or not."""
    if not is_staff(talk.person.role):
        talk.reply(NotForYou())
        return None
    return await name_or_old_button(talk, service)


def _line(past: Past) -> tuple[str, str, str, str]:
    return past.made_at.isoformat(), past.kind, past.field or "", past.role


def _why(check: Check) -> str:
    if check.is_closed_line:
        return "closed"
    if check.is_doubted:
        return "doubted"
    return "urgent" if check.is_urgent else "too_old"
