"""The counter: one open transaction, and who stands at it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.programme.letters import Lane, Letter
from bot.programme.notices import Notice
from bot.programme.people import Visit
from bot.programme.programme import Programme
from bot.programme.recurrence import hold_for_quiet_hours
from storage import Transaction
from storage.people import Person


@dataclass(slots=True)
class Counter:
    """One open transaction, the time it happens at, and the letters it will leave behind."""

    tx: Transaction
    now: datetime
    programme: Programme
    letters: list[Letter] = field(default_factory=list)

    def tell(
        self, to: int, notice: Notice, subject: str, occurrence: str = "1", *,
        lane: Lane = Lane.REMINDER, edits: int | None = None,
    ) -> None:  # fmt: skip
        """Leave a letter for somebody who did not just speak. Reminders wait for the morning."""
        due = self._by_day() if lane >= Lane.REMINDER else self.now
        self.letters.append(Letter(to, notice, subject, occurrence, lane, due, edits))

    def tell_by_day(self, to: int, notice: Notice, subject: str) -> None:
        """Leave a letter that waits for the morning, but reaches who takes a break too."""
        self.letters.append(Letter(to, notice, subject, "1", Lane.REPLY, self._by_day()))

    def remind_in(self, zone: ZoneInfo, to: int, notice: Notice, subject: str) -> None:
        """Leave a reminder that waits for the morning where its reader lives."""
        self.letters.append(Letter(to, notice, subject, "1", Lane.REMINDER, self._by_day(zone)))

    def _by_day(self, zone: ZoneInfo | None = None) -> datetime:
        quiet = self.programme.quiet_hours
        return hold_for_quiet_hours(self.now, quiet.start, quiet.end, zone or self.programme.zone)


@dataclass(slots=True)
class Talk(Counter):
    """A counter at which one person stands."""

    visit: Visit = field(kw_only=True)
    person: Person = field(kw_only=True)

    def reply(self, notice: Notice, *, edits: int | None = None) -> None:
        """Answer the person who is here; ``edits`` replaces an earlier message."""
        subject = f"update:{self.visit.update_id}"
        letter = Letter(
            self.person.id, notice, subject, str(len(self.letters)), Lane.REPLY, self.now, edits
        )
        self.letters.append(letter)

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
