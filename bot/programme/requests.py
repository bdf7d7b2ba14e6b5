"""What somebody who calls a coach is asked, and who may hear of it."""

from enum import StrEnum

from bot.programme.cases import About, Reason, Urgency, WhoMayKnow
from bot.programme.people import Role


class Asks(StrEnum):
    """The small questions after the call, in their order. Each may be left open."""

    ABOUT = "about"
    URGENCY = "urgency"
    AUDIENCE = "audience"


# What people may choose; only the programme says that it cannot wait at all.
URGENCIES = (Urgency.TODAY, Urgency.WEEK, Urgency.QUESTION)
# What a mentor never hears from us: somebody's health, and what is said of the mentor.
_NOT_FOR_MENTORS = frozenset({About.HEALTH, About.PARTNER})
# The calls of which the person knows, and may see how far they are.
_KNOWN_TO_PERSON = frozenset({
    Reason.ASKED, Reason.DANGER, Reason.OBSTACLE, Reason.GOES_BADLY,
})  # fmt: skip


def after(asked: Asks) -> Asks | None:
    """The question after this one; None when that was the last."""
    order = list(Asks)
    place = order.index(asked) + 1
    return order[place] if place < len(order) else None


def who_may_know(about: About | None, role: str | None, *, in_duo: bool) -> tuple[WhoMayKnow, ...]:
    """Who may be chosen to know of it, the usual choice first."""
    mentor = about is not None and about not in _NOT_FOR_MENTORS
    if mentor and in_duo and role == Role.MENTEE:
        return tuple(WhoMayKnow)
    return (WhoMayKnow.COACH, WhoMayKnow.TEAM)


def is_known_to_person(reason: str) -> bool:
    """Whether the person was told that there is this call, and so hears how far it is."""
    return reason in _KNOWN_TO_PERSON


def is_asked_more(reason: str) -> bool:
    """Whether the person is asked what it is about, how soon, and who may know. Nobody takes the
    haste out of a danger with a tap.
    """
    return reason == Reason.ASKED


def may_end(reason: str) -> bool:
    """Whether the person may say that it is solved. A danger only a coach ends, after a talk: the
    phone may be in other hands.
    """
    return is_known_to_person(reason) and reason != Reason.DANGER
