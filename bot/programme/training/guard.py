"""Whether a mentor has done what comes before a match."""

from collections.abc import Collection, Iterable, Sequence

from bot.programme.road import Place

# Who stands there can be matched, or was.
READY = frozenset({Place.READY, Place.PROPOSED, Place.MATCHED, Place.IN_DUO, Place.DONE})


def missing(modules: Sequence[str], done: Collection[str]) -> tuple[str, ...]:
    """The modules that are still to come, in their order."""
    return tuple(one for one in modules if one not in done)


def may_be_matched(modules: Sequence[str], done: Collection[str], *, excepted: bool) -> bool:
    """Whether all modules are done, or a coach has recorded an exception and why."""
    return excepted or not missing(modules, done)


def was_ready(steps: Iterable[tuple[str | None, str | None]]) -> bool:
    """Whether somebody came this far before, by their steps (from, to), the first one first.

    Who came in before roads were kept counts as ready; who left and comes back begins anew.
    """
    ready = False
    for origin, goal in steps:
        if goal is None:
            ready = False
        elif goal in READY or (origin is None and goal != Place.NEW):
            ready = True
    return ready


class NotTrained(Exception):
    """The training of this mentor is not done: the action has not looked before."""
