"""Taking people and duos out, as a table of texts."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.actions.desk import Desk
from bot.actions.invitations import UnknownBranch
from bot.programme.registration import Question
from bot.programme.work.heads import CONSENT, HEADS, KEY, head, key_of
from storage.exporting import DuoOut, PersonOut

PEOPLE = "people"
# What is written beside the columns of an import, which knows nothing of it.
ABOUT = ("channel", "place", "since")
DUO = ("mentee", "mentor", "branch", "coach", "state", "since", "ended", "weeks")
WEEK = timedelta(weeks=1)
log = structlog.get_logger(__name__)


class Exporting:
    """What an operator can take out."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def table(self, what: str, branch: str | None) -> Sequence[Sequence[str]]:
        """The heads and a row for each person or duo. Raises UnknownBranch."""
        programme = self.desk.programme
        if branch is not None and programme.branch(branch) is None:
            known = ", ".join(one.key for one in programme.branches)
            raise UnknownBranch(f"The programme has no branch {branch}. It has: {known}.")
        async with self.desk.database.reading() as tx:
            if what == PEOPLE:
                rows = self._people(await tx.exporting.people(branch))
            else:
                rows = self._duos(await tx.exporting.duos(branch))
        log.info("exported", what=what, rows=len(rows) - 1)
        return rows

    def _people(self, people: Sequence[PersonOut]) -> Sequence[Sequence[str]]:
        rows: list[Sequence[str]] = [(*map(head, HEADS), *ABOUT)]
        for one in people:
            told = one.answers | {
                KEY: key_of(one.id), CONSENT: self._day(one.agreed_at), Question.ROLE: one.role,
                Question.LANGUAGE: one.language, Question.BRANCH: one.branch or "",
            }  # fmt: skip
            about = (one.channel or "telegram", one.road or "ready", self._day(one.since))
            rows.append((*(told.get(name, "") for name in HEADS), *about))
        return rows

    def _duos(self, duos: Sequence[DuoOut]) -> Sequence[Sequence[str]]:
        rows: list[Sequence[str]] = [DUO]
        for one in duos:
            since = one.active_since or one.formed_at
            weeks = ((one.ended_at or self.desk.clock.now()) - since) // WEEK
            state = "ended" if one.ended_at else one.state
            when = (self._day(since), self._day(one.ended_at), str(max(0, weeks)))
            rows.append((one.mentee, one.mentor, one.branch or "", one.coach, state, *when))
        return rows

    def _day(self, moment: datetime | None) -> str:
        zone = self.desk.programme.zone
        return moment.astimezone(zone).date().isoformat() if moment else ""
