"""What is known of a service, after the shape of Open Referral HSDS 3.0."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

# A text in each language it exists in; a language may be missing.
Names = Mapping[str, str]


class Confidence(StrEnum):
    """How sure those who gathered an entry were of it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """Whether a service exists, in the words of HSDS."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    CLOSED = "temporarily closed"


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as one dials it in Belgium; ``international`` is None for short numbers."""

    dial: str
    international: str | None = None
    is_free: bool | None = None
    about: Names = field(default_factory=dict)
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """Wall times between which a service is open on these days of the week; Monday is 0.

    ``closes`` before or at ``opens`` lies on the next day. 00:00-23:59 is the whole day.
    """

    days: tuple[int, ...]
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Place:
    """Where one goes. Coordinates are degrees (WGS 84), None when nobody measured them."""

    street: str
    postal_code: str
    town: str
    latitude: float | None = None
    longitude: float | None = None
    step_free: bool | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """One service as a person needs to know it. ``key`` is its name for ever.

    ``areas`` are codes such as BE, BE-VLG and BE-VLG:Gent; ``languages`` is empty when any
    language may be tried; ``is_free`` is None when nobody knows. ``assured_on`` is the day on
    which somebody last made sure of the entry, None when nobody ever did.
    """

    key: str
    name: Names
    organization: str
    needs: tuple[str, ...]
    areas: tuple[str, ...]
    description: Names = field(default_factory=dict)
    eligibility: Names = field(default_factory=dict)
    fees: Names = field(default_factory=dict)
    bring: Names = field(default_factory=dict)
    alert: Names = field(default_factory=dict)
    hours: Names = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    openings: tuple[Opening, ...] = ()
    places: tuple[Place, ...] = ()
    website: str | None = None
    email: str | None = None
    is_free: bool | None = None
    is_crisis_line: bool = False
    confidence: Confidence = Confidence.MEDIUM
    status: Status = Status.ACTIVE
    gathered_on: date | None = None
    assured_on: date | None = None

    @property
    def is_always_open(self) -> bool:
        """Day and night, all week, in one row or in seven."""
        whole = {day for one in self.openings if is_whole_day(one) for day in one.days}
        return len(whole) == DAYS_A_WEEK

    def understands(self, language: str) -> bool:
        """Whether this language is spoken there; a service that names none takes any."""
        return not self.languages or language in self.languages

    def is_called_from_afar(self, language: str) -> bool:
        """Whether it is a crisis line for those who speak this language, wherever they are: the
        Dutch suicide line helps in Liège too. A line of several languages is bound to its areas,
        and so is one that opens a door in one municipality.
        """
        is_theirs = self.is_crisis_line and self.languages == (language,)
        return is_theirs and not any(":" in area for area in self.areas)


DAYS_A_WEEK = 7
LAST_MINUTE = time(23, 59)


def is_whole_day(opening: Opening) -> bool:
    """HSDS has no 24:00, so a whole day is written 00:00-23:59."""
    return opening.opens == time(0) and opening.closes >= LAST_MINUTE


def in_language(names: Names, language: str) -> tuple[str, str | None]:
    """The text for a reader, and its language when it is not the reader's; ("", None) if none.

    A reader without a text in their own language is shown one that exists, and is told so.
    """
    if language in names:
        return names[language], None
    for other in ("en", "nl", "fr"):
        if other in names:
            return names[other], other
    return next(((text, other) for other, text in names.items()), ("", None))
