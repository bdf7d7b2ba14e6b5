"""Asking who waits for a duo, once a month, whether they still look."""

from itertools import groupby

from bot.actions.coaches import tell_near
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.monthly.letters import subject_of
from bot.programme.notices.waiting import SomebodyUnheard, StillLooking
from bot.programme.road import Place
from bot.programme.waiting.monthly import following, is_for_coach
from storage.people import Person

BATCH = 50


class Asking:
    """What the clock does about who waits."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask_due(self) -> int:
        """Ask everybody whose month is over, or let a coach call; give how many they were."""
        async with self.desk.open() as counter:
            due = await counter.tx.searching.due(counter.now, BATCH)
            in_turn = sorted(due, key=lambda one: one.unanswered)
            for unanswered, those in groupby(in_turn, lambda one: one.unanswered):
                await _ask(counter, [one.person_id for one in those], unanswered)
        return len(due)


async def _ask(counter: Counter, ids: list[int], unanswered: int) -> None:
    plan = following(unanswered, counter.now)
    claimed = await counter.tx.searching.claim(ids, unanswered, counter.now, plan)
    moment = f"{counter.now:%Y%m%d%H%M%S%f}"
    for person in (await counter.tx.people.by_ids(claimed)).values():
        if is_for_coach(unanswered):
            await _tell_coach(counter, person)
            continue
        notice = StillLooking(str(person.role), trains=person.road == Place.TRAINING)
        due = counter.fair(counter.now)
        # The question of next month takes the place of one that nobody had time to tell.
        counter.plan(
            person.id, notice, subject_of(person.id), moment, due=due, expires=plan.ask_at
        )


async def _tell_coach(counter: Counter, person: Person) -> None:
    news = SomebodyUnheard(person.id, person.first_name, str(person.role))
    await tell_near(counter, person.branch, news, f"unheard:{person.id}")
