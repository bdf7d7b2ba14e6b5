"""The whole directory at one moment, ready to be asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.programme.directory.areas import slug
from bot.programme.directory.service import Service


@dataclass(frozen=True, slots=True)
class Entry:
    """A service, and how many independent voices have said that it is wrong or closed."""

    service: Service
    doubts: int = 0


class Catalogue:
    """The directory as it was at one ``version``; made anew when that changes."""

    def __init__(self, entries: Iterable[Entry], version: int = 0) -> None:
        self.version = version
        self.by_key: Mapping[str, Entry] = {one.service.key: one for one in entries}

    @cached_property
    def by_need(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that help with each need."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.by_key.values():
            for need in entry.service.needs:
                found[need].append(entry)
        return {need: tuple(entries) for need, entries in found.items()}

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """The entries that help with each need in exactly each area."""
        found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for need, entries in self.by_need.items():
            for entry in entries:
                for area in entry.service.areas:
                    found[need, area].append(entry)
        return {where: tuple(entries) for where, entries in found.items()}

    @cached_property
    def lines(self) -> Mapping[str, tuple[Entry, ...]]:
        """The crisis lines for each need."""
        return {
            need: tuple(entry for entry in entries if entry.service.is_crisis_line)
            for need, entries in self.by_need.items()
        }

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """Every area in which some service helps, by its short word, in the order of names."""
        areas = {area for entry in self.by_key.values() for area in entry.service.areas}
        return {slug(area): area for area in sorted(areas)}
