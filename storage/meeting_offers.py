"""Times that one of a duo offers to the other, from the first draft to the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.ids import new_id
from storage.meetings import OPEN_YET, KeptPlace, opened_place, sealed_place
from storage.sealing import Keys
from storage.tables import MeetingOfferRow

REMEMBERED = 20  # offers of which none suited


class OfferState(StrEnum):
    """How far an offer has come."""

    DRAFT = "draft"
    OPEN = "open"
    FIXED = "fixed"
    NONE_FITS = "none_fits"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Offer:
    """Wall times (2026-11-24T14:00) in the zone of the duo that one offers to the other.

    ``meeting_id`` is the meeting that would be moved. ``asks_place_since`` is when an address was
    asked that is not typed yet. ``made_at`` is when the draft was begun; once sent, when it was.
    """

    id: int
    duo_id: int
    offered_by: int
    minutes: int
    meeting_id: int | None = None
    times: tuple[str, ...] = ()
    place: KeptPlace = OPEN_YET
    state: OfferState = OfferState.DRAFT
    asks_place_since: datetime | None = None
    made_at: datetime | None = None

    @property
    def open_key(self) -> str | None:
        """What there may be only one of: a draft of each person, an open offer of a duo."""
        if self.state is OfferState.DRAFT:
            return _draft_key(self.offered_by)
        return _open_key(self.duo_id) if self.state is OfferState.OPEN else None


class MeetingOffers:
    """Questions to the table of offers."""

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys

    async def begin(self, draft: Offer, now: datetime) -> None:
        """Keep a new draft in the place of this person's earlier one."""
        earlier = MeetingOfferRow.open_key == draft.open_key
        await self.connection.execute(delete(MeetingOfferRow).where(earlier))
        row = {**self._sealed(draft), "made_at": now}
        await self.connection.execute(insert(MeetingOfferRow).values(**row))

    async def write(self, draft: Offer) -> None:
        """Keep what has changed in a draft."""
        row = update(MeetingOfferRow).where(MeetingOfferRow.id == draft.id)
        await self.connection.execute(row.values(**self._sealed(draft), **_moment(draft)))

    async def draft_of(self, person_id: int) -> Offer | None:
        """What this person is planning and has not sent."""
        return await self._under(_draft_key(person_id))

    async def open_of(self, duo_id: int) -> Offer | None:
        """The offer in this duo that waits for an answer; all its times may be past."""
        return await self._under(_open_key(duo_id))

    async def get(self, offer_id: int, duo_id: int) -> Offer | None:
        """An offer of whatever state, found only in its own duo."""
        own = (MeetingOfferRow.id == offer_id, MeetingOfferRow.duo_id == duo_id)
        found = select(*_COLUMNS).where(*own)
        row = (await self.connection.execute(found)).one_or_none()
        return self._opened(row) if row else None

    async def refused_of(self, duo_id: int) -> frozenset[str]:
        """The times of which somebody in this duo said that none suits, in the last offers."""
        row = MeetingOfferRow
        which = (row.duo_id == duo_id, row.state == OfferState.NONE_FITS)
        found = select(row.times).where(*which).order_by(row.id.desc()).limit(REMEMBERED)
        offered = (await self.connection.scalars(found)).all()
        return frozenset(one for times in offered for one in times.split())

    async def end(self, offer_id: int, state: OfferState, now: datetime) -> bool:
        """End an offer; False when it is not open any more."""
        which = (MeetingOfferRow.id == offer_id, MeetingOfferRow.state == OfferState.OPEN)
        row = update(MeetingOfferRow).where(*which)
        ended = row.values(state=state, open_key=None, asks_place_since=None, ended_at=now)
        return (await self.connection.execute(ended)).rowcount == 1

    async def drop(self, draft: Offer) -> None:
        """Forget what somebody was planning."""
        row = delete(MeetingOfferRow).where(MeetingOfferRow.id == draft.id)
        await self.connection.execute(row)

    async def ids_of(self, duo_id: int) -> Sequence[int]:
        """All offers of a duo."""
        found = select(MeetingOfferRow.id).where(MeetingOfferRow.duo_id == duo_id)
        return (await self.connection.scalars(found)).all()

    async def end_all(self, duo_id: int, now: datetime) -> None:
        """The duo has ended: forget its drafts and typed addresses, and end what is open."""
        row = MeetingOfferRow
        drafts = (row.duo_id == duo_id, row.state == OfferState.DRAFT)
        await self.connection.execute(delete(row).where(*drafts))
        open_ = (row.duo_id == duo_id, row.state == OfferState.OPEN)
        ended = {"state": OfferState.WITHDRAWN, "open_key": None, "ended_at": now}
        await self.connection.execute(update(row).where(*open_).values(**ended))
        theirs = update(row).where(row.duo_id == duo_id)
        await self.connection.execute(theirs.values(place_words=None))

    async def _under(self, open_key: str) -> Offer | None:
        found = select(*_COLUMNS).where(MeetingOfferRow.open_key == open_key)
        row = (await self.connection.execute(found)).one_or_none()
        return self._opened(row) if row else None

    def _sealed(self, offer: Offer) -> dict[str, Any]:
        return {
            "id": offer.id, "open_key": offer.open_key, "duo_id": offer.duo_id,
            "offered_by": offer.offered_by, "meeting_id": offer.meeting_id,
            "times": " ".join(offer.times), "minutes": offer.minutes, "state": offer.state,
            "asks_place_since": offer.asks_place_since,
            **sealed_place(self.keys, "meeting_offers", offer.id, offer.place),
        }  # fmt: skip

    def _opened(self, row: Row[*tuple[Any, ...]]) -> Offer:
        place = opened_place(self.keys, "meeting_offers", row)
        whose = (row.id, row.duo_id, row.offered_by, row.minutes, row.meeting_id)
        times, state = tuple(row.times.split()), OfferState(row.state)
        return Offer(*whose, times, place, state, row.asks_place_since, row.made_at)


def new_draft(
    duo_id: int, offered_by: int, minutes: int, meeting_id: int | None, place: KeptPlace
) -> Offer:
    """A draft that is not stored yet."""
    return Offer(new_id(), duo_id, offered_by, minutes, meeting_id, place=place)


_COLUMNS = (
    MeetingOfferRow.id,
    MeetingOfferRow.duo_id,
    MeetingOfferRow.offered_by,
    MeetingOfferRow.minutes,
    MeetingOfferRow.meeting_id,
    MeetingOfferRow.times,
    MeetingOfferRow.place_kind,
    MeetingOfferRow.place_key,
    MeetingOfferRow.place_words,
    MeetingOfferRow.state,
    MeetingOfferRow.asks_place_since,
    MeetingOfferRow.made_at,
)


def _moment(offer: Offer) -> dict[str, datetime]:
    return {"made_at": offer.made_at} if offer.made_at else {}


def _draft_key(person_id: int) -> str:
    return f"draft:{person_id}"


def _open_key(duo_id: int) -> str:
    return f"open:{duo_id}"
