"""A thousand faults, chosen by a seed: whatever breaks, a case has an owner and a next step."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from sqlalchemy import event, select, update
from structlog.testing import capture_logs

from bot.actions import Actions
from bot.actions.case_standing import own_plan
from bot.actions.desk import Desk
from bot.actions.ladder import give_back, note_answer, plan_anew, reopen, wait_for_answer
from bot.actions.open_cases import bring_waiting_cases, open_case
from bot.programme.cases import Reason, Urgency
from storage.cases import new_case
from storage.tables import CaseRow, PersonRow
from tests.conftest import TUESDAY

FAULTS = 1_000
LATE = timedelta(seconds=120)
# From a breath to a long weekend on which the bot was down.
GAPS = (1, 1, 30, 600, 7_200, 90_000, 260_000)


class PulledPlug(Exception):
    """The process died in the middle of a transaction."""


class Clock:
    def __init__(self) -> None:
        self.moment = TUESDAY

    def now(self):
        return self.moment


class Office:
    """Three coaches and a coordinator, six people who call, and everything that goes wrong."""

    def __init__(self, database, programme, seed) -> None:
        self.chance = random.Random(seed)  # a seed that can be lived again
        self.clock, self.database, self.faults = Clock(), database, 0
        self.actions = Actions.over(database, self.clock, programme, wake=lambda: None)
        self.desk = Desk(database, self.clock, programme, lambda: None)

    async def fill(self) -> None:
        """Who works there, and who calls."""
        async with self.desk.open() as counter:
            roles = ["coach"] * 3 + ["coordinator"] + ["mentee"] * 6
            people = [await counter.tx.people.add(n + 1, "en", "registered", TUESDAY)
                      for n in range(len(roles))]  # fmt: skip
            for one, role in zip(people, roles, strict=True):
                await counter.tx.people.save(one.id, role=role, branch="brussels")
        self.staff, self.callers = people[:4], people[4:]

    @contextmanager
    def plug_pulled(self) -> Iterator[None]:
        """The process dies at a statement of the next transaction, or does not."""
        left, engine = self.chance.randint(1, 25), self.database._writers.sync_engine

        def asked(*_):
            nonlocal left
            left -= 1
            if left == 0:
                raise PulledPlug

        event.listen(engine, "before_cursor_execute", asked)
        try:
            yield
        except PulledPlug:
            self.faults += 1
        finally:
            event.remove(engine, "before_cursor_execute", asked)

    async def live(self) -> None:
        """People do what they do, something goes wrong, and the plug is pulled in between."""
        for happens in (
            self.somebody_calls,
            self.chance.choice((
                self.it_is_urgent, self.a_coach_takes, self.a_coach_gives_back,
                self.a_coach_answers, self.the_person_writes, self.a_coach_closes,
                self.a_coach_closes, self.it_is_not_solved, self.a_coach_comes_back,
            )),
            self.chance.choice((
                self.a_coach_is_lost, self.a_coach_goes_on_leave, self.a_card_is_refused,
                self.a_row_is_spoilt, self.nobody_looks,
            )),
            self.actions.next_steps.take_due,
        ):  # fmt: skip
            gap = timedelta(seconds=self.chance.choice(GAPS))
            self.clock.moment += gap
            self.faults += gap > LATE  # for so long nobody looked what is due
            with self.plug_pulled():
                await happens()
        self.faults += 1  # the one that was chosen

    async def somebody_calls(self) -> None:
        reasons = (Reason.ASKED, Reason.DANGER, Reason.GOES_BADLY)
        reason, person = self.chance.choice(reasons), self.chance.choice(self.callers)
        urgency = Urgency.NOW if reason is Reason.DANGER else Urgency.WEEK
        async with self.desk.open() as counter:
            case = new_case(reason, None, counter.now, person_id=person.id, urgency=urgency)
            await open_case(counter, case)

    async def it_is_urgent(self) -> None:
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                urgency = self.chance.choice([Urgency.TODAY, Urgency.QUESTION])
                await counter.tx.cases.save(case.id, urgency=urgency)
                await plan_anew(counter, case)

    async def a_coach_takes(self) -> None:
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                plan, coach = await own_plan(counter, case), self.chance.choice(self.staff)
                await counter.tx.cases.take(case.id, coach.id, counter.now, plan)

    async def a_coach_gives_back(self) -> None:
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                await give_back(counter, case)

    async def a_coach_answers(self) -> None:
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                await note_answer(counter, case, self.staff[0].id)

    async def the_person_writes(self) -> None:
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                await wait_for_answer(counter, case)

    async def a_coach_closes(self) -> None:
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                await counter.tx.cases.close(case.id, counter.now)

    async def it_is_not_solved(self) -> None:
        async with self.desk.open() as counter:
            person = self.chance.choice(self.callers)
            for case in (await counter.tx.cases.closed_about(person.id, Reason.ASKED))[:1]:
                await reopen(counter, case)

    async def a_coach_is_lost(self) -> None:
        await self.actions.reachability.lost(self.chance.choice(self.staff).id)

    async def a_coach_comes_back(self) -> None:
        async with self.desk.open() as counter:
            coach = await counter.tx.people.get(self.chance.choice(self.staff).id)
            await counter.tx.people.save(coach.id, unreachable_at=None)
            await bring_waiting_cases(counter, coach)

    async def a_coach_goes_on_leave(self) -> None:
        coach, deputy = self.chance.sample(self.staff, 2)
        first = self.clock.now().date()
        days: tuple[date, date] = (first, first + timedelta(days=self.chance.randint(0, 9)))
        async with self.desk.open() as counter:
            await counter.tx.staff.keep_leave(coach.id, days, deputy.id, counter.now)

    async def a_card_is_refused(self) -> None:
        async with self.desk.open() as counter:
            case = await self.some_case(counter)
        if case and case.coach_id:
            await self.actions.reachability.not_delivered(case.coach_id, f"case:{case.id}")

    async def a_row_is_spoilt(self) -> None:
        """As a fault of ours would leave it."""
        async with self.desk.open() as counter:
            if case := await self.some_case(counter):
                spoilt = self.chance.choice(("next_at", "next_step", "coach_id", "ladder"))
                await counter.tx.cases.save(case.id, **{spoilt: None})

    async def nobody_looks(self) -> None:
        self.clock.moment += timedelta(hours=self.chance.randint(1, 80))

    async def some_case(self, counter):
        open_ = select(CaseRow.id).where(CaseRow.closed_at.is_(None)).order_by(CaseRow.id)
        ids = (await counter.tx.connection.scalars(open_)).all()
        return await counter.tx.cases.get(self.chance.choice(ids)) if ids else None

    async def forgotten(self):
        """The open cases without an owner or without a step that is to come."""
        async with self.database.reading() as tx:
            open_ = select(CaseRow).where(CaseRow.closed_at.is_(None))
            rows = (await tx.connection.execute(open_)).all()
        late = self.clock.now() - LATE
        return [
            row.id
            for row in rows
            if not (row.taken_by or row.coach_id)
            or row.next_step is None
            or row.next_at is None
            or row.next_at < late
        ]


async def test_after_a_thousand_faults_nobody_who_called_is_forgotten(memory, programme):
    office = Office(memory, programme, seed := int(os.environ.get("DUOBOT_TEST_SEED", "7")))
    await office.fill()
    with capture_logs():
        while office.faults < FAULTS:
            await office.live()
            await office.actions.next_steps.audit()
            assert await office.forgotten() == [], f"fault {office.faults} of seed {seed}"
    async with memory.reading() as tx:
        opened = len((await tx.connection.scalars(select(CaseRow.id))).all())
    assert opened > 40  # the lives were full enough to mean something


async def test_nobody_is_told_who_is_the_owner_when_there_is_nobody(memory, programme):
    """Without any staff a case waits, and the first one who comes in gets it."""
    office = Office(memory, programme, 1)
    await office.fill()
    async with memory.transaction() as tx:
        await tx.connection.execute(update(PersonRow).values(role=None))
    await office.somebody_calls()
    (case,) = await office.forgotten()
    async with memory.transaction() as tx:
        await tx.people.save(office.staff[0].id, role="coach")
    await office.a_coach_comes_back()
    async with memory.reading() as tx:
        assert (await tx.cases.get(case)).next_step is not None
