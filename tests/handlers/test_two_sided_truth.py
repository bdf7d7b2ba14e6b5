"""Whatever one of a duo says, and whenever: all that the other one ever receives is the same."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.actions.samples import Sample, SampleDuo
from bot.programme.people import Role
from bot.sandbox.cast import AMIR, ELS, RITA
from bot.sandbox.people import Person
from storage.tables import PromptRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, taps_old

A_WEEK = timedelta(weeks=1)
# When somebody does something in a week: hours after the question. The patience is three days.
IN_TIME, AFTER_THE_REMINDER, LATE, VERY_LATE = 2, 27, 80, 160
LONG_NUMBER = re.compile(r"(?<=:)\d{11,}(?!\d)")
MOMENTS = (0, IN_TIME, 24, AFTER_THE_REMINDER, 72, LATE, VERY_LATE)
# In the third week, in which Rita says nothing; and at night in the one before.
DEAF = {(1, AFTER_THE_REMINDER), (2, IN_TIME)}
# What somebody taps, by the moment; a tap begins with "ci" (an answer) or "cc" (a correction).
Week = dict[int, str]
RITA_DOES: tuple[Week, ...] = (
    {IN_TIME: "ci:{}:not_met"},
    {LATE: "ci:{}:met", VERY_LATE: "cc:{}:moved"},
    {},
    {AFTER_THE_REMINDER: "ci:{}:met"},
)
AMIR_DOES: dict[str, tuple[Week, ...]] = {
    "he says nothing for four weeks": ({}, {}, {}, {}),
    "he says yes each time": ({IN_TIME: "ci:{}:met"},) * 4,
    "he says no each time": ({IN_TIME: "ci:{}:not_met"},) * 4,
    "he says that it was moved, after the reminder": ({AFTER_THE_REMINDER: "ci:{}:moved"},) * 4,
    "he is late, and corrects himself": (
        {LATE: "ci:{}:not_met", VERY_LATE: "cc:{}:met"},
        {IN_TIME: "ci:{}:not_met", AFTER_THE_REMINDER: "cc:{}:met", LATE: "cc:{}:not_met"},
        {VERY_LATE: "ci:{}:met"},
        {IN_TIME: "ci:{}:met", LATE: "cc:{}:moved", VERY_LATE: "cc:{}:not_met"},
    ),
    "he says yes, then nothing": ({IN_TIME: "ci:{}:met"}, {}, {}, {}),
}


@pytest.fixture
async def ritas(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> dict[str, tuple[Someone, Someone]]:
    """A mentee and a mentor for each plan."""
    monkeypatch.setattr("bot.actions.questions.wording_of", lambda week, _: int(week[-2:]))
    return await pairs_for(house, AMIR_DOES)


async def pairs_for(house: House, plans: Iterable[str]) -> dict[str, tuple[Someone, Someone]]:
    """A mentee and a mentor for each, all of the same names and asked in the same words."""
    pairs = {
        plan: (joins(house, replace(AMIR, id=AMIR.id + 10 * number)),
               joins(house, replace(RITA, id=RITA.id + 10 * number)))
        for number, plan in enumerate(plans, 1_000)
    }  # fmt: skip
    els = Sample(ELS.id, "Els", "en", Role.COACH, 1988)
    await house.app.actions.samples.gather([
        SampleDuo(Sample(amir.id, "Amir", "en", Role.MENTEE, 1999),
                  Sample(rita.id, "Rita", "nl", Role.MENTOR, 1962), els)
        for amir, rita in pairs.values()
    ])  # fmt: skip
    await house.settle()
    return pairs


def joins(house: House, person: Person) -> Someone:
    house.telegram.welcome(person)
    return house.phone_of(person.id)


async def test_all_that_rita_reads_is_the_same_whatever_amir_says(house, ritas):
    plans = {}
    for plan, (amir, rita) in ritas.items():
        plans |= {amir: AMIR_DOES[plan], rita: RITA_DOES}
    await live(house, plans)
    read = {plan: read_by(rita) for plan, (_, rita) in ritas.items()}
    first = read["he says nothing for four weeks"]
    assert len(first) == 7, "the duo, four questions, once more, and once after an outage"
    assert {plan for plan, texts in read.items() if texts != first} == set()
    assert len({str(read_by(amir)) for amir, _ in ritas.values()}) == len(ritas)


# What Amir taps before he tells what is in the way.
AMIR_SAYS = {
    "a good week": ("Yes, we met", "2 hours", "5 - very good"),
    "a hard week": ("Yes, we met", "Skip this", "1 - very hard"),
    "no meeting": ("No, not this week", "Skip this"),
    "a meeting that was moved": ("We moved it", "3 - so-so"),
}


async def test_who_hears_what_is_in_the_way_learns_nothing_of_the_answer(house, monkeypatch):
    monkeypatch.setattr("bot.actions.questions.wording_of", lambda week, _: int(week[-2:]))
    pairs = await pairs_for(house, AMIR_SAYS)
    await house.turn_to(FIRST_SUNDAY + timedelta(hours=IN_TIME))
    for said, (amir, _) in pairs.items():
        for tap in AMIR_SAYS[said]:
            await amir.taps(tap)
        for tap in ("Something is in the way", "Money", "My coach and my mentor"):
            await amir.taps(tap)
    await house.pass_by(days=1)
    read = [read_by(rita) for _, rita in pairs.values()]
    assert len(read[0]) == 4, "the duo, the question, what is in the way, and once more"
    assert all(one == read[0] for one in read)


async def live(house: House, plans: dict[Someone, tuple[Week, ...]]) -> None:
    """Four weeks, in which each does what they have planned."""
    for week in range(4):
        for hours in MOMENTS:
            await house.turn_to(FIRST_SUNDAY + week * A_WEEK + timedelta(hours=hours))
            if hours == 0:
                prompts = await prompts_of(house)
            for person, plan in plans.items():
                if (tap := plan[week].get(hours)) and person.id in prompts:
                    await taps_old(person, tap.format(prompts[person.id]))
            if (week, hours) in DEAF:
                await goes_deaf(house)


async def goes_deaf(house: House) -> None:
    """We hear nothing of Telegram for ten minutes, and ask again whose answer may be lost."""
    for minutes in (0, 10, 0):
        house.telegram.advance_clock(timedelta(minutes=minutes))
        now = house.telegram.clock.now()
        await house.app.actions.outages.listened(now, now)
    await house.settle()


async def prompts_of(house: House) -> dict[int, int]:
    """The numbers of the questions that were put just now, by phone."""
    async with house.database.reading() as tx:
        asked = PromptRow.asked_at == house.telegram.clock.now()
        rows = (await tx.connection.execute(select(PromptRow).where(asked))).all()
        people = await tx.people.by_ids({row.person_id for row in rows})
    return {people[row.person_id].telegram_id: row.id for row in rows}


def read_by(person: Someone) -> list[str]:
    """Every message as it stands in the chat; what names a row is named by its place instead."""
    numbers: dict[str, str] = {}

    def by_place(found: re.Match[str]) -> str:
        return numbers.setdefault(found[0], f"#{len(numbers)}")

    told = [json.dumps(one, sort_keys=True).replace(str(person.id), "") for one in person.messages]
    return [LONG_NUMBER.sub(by_place, one) for one in told]
