"""Telling those who follow duos, once a week, how the duos of their branch are."""

from collections import Counter as Tally
from collections.abc import Sequence
from datetime import timedelta

from bot.actions.coaches import within_reach
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.duos_seen import Followed, duos_of, kept_of, seen_by
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
from bot.programme.recurrence import week_key
from storage.duos import Duo
from storage.people import Person

# On the evening before the next one comes nobody wants the letter of the week any more.
WORTH_READING = timedelta(days=6, hours=12)
TOLD = "branches told of their weeks"


class BranchDigests:
    """The letter of the week to the coaches and coordinators of a branch."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.known = ""  # the week of which this process has seen that every branch knows it

    async def tell_due(self) -> int:
        """Tell every branch of its weeks when it is time; give how many were told now. The rows
        are looked at once a week, so that this can be asked each second.

        After a time of silence on our side only the last letter of the week is written. Nothing is
        written ahead: it names people, and whoever leaves meanwhile is not to be named.
        """
        digest, zone = self.desk.programme.digest, self.desk.programme.zone
        week, told = latest_telling(self.desk.clock.now(), digest, zone).week, 0
        if week != self.known:
            while await self._tell_next():
                told += 1
            self.known = week
        return told

    async def _tell_next(self) -> bool:
        """One branch in one transaction. False when all of them know."""
        async with self.desk.open() as counter:
            telling = _telling(counter)
            if not _is_time(counter, telling):
                return False
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


def _is_time(counter: Counter, telling: Telling) -> bool:
    is_fair = counter.fair(counter.now) <= counter.now
    return is_fair and counter.now < telling.at + WORTH_READING


async def _tell(counter: Counter, branch: str, telling: Telling) -> None:
    """Whoever follows a duo that was formed before the letter of this week was due."""
    people = counter.tx.people
    staff = [*await people.coaches(branch), *await people.coordinators(branch)]
    theirs = [
        (reader, [one for one in await duos_of(counter, reader) if one.formed_at <= telling.at])
        for reader in within_reach(staff)
    ]
    kept = await kept_of(counter, {one for _, duos in theirs for one in duos})
    for reader, duos in theirs:
        if duos:
            digest = _digest(counter, reader, seen_by(counter, duos, reader, kept), telling)
            counter.plan(
                reader.id, digest, subject_of_reader(reader.id), telling.week, due=counter.now,
                expires=telling.at + WORTH_READING,
            )  # fmt: skip


async def forget_waiting(counter: Counter, duo: Duo) -> None:
    """Somebody of this duo leaves: no letter of a week names them any more."""
    mentee = await counter.tx.people.get(duo.mentee_id)
    coordinators = await counter.tx.people.coordinators(str(mentee.branch))
    readers = {duo.coach_id, *(one.id for one in coordinators)}
    named = ([BranchDigest.kind], [subject_of_reader(one) for one in readers])
    await counter.tx.forgetting.take_back(*named, counter.now)
    await counter.tx.forgetting.letters_about(*named)


def subject_of_reader(reader_id: int) -> str:
    """What the letters of the week to one reader have in common."""
    return f"follows:{reader_id}"


def _digest(
    counter: Counter, reader: Person, duos: Sequence[Followed], telling: Telling
) -> BranchDigest:
    weeks = weeks_before(last_week_before(telling, counter.programme.zone), WEEKS_TOLD)
    rows = [(*one.names, marks(one.seen.weeks, weeks, _formed(one))) for one in duos]
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


def _formed(one: Followed) -> str:
    return week_key(one.seen.formed_at, one.zone)
