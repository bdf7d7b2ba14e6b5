"""People put straight where a scene needs them: at a question, in a duo, before a coach's card.

They are written into the database beside the bot, in one transaction, as the programme itself
would write them; what they were told before is told to them by the bot, from the outbox.
"""

import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import update

from bot.actions.check_ins import CheckIns
from bot.actions.convention.sample_duos import form_sample_duo
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.open_cases import open_case
from bot.programme.cases import Reason
from bot.programme.check_ins import Answer
from bot.programme.letters import Lane
from bot.programme.notices import AskQuestion, WithdrawQuestion
from bot.programme.people import Role, Stage
from bot.programme.programme import Programme
from bot.programme.registration import NO_PHONE, QUESTIONS, YES, Question, place_of
from storage import Database
from storage.cases import new_case
from storage.people import Person
from storage.tables import PromptRow
from tests.processes.checker import Checker
from tests.processes.phones import Phone, Phones

CONSONANTS = "bdfgklmnprstvz"
NAME_LENGTH = 10
A_MOMENT = timedelta(seconds=30)
A_MINUTE = timedelta(minutes=1)
NOT_YET = timedelta(days=-3)


# What is told beside a name, a year and a town.
_BY_BOTH = {
    Question.LAST_NAME: "Peeters", Question.LANGUAGES: "nl:2", Question.SECTOR: "care",
    Question.TIMES: "1e", Question.SOURCE: "friend", Question.PHONE: NO_PHONE,
}  # fmt: skip
TOLD_BY = {
    Role.MENTEE: {**_BY_BOTH, Question.ROOTS: YES, Question.RIGHT_TO_WORK: YES,
                  Question.KIND: "sector", Question.HOPE: "work"},
    Role.MENTOR: {**_BY_BOTH, Question.CAPACITY: "1", Question.EXPERIENCE: "30",
                  Question.NETWORK: YES},
}  # fmt: skip


class Trio(NamedTuple):
    """A duo and its coach."""

    mentee: Phone
    mentor: Phone
    coach: Phone


@dataclass(frozen=True, slots=True)
class At:
    """A clock that stands still."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class AtThisCounter:
    """A desk at which nobody opens a second transaction."""

    counter: Counter

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Counter]:
        yield self.counter


@dataclass(slots=True)
class Newcomers:
    """Everybody who can come in, and what the checker has to know of them."""

    phones: Phones
    database: Database
    programme: Programme
    checker: Checker
    chance: random.Random
    people: dict[int, Person] = field(default_factory=dict)

    def a_name(self) -> str:
        """One that nobody else has."""
        return "".join(self.chance.choices(CONSONANTS, k=NAME_LENGTH)).title()

    @property
    def far_away(self) -> str:
        """A branch away from that of the others, whose coach hears of every newcomer."""
        return self.programme.branches[-1].key

    async def stranger(self, name: str | None = None, role: str | None = None) -> Phone:
        """Somebody with a phone who has not spoken yet; with a role they may be written to."""
        language = self.chance.choice(self.programme.languages)
        return await self.phones.new(name or self.a_name(), language, role)

    async def registrant(self, asked: Question | None) -> Phone:
        """Somebody who has answered all questions before this one, and is asked it now."""
        phone = await self.stranger(role="other")
        answers = self._answers(Role.MENTEE, "brussels", until=asked)
        async with self._desk(await self.phones.now()).open() as counter:
            person = await self._enters(counter, phone, answers)
            if asked:
                place = place_of(asked, answers, self.programme)
                question = AskQuestion(
                    asked, answers.get(Question.ROLE), number=place[0], total=place[1]
                )
                counter.tell(person.id, question, f"asked:{person.id}", lane=Lane.REPLY)
        return phone

    async def coach(self, branch: str) -> Phone:
        """A coach of a branch."""
        phone = await self.stranger(role="coach")
        async with self._desk(await self.phones.now()).open() as counter:
            await self._enters(counter, phone, self._answers(Role.COACH, branch))
        return phone

    async def trio(self, ago: timedelta = NOT_YET, *, asked: bool = False) -> Trio:
        """A duo that was formed just before its weekly question fell due, so long ago."""
        names = [self.a_name() for _ in range(3)]
        trio = Trio(*[await self.stranger(one, "other") for one in names])
        now = await self.phones.now()
        formed = now - ago
        branch = self.far_away
        async with self._desk(min(formed - 2 * A_MINUTE, now)).open() as counter:
            members = [
                await self._enters(counter, phone, self._answers(role, branch, name=name))
                for phone, name, role in zip(
                    trio, names, (Role.MENTEE, Role.MENTOR, Role.COACH), strict=True
                )
            ]
            wall = formed.astimezone(self.programme.zone)
            at = wall.time().replace(second=0, microsecond=0)
            duo = await form_sample_duo(counter, (members[0], members[1]), members[2])
            # Formed early in a week, they would first be asked in the next one.
            due = formed.replace(second=0, microsecond=0)
            for one in await counter.tx.rhythms.of(duo.id):
                await counter.tx.rhythms.move(one.id, wall.weekday(), at, due)
            counter.letters.clear()  # that they are a duo they were told before
            if asked:
                counter.now = formed + A_MOMENT
                await CheckIns(AtThisCounter(counter)).ask_due()  # type: ignore[arg-type]  # a desk with one counter
        everybody = frozenset(one.id for one in trio)
        # Whoever calls may be told the name of any coach.
        self.checker.readers.update(dict.fromkeys(names[:2], everybody))
        return trio

    async def opens_a_case(self, trio: Trio) -> None:
        """The mentee has called; the card waits in the coach's chat."""
        now = await self.phones.now()
        coach, mentee = self.people[trio.coach.id], self.people[trio.mentee.id]
        async with self._desk(now).open() as counter:
            await open_case(counter, new_case(Reason.ASKED, coach.id, now, person_id=mentee.id))

    async def waits_too_long(self, trio: Trio) -> None:
        """The next step in the mentee's case is due now."""
        now = await self.phones.now()
        mentee = self.people[trio.mentee.id]
        async with self._desk(now).open() as counter:
            case = await counter.tx.cases.open_for(f"{Reason.ASKED}:{mentee.id}")
            assert case
            await counter.tx.cases.save(case.id, next_at=now)

    async def has_met(self, phone: Phone) -> None:
        """Somebody has answered the question of the week."""
        now = await self.phones.now()
        said = {"answer": Answer.MET, "answered_at": now}
        async with self._desk(now).open() as counter:
            own = update(PromptRow).where(PromptRow.person_id == self.people[phone.id].id)
            await counter.tx.connection.execute(own.values(**said))

    async def asks_to_withdraw(self, trio: Trio) -> None:
        """The mentee has the question whether they are sure."""
        async with self._desk(await self.phones.now()).open() as counter:
            mentee = self.people[trio.mentee.id]
            counter.tell(mentee.id, WithdrawQuestion(in_duo=True), f"sure:{mentee.id}",
                         lane=Lane.REPLY)  # fmt: skip

    def _desk(self, moment: datetime) -> Desk:
        return Desk(self.database, At(moment), self.programme, lambda: None)

    def _answers(
        self, role: Role, branch: str, *, until: Question | None = None, name: str | None = None
    ) -> Mapping[str, str]:
        said = {
            Question.LANGUAGE: "",
            Question.CONSENT: self.programme.privacy_version,
            Question.ROLE: role,
            Question.FIRST_NAME: name or self.a_name(),
            Question.YEAR_OF_BIRTH: "1999" if role is Role.MENTEE else "1960",
            Question.BRANCH: branch,
        }
        if role is not Role.COACH:
            said |= TOLD_BY[role]
        told = QUESTIONS[: QUESTIONS.index(until)] if until else QUESTIONS
        return {str(one): str(said[one]) for one in told if one in said}

    async def _enters(self, counter: Counter, phone: Phone, answers: Mapping[str, str]) -> Person:
        """Somebody with these answers; complete ones are registered."""
        tx = counter.tx
        complete = Question.PHONE in answers or answers.get(Question.ROLE) == Role.COACH
        kept = dict(answers)
        if Question.LANGUAGE in kept:
            kept[Question.LANGUAGE] = phone.language
        person = await tx.people.add(phone.id, phone.language, Stage.ARRIVING, counter.now)
        if complete:
            place = {"role": kept[Question.ROLE], "branch": kept[Question.BRANCH]}
            await tx.people.save(
                person.id, stage=Stage.REGISTERED, registered_at=counter.now, **place
            )
        await tx.people.save(person.id, answers=kept)
        if Question.CONSENT in kept and kept.get(Question.ROLE) != Role.COACH:
            await tx.consents.give(person.id, kept[Question.CONSENT], phone.language, counter.now)
        self.checker.known[phone.id] = kept
        self.people[phone.id] = await tx.people.get(person.id)
        return self.people[phone.id]
