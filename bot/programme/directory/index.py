"""Where in the directory to look: its services by need, by place and by name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from bot.programme.directory.areas import slug
from bot.programme.directory.naming import Names
from bot.programme.directory.service import Service

Keys = tuple[str, ...]


class Index:
    """The keys of services by what they are found by. It stays true when somebody doubts or makes
    sure of an entry.
    """

    def __init__(self, services: Iterable[Service]) -> None:
        self._services = tuple(services)

    def prepared(self) -> "Index":
        """The same with everything looked up once, so that nobody waits for it later: with 10,000
        services that takes some 0.4 s of CPU.
        """
        _ = self.by_place, self.lines, self.areas, self.names
        return self

    @cached_property
    def by_need(self) -> Mapping[str, Keys]:
        """The services that help with each need."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for service in self._services:
            for need in service.needs:
                found[need].append(service.key)
        return {need: tuple(keys) for need, keys in found.items()}

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Keys]:
        """The services that help with each need in exactly each area."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for service in self._services:
            for need in service.needs:
                for area in service.areas:
                    found[need, area].append(service.key)
        return {where: tuple(keys) for where, keys in found.items()}

    @cached_property
    def lines(self) -> Mapping[str, Keys]:
        """The crisis lines for each need."""
        return Index(one for one in self._services if one.is_crisis_line).by_need

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """Every area in which some service helps, by its short word, in the order of names."""
        areas = {area for service in self._services for area in service.areas}
        return {slug(area): area for area in sorted(areas)}

    @cached_property
    def names(self) -> Names:
        """What the services are called, and their numbers."""
        return Names(self._services)


def is_found_alike(one: Service, other: Service) -> bool:
    """Whether two states of a service are found by the same."""
    return _found_by(one) == _found_by(other)


def _found_by(service: Service) -> tuple[object, ...]:
    return service.name, service.needs, service.areas, service.phones, service.is_crisis_line
