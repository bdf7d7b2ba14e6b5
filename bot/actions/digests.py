"""Telling together what would have been too much for one week."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.programme.budget import Budget
from bot.programme.digests import last_wanted, sort_out
from bot.programme.letters import Lane, Letter
from bot.programme.notices import Digest, Notice
from storage.held_letters import Fate, HeldLetter
from storage.letters import DROPPED, HELD, TOLD, WAITING

BATCH = 200
# A tick comes each second. So late we were away, and it may be night by now.
LATE = timedelta(hours=1)


class Digests:
    """What the clock asks for, and nobody else."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def send_due(self) -> int:
        """Tell everybody whose moment has come what was held for them; give how many letters."""
        async with self.desk.open() as counter:
            due = await counter.tx.held_letters.due(counter.now, BATCH)
            for _, theirs in groupby(due, lambda one: one.person_id):
                await _tell(counter, list(theirs))
        return len(due)

    async def drop_expired(self) -> int:
        """Drop what nobody wants any more; give how many letters that were."""
        async with self.desk.open() as counter:
            return await counter.tx.held_letters.drop_expired(counter.now, BATCH)


async def _tell(counter: Counter, held: Sequence[HeldLetter]) -> None:
    """One letter goes as it is, several go as one; what is too much waits for next week's."""
    due, sorted_ = _fair(counter, held[0].due), sort_out(held, counter.now)
    later = Budget.of(counter.programme).next_together(counter.now)
    goes_alone = len(sorted_.told) == 1
    fates = [
        *_fates(sorted_.told, WAITING if goes_alone else TOLD, due),
        *_fates(sorted_.later, HELD, later),
        *_fates(sorted_.unwanted, DROPPED, due),
    ]
    await counter.tx.held_letters.settle(fates, counter.now)
    if not goes_alone and sorted_.told:
        counter.letters.append(_digest(sorted_.told, due))


def _digest(told: Sequence[HeldLetter], due: datetime) -> Letter:
    notice = Digest.holding(Notice.from_facts(one.kind, one.facts) for one in told)
    reader = told[0].person_id
    name = (f"digest:{reader}", str(told[0].id))
    return Letter(reader, notice, *name, Lane.REMINDER, due, expires=last_wanted(told))


def _fair(counter: Counter, due: datetime) -> datetime:
    return due if counter.now - due < LATE else counter.fair(counter.now)


def _fates(letters: Iterable[HeldLetter], state: str, due: datetime) -> list[Fate]:
    return [Fate(one.id, state, due) for one in letters]
