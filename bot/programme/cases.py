"""What a coach is called for, how fast, and how far the call has come."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a case was opened."""

    ASKED = "asked"
    DANGER = "danger"
    NO_MEETINGS = "no_meetings"
    DIFFERS = "differs"
    GOES_BADLY = "goes_badly"
    SILENT = "silent"
    RESTS = "rests"
    LEFT = "left"
    UNREACHABLE = "unreachable"
    NOT_DELIVERED = "not_delivered"
    CHECK_SERVICES = "check_services"
    OBSTACLE = "obstacle"


class CaseState(StrEnum):
    """How far a case has come."""

    OPEN = "open"
    READ = "read"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"


class Urgency(StrEnum):
    """How long a case can wait; NOW is for danger, and only the programme says so."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    QUESTION = "question"


class About(StrEnum):
    """What somebody wants to talk about with the coach."""

    MEETINGS = "meetings"
    PARTNER = "partner"
    WORK = "work"
    HOME = "home"
    HEALTH = "health"
    OTHER = "other"


class WhoMayKnow(StrEnum):
    """Who may know of a call. Who stands in for the coach is always among them, or nobody would
    answer while the coach is away.
    """

    COACH = "coach"
    TEAM = "team"
    MENTOR_TOO = "mentor_too"


class Rung(StrEnum):
    """The rungs of the ladder, from the lowest."""

    OWN_COACH = "own_coach"
    DEPUTY = "deputy"
    BRANCH = "branch"
    COORDINATOR = "coordinator"


class NextStep(StrEnum):
    """What comes next in an open case when nobody does anything."""

    CLIMB = "climb"
    REMIND = "remind"
    HOLD = "hold"
    WAKE = "wake"


# Of these a locked phone shows nothing, nor of what is said about the body and the home.
_SENSITIVE = frozenset({Reason.DANGER, Reason.GOES_BADLY, Reason.OBSTACLE})
_PRIVATE = frozenset({About.HEALTH, About.HOME, About.PARTNER})


def is_sensitive(reason: str, about: str | None) -> bool:
    """Whether the first words about a case must name nobody and nothing."""
    return reason in _SENSITIVE or about in _PRIVATE


class Nudge(StrEnum):
    """Why somebody who has the card of a case gets a short reply below it."""

    WAITS = "waits"
    UNANSWERED = "unanswered"
    STILL_OPEN = "still_open"
    WOKEN = "woken"
    CLOSED = "closed"
    ANSWERED = "answered"
    NOT_SENT = "not_sent"
    DANGER = "danger"


class Handed(StrEnum):
    """Why a case went on from who had it: given on, given back, or they were not there."""

    GIVEN = "given"
    BACK = "back"
    AWAY = "away"


class Side(StrEnum):
    """Who wrote a message about a case: the person, a coach to the person, a coach to coaches."""

    PERSON = "person"
    COACH = "coach"
    NOTE = "note"


class Form(StrEnum):
    """What can be passed on from one to the other."""

    TEXT = "text"
    VOICE = "voice"
    PHOTO = "photo"
    DOCUMENT = "document"


class Takes(StrEnum):
    """What the next message on an open line is."""

    MESSAGE = "message"
    ANSWER = "answer"
    NOTE = "note"
