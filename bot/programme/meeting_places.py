"""Where a duo can meet: far apart, at the branch, in public, or at an address of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Names = Mapping[str, str]


class PlaceKind(StrEnum):
    """What kind of place a meeting has."""

    ONLINE = "online"
    PHONE = "phone"
    BRANCH = "branch"
    PUBLIC = "public"
    ADDRESS = "address"
    OPEN = "open"


# These are open at some hours only, which are known in words at most.
WITH_HOURS = frozenset({PlaceKind.BRANCH, PlaceKind.PUBLIC})


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """A public place that a branch knows: a library, a community centre.

    ``hours`` is a plain line in each language. ``latitude`` and ``longitude`` are degrees of WGS
    84, both or neither; ``step_free`` is None when nobody knows.
    """

    key: str
    name: Names
    address: str
    hours: Names
    free: bool
    step_free: bool | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one meeting: its kind, the key of a public place, and typed words."""

    kind: PlaceKind = PlaceKind.OPEN
    key: str = ""
    words: str = ""


# Letters: shorter is no address, longer is a story.
SHORTEST_ADDRESS, LONGEST_ADDRESS = 4, 200


def read_address(text: str) -> str | None:
    """The address that somebody typed, on one line; None when it can be none."""
    plain = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    said = " ".join(plain.split())
    has_words = any(letter.isalpha() for letter in said)
    return said if has_words and SHORTEST_ADDRESS <= len(said) <= LONGEST_ADDRESS else None
