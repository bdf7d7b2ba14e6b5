"""Which of the letters that were held for one person are told together, and which are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

# More would be a long way down on a small phone, and more buttons than anybody reads.
MOST_TOGETHER = 6


class Held(Protocol):
    """As much of a held letter as tells whether it is still wanted."""

    @property
    def kind(self) -> str: ...

    @property
    def subject(self) -> str: ...

    @property
    def expires(self) -> datetime | None: ...


Letter = TypeVar("Letter", bound=Held)


@dataclass(frozen=True, slots=True)
class Sorted(Generic[Letter]):
    """What is told now, what waits for a later time, and what nobody wants any more."""

    told: Sequence[Letter]
    later: Sequence[Letter]
    unwanted: Sequence[Letter]


def sort_out(held: Sequence[Letter], now: datetime) -> Sorted[Letter]:
    """What becomes of the letters held for one person, the oldest first.

    Of several of a kind about the same subject the newest says what the others said.
    """
    wanted = list(_newest_of_each(one for one in held if not is_over(one, now)))
    unwanted = [one for one in held if one not in wanted]
    return Sorted(wanted[:MOST_TOGETHER], wanted[MOST_TOGETHER:], unwanted)


def is_over(letter: Held, now: datetime) -> bool:
    """Whether nobody wants it any more."""
    return letter.expires is not None and letter.expires <= now


def last_wanted(letters: Iterable[Held]) -> datetime | None:
    """Until when at least one of them is wanted; None when one of them is wanted for ever."""
    ends = [one.expires for one in letters]
    return None if None in ends else max(end for end in ends if end)


def _newest_of_each(letters: Iterable[Letter]) -> Iterable[Letter]:
    return {(one.kind, one.subject): one for one in letters}.values()
