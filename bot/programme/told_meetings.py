"""A meeting as letters carry it: what was agreed, and nothing about the people."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.programme.meeting_places import Place, PlaceKind


@dataclass(frozen=True, slots=True)
class ToldMeeting:
    """From when until when (UTC) the two of a duo meet, and where; wall times are in ``zone``.

    ``branch`` is the one whose public places are meant. ``sequence`` rises with every change.
    """

    id: int
    duo_id: int
    starts: str
    ends: str
    zone: str
    sequence: int
    place_kind: str = PlaceKind.OPEN
    place_key: str = ""
    place_words: str = ""
    branch: str = ""

    def facts(self) -> dict[str, Any]:
        """As a notice carries it."""
        return asdict(self)

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> "ToldMeeting":
        """As a notice carried it."""
        return cls(**facts)

    @property
    def starts_at(self) -> datetime:
        """The instant at which it begins."""
        return datetime.fromisoformat(self.starts)

    @property
    def ends_at(self) -> datetime:
        """The instant at which it ends."""
        return datetime.fromisoformat(self.ends)

    @property
    def where(self) -> ZoneInfo:
        """The zone of its wall times."""
        return ZoneInfo(self.zone)

    @property
    def place(self) -> Place:
        """Where the two meet."""
        return Place(PlaceKind(self.place_kind), self.place_key, self.place_words)
