"""Where a service helps and where a person is: codes such as BE, BE-VLG and BE-VLG:Gent.

Country and regions are those of ISO 3166-2; after a colon stands the municipality.
"""

import re
from collections.abc import Iterable
from enum import IntEnum
from zlib import crc32

from bot.programme.names import normalise

COUNTRY = "BE"
REGIONS = ("BE-BRU", "BE-VLG", "BE-WAL")
PART = ":"
LONGEST_SLUG = 32  # letters; it travels in buttons, beside the code of a need
_AREA = re.compile(r"BE(-(BRU|VLG|WAL)(:.{1,40})?)?")
_UNFIT = re.compile(r"[^a-z0-9]+")


class Nearness(IntEnum):
    """How near a service is to a place; less is nearer."""

    TOWN = 0
    REGION = 1
    COUNTRY = 2


def is_area(code: str) -> bool:
    """Whether a code is that of the country, a region or a municipality of Belgium."""
    return bool(_AREA.fullmatch(code))


def nearness(areas: Iterable[str], place: str) -> Nearness | None:
    """How near a service that helps in these areas is to a place; None when it does not help
    there. Who is somewhere in a region, and nobody knows where, is not yet in a municipality.
    """
    near = {_NEAR[area.count(PART) if area != COUNTRY else -1] for area in areas
            if _covers(area, place)}  # fmt: skip
    return min(near, default=None)


def region_of(area: str) -> str:
    """The region of a municipality; the area itself when it is none."""
    return area.partition(PART)[0]


def municipality_of(area: str) -> str | None:
    """The name of the municipality in an area; None for a region or the country."""
    return area.partition(PART)[2] or None


def slug(area: str) -> str:
    """A short word for an area, for buttons: BE-BRU:Saint-Gilles is bru.saint-gilles."""
    region, _, town = area.partition(PART)
    short = region.removeprefix("BE").removeprefix("-").lower() or "be"
    whole = f"{short}.{_UNFIT.sub('-', normalise(town)).strip('-')}" if town else short
    if len(whole) <= LONGEST_SLUG:
        return whole
    # What is cut off still tells two long names apart.
    return f"{whole[: LONGEST_SLUG - 9]}-{crc32(town.encode()):08x}"


def _covers(area: str, place: str) -> bool:
    return area in (COUNTRY, place, region_of(place))


_NEAR = {1: Nearness.TOWN, 0: Nearness.REGION, -1: Nearness.COUNTRY}
