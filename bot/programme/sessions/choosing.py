"""Which of the coming sessions fits somebody: their language, and nothing else at that time."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Date:
    """One session as it is chosen from; ``free`` tells whether there is a seat."""

    id: int
    what: str
    starts_at: datetime
    minutes: int
    language: str
    free: bool

    @property
    def ends_at(self) -> datetime:
        """The instant at which it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def meets(self, other: "Date") -> bool:
        """Whether nobody can be at both."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def fitting(dates: Iterable[Date], languages: Collection[str], now: datetime) -> list[Date]:
    """Those that have not begun, in a language that is spoken; the soonest first."""
    fit = (one for one in dates if one.starts_at > now and one.language in languages)
    return sorted(fit, key=lambda one: (one.starts_at, one.id))


def next_of(what: str, fit: Iterable[Date], taken: Collection[Date]) -> Date | None:
    """The first date of a module at which there is a seat and nothing else is planned."""
    free = (one for one in fit if one.what == what and one.free)
    return next((one for one in free if not any(one.meets(other) for other in taken)), None)


def series(
    wanted: Sequence[str], fit: Sequence[Date], taken: Collection[Date]
) -> Mapping[str, Date]:
    """The first free date of each of these modules, of which none meets another one."""
    chosen: dict[str, Date] = {}
    for what in wanted:
        if found := next_of(what, fit, [*taken, *chosen.values()]):
            chosen[what] = found
    return chosen
