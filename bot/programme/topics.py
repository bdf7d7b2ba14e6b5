"""The topic of a case in the group of the staff: what has to be done to it next.

One step at a time, each read from what is stored, so that a crash between two of them loses
nothing: the step is found again.
"""

from dataclasses import dataclass
from enum import StrEnum

# A number that people say to each other: the case, without telling who it is about.
NUMBERS = 10_000


class Step(StrEnum):
    """What is done to a topic."""

    MAKE = "make"
    REOPEN = "reopen"
    SEND = "send"
    CHANGE = "change"
    CLOSE = "close"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a topic is, as far as we know: whether it was made, has a card that shows the case as it
    is now, and was closed.
    """

    is_made: bool = False
    has_card: bool = False
    shows_now: bool = False
    is_closed: bool = False


def next_step(topic: Standing, *, case_is_open: bool) -> Step:
    """The next thing to do. A case that is closed before its topic was made needs none."""
    if not case_is_open:
        return _ending(topic)
    if not topic.is_made:
        return Step.MAKE
    if topic.is_closed:
        return Step.REOPEN
    if not topic.has_card:
        return Step.SEND
    return Step.REST if topic.shows_now else Step.CHANGE


def _ending(topic: Standing) -> Step:
    if not topic.is_made or topic.is_closed:
        return Step.REST
    return Step.CHANGE if topic.has_card and not topic.shows_now else Step.CLOSE


def number_of(case_id: int) -> str:
    """The short number of a case, by which colleagues speak of it."""
    return f"{case_id % NUMBERS:04}"
