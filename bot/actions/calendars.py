"""Meetings in somebody's own calendar: a private link, and what is read at it."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.meeting_letters import told_meeting
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices import CalendarLink, CalendarShown
from bot.programme.people import Visit
from bot.programme.told_meetings import ToldMeeting
from storage import Transaction
from storage.calendar_feeds import FeedMeeting
from storage.people import Person

SECRET_BYTES = 32
# Past meetings stay in a calendar for as long as what is known of them may be kept.
LOOKS_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One meeting in a calendar, with the first name of the other one; empty once a duo ended."""

    told: ToldMeeting
    partner: str
    changed_at: datetime
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """What one calendar reads, and the language of its owner."""

    language: str
    entries: tuple[FeedEntry, ...]


class Calendars:
    """What a person can do about their own calendar, and what that calendar can ask.

    ``public_url`` is where the web door is reachable from outside; without it there are no links.
    """

    def __init__(self, desk: Desk, public_url: str | None = None) -> None:
        self.desk = desk
        self.public_url = public_url

    async def show(self, visit: Visit) -> None:
        """Say how meetings come into one's own calendar."""
        async with self.desk.serve(visit) as talk:
            if await _is_in_a_duo(talk):
                has_link = await talk.tx.calendar_feeds.is_open(talk.person.id)
                talk.reply(CalendarShown(self.public_url is not None, has_link))

    async def make_link(self, visit: Visit) -> None:
        """Make a private link; an earlier one works no longer. Only its hash is kept."""
        async with self.desk.serve(visit) as talk:
            if not await _is_in_a_duo(talk):
                return
            if self.public_url is None:
                talk.reply(CalendarShown(can_link=False, has_link=False))
                return
            secret = secrets.token_urlsafe(SECRET_BYTES)
            await talk.tx.calendar_feeds.make(talk.person.id, _hashed(secret), talk.now)
            talk.reply(CalendarLink(f"{self.public_url}/calendar/{secret}.ics"))

    async def stop_link(self, visit: Visit) -> None:
        """Let the link work no longer; whoever has one may stop it, in a duo or not."""
        async with self.desk.serve(visit) as talk:
            stopped = await talk.tx.calendar_feeds.stop(talk.person.id, talk.now)
            if stopped or await _is_in_a_duo(talk):
                can_link = self.public_url is not None
                talk.reply(CalendarShown(can_link, has_link=False, stopped=True))

    async def read(self, secret: str) -> Feed | None:
        """What a calendar finds behind this secret; None when it is unknown or was stopped."""
        async with self.desk.database.reading() as tx:
            reader = await tx.calendar_feeds.reader(_hashed(secret))
            if reader is None:
                return None
            since = self.desk.clock.now() - LOOKS_BACK
            found = await tx.calendar_feeds.meetings_of(reader, since)
            return await _feed(tx, reader, found)


async def _is_in_a_duo(talk: Talk) -> bool:
    if await talk.tx.duos.of(talk.person.id):
        return True
    show_whereabouts(talk, OLD_BUTTON)
    return False


async def _feed(tx: Transaction, reader: int, found: Sequence[FeedMeeting]) -> Feed:
    people = await tx.people.by_ids({reader, *(one.partner_id for one in found)})
    own = people[reader]
    entries = tuple(_entry(one, own, people[one.partner_id]) for one in found)
    return Feed(own.language, entries)


def _entry(one: FeedMeeting, own: Person, partner: Person) -> FeedEntry:
    name = partner.first_name if one.duo_stands else ""
    told = told_meeting(one.meeting, (own, partner))
    return FeedEntry(told, name, one.changed_at, one.meeting.cancelled_at is not None)


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
