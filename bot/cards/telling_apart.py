"""Names that begin alike, so that they can be told apart on small buttons."""

from collections.abc import Sequence
from itertools import takewhile

ROOM = 21  # letters of a button beside "1. "


def told_apart(names: Sequence[str]) -> list[str]:
    """The names; one that is cut off on a button loses the first words that another one shares.

    Of "Health centre Brugse Poort" beside "Health centre Nieuw Gent" remains "Brugse Poort".
    """
    return [name if len(name) <= ROOM else _own_words(name, names) for name in names]


def _own_words(name: str, names: Sequence[str]) -> str:
    words = name.split()
    others = [one.split() for one in names if one != name]
    own = words[max((_shared(words, other) for other in others), default=0) :]
    return " ".join((own[0][:1].upper() + own[0][1:], *own[1:])) if own else name


def _shared(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words stand at the beginning of both."""
    pairs = zip(words, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
