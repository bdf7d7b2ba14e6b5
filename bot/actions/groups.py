"""The group of the staff: linked to a branch by a coordinator, and what colleagues do there."""

import hashlib
import secrets
from datetime import timedelta

from bot.actions.case_door import at_door
from bot.actions.code_attempts import refuse_code
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.hearing import FORM
from bot.actions.saying import NOT_YOURS, say_to_person
from bot.actions.topics import lose_group
from bot.programme.groups import GroupEvent, Membership
from bot.programme.heard import Heard
from bot.programme.notices import GroupCode, GroupNews, NotForYou, NotPassedOn
from bot.programme.people import Role, Visit, is_staff

CODE_STAYS = timedelta(minutes=30)
DIGITS = 8


class Groups:
    """What coordinators do about the group of their branch, and what colleagues do in it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def offer_code(self, visit: Visit) -> None:
        """Give a coordinator a code that links a group to their branch, once."""
        async with self.desk.serve(visit) as talk:
            branch = talk.person.branch
            if talk.person.role != Role.COORDINATOR or branch is None:
                talk.reply(NotForYou())
                return
            code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            until = talk.now + CODE_STAYS
            await talk.tx.staff_groups.offer(branch, _hashed(code), talk.person.id, until)
            talk.reply(GroupCode(branch, code, int(CODE_STAYS.total_seconds()) // 60))

    async def membership(
        self, chat_id: int, telegram_id: int | None, *, comes: bool
    ) -> Membership:
        """Who speaks in which group. Only who they are counts, never that they are there.
        ``comes``: they let the bot in just now.
        """
        async with self.desk.database.reading() as tx:
            person = await tx.people.by_telegram(telegram_id) if telegram_id else None
            works_here = person is not None and is_staff(person.role)
            if await tx.staff_groups.of_chat(chat_id):
                return Membership.STAFF if works_here else Membership.NOBODY
            awaited = await tx.staff_groups.awaited_by(self.desk.clock.now())
            if person and works_here and person.id in awaited:
                return Membership.AWAITED
            return Membership.NOBODY if awaited and not comes else Membership.STRANGE

    async def link(self, visit: Visit, chat_id: int, code: str, *, has_topics: bool) -> None:
        """A code was typed in a group; the answer comes in private."""
        async with self.desk.serve(visit, correcting=True) as talk:
            branch = talk.person.branch or ""
            if talk.person.role != Role.COORDINATOR:
                talk.reply(NotForYou())
            elif not has_topics:
                talk.reply(GroupNews(branch, GroupEvent.NO_TOPICS))
            elif not await talk.tx.staff_groups.free(chat_id, branch):
                talk.reply(GroupNews(branch, GroupEvent.OF_ANOTHER))
            else:
                await _link(talk, chat_id, code)

    async def hear(self, visit: Visit, chat_id: int, answered: int, heard: Heard | None) -> None:
        """A colleague answers a message in the group: if it is the card of a case, their words go
        to the person. What colleagues say to each other goes nowhere.
        """
        async with self.desk.serve(visit, correcting=True) as talk:
            case_id = await talk.tx.case_topics.case_of_card(chat_id, answered)
            if case_id is None:
                return
            case = await at_door(talk, case_id)
            if case is None:
                talk.reply(NotPassedOn(NOT_YOURS))
            elif heard is None:
                talk.reply(NotPassedOn(FORM))
            elif not await refuse_code(talk, heard.words):
                await say_to_person(talk, case, heard)

    async def lost(self, update_id: int, chat_id: int) -> None:
        """The bot was put out of a group."""
        async with self.desk.open() as counter:
            if await counter.tx.inbox.finish(update_id, counter.now):
                await lose_group(counter, chat_id)

    async def moved(self, update_id: int, chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: it has another number, and all else stays."""
        async with self.desk.open() as counter:
            if await counter.tx.inbox.finish(update_id, counter.now):
                await counter.tx.staff_groups.move(chat_id, new_chat_id)


async def _link(talk: Talk, chat_id: int, code: str) -> None:
    linked = await talk.tx.staff_groups.link(chat_id, _hashed(code), talk.person.id, talk.now)
    branch = linked.branch if linked else talk.person.branch or ""
    what = GroupEvent.LINKED if linked else GroupEvent.WRONG_CODE
    talk.reply(GroupNews(branch, what))


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
