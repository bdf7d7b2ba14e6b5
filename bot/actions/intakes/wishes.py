"""Keeping the promise to who found no free time: they hear when there is one."""

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.intakes.free import free_in
from bot.programme.letters import Lane
from bot.programme.notices.intakes.person import IntakeTimesFree
from bot.programme.people import Stage
from bot.programme.road import Place, place_of
from storage.ids import new_id
from storage.intakes.wishes import TIME

MOST_AT_ONCE = 50
# Where on the road somebody stands who can choose a time.
BEFORE = frozenset({Place.NEW, Place.WAIT, Place.OTHER_HELP})


class IntakeWishes:
    """What is promised to who waits for a time."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def look(self) -> int:
        """With each day new times come near enough to be chosen: tell who waits for one."""
        told = 0
        async with self.desk.open() as counter:
            for branch in await counter.tx.intake_wishes.branches(TIME):
                told += await tell_waiting(counter, branch)
        return told


async def tell_waiting(counter: Counter, branch: str | None) -> int:
    """Tell as many as there are free times, who waited longest first; give how many."""
    if branch is None:
        return 0
    waits = await counter.tx.intake_wishes.waiting(branch, TIME, MOST_AT_ONCE)
    free = len(await free_in(counter, branch)) if waits else 0
    people = await counter.tx.people.by_ids([one.person_id for one in waits])
    told: list[int] = []
    for person in (people[one.person_id] for one in waits):
        may = person.stage == Stage.REGISTERED and place_of(person.road) in BEFORE
        if may and person.unreachable_at is None and len(told) < free:
            due = counter.by_day(counter.now)
            notice = IntakeTimesFree(person.branch)
            counter.plan(
                person.id, notice, subject_of_wish(person.id), f"{new_id()}", due=due,
                lane=Lane.REPLY,
            )  # fmt: skip
            told.append(person.id)
    await counter.tx.intake_wishes.mark_told(told, counter.now)
    return len(told)


def subject_of_wish(person_id: int) -> str:
    """What letters about a wish have in common."""
    return f"intake_wish:{person_id}"
