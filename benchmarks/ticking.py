"""Whether what the clock looks for each second is found as fast among a million rows."""

import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.rows import CLAIMED, NOW, REPEATED, Standing, claimed, median_ms
from benchmarks.town import COACH, ONCE_A_WEEK, READERS, Row, fill, letters, new_database, people
from bot.actions import Actions
from bot.programme.notices import CheckInPrompt
from bot.settings import load_programme
from handlers.ticks import every_second
from storage import Database, Keys, Transaction
from storage.tables import CheckInRow, DuoRow, OutboxRow, PersonRow, PromptRow, RhythmRow

COMING = NOW + timedelta(days=3)
LONG_AGO = NOW - timedelta(weeks=10)
WEEK = "2026-W10"
Ask = Callable[[Transaction], Awaitable[Sequence[object]]]


@dataclass(frozen=True, slots=True)
class Ticked:
    """Milliseconds of CPU, medians; ``nothing`` is for all the looks of one second together."""

    rows: int
    nothing: float
    to_ask: float
    to_remind: float
    to_close: float
    to_send: float


async def ticked(rows: int) -> Ticked:
    """So many rhythms, questions and letters are stored; then a hundred of each fall due."""
    keys = Keys.from_text(Keys.generate())
    with tempfile.TemporaryDirectory() as folder:
        database = await new_database(Path(folder), keys)
        await fill(database, PersonRow, people(keys, READERS + 2, NOW))
        await _move_in(database, range(CLAIMED, CLAIMED + rows // 2), due=False)
        await fill(database, OutboxRow, letters(keys, rows, NOW - timedelta(days=1), "sent"))
        actions = Actions.over(database, Standing(), load_programme("duo"), lambda: None)
        nothing = await median_ms(lambda: _look(actions))
        await _move_in(database, range(CLAIMED), due=True)
        waiting = letters(keys, CLAIMED * REPEATED, NOW, "waiting", first=rows + 1)
        await fill(database, OutboxRow, waiting)
        found = Ticked(
            rows, nothing,
            to_ask=await _found(database, lambda tx: tx.rhythms.due(NOW, CLAIMED)),
            to_remind=await _found(database, _reminders),
            to_close=await _found(database, lambda tx: tx.check_ins.past_patience(NOW, CLAIMED)),
            to_send=await median_ms(lambda: claimed(database)),
        )  # fmt: skip
        await database.close()
    return found


async def _look(actions: Actions) -> None:
    for look in every_second(actions).values():
        await look()


async def _reminders(tx: Transaction) -> Sequence[object]:
    return await tx.silences.to_ask_again(CheckInPrompt.kind, NOW, CLAIMED)


async def _found(
    database: Database, ask: Callable[[Transaction], Awaitable[Sequence[object]]]
) -> float:
    """How long it takes to find a hundred; they are left as they are."""

    async def once() -> None:
        async with database.transaction() as tx:
            found = await ask(tx)
        if len(found) != CLAIMED:
            raise RuntimeError(f"{CLAIMED} are due, and {len(found)} were found.")

    return await median_ms(once)


async def _move_in(database: Database, numbers: range, *, due: bool) -> None:
    await fill(database, DuoRow, _duos(numbers, ended=not due))
    await fill(database, RhythmRow, _rhythms(numbers, due=due))
    await fill(database, CheckInRow, _weeks(numbers, due=due))
    await fill(database, PromptRow, _prompts(numbers, due=due))


def _pair(number: int) -> tuple[int, int]:
    """Duos that have ended share the same people: to make a million of them takes minutes."""
    mentee = 2 + 2 * (number % (READERS // 2))
    return mentee, mentee + 1


def _duos(numbers: range, *, ended: bool) -> Iterator[Row]:
    for number in numbers:
        mentee, mentor = _pair(number)
        yield {
            "id": number + 1, "mentee_id": mentee, "mentor_id": mentor, "coach_id": COACH,
            "formed_at": LONG_AGO, "ended_at": LONG_AGO if ended else None,
            "zone": "Europe/Brussels",
        }  # fmt: skip


def _rhythms(numbers: range, *, due: bool) -> Iterator[Row]:
    """One of the two is due; the other one, and everybody else, stands in the index too."""
    for number in numbers:
        for place, person in enumerate(_pair(number)):
            yield {
                "id": 2 * number + place + 1, "duo_id": number + 1, "person_id": person,
                "next_ask_at": NOW if due and not place else COMING, **ONCE_A_WEEK,
            }  # fmt: skip


def _weeks(numbers: range, *, due: bool) -> Iterator[Row]:
    for number in numbers:
        yield {"id": number + 1, "duo_id": number + 1, "week": WEEK, "asked_at": LONG_AGO,
               "closes_at": NOW if due else COMING}  # fmt: skip


def _prompts(numbers: range, *, due: bool) -> Iterator[Row]:
    for number in numbers:
        for place, person in enumerate(_pair(number)):
            yield {
                "id": 2 * number + place + 1, "check_in_id": number + 1, "person_id": person,
                "size": "full", "asked_at": LONG_AGO, "closes_at": COMING,
                "remind_at": NOW if due and not place else COMING,
            }  # fmt: skip
