"""What a card can carry beside its text: a number to call, a place on the map, a page of paper,
a picture.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """A number that a tap calls. ``number`` is in its international form: a plus and digits.

    Short numbers such as 112 are none of these: phones would show them with a plus before them.
    """

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A place that a tap shows on the map; degrees of WGS 84."""

    title: str
    address: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Paper:
    """A page that is printed when it is sent; ``page`` is what stands on it, as JSON, and
    ``template`` how it is set.
    """

    file_name: str
    page: str
    template: str = "page"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is drawn when it is sent; ``picture`` is what stands in it, as JSON. What is
    said under it says the same in words.
    """

    file_name: str
    picture: str


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """Meetings for somebody's own calendar, written when it is sent; ``calendar`` is what stands
    in it, as JSON (``bot.cards.ics``).
    """

    file_name: str
    calendar: str


@dataclass(frozen=True, slots=True)
class Relayed:
    """A voice message, a photo or a document that somebody sent: its form, and Telegram's name for
    the file, which Telegram keeps.
    """

    form: str
    file: str


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of dots that another phone reads through its camera. ``address`` is what it
    holds.
    """

    file_name: str
    address: str


Enclosure = Contact | Venue | Paper | CalendarFile | Picture | QrCode | Relayed
