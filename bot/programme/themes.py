"""Which needs are shown under a theme."""

from collections.abc import Mapping

from bot.programme.needs.codes import THEMES

# What people look for under another theme too.
ALSO: Mapping[str, tuple[str, ...]] = {
    "debt": ("admin.benefits", "admin.unemployment", "housing.energy", "food.parcel"),
    "work": ("admin.unemployment", "admin.diploma", "admin.language"),
    "legal": ("housing.rent", "work.rights", "admin.residence"),
    "youth": ("mental.youth",),
    "family": ("violence.partner", "mental.family"),
}


def needs_under(theme: str) -> tuple[str, ...]:
    """The needs of a theme, its own first."""
    return (*THEMES[theme], *ALSO.get(theme, ()))
