"""The topics of cases: what has to be done at Telegram, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.topic_marks import topic_card_of
from bot.programme.groups import GroupEvent
from bot.programme.letters import Lane
from bot.programme.notices import GroupNews, TopicCard
from bot.programme.topics import Standing, Step, next_step
from storage import Transaction
from storage.case_topics import TopicWork
from storage.staff_groups import NOT_MADE, StaffGroup


@dataclass(frozen=True, slots=True)
class TopicTask:
    """One step at one topic; the card is what shall stand in it, in the language of the group."""

    work: TopicWork
    step: Step
    card: TopicCard
    language: str


class Topics:
    """What whoever speaks to Telegram asks and tells about topics."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def is_due(self, machine_now: datetime) -> bool:
        """Whether there is something to do."""
        async with self.desk.database.reading() as tx:
            return await tx.case_topics.is_due(machine_now)

    async def claim(self, machine_now: datetime) -> TopicTask | None:
        """Take the next step at a topic, for a lease. One that needs none comes to rest here."""
        async with self.desk.database.transaction() as tx:
            for work in await tx.case_topics.claim(machine_now, 1):
                task = await _task(tx, work)
                if task.step is not Step.REST:
                    return task
                await tx.case_topics.rest(work)
        return None

    async def done(self, task: TopicTask, number: int | None = None) -> None:
        """The step is done; ``number`` is that of the new topic, or of the new message."""
        work = task.work
        changes: Mapping[Step, Mapping[str, Any]] = {
            Step.MAKE: {**NOT_MADE, "thread_id": number},
            Step.REOPEN: {"closed_at": None},
            Step.SEND: {"card_id": number, "shown": work.version, "tries": 0},
            Step.CHANGE: {"shown": work.version, "tries": 0},
            Step.CLOSE: {"closed_at": self.desk.clock.now(), "tries": 0},
        }
        async with self.desk.database.transaction() as tx:
            await tx.case_topics.keep(work, **changes[task.step])

    async def is_gone(self, task: TopicTask) -> None:
        """Telegram knows the topic no more: it is made anew, and never written elsewhere."""
        tries = task.work.tries + 1
        async with self.desk.database.transaction() as tx:
            await tx.case_topics.keep(task.work, tries=tries, **NOT_MADE)

    async def card_is_gone(self, task: TopicTask) -> None:
        """Somebody took the card away: it is written anew in its topic."""
        async with self.desk.database.transaction() as tx:
            await tx.case_topics.keep(task.work, card_id=None, tries=task.work.tries + 1)

    async def is_closed(self, task: TopicTask) -> None:
        """Somebody closed the topic of an open case."""
        now, tries = self.desk.clock.now(), task.work.tries + 1
        async with self.desk.database.transaction() as tx:
            await tx.case_topics.keep(task.work, closed_at=now, tries=tries)

    async def wait(self, task: TopicTask, until: datetime, *, counted: bool = False) -> None:
        """Try again then, in the machine's time."""
        tries = task.work.tries + int(counted)
        async with self.desk.database.transaction() as tx:
            await tx.case_topics.wait(task.work, until, tries)

    async def leave_to_private(self, task: TopicTask, *, no_rights: bool) -> None:
        """Nothing more is tried until the case changes: the coaches have it in private."""
        async with self.desk.open() as counter:
            await counter.tx.case_topics.rest(task.work)
            group = await counter.tx.staff_groups.of_chat(task.work.chat_id)
            if group and no_rights:
                await tell_coordinators(counter, group, GroupEvent.NO_RIGHTS)

    async def has_moved(self, task: TopicTask, chat_id: int) -> None:
        """The group has another number; the step is done there at once."""
        async with self.desk.database.transaction() as tx:
            await tx.staff_groups.move(task.work.chat_id, chat_id)
            await tx.case_topics.keep(task.work)

    async def has_lost_group(self, task: TopicTask) -> None:
        """Nothing can be written there any more. Should the group be linked again, it goes on."""
        async with self.desk.open() as counter:
            await lose_group(counter, task.work.chat_id)
            await counter.tx.case_topics.keep(task.work)


async def lose_group(counter: Counter, chat_id: int) -> None:
    """The bot is not in the group of a branch any more; the coordinators hear it once."""
    if group := await counter.tx.staff_groups.lose(chat_id, counter.now):
        await tell_coordinators(counter, group, GroupEvent.LOST)


async def tell_coordinators(counter: Counter, group: StaffGroup, what: GroupEvent) -> None:
    """Once a day at the most; who linked the group may have left since."""
    for one in await counter.tx.people.coordinators(group.branch):
        news = GroupNews(group.branch, what)
        moment = f"{what}:{counter.now:%Y-%m-%d}:{one.id}"
        counter.tell(one.id, news, f"group:{group.id}", moment, lane=Lane.REPLY)


async def _task(tx: Transaction, work: TopicWork) -> TopicTask:
    case = await tx.cases.get(work.case_id)
    standing = Standing(
        is_made=work.thread_id is not None,
        has_card=work.card_id is not None,
        shows_now=work.shown == work.version,
        is_closed=work.closed_at is not None,
    )
    step = next_step(standing, case_is_open=case.closed_at is None)
    reader = await tx.people.get(work.linked_by)
    return TopicTask(work, step, await topic_card_of(tx, case), reader.language)
