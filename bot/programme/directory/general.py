"""Where to look when no service is known for a need: further away, or at a general door."""

from collections.abc import Iterator
from dataclasses import replace

from bot.programme.directory.areas import COUNTRY, region_of
from bot.programme.directory.catalogue import Catalogue, Entry
from bot.programme.directory.choosing import Wish, choose, municipalities

# Who helps with anything, in one's own town first; then who knows every service there is.
GENERAL = ("admin.help", "admin.info")
MOST_OF_EACH = 2


def general_doors(catalogue: Catalogue, wish: Wish) -> tuple[Entry, ...]:
    """The best who may be asked about anything where a wish is about."""
    found = {
        entry.service.key: entry
        for need in GENERAL
        for entry in choose(catalogue, replace(wish, need=need))[:MOST_OF_EACH]
    }
    return tuple(found.values())


def wider_places(catalogue: Catalogue, wish: Wish) -> Iterator[str]:
    """The region of a town, and the country, where there is something for the same need."""
    for area in dict.fromkeys((region_of(wish.place), COUNTRY)):
        there = replace(wish, place=area)
        if area != wish.place and (choose(catalogue, there) or municipalities(catalogue, there)):
            yield area
