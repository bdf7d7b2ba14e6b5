"""Forming duos: a coach chooses the two, and both are told."""

from collections.abc import Sequence
from datetime import time

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.road import move
from bot.actions.trained import is_trained
from bot.actions.training.exceptions import training_card
from bot.programme.letters import Lane
from bot.programme.notices import (
    ChooseMentor,
    ConfirmDuo,
    DuoFormed,
    DuoMade,
    NewPeople,
    NotForYou,
    PersonTaken,
)
from bot.programme.people import Role, Visit, is_staff
from bot.programme.proposal import Proposal
from bot.programme.recurrence import first_weekly
from bot.programme.road import Place
from storage.duos import Duo, new_duo
from storage.people import Person
from storage.rhythms import new_rhythm

LONGEST_LIST = 20
Listed = tuple[tuple[int, str, str, str], ...]


class Duos:
    """What a coach can do with the people of their branch."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def new_people(self, visit: Visit) -> None:
        """Who is registered in the coach's branch and waits for a duo."""
        async with self.desk.serve(visit) as talk:
            if _is_for_staff(talk):
                mentees = await _waiting(talk, Role.MENTEE)
                mentors = await _waiting(talk, Role.MENTOR)
                talk.reply(NewPeople(_listed(mentees), _listed(mentors)))

    async def choose_mentor(self, visit: Visit, mentee_id: int) -> None:
        """The mentee is chosen; show the mentors who are free."""
        async with self.desk.serve(visit) as talk:
            if not _is_for_staff(talk):
                return
            mentee = _one_of(await _waiting(talk, Role.MENTEE), mentee_id)
            if mentee is None:
                talk.replace(PersonTaken())
                return
            mentors = await _waiting(talk, Role.MENTOR)
            talk.replace(ChooseMentor(mentee.id, mentee.first_name, _listed(mentors)))

    async def propose(self, visit: Visit, proposal: Proposal, choosing: str | None = None) -> None:
        """Both are chosen; show the duo as it would be. ``choosing`` is day, hour or None."""
        async with self.desk.serve(visit) as talk:
            if pair := await _free_pair(talk, proposal):
                chosen = proposal.completed(talk.programme)
                talk.replace(_to_confirm(pair, chosen, choosing))

    async def form(self, visit: Visit, proposal: Proposal) -> None:
        """Form the duo; mentee and mentor are told, each in their own language."""
        async with self.desk.serve(visit) as talk:
            if before := await _formed_before(talk, proposal):
                talk.replace(await _made(talk, before))
            elif pair := await _free_pair(talk, proposal):
                chosen = proposal.completed(talk.programme)
                duo = await form_duo(talk, pair, talk.person, chosen.weekday, time(chosen.hour))
                talk.replace(await _made(talk, duo))


def _is_for_staff(talk: Talk) -> bool:
    if is_staff(talk.person.role):
        return True
    talk.reply(NotForYou())
    return False


async def _waiting(talk: Talk, role: Role) -> Sequence[Person]:
    found = await talk.tx.people.waiting(role, str(talk.person.branch), LONGEST_LIST)
    return [one for one in found if one.road not in (Place.PROPOSED, Place.MATCHED)]


async def _free_pair(talk: Talk, proposal: Proposal) -> tuple[Person, Person] | None:
    """The two, when both still wait in this coach's branch and the mentor has done the training;
    else say why not.
    """
    if not _is_for_staff(talk):
        return None
    mentee = _one_of(await _waiting(talk, Role.MENTEE), proposal.mentee_id)
    mentor = _one_of(await _waiting(talk, Role.MENTOR), proposal.mentor_id)
    if mentee and mentor and await is_trained(talk, mentor):
        return mentee, mentor
    talk.replace(await training_card(talk, mentor) if mentee and mentor else PersonTaken())
    return None


def _one_of(people: Sequence[Person], person_id: int) -> Person | None:
    return next((person for person in people if person.id == person_id), None)


def _listed(people: Sequence[Person]) -> Listed:
    return tuple((one.id, one.first_name, one.language, str(one.branch)) for one in people)


def _to_confirm(pair: tuple[Person, Person], chosen: Proposal, choosing: str | None) -> ConfirmDuo:
    mentee, mentor = pair
    return ConfirmDuo(
        mentee_id=mentee.id,
        mentee=mentee.first_name,
        mentor_id=mentor.id,
        mentor=mentor.first_name,
        weekday=chosen.weekday,
        hour=chosen.hour,
        choosing=choosing,
    )


async def form_duo(
    counter: Counter, pair: tuple[Person, Person], coach: Person, weekday: int, at: time
) -> Duo:
    """Keep a new duo of mentee and mentor, and tell the two, each in their own language."""
    mentee, mentor = pair
    zone = counter.programme.zone
    first = first_weekly(counter.now, weekday, at, zone)
    duo = new_duo(mentee.id, mentor.id, coach.id, zone.key, counter.now)
    await counter.tx.duos.form(duo)
    both = ((mentee.id, mentor.id), (mentor.id, mentee.id))
    rhythm = (weekday, at, zone.key)
    await counter.tx.rhythms.begin([new_rhythm(duo.id, two, rhythm, first) for two in both])
    for person, partner in ((mentee, mentor), (mentor, mentee)):
        await move(counter, person, Place.IN_DUO, by=coach.id, why="duo", duo_id=duo.id)
        if person.silent_since is not None:  # with somebody else; a new duo begins anew
            await counter.tx.people.save(person.id, silent_since=None)
        names = (str(person.role), partner.first_name, coach.first_name)
        notice = DuoFormed(*names, weekday, at.isoformat("minutes"))
        counter.tell(person.id, notice, f"duo:{duo.id}", f"to:{person.id}", lane=Lane.REPLY)
    return duo


async def _formed_before(talk: Talk, proposal: Proposal) -> Duo | None:
    """The duo of exactly these two, when this coach has formed it already."""
    duo = await talk.tx.duos.of(proposal.mentee_id)
    if (
        duo is None
        or duo.active_since is None
        or duo.mentor_id != proposal.mentor_id
        or duo.coach_id != talk.person.id
    ):
        return None
    return duo


async def _made(talk: Talk, duo: Duo) -> DuoMade:
    people = await talk.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    mentee, mentor = people[duo.mentee_id], people[duo.mentor_id]
    rhythm = (await talk.tx.rhythms.of(duo.id))[0]
    return DuoMade(
        mentee=mentee.first_name,
        mentor=mentor.first_name,
        weekday=rhythm.weekday,
        at=rhythm.at.isoformat("minutes"),
        telegram_ids=(mentee.telegram_id or 0, mentor.telegram_id or 0),
    )
