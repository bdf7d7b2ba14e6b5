"""Whoever goes away, hands over or leaves: at no instant is a case without an owner."""

from datetime import date, timedelta
from random import Random

import pytest

from bot.actions import leaves
from bot.actions.caseloads import adopt, hand_over
from bot.actions.counter import Talk
from bot.actions.leaving import let_go
from bot.actions.open_cases import bring_waiting_cases, open_case
from bot.actions.samples import Sample, SampleDuo
from bot.programme.cases import Reason
from bot.programme.people import Role, Stage, Visit, is_staff
from storage.cases import new_case

COACHES = [Sample(900 + one, f"Coach{one}", "nl", Role.COACH, 1980) for one in range(3)]
DUOS = [
    SampleDuo(
        Sample(100 + one, f"Mentee{one}", "fr", Role.MENTEE, 1999),
        Sample(200 + one, f"Mentor{one}", "nl", Role.MENTOR, 1960),
        COACHES[one % 3],
    )
    for one in range(6)
]
STEPS = 60


class Play:
    """A team of which anybody may go at any moment, while people ask for them."""

    def __init__(self, house, seed):
        self.house, self.dice, self.step = house, Random(seed), 0
        self.desk = house.app.actions.samples.desk

    async def act(self):
        deeds = [self.calls] * 4 + [self.takes] * 2 + [self.goes_away] * 3 + [self.is_back]
        deeds += [self.hands_over] * 2 + [self.leaves, self.comes_in, self.time_passes]
        self.step += 1
        deed = self.dice.choice(deeds)
        async with self.desk.open() as counter:
            staff = await counter.tx.people.staff()
            await deed(counter, staff)
        return deed.__name__

    def pick(self, staff):
        return self.dice.choice(staff) if staff else None

    async def calls(self, counter, staff):
        person = await counter.tx.people.by_telegram(self.dice.choice(DUOS).mentee.telegram_id)
        reason = self.dice.choice([Reason.ASKED, Reason.OBSTACLE, Reason.DANGER])
        await open_case(counter, new_case(reason, None, counter.now, person_id=person.id))

    async def takes(self, counter, staff):
        for one in staff[:1]:
            for case in (await counter.tx.cases.open_of(one.id))[:1]:
                plan = (case.next_step, case.next_at)
                await counter.tx.cases.take(case.id, one.id, counter.now, plan)

    async def goes_away(self, counter, staff):
        if person := self.pick(staff):
            first = counter.now.date() + timedelta(days=self.dice.choice([0, 0, 1]))
            last = first + timedelta(days=self.dice.randint(0, 5))
            deputy = self.pick([one for one in staff if one.id != person.id])
            await leaves._keep(self.talk(counter, person), (first, last), deputy)

    async def is_back(self, counter, staff):
        for leave in (await counter.tx.staff.leaves_from(date(2026, 1, 1)))[:1]:
            person = await counter.tx.people.get(leave.person_id)
            await leaves.come_back(counter, person, leave)

    async def hands_over(self, counter, staff):
        if len(staff) > 1:
            await hand_over(counter, *self.dice.sample(staff, 2))

    async def leaves(self, counter, staff):
        if person := self.pick(staff):
            await let_go(counter, person, self.pick([one for one in staff if one != person]))

    async def comes_in(self, counter, staff):
        new = await counter.tx.people.add(1000 + self.step, "nl", Stage.REGISTERED, counter.now)
        branch = counter.programme.branches[0].key
        role = self.dice.choice([Role.COACH, Role.COACH, Role.COORDINATOR])
        await counter.tx.people.save(new.id, role=role, branch=branch)
        person = await counter.tx.people.get(new.id)
        await adopt(counter, person)
        await bring_waiting_cases(counter, person)

    async def time_passes(self, counter, staff):
        self.house.telegram.advance_clock(timedelta(hours=self.dice.choice([1, 9, 26])))

    def talk(self, counter, person):
        visit = Visit(person.telegram_id, self.step)
        tx, now, programme = counter.tx, counter.now, counter.programme
        return Talk(tx, now, programme, counter.letters, visit=visit, person=person)


async def owners(house):
    """Of each open case and of each duo, whether who answers for it works here."""
    async with house.database.reading() as tx:
        kept = await tx.connection.exec_driver_sql(
            "SELECT id, coalesce(taken_by, coach_id), next_at, next_step FROM cases"
            " WHERE closed_at IS NULL"
        )
        cases = [tuple(row) for row in kept]
        duos = await tx.connection.exec_driver_sql(
            "SELECT id, coach_id FROM duos WHERE ended_at IS NULL"
        )
        followed = [tuple(row) for row in duos]
        ids = {row[1] for row in (*cases, *followed) if row[1]}
        people = await tx.people.by_ids(ids)
        staff = await tx.people.staff()
    works = {one for one, person in people.items() if is_staff(person.role)}
    return cases, followed, works, bool(staff)


@pytest.mark.parametrize("seed", [1, 6])
async def test_at_no_instant_is_anything_without_an_owner(house, seed):
    await house.app.actions.samples.gather(DUOS)
    play, seen = Play(house, seed), 0
    for _ in range(STEPS):
        deed = await play.act()
        await house.app.actions.leaves.look()
        await house.app.actions.next_steps.take_due()
        cases, duos, works, has_staff = await owners(house)
        seen = max(seen, len(cases))
        for case_id, owner, next_at, next_step in cases:
            assert None not in (next_at, next_step), (deed, play.step, case_id)
            assert owner in works if has_staff else owner is None, (deed, play.step, owner)
        if has_staff:
            assert all(coach in works for _, coach in duos), (deed, play.step)
    assert seen > 3
