"""Whether a mentor has done what comes before a match."""

from collections.abc import Collection, Iterable, Sequence

from bot.programme.road import OTHER_ROLE, Place, place_of

# Why somebody goes back to the training: a coach had said by mistake that they were there.
SLIP = "slip"
# Who stands there can be matched, or was.
READY = frozenset({Place.READY, Place.PROPOSED, Place.MATCHED, Place.IN_DUO, Place.DONE})


def missing(modules: Sequence[str], done: Collection[str]) -> tuple[str, ...]:
    """The modules that are still to come, in their order."""
    return tuple(one for one in modules if one not in done)


def may_be_matched(modules: Sequence[str], done: Collection[str], *, excepted: bool) -> bool:
    """Whether all modules are done, or a coach has recorded an exception and why."""
    return excepted or not missing(modules, done)


def was_ready(steps: Iterable[tuple[str | None, str | None, str]]) -> bool:
    """Whether somebody came this far before, by their steps (from, to, why), the first one first.

    Who came in before roads were kept counts as ready; who left and comes back begins anew. Who
    was ready as a mentee is not so as a mentor: each role has its own way. The step that a slip
    of the finger made, and that was taken back, counts not.
    """
    ready, in_the_other_role, before = False, False, False
    for origin, goal, why in steps:
        if why == OTHER_ROLE:
            ready, in_the_other_role = in_the_other_role, ready or place_of(origin) in READY
        elif goal is None:
            ready = in_the_other_role = False
        elif why == SLIP:
            ready = before
        elif goal in READY or (origin is None and goal != Place.NEW):
            before, ready = ready, True
    return ready


class NotTrained(Exception):
    """The training of this mentor is not done: the action has not looked before."""
