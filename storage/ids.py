"""Numbers that name rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random, SystemRandom

BITS = 63
_TRULY = SystemRandom()
_sources: list[Random] = [_TRULY]


def new_id() -> int:
    """A random positive number of 63 bits for a new row: it fits a BIGINT.

    Never sequential: ids travel in buttons and addresses, where one must not tell how many people
    there are, nor lead to a neighbour. With a million rows the chance that any two are alike is
    one in ten million, and the primary key would refuse the second.
    """
    return _sources[-1].randrange(1, 1 << BITS)


@contextmanager
def foreseeable(seed: int) -> Iterator[None]:
    """Meanwhile the numbers are the same every time. Only for a play in which nobody is real."""
    _sources.append(Random(seed))  # noqa: S311  # that they can be foreseen is the point
    try:
        yield
    finally:
        _sources.pop()
