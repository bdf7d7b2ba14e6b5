"""Hiding what is about cases, for who shares a phone; and taking out what stood long enough."""

from datetime import datetime, timedelta

from bot.actions.check_ins import BATCH
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.lines import close_line
from bot.actions.removing import take_out_all, take_out_standing
from bot.actions.whereabouts import HIDDEN, show_whereabouts
from bot.programme.letters import Lane
from bot.programme.notices import Stays
from bot.programme.notices.waking import StillYours
from bot.programme.people import Visit, is_staff

BRIEFLY = timedelta(minutes=30)


class Hiding:
    """What a person can do about what others might read on their phone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def hide(self, visit: Visit) -> None:
        """Take what is recent and about cases out of the chat, and leave what everybody sees. Of
        staff a code is asked again.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            own = [one for one in (visit.sent_as,) if one is not None]
            await take_out_all(talk, talk.person.id, f"update:{visit.update_id}", also=own)
            # Whoever takes the phone next does not write to the coach in this one's name.
            await close_line(talk)
            if is_staff(talk.person.role):
                await talk.tx.second_factors.end(talk.person.id)
            show_whereabouts(talk, HIDDEN)
            if is_staff(talk.person.role):
                await _tell_still_theirs(talk)

    async def remove_due(self) -> int:
        """Take out what stood in the chats as long as it may; how much there was."""
        async with self.desk.open() as counter:
            removed = await _remove(counter, Stays.BRIEFLY, counter.now - BRIEFLY)
            hours = counter.programme.removed_after_hours
            if hours is not None:
                before = counter.now - timedelta(hours=hours)
                removed = max(removed, await _remove(counter, Stays.HOURS, before))
        return removed


async def _tell_still_theirs(talk: Talk) -> None:
    """Cases go on when their cards are hidden."""
    own = await talk.tx.case_lists.own(talk.person.id, 1)
    if own.count:
        talk.reply(StillYours(own.count))


async def _remove(counter: Counter, stays: Stays, before: datetime) -> int:
    found = await counter.tx.standing.sent_before(stays, before, BATCH)
    moment = f"{stays}:{counter.now:%Y%m%d%H%M%S%f}"
    for person in dict.fromkeys(one.person_id for one in found):
        theirs = [one for one in found if one.person_id == person]
        subject = f"{moment}:{person}"
        await take_out_standing(counter, person, theirs, subject, lane=Lane.REPLY)
    return len(found)
