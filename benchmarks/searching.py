"""One search for help, from a sentence to services: its CPU, in few and in many services."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.directory import starter
from bot.programme.directory import Catalogue, Entry, Service
from bot.programme.directory.choosing import Wish, choose, municipalities
from bot.programme.directory.naming import Names
from bot.programme.directory.reading import read_service
from bot.programme.directory.towns import find_place
from bot.programme.needs import read_needs
from bot.settings import load_programme

FEW_SERVICES, MANY_SERVICES = 300, 10_000
TIMES = 50
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
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


def _services(count: int) -> list[Service]:
    known = [read_service(one) for one in starter.services()]
    return [
        replace(known[number % len(known)], key=f"{known[number % len(known)].key[:28]}-{number}")
        for number in range(count)
    ]


def _search_in(catalogue: Catalogue) -> Callable[[str], object]:
    """What is done between hearing a sentence and leaving the answer, without the database."""
    programme = load_programme("duo")
    known = tuple((town, branch.area) for branch in programme.branches for town in branch.towns)
    names = Names(catalogue)

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
