"""Where somebody stands on the road from "I heard about this" to a duo, and where it goes on."""

from collections.abc import Mapping
from enum import StrEnum

from bot.programme.people import Role


class Place(StrEnum):
    """Where somebody stands. Who came in before roads were kept has none, and counts as ready.

    - NEW: registered; the talk with a coach (the intake) is to be planned.
    - INTAKE: that talk is planned.
    - WAIT: a coach and the person wait before they go on.
    - OTHER_HELP: other help is better first.
    - TRAINING: a mentor follows the training.
    - READY: can be matched.
    - PROPOSED: a match was put to both.
    - MATCHED: both said yes; they have not met and signed yet.
    - IN_DUO: in a duo that meets every week.
    - DONE: the last duo has come to its end.
    """

    NEW = "new"
    INTAKE = "intake"
    WAIT = "wait"
    OTHER_HELP = "other_help"
    TRAINING = "training"
    READY = "ready"
    PROPOSED = "proposed"
    MATCHED = "matched"
    IN_DUO = "in_duo"
    DONE = "done"


class NoSuchWay(Exception):
    """From there nobody comes to this place: the action has not looked where the person stands."""


# Somebody else counts on who stands there.
TOGETHER = (Place.PROPOSED, Place.MATCHED, Place.IN_DUO)
_BEFORE_INTAKE = (Place.NEW, Place.INTAKE, Place.WAIT, Place.OTHER_HELP)
_WAYS: Mapping[Place, frozenset[Place]] = {
    Place.NEW: frozenset({*_BEFORE_INTAKE, Place.TRAINING, Place.READY}),
    Place.INTAKE: frozenset({*_BEFORE_INTAKE, Place.TRAINING, Place.READY}),
    Place.WAIT: frozenset({*_BEFORE_INTAKE, Place.TRAINING, Place.READY}),
    Place.OTHER_HELP: frozenset({*_BEFORE_INTAKE, Place.TRAINING, Place.READY}),
    Place.TRAINING: frozenset({*_BEFORE_INTAKE, Place.READY}),
    Place.READY: frozenset({*_BEFORE_INTAKE, Place.TRAINING, Place.PROPOSED}),
    Place.PROPOSED: frozenset({Place.READY, Place.WAIT, Place.OTHER_HELP, Place.MATCHED}),
    Place.MATCHED: frozenset({Place.READY, Place.WAIT, Place.OTHER_HELP, Place.IN_DUO}),
    Place.IN_DUO: frozenset({Place.READY, Place.WAIT, Place.OTHER_HELP, Place.DONE}),
    Place.DONE: frozenset({*_BEFORE_INTAKE, Place.TRAINING, Place.READY}),
}


def place_of(road: str | None) -> Place:
    """Where somebody stands by what is kept of them."""
    return Place(road) if road else Place.READY


def leads(road: str | None, to: Place) -> bool:
    """Whether one can come from there to this place."""
    here = place_of(road)
    return to is here or to in _WAYS[here]


def after_intake(role: str, *, has_training: bool) -> Place:
    """Where the road goes on when a coach and the person decided to go on."""
    return Place.TRAINING if role == Role.MENTOR and has_training else Place.READY


# Why a step was taken: the person said that they are a mentor in place of a mentee, or back.
OTHER_ROLE = "other_role"
# They have found something, or stop for now, and may search again at any time.
FOUND = "found"
_KEPT_FOR_WHO_RETURNS = (Place.WAIT, Place.OTHER_HELP, Place.TRAINING, Place.READY)


def in_other_role(before: tuple[str | None, str] | None) -> Place:
    """Where somebody begins in another role: at the talk with a coach. ``before`` is their last
    step, from where and why; when it was the way out of this role, they are back where they stood.
    """
    origin, why = before or (None, "")
    stood = place_of(origin)
    return stood if why == OTHER_ROLE and stood in _KEPT_FOR_WHO_RETURNS else Place.NEW
