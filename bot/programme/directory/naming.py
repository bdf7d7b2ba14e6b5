"""A service that somebody calls by its name or its number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.programme.directory.service import Service
from bot.programme.directory.towns import area_named
from bot.programme.names import normalise

MOST_WORDS = 60  # of a sentence in which a name is looked for
SHORTEST_NAME = 4  # letters; what is shorter is too easily another word
IN_BRACKETS = re.compile(r"\(.*?\)|,.*$")
NUMBER = re.compile(r"\d[\d ./-]*\d")
# Said in and around names without changing what is asked.
SMALL = frozenset({
    # Dutch
    "de", "het", "een", "van", "naar", "in", "te", "bij", "bel", "bellen", "ik", "wil", "zoek",
    "nummer", "telefoon", "telefoonnummer", "adres", "waar", "wat", "is", "zijn", "wie", "hoe",
    "kan", "ga", "open", "uren", "openingsuren", "website", "site", "aub", "nieuw", "vzw",
    # French
    "la", "le", "les", "l", "un", "une", "du", "des", "d", "a", "en", "numero", "telephone",
    "adresse", "ou", "est", "appeler", "je", "veux", "aller", "cherche", "quel", "ouvert",
    "heures", "horaire", "svp", "nouveau", "asbl",
    # English
    "the", "an", "of", "call", "phone", "address", "where", "what", "who", "how", "to", "go", "i",
    "want", "looking", "for", "number", "hours", "please", "new", "welcome",
})  # fmt: skip
PLACE = "@"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """The service that a text names; ``certain`` when it can mean nothing else: by its number, or
    by a name that is no common words and says everything that the text says.
    """

    key: str
    certain: bool


class Names:
    """The names and the numbers of services, ready to be recognised."""

    def __init__(self, services: Iterable[Service]) -> None:
        self.numbers: dict[str, str] = {}
        keys: defaultdict[Words, set[str]] = defaultdict(set)
        for service in services:
            for phone in service.phones:
                self.numbers.setdefault(_digits(phone.dial), service.key)
            for name in _names(service):
                keys[name].add(service.key)
        own = ((name, next(iter(some))) for name, some in keys.items() if len(some) == 1)
        self._by_first = _by_first(own)

    def named_in(self, text: str) -> Named | None:
        """The service that a text names; the longest name wins. One word in a sentence does not
        name it: "Ariane" may be somebody's child.
        """
        words = telling_words(text)[:MOST_WORDS]
        numbers = [_digits(one) for one in NUMBER.findall(text)]
        if len(numbers) == 1 and numbers[0] in self.numbers:
            others = [word for word in words if not word.isdigit()]
            return None if others else Named(self.numbers[numbers[0]], certain=True)
        found = max(self._found(words), key=lambda one: len(one[0]), default=None)
        if found is None or len(found[0]) == 1 < len(words):
            return None
        name, key = found
        return Named(key, certain=name == words and not _is_common(name))

    def _found(self, words: Words) -> Iterator[tuple[Words, str]]:
        for start, word in enumerate(words):
            for name, key in self._by_first.get(word, ()):
                if words[start : start + len(name)] == name:
                    yield name, key


def _by_first(names: Iterable[tuple[Words, str]]) -> Mapping[str, list[tuple[Words, str]]]:
    found: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
    for name, key in names:
        found[name[0]].append((name, key))
    return dict(found)


def _names(service: Service) -> Iterator[Words]:
    """What a service is called: its names without what is said in brackets, and without the
    town, as people leave that out.
    """
    for said in {IN_BRACKETS.sub("", name) for name in service.name.values()}:
        whole = telling_words(said)
        short = tuple(word for word in whole if PLACE not in word and word.isalpha())
        names = {whole, short} if short else ()
        yield from (one for one in names if len("".join(one)) >= SHORTEST_NAME)


def telling_words(text: str) -> Words:
    """The words that tell, a town by one name in all languages."""
    told = (word for word in normalise(text).split() if word not in SMALL)
    return tuple(f"{PLACE}{area}" if (area := area_named(word)) else word for word in told)


def _is_common(name: Words) -> bool:
    """Several words without a place or a number, such as "social housing"."""
    return len(name) > 1 and all(word.isalpha() for word in name)


def _digits(number: str) -> str:
    return "".join(one for one in number if one.isdigit())
