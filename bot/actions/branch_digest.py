"""Telling those who follow duos, once a week, how the duos of their branch are."""

from collections import Counter as Tally
from collections.abc import Sequence
from datetime import timedelta

from bot.actions.coaches import within_reach
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.duos_seen import Followed, duos_of, followed
from bot.programme.branch_digest import (
    MOST_LINES,
    MOST_ROWS,
    WEEKS_TOLD,
    Telling,
    last_week_before,
    latest_telling,
)
from bot.programme.duo_weeks import marks, weeks_before
from bot.programme.notices import BranchDigest
from bot.programme.people import Role
from storage.people import Person

# On the evening before the next one comes nobody wants the letter of the week any more.
WORTH_READING = timedelta(days=6, hours=12)
TOLD = "branches told of their weeks"


class BranchDigests:
    """The letter of the week to the coaches and coordinators of a branch."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def tell_due(self) -> int:
        """Tell every branch of its weeks when it is time; give how many were told now.

        After a time of silence on our side only the last letter of the week is written.
        """
        told = 0
        while await self._tell_next():
            told += 1
        return told

    async def _tell_next(self) -> bool:
        """One branch in one transaction. False when all of them know."""
        async with self.desk.open() as counter:
            telling = _telling(counter)
            noted = (await counter.tx.installation.fact(TOLD) or "").split()
            told = noted[1:] if noted[:1] == [telling.week] else []
            waiting = [one.key for one in counter.programme.branches if one.key not in told]
            if waiting:
                await _tell(counter, waiting[0], telling)
                known = " ".join([telling.week, *told, waiting[0]])
                await counter.tx.installation.note(TOLD, known)
        return bool(waiting)


def _telling(counter: Counter) -> Telling:
    return latest_telling(counter.now, counter.programme.digest, counter.programme.zone)


async def _tell(counter: Counter, branch: str, telling: Telling) -> None:
    """Whoever follows a duo that was formed before the letter of this week was due."""
    people = counter.tx.people
    staff = [*await people.coaches(branch), *await people.coordinators(branch)]
    for reader in within_reach(staff):
        duos = [one for one in await duos_of(counter, reader) if one.formed_at <= telling.at]
        if duos:
            digest = _digest(counter, reader, await followed(counter, duos, reader), telling)
            occurrence = f"{telling.week}:{reader.id}"
            due, expires = counter.fair(counter.now), telling.at + WORTH_READING
            counter.plan(
                reader.id, digest, f"branch:{branch}", occurrence, due=due, expires=expires
            )


def _digest(
    counter: Counter, reader: Person, duos: Sequence[Followed], telling: Telling
) -> BranchDigest:
    weeks = weeks_before(last_week_before(telling, counter.programme.zone), WEEKS_TOLD)
    rows = [(*one.names, marks(one.seen.weeks, weeks)) for one in duos]
    in_need = [one for one in duos if one.needs]
    return BranchDigest(
        branch=str(reader.branch),
        weeks=weeks,
        lines=tuple((one.duo.id, *one.names, one.whys) for one in in_need[:MOST_LINES]),
        more=len(in_need[MOST_LINES:]),
        total=len(duos),
        marks=tuple(sorted(Tally(row[2][-1] for row in rows).items())),
        rows=tuple(rows[:MOST_ROWS]),
        is_whole_branch=reader.role == Role.COORDINATOR,
    )
