"""Sample people for a demo: a duo with its coach, and others at other places of the road."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.actions.convention.sample_duos import form_sample_duo
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.road import move
from bot.actions.staff_menus import list_commands
from bot.actions.work.entering import PHONE
from bot.programme.letters import Lane
from bot.programme.notices import CoachWelcome, Notice, Registered
from bot.programme.people import Role, Stage, is_staff
from bot.programme.registration import Question
from bot.programme.road import Place
from storage.entered import Newcomer
from storage.ids import new_id
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Sample:
    """Somebody as they would have registered."""

    telegram_id: int
    first_name: str
    language: str
    role: Role
    year_of_birth: int
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SampleByPhone:
    """Somebody who is not on Telegram, as the coach would have entered them; since then they came
    to these places of the road, one by one.
    """

    language: str
    role: Role
    answers: Mapping[str, str]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SampleDuo:
    """A duo as a coach would have formed it."""

    mentee: Sample
    mentor: Sample
    coach: Sample


class Samples:
    """Fills an empty database, so that a newcomer meets a programme that is under way."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def settle_in(
        self, mentee: Sample, mentor: Sample, coach: Sample, others: tuple[Sample, ...] = (),
        by_phone: tuple[SampleByPhone, ...] = (),
    ) -> bool:  # fmt: skip
        """Register them and form the duo; False when somebody is there already."""
        async with self.desk.open() as counter:
            if await counter.tx.people.by_telegram(coach.telegram_id):
                return False
            branch = counter.programme.branches[0].key
            pair = (
                await _register(counter, mentee, branch),
                await _register(counter, mentor, branch),
            )
            follower = await _register(counter, coach, branch)
            await form_sample_duo(counter, pair, follower)
            for one in others:
                person = await _register(counter, one, branch)
                _greet(counter, person, Registered(one.first_name, one.role, branch))
            for called in by_phone:
                await _enter(counter, called, follower, branch)
            _greet(counter, follower, CoachWelcome(coach.first_name, branch))
        return True

    async def gather(self, duos: Sequence[SampleDuo]) -> None:
        """Register all of these and form their duos; the coaches are met once each."""
        async with self.desk.open() as counter:
            branch = counter.programme.branches[0].key
            coaches: dict[int, Person] = {}
            for duo in duos:
                number = duo.coach.telegram_id
                if number not in coaches:
                    coaches[number] = await _register(counter, duo.coach, branch)
                    _greet(counter, coaches[number], CoachWelcome(duo.coach.first_name, branch))
                mentee = await _register(counter, duo.mentee, branch)
                mentor = await _register(counter, duo.mentor, branch)
                await form_sample_duo(counter, (mentee, mentor), coaches[number])

    async def next_check_in(self) -> datetime | None:
        """When the next duo is asked whether it met."""
        async with self.desk.database.reading() as tx:
            return await tx.rhythms.next_after(self.desk.clock.now())


async def _register(counter: Counter, sample: Sample, branch: str) -> Person:
    tx, now = counter.tx, counter.now
    person = await tx.people.add(sample.telegram_id, sample.language, Stage.ARRIVING, now)
    version = counter.programme.privacy_version
    await tx.people.save(
        person.id,
        answers=_answers(sample, branch, version),
        stage=Stage.REGISTERED,
        role=sample.role,
        branch=branch,
        registered_at=now,
    )
    if not is_staff(sample.role):
        await tx.consents.give(person.id, version, sample.language, now)
    kept = await tx.people.get(person.id)
    if is_staff(kept.role):
        list_commands(counter, kept)
    return kept


async def _enter(counter: Counter, sample: SampleByPhone, coach: Person, branch: str) -> None:
    tx, now, version = counter.tx, counter.now, counter.programme.privacy_version
    answers = {**sample.answers, **_settled(sample, branch, version)}
    new = Newcomer(new_id(), sample.language, Stage.REGISTERED, answers, PHONE, coach.id, branch)
    await tx.entered.take_in(new, now)
    await tx.people.save(new.id, role=sample.role, branch=branch, registered_at=now)
    await tx.consents.give(new.id, version, sample.language, now, channel=PHONE, taken_by=coach.id)
    for place in sample.places:
        await move(counter, await tx.people.get(new.id), place, by=coach.id, why="sample")


def _answers(sample: Sample, branch: str, version: str) -> Mapping[str, str]:
    return {
        **sample.more,
        **_settled(sample, branch, version),
        Question.FIRST_NAME: sample.first_name,
        Question.YEAR_OF_BIRTH: str(sample.year_of_birth),
    }


def _settled(sample: Sample | SampleByPhone, branch: str, version: str) -> Mapping[str, str]:
    return {
        Question.LANGUAGE: sample.language,
        Question.CONSENT: version,
        Question.ROLE: sample.role,
        Question.BRANCH: branch,
    }


def _greet(counter: Counter, person: Person, notice: Notice) -> None:
    counter.tell(person.id, notice, f"sample:{person.id}", lane=Lane.REPLY)
