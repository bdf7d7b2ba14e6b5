"""A session as letters carry it: what is planned, and nothing about the people."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.programme.training.settings import INFO

# A session as it stands in the facts of a notice.
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldSession:
    """What (the key of a module, or INFO), from when (UTC) and for how long, where and in which
    language. ``place`` is empty for the office of the branch, or an address in the web. ``free``
    is how many seats nobody has; ``state`` what the reader has: a seat, a place in the line.
    """

    id: int
    what: str
    branch: str
    starts: str
    minutes: int
    zone: str
    place: str
    language: str
    free: int = 0
    state: str = ""
    sequence: int = 0

    def facts(self) -> dict[str, Any]:
        """As a notice carries it."""
        return asdict(self)

    @classmethod
    def read(cls, facts: Told) -> "ToldSession":
        """As a notice carried it."""
        return cls(**facts)

    @property
    def starts_at(self) -> datetime:
        """The instant at which it begins."""
        return datetime.fromisoformat(self.starts)

    @property
    def ends_at(self) -> datetime:
        """The instant at which it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def where(self) -> ZoneInfo:
        """The zone of its wall times."""
        return ZoneInfo(self.zone)

    @property
    def is_info(self) -> bool:
        """Whether it is an info session."""
        return self.what == INFO

    @property
    def is_online(self) -> bool:
        """Whether one comes by an address in the web."""
        return is_link(self.place)


def is_link(place: str) -> bool:
    """Whether a place is an address in the web."""
    return place.startswith(("https://", "http://")) and " " not in place
