"""Passing words on: long ones in pieces, short ones together, none of them lost."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def size(words: str) -> int:
    """How long words are as Telegram counts: in UTF-16, where an emoji is two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def pieces(words: str, longest: int) -> tuple[str, ...]:
    """The words in pieces of at most so many letters, cut between words where that can be."""
    rest, cut_off = words.strip(), []
    while len(rest) > longest:
        at = _end_of(rest, longest)
        cut_off.append(rest[:at])
        rest = rest[at:].lstrip()
    return (*cut_off, rest) if rest else tuple(cut_off)


def together(
    items: Iterable[Item], size_of: Callable[[Item], int], longest: int
) -> Sequence[tuple[Item, ...]]:
    """The items in as few groups as hold them in order; each is so long at most, or one item."""
    groups: list[tuple[Item, ...]] = []
    room = 0
    for item in items:
        room -= size_of(item)
        if not groups or room < 0:
            groups.append(())
            room = longest - size_of(item)
        groups[-1] = (*groups[-1], item)
    return groups


def _end_of(words: str, longest: int) -> int:
    """Where to cut: after the last whole word that fits, unless it would leave hardly anything."""
    space = max(words.rfind(" ", 0, longest), words.rfind("\n", 0, longest))
    return space if space > longest // 2 else longest
