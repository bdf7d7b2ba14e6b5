"""What coaches see of the training of a mentor, and why one need not do the rest of it."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.sessions.being_there import go_on_when_trained
from bot.actions.trained import is_trained
from bot.actions.whereabouts import is_long_ago
from bot.programme.notices import NotForYou
from bot.programme.notices.training import (
    AskException,
    ConfirmException,
    MentorsInTraining,
    MentorTraining,
)
from bot.programme.people import Role, Stage, Visit, is_staff
from bot.programme.road import Place
from bot.programme.training.guard import missing
from storage.people import Person
from storage.seats import CONCERNED, SeatState

# What ``asking`` holds while one of the staff writes why.
WRITING = "except:"
SHORTEST_REASON, LONGEST_REASON = 5, 500  # letters
MOST_MENTORS = 30
DONE, TO_COME = "done", "to_come"
MISSED = SeatState.MISSED


class TrainingExceptions:
    """How a coach records that a mentor can be matched before all modules are done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit, person_id: int) -> None:
        """What one mentor has done, and what is missing."""
        async with self.desk.serve(visit) as talk:
            if mentor := await _mentor(talk, person_id):
                talk.replace(await training_card(talk, mentor))

    async def ask(self, visit: Visit, person_id: int) -> None:
        """Ask why this mentor need not do the rest."""
        async with self.desk.serve(visit) as talk:
            if mentor := await _untrained(talk, person_id):
                await talk.save(asking=f"{WRITING}{mentor.id}", asking_since=talk.now)
                talk.reply(AskException(mentor.id, mentor.first_name))

    async def confirm(self, visit: Visit, person_id: int) -> None:
        """It counts from now on, and the mentor hears it; twice is once."""
        async with self.desk.serve(visit) as talk:
            mentor = await _untrained(talk, person_id)
            if mentor is None:
                return
            if await talk.tx.training.be_sure(mentor.id, talk.person.id, talk.now):
                await go_on_when_trained(talk, mentor, by=talk.person.id, excepted=True)
            talk.replace(await training_card(talk, await talk.tx.people.get(mentor.id)))


async def show_mentors(talk: Talk) -> None:
    """The mentors of one's branch who are in training."""
    branch, keys = str(talk.person.branch), talk.programme.training.keys
    ids = await talk.tx.road.at([branch], Role.MENTOR, [Place.TRAINING], MOST_MENTORS)
    people = await talk.tx.people.by_ids(ids)
    done = await talk.tx.seats.attended(ids)
    rows = tuple(
        (one, people[one].first_name, len(keys) - len(missing(keys, done.get(one, ()))), len(keys))
        for one in ids
    )
    talk.reply(MentorsInTraining(branch, rows))


async def hear_reason(talk: Talk, text: str) -> bool:
    """Take words as the reason that was asked; False when none was."""
    asking = talk.person.asking or ""
    if not is_staff(talk.person.role) or not asking.startswith(WRITING):
        return False
    if is_long_ago(talk, talk.person):
        await talk.save(asking=None)
        return False
    mentor = await _untrained(talk, int(asking.removeprefix(WRITING)))
    if mentor is None:
        await talk.save(asking=None)
        return True
    reason = text.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        talk.reply(AskException(mentor.id, mentor.first_name, unfit=True))
        return True
    await talk.tx.training.write_reason(mentor.id, reason, talk.person.id, talk.now)
    await talk.save(asking=None)
    talk.reply(ConfirmException(mentor.id, mentor.first_name, reason))
    return True


async def _mentor(talk: Talk, person_id: int) -> Person | None:
    """A mentor of the own branch, for staff; anybody else reads that it is not theirs."""
    staff = is_staff(talk.person.role)
    person = (await talk.tx.people.by_ids([person_id])).get(person_id) if staff else None
    is_theirs = person is not None and person.branch == talk.person.branch
    if person and is_theirs and person.role == Role.MENTOR and person.stage == Stage.REGISTERED:
        return person
    talk.reply(NotForYou())
    return None


async def _untrained(talk: Talk, person_id: int) -> Person | None:
    """The same, when the training is still before them; else their card as it is now."""
    mentor = await _mentor(talk, person_id)
    if mentor and await is_trained(talk, mentor):
        talk.replace(await training_card(talk, mentor))
        return None
    return mentor


async def _state(talk: Talk, mentor: Person, what: str) -> str:
    """A seat that they have, that is kept for them, or for which they wait; or that they missed
    the last one.
    """
    found = await talk.tx.seats.states_of(mentor.id, what)
    to_come = [state for state, ends_at in found if state in CONCERNED and ends_at > talk.now]
    if to_come:
        return str(to_come[0])
    return MISSED if any(state == MISSED for state, _ in found) else TO_COME


async def training_card(talk: Talk, mentor: Person) -> MentorTraining:
    """What a mentor has done, what is missing, and why that need not be done."""
    keys = talk.programme.training.keys
    done = (await talk.tx.seats.attended([mentor.id])).get(mentor.id, frozenset())
    rows = tuple([(one, DONE if one in done else await _state(talk, mentor, one)) for one in keys])
    excepted = await talk.tx.training.exception_of(mentor.id)
    reason, by = "", ""
    if excepted and excepted.sure_at:
        reason = excepted.reason
        by = (await talk.tx.people.get(excepted.recorded_by)).first_name
    needs_more = not await is_trained(talk, mentor)
    return MentorTraining(mentor.id, mentor.first_name, rows, reason, by, needs_more)
