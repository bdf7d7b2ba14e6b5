"""What a programme settles about its sessions, and how that is read from its file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.programme.entries import Entries

SHORTEST, LONGEST = 15, 600  # minutes
MOST_SEATS = 500
LONGEST_HOLD = 72  # hours
# What stands in the place of a module where an info session is meant.
INFO = "info"


@dataclass(frozen=True, slots=True)
class Sessions:
    """How long an info session usually lasts (minutes), how many seats a session usually has, and
    for how many hours a place that became free is kept for who waits.
    """

    info_minutes: int
    seats: int
    hold_hours: int


@dataclass(frozen=True, slots=True)
class Module:
    """One half-day of the training, by its name in each language."""

    key: str
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Training:
    """The modules of the training in their order, and how long each one lasts, in minutes."""

    minutes: int
    modules: tuple[Module, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What a mentor does before a match."""
        return tuple(one.key for one in self.modules)

    def module(self, key: str) -> Module | None:
        """The module of that key, or None when there is no such module any more."""
        return next((one for one in self.modules if one.key == key), None)


def read_sessions(entries: Entries) -> Sessions:
    """The table ``sessions`` of a programme file."""
    sessions = Sessions(
        info_minutes=entries.whole_number("info_minutes", SHORTEST, LONGEST),
        seats=entries.whole_number("seats", 1, MOST_SEATS),
        hold_hours=entries.whole_number("hold_hours", 1, LONGEST_HOLD),
    )
    entries.finish()
    return sessions


def read_training(entries: Entries, languages: tuple[str, ...]) -> Training:
    """The table ``training``; a programme without modules has no training."""
    modules = tuple(_read_module(one, languages) for one in entries.maybe_tables("modules"))
    training = Training(entries.whole_number("minutes", SHORTEST, LONGEST), modules)
    entries.finish()
    return training


def twice_or_odd(training: Training) -> Iterator[str]:
    """What no single entry shows: two modules of one key, or one that means something else."""
    keys = training.keys
    for key in sorted({one for one in keys if keys.count(one) > 1}):
        yield f'training.modules names "{key}" {keys.count(key)} times; once is enough.'
    if INFO in keys:
        yield f'training.modules: no key may be "{INFO}", which means an info session.'


def _read_module(entries: Entries, languages: tuple[str, ...]) -> Module:
    module = Module(entries.key("key"), entries.names("name", languages))
    entries.finish()
    return module
