"""What is decided in a first talk: to go on, to wait, or other help first."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.directory import Directory
from bot.actions.intakes.decided import kept, next_place, trains
from bot.actions.intakes.letters import subject_of, take_back
from bot.actions.intakes.seats import Seat
from bot.actions.intakes.writing_up import held_seat, show_write_up
from bot.actions.pointing import shown_entry
from bot.actions.road import move
from bot.actions.standing_in.scope import is_off_telegram
from bot.programme.directory import Catalogue, Entry
from bot.programme.directory.choosing import Wish, choose
from bot.programme.hand_over import may_be_named
from bot.programme.intakes.outcomes import Decision
from bot.programme.notices import Notice
from bot.programme.notices.intakes.coach import (
    ChooseIntakeService,
    ChooseWaiting,
    ConfirmDecision,
)
from bot.programme.notices.intakes.person import IntakeGoesOn, IntakeOtherHelp, IntakeWaits
from bot.programme.people import Visit
from bot.programme.road import Place
from storage.intakes.booked import DONE

SERVICES_SHOWN = 8
A_NEED = 4  # services of one need, so that each need has some


class IntakeDeciding:
    """How it goes on after a talk."""

    def __init__(self, desk: Desk, directory: Directory) -> None:
        self.desk = desk
        self.directory = directory

    async def ask_why_wait(self, visit: Visit, intake_id: int) -> None:
        """Ask why somebody waits before they go on."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                talk.replace(ChooseWaiting(intake_id, seat.person.first_name))

    async def ask_which_help(self, visit: Visit, intake_id: int) -> None:
        """Ask which service fits: those for the needs that are noted."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                catalogue = await self.directory.catalogue(talk.tx)
                services = _services(talk, seat, catalogue)
                name, needs = seat.person.first_name, bool(seat.intake.outcome.needs)
                talk.replace(ChooseIntakeService(intake_id, name, services, needs))

    async def look_at(
        self, visit: Visit, intake_id: int, decision: Decision, why: str, service: str
    ) -> None:
        """Show what would be decided, before the person hears it."""
        async with self.desk.serve(visit) as talk:
            seat = await held_seat(talk, intake_id)
            if seat is None:
                return
            if decision is Decision.WAIT and not why:
                talk.replace(ChooseWaiting(intake_id, seat.person.first_name))
                return
            entry = await self._entry(talk, service)
            key, name = (entry.service.key, dict(entry.service.name)) if entry else ("", {})
            person = seat.person
            whose = (intake_id, person.first_name, str(person.role))
            then = (trains(talk, person), is_off_telegram(person))
            talk.replace(ConfirmDecision(*whose, decision, why, key, name, *then))

    async def decide(
        self, visit: Visit, intake_id: int, decision: Decision, why: str, service: str
    ) -> None:
        """Keep the decision: the person stands elsewhere on the road, and reads it at once."""
        async with self.desk.serve(visit) as talk:
            seat = await held_seat(talk, intake_id)
            if seat is None:
                return
            if decision is Decision.WAIT and not why:
                show_write_up(talk, seat)
                return
            entry = await self._entry(talk, service)
            if not await _end(talk, seat, decision, why, entry):
                return
            news = _news(talk, seat, decision, why, entry)
            talk.tell_by_day(seat.person.id, news, f"{subject_of(intake_id)}:decided")
            talk.replace(kept(talk, seat.person, decision))

    async def _entry(self, talk: Talk, service: str) -> Entry | None:
        if not service:
            return None
        return shown_entry(talk, await self.directory.catalogue(talk.tx), service)


async def _end(talk: Talk, seat: Seat, decision: Decision, why: str, entry: Entry | None) -> bool:
    key = entry.service.key if entry else ""
    outcome = replace(seat.intake.outcome, decision=decision, why=why, service=key)
    written = replace(seat.intake, outcome=outcome)
    if not await talk.tx.intakes.write(seat.intake, written):
        return False
    await take_back(talk, [written.id])
    await talk.tx.intakes.end(written, DONE, talk.now)
    places = {
        Decision.GO_ON: next_place(talk, seat.person),
        Decision.WAIT: Place.WAIT,
        Decision.OTHER_HELP: Place.OTHER_HELP,
    }
    # The step says what was decided, for good; the reason is sealed in the outcome, and goes.
    step = f"talk_{decision}"
    await move(talk, seat.person, places[decision], by=talk.person.id, why=step)
    return True


def _news(talk: Talk, seat: Seat, decision: Decision, why: str, entry: Entry | None) -> Notice:
    person, coach = seat.person, talk.person.first_name
    if decision is Decision.GO_ON:
        return IntakeGoesOn(coach, str(person.role), trains(talk, person))
    if decision is Decision.WAIT:
        return IntakeWaits(coach, why, person.nearest_branch)
    service, name, phone = "", {}, None
    if entry:
        service = entry.service.key
        # What its name would tell stays one tap away from who looks along.
        if may_be_named(entry.service):
            name = dict(entry.service.name)
            phone = entry.service.phones[0].dial if entry.service.phones else None
    return IntakeOtherHelp(coach, service, name, phone, person.nearest_branch)


def _services(
    talk: Talk, seat: Seat, catalogue: Catalogue
) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Some for each need, in the person's language and near them."""
    branch = talk.programme.branch(seat.person.nearest_branch or "")
    found: dict[str, Mapping[str, str]] = {}
    for need in seat.intake.outcome.needs if branch else ():
        area = branch.area if branch else ""
        wish = Wish(need, area, seat.person.language, talk.now, talk.programme.zone)
        for entry in islice(choose(catalogue, wish), A_NEED):
            found.setdefault(entry.service.key, dict(entry.service.name))
    return tuple(islice(found.items(), SERVICES_SHOWN))
