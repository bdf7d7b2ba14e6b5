"""The counter: one open transaction, and who stands at it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.programme.fair_moments import fair_from
from bot.programme.letters import Lane, Letter
from bot.programme.notices import Notice
from bot.programme.notices.work import OnBehalf
from bot.programme.people import Visit
from bot.programme.programme import Programme
from bot.programme.recurrence import hold_for_quiet_hours
from storage import Transaction
from storage.people import Person

# What begins within so much time is no news that can wait for the morning.
SOON = timedelta(hours=18)


@dataclass(slots=True)
class Counter:
    """One open transaction, the time it happens at, and the letters it will leave behind."""

    tx: Transaction
    now: datetime
    programme: Programme
    letters: list[Letter] = field(default_factory=list)

    def tell(  # noqa: PLR0913  # what names a letter, and its moment
        self, to: int, notice: Notice, subject: str, occurrence: str = "1", *,
        lane: Lane = Lane.REMINDER, edits: int | None = None, later: timedelta = timedelta(),
        replies_to: int | None = None,
    ) -> None:  # fmt: skip
        """Leave a letter for somebody who did not just speak. Reminders wait for a fair moment,
        and for what may still change, so much ``later``. ``replies_to`` is an earlier message in
        their chat to which this belongs.
        """
        moment = self.now + later
        due = self._gently(notice, moment) if lane >= Lane.REMINDER else moment
        letter = Letter(to, notice, subject, occurrence, lane, due, edits, replies_to=replies_to)
        self.letters.append(letter)

    def tell_by_day(self, to: int, notice: Notice, subject: str) -> None:
        """Leave a letter that waits for the morning, but reaches who takes a break too."""
        due = self._gently(notice, self.now)
        self.letters.append(Letter(to, notice, subject, "1", Lane.REPLY, due))

    def remind_in(  # noqa: PLR0913  # what names a letter, and when it is wanted
        self, zone: ZoneInfo, to: int, notice: Notice, subject: str, occurrence: str = "1", *,
        own_day: bool = False, expires: datetime | None = None,
    ) -> None:  # fmt: skip
        """Leave a reminder for a fair moment where its reader lives. ``own_day``: the reader chose
        this day of the week, so that it is not quiet when it is a Sunday.
        """
        due = self.fair(self.now, zone, own_day=own_day)
        self.plan(to, notice, subject, occurrence, due=due, expires=expires)

    def plan(  # noqa: PLR0913  # what names a letter, and its moment
        self, to: int, notice: Notice, subject: str, occurrence: str, *, due: datetime,
        expires: datetime | None = None, lane: Lane = Lane.REMINDER,
    ) -> None:  # fmt: skip
        """Leave a letter for a moment to come; from ``expires`` on it is not sent any more."""
        letter = Letter(to, notice, subject, occurrence, lane, due, expires=expires)
        self.letters.append(letter)

    def fair(
        self, moment: datetime, zone: ZoneInfo | None = None, *, own_day: bool = False
    ) -> datetime:
        """The first moment from then on at which somebody there may be disturbed."""
        quiet = self.programme.quiet_hours
        return fair_from(moment, quiet, zone or self.programme.zone, own_day=own_day)

    def by_day(self, moment: datetime, zone: ZoneInfo | None = None) -> datetime:
        """What somebody else is the cause of waits for the morning, not for a working day."""
        quiet = self.programme.quiet_hours
        return hold_for_quiet_hours(moment, quiet.start, quiet.end, zone or self.programme.zone)

    def in_time(self, begins: datetime, zone: ZoneInfo) -> datetime:
        """When to bring news of what begins then: by day, unless that would be too late."""
        return self.now if begins - self.now < SOON else self.by_day(self.now, zone)

    def _gently(self, notice: Notice, moment: datetime) -> datetime:
        return self.by_day(moment) if notice.exempt else self.fair(moment)


@dataclass(slots=True)
class Talk(Counter):
    """A counter at which one person stands; ``teller`` is the coach who stands there for them."""

    visit: Visit = field(kw_only=True)
    person: Person = field(kw_only=True)
    teller: Person | None = None

    def reply(self, notice: Notice, *, edits: int | None = None) -> None:
        """Answer the person who is here; ``edits`` replaces an earlier message."""
        subject, to = f"update:{self.visit.update_id}", self.person.id
        if self.teller is not None:
            to, notice = self.teller.id, self.said_for(notice)
        letter = Letter(
            to, notice, subject, str(len(self.letters)), Lane.REPLY, self.now, edits,
            answers=None if self.visit.in_group else self.visit.sent_as,
        )  # fmt: skip
        self.letters.append(letter)

    def said_for(self, notice: Notice) -> OnBehalf:
        """The same, for who does something in the place of the person."""
        return OnBehalf.of(self.person.id, self.person.first_name, notice)

    def replace(self, notice: Notice) -> None:
        """Answer in the place of the message whose button was tapped."""
        self.reply(notice, edits=self.visit.message_id)

    async def save(self, **changes: Any) -> None:  # noqa: ANN401  # any column of a person
        """Write what has changed about this person; what stays as it was is not written."""
        kept = {name: value for name, value in changes.items() if hasattr(self.person, name)}
        same = {name for name, value in kept.items() if getattr(self.person, name) == value}
        if new := {name: value for name, value in changes.items() if name not in same}:
            await self.tx.people.save(self.person.id, **new)
        self.person = replace(self.person, **kept)
