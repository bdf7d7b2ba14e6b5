"""The whole directory at one moment, ready to be asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.programme.directory.index import Index, is_found_alike
from bot.programme.directory.service import Service


@dataclass(frozen=True, slots=True)
class Entry:
    """A service, and how many independent voices have said that it is wrong or closed."""

    service: Service
    doubts: int = 0


Entries = tuple[Entry, ...]


class Catalogue:
    """The directory as it was at one ``version``. It is never changed: the next version is made
    from it, and shares with it what stays the same.
    """

    def __init__(
        self, entries: Iterable[Entry], version: int = 0, index: Index | None = None
    ) -> None:
        self.version = version
        self.by_key: Mapping[str, Entry] = {one.service.key: one for one in entries}
        self._index = index

    @cached_property
    def index(self) -> Index:
        """Where to look. It may name services that are left out here."""
        return self._index or Index(one.service for one in self.by_key.values())

    @property
    def areas(self) -> Mapping[str, str]:
        """Every area in which some service helps, by its short word, in the order of names."""
        return self.index.areas

    def for_need(self, need: str) -> Entries:
        """The entries that help with a need."""
        return self._entries(self.index.by_need.get(need, ()))

    def for_need_in(self, need: str, area: str) -> Entries:
        """The entries that help with a need in exactly this area."""
        return self._entries(self.index.by_place.get((need, area), ()))

    def lines_for(self, need: str) -> Entries:
        """The crisis lines for a need."""
        return self._entries(self.index.lines.get(need, ()))

    def without(self, key: str) -> "Catalogue":
        """The same without one entry."""
        rest = (one for other, one in self.by_key.items() if other != key)
        return Catalogue(rest, self.version, self.index)

    def renewed(
        self, version: int, keys: Sequence[str],
        written: Mapping[str, Service], doubts: Mapping[str, int],
    ) -> "Catalogue":  # fmt: skip
        """The next version: the services of these keys, of which some were written since."""
        new = Catalogue(self._renewed(keys, written, doubts), version)
        if new._is_found_as(self, written):
            new._index = self.index
        return new

    def _renewed(
        self, keys: Sequence[str], written: Mapping[str, Service], doubts: Mapping[str, int]
    ) -> Iterator[Entry]:
        for key in keys:
            known, doubted = self.by_key.get(key), doubts.get(key, 0)
            service = written.get(key) or (known and known.service)
            if known and known.service is service and known.doubts == doubted:
                yield known
            elif service:
                yield Entry(service, doubted)

    def _is_found_as(self, other: "Catalogue", written: Iterable[str]) -> bool:
        """Whether these are the same services, and those written are found by the same."""
        return self.by_key.keys() == other.by_key.keys() and all(
            is_found_alike(self.by_key[key].service, other.by_key[key].service)
            for key in written
            if key in self.by_key
        )

    def _entries(self, keys: Iterable[str]) -> Entries:
        return tuple(self.by_key[key] for key in keys if key in self.by_key)
