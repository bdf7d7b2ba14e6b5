"""One search for help, from a sentence to services, and the road around it with the database."""

import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import update

from benchmarks.rows import Standing
from benchmarks.stillness import Step, settle_memory, timed
from benchmarks.town import COACH, fill, new_database, people
from bot.actions import Actions
from bot.directory import starter
from bot.programme.directory import Catalogue, Entry, Service
from bot.programme.directory.choosing import Wish, choose, municipalities
from bot.programme.directory.reading import read_service
from bot.programme.directory.towns import find_place
from bot.programme.directory.writing import write_service
from bot.programme.keeping import Fault
from bot.programme.needs import read_needs
from bot.programme.people import Visit
from bot.settings import load_programme
from storage import Database, Keys
from storage.inbox import Arrival
from storage.tables import PersonRow, ServiceRow

FEW_SERVICES, MANY_SERVICES = 300, 10_000
TIMES = 50
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
LONG_AGO = date(2025, 1, 1)
VISITS, PEOPLE = 20, 4
SENTENCES = (
    "mijn huisbaas zet me buiten in Anderlecht",
    "j'ai perdu ma carte de mutuelle",
    "who can help with my CV",
    "ik zoek een goedkope advocaat voor mijn ruzie met de huisbaas in antwerpem",
)


@dataclass(frozen=True, slots=True)
class Searched:
    """Milliseconds of CPU for one search: the median, and the slowest sentence's median."""

    services: int
    median_ms: float
    slowest_ms: float


def searched(count: int) -> Searched:
    """Search among so many services: the starter directory, again and again under other keys."""
    search = _search_in(Catalogue(Entry(one) for one in _services(count)))
    medians = [_median_ms(lambda text=text: search(text)) for text in SENTENCES]
    return Searched(count, statistics.median(medians), max(medians))


async def walked(count: int) -> tuple[Step, ...]:
    """What happens around a search among so many services, with the database in the road."""
    keys = Keys.from_text(Keys.generate())
    with tempfile.TemporaryDirectory() as folder:
        database = await new_database(Path(folder), keys)
        await fill(database, PersonRow, people(keys, PEOPLE, NOW))
        async with database.transaction() as tx:
            await tx.directory.put([write_service(one) for one in _services(count)])
            await tx.inbox.store([Arrival(one, None, {}) for one in range(VISITS)], NOW)
        settle_memory()
        steps = [one async for one in _steps(database)]
        await database.close()
    return tuple(steps)


async def _steps(database: Database) -> AsyncIterator[Step]:
    actions = Actions.over(database, Standing(), load_programme("duo"), lambda: None)
    updates, (first, second, *_) = iter(range(VISITS)), (one.key for one in _services(PEOPLE))

    def visit(person: int) -> Visit:
        return Visit(person, next(updates))

    async def search(text: str = SENTENCES[0]) -> None:
        async with actions.directory.desk.serve(visit(PEOPLE)) as talk:
            await actions.signposts.hear(talk, text)

    yield await timed("the directory is read after the start", actions.directory.keep_at_hand())
    await search()
    yield await timed("a search", search())
    report = actions.keeping.report(visit(PEOPLE), first, Fault.CLOSED)
    yield await timed("somebody reports an entry", report)
    yield await timed("the first search after a report", search())
    async with database.transaction() as tx:
        await tx.connection.execute(update(ServiceRow).values(assured_on=LONG_AGO))
    yield await timed("the look of the day when all entries are old", actions.keeping.look())
    assured = actions.keeping.assure(visit(COACH), second)
    yield await timed("staff make sure of one of the old entries", assured)
    yield await timed("the first search after that", search())
    async with database.transaction() as tx:
        await tx.directory.put([{**write_service(_services(1)[0]), "name_i18n": {"nl": "Nieuw"}}])
    yield await timed("the first search after a name changed", search())


def _services(count: int) -> list[Service]:
    known = [read_service(one) for one in starter.services()]
    return [_copy(known[number % len(known)], number, len(known)) for number in range(count)]


def _copy(service: Service, number: int, known: int) -> Service:
    """A country with many services has no more crisis lines than one with few."""
    line = service.is_crisis_line and number < known
    return replace(service, key=f"{service.key[:28]}-{number}", is_crisis_line=line)


def _search_in(catalogue: Catalogue) -> Callable[[str], object]:
    """What is done between hearing a sentence and leaving the answer, without the database."""
    programme = load_programme("duo")
    known = tuple((town, branch.area) for branch in programme.branches for town in branch.towns)
    names = catalogue.index.names

    def search(text: str) -> object:
        place = find_place(text, catalogue.areas.values(), known)
        needs = read_needs(place.rest if place else text).codes
        names.named_in(text)
        wish = Wish(needs[0], place.area if place else "BE-BRU", "en", NOW, programme.zone)
        return choose(catalogue, wish), municipalities(catalogue, wish)

    return search


def _median_ms(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken)
