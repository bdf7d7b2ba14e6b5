"""Telling the coach that a talk with both is due, each once."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.actions.active_weeks.counting import weeks_of
from bot.actions.check_ins import BATCH
from bot.actions.coaches import tell_coach
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.programme.active_weeks.clock import A_DAY
from bot.programme.active_weeks.talks import Milestone, look
from bot.programme.notices.active_weeks import TalkDue
from bot.programme.recurrence import instant_of
from storage.duos import Duo

IN_THE_MORNING = time(9)


class TalksDue:
    """What the clock asks about the weeks of the duos."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def tell_due(self) -> int:
        """Look at the duos whose day has come; give how many they were."""
        async with self.desk.open() as counter:
            due = await counter.tx.duos.to_look_at(counter.now, BATCH)
            for duo in due:
                await _look(counter, duo)
        return len(due)


async def _look(counter: Counter, duo: Duo) -> None:
    weeks = await weeks_of(counter, duo)
    if weeks is None:
        await counter.tx.duos.looked(duo.id, duo.talk, None)
        return
    zone = ZoneInfo(duo.zone)
    today = counter.now.astimezone(zone).date()
    passed = Milestone(duo.talk) if duo.talk else None
    found = look(weeks, counter.programme.talks, passed, today)
    if found.told:
        await _tell(counter, duo, found.told, weeks.end)
    await counter.tx.duos.looked(duo.id, found.passed, _again(found.again, today, zone))


def _again(day: date | None, today: date, zone: ZoneInfo) -> datetime | None:
    return instant_of(max(day, today + A_DAY), IN_THE_MORNING, zone) if day else None


async def _tell(counter: Counter, duo: Duo, talk: Milestone, end: date) -> None:
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    mentee, mentor = people[duo.mentee_id], people[duo.mentor_id]
    notice = TalkDue(duo.id, mentee.first_name, mentor.first_name, talk, end.isoformat())
    await tell_coach(counter, duo, notice, f"duo:{duo.id}", talk)
