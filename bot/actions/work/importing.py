"""Bringing in people of a file, by the rules of the registration."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.invitations import UnknownBranch
from bot.actions.road import move
from bot.programme.people import Stage
from bot.programme.registration import Question
from bot.programme.road import Place
from bot.programme.work.heads import person_of
from bot.programme.work.rows import Entry, Reading, Wrong, read_row
from storage.entered import Newcomer
from storage.ids import new_id
from storage.transaction import Transaction

PAPER = "paper"
AT_ONCE = 250
Told = tuple[int, dict[str, str]]


class Importing:
    """What an operator can do with a file of people."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def check(self, rows: Iterable[Told], branch: str) -> Sequence[Entry | Wrong]:
        """What each row comes to; the same person twice is wrong. Raises UnknownBranch."""
        programme = self.desk.programme
        if programme.branch(branch) is None:
            known = ", ".join(one.key for one in programme.branches)
            raise UnknownBranch(f"The programme has no branch {branch}. It has: {known}.")
        reading = Reading(programme, self.desk.clock.now().astimezone(programme.zone).date())
        found: list[Entry | Wrong] = []
        rows_of: dict[str, int] = {}
        for number, told in rows:
            one = read_row(number, told, branch, reading)
            if isinstance(one, Entry):
                first = rows_of.setdefault(one.key, number)
                if first != number:
                    one = Wrong(number, f"this is the same person as in row {first}")
            found.append(one)
        return found

    async def known(self, entries: Sequence[Entry]) -> set[str]:
        """The keys of those who came in by an earlier file, or were written into one here."""
        async with self.desk.database.reading() as tx:
            return await _known(tx, entries)

    async def bring_in(self, entries: Sequence[Entry]) -> int:
        """Some of them, in one transaction; give how many were not there yet."""
        async with self.desk.open() as counter:
            known = await _known(counter.tx, entries)
            fresh = [one for one in entries if one.key not in known]
            await _enter(counter, fresh)
        return len(fresh)


async def _known(tx: Transaction, entries: Sequence[Entry]) -> set[str]:
    """Who left is known too: no old file brings them back."""
    people = {one.key: person_of(one.key) for one in entries}
    here = await tx.entered.known_people([one for one in people.values() if one is not None])
    ours = {key for key, person_id in people.items() if person_id in here}
    return ours | await tx.entered.known_keys(list(people))


async def _enter(counter: Counter, entries: Sequence[Entry]) -> None:
    new = {new_id(): one for one in entries}
    people = [(_newcomer(person_id, one), one.key) for person_id, one in new.items()]
    await counter.tx.entered.bring_in(people, counter.now)
    version = counter.programme.privacy_version
    agreed = [(person_id, one.language, _moment(counter, one)) for person_id, one in new.items()]
    await counter.tx.consents.give_on_paper(agreed, version)
    for person in (await counter.tx.people.by_ids(new)).values():
        await move(counter, person, Place.NEW, why="file")


def _newcomer(person_id: int, entry: Entry) -> Newcomer:
    place = (PAPER, None, entry.answers[Question.BRANCH])
    return Newcomer(person_id, entry.language, Stage.REGISTERED, entry.answers, *place)


def _moment(counter: Counter, entry: Entry) -> datetime:
    """Noon of the day on which somebody agreed, and never a moment to come."""
    return min(datetime.combine(entry.agreed_on, time(12), tzinfo=UTC), counter.now)
