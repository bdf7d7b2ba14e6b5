"""Groups: only the one of the staff has doors, and only for who works for the programme.

Whoever taps or writes is let in by who they are, never by being there. All that is answered is
answered in private, so that nobody else reads it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import Chat, Message, TelegramObject, Update, User

from bot.actions import Actions
from bot.cards.buttons import CaseTap
from bot.programme.groups import Membership
from bot.programme.people import Visit
from handlers.heard import heard_of

COMMAND = "/group"
PUT_OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
log = structlog.get_logger(__name__)


class InGroups:
    """What comes from a chat that is not private."""

    def __init__(self, actions: Actions) -> None:
        self.actions = actions

    async def meet(self, handler: Handler, event: Update, data: dict[str, Any]) -> Any:  # noqa: ANN401  # aiogram's own signature
        """A group that moved or put us out; a strange one, which we leave; or our own."""
        chat: Chat = data["event_chat"]
        if moved := _moved(event.message):
            return await self.actions.groups.moved(event.update_id, *moved)
        if _is_put_out(event):
            return await self.actions.groups.lost(event.update_id, chat.id)
        user: User | None = data.get("event_from_user")
        person = user if user and not user.is_bot else None
        place = await self.actions.groups.membership(
            chat.id, person.id if person else None, comes=event.my_chat_member is not None
        )
        if place is Membership.STRANGE and event.bot:
            await _leave(event.bot, chat.id)
        if person is None or place in (Membership.STRANGE, Membership.NOBODY):
            return await self.actions.guide.nothing_to_do(event.update_id)
        visit = Visit(person.id, event.update_id, person.language_code, in_group=True)
        return await self._serve(handler, event, data | {"visit": visit}, place)

    async def _serve(
        self, handler: Handler, event: Update, data: dict[str, Any], place: Membership
    ) -> Any:  # noqa: ANN401  # aiogram's own signature
        """Somebody who works for the programme does something in a group."""
        visit: Visit = data["visit"]
        if (message := event.message) and (code := _code(message)) is not None:
            has_topics = bool(message.chat.is_forum)
            groups = self.actions.groups
            return await groups.link(visit, message.chat.id, code, has_topics=has_topics)
        if place is Membership.STAFF and _is_about_case(event):
            return await handler(event, data | {"intent": None})
        if place is Membership.STAFF and (written := event.message or event.edited_message):
            return await self._hear(visit, written, is_edit=event.message is None)
        return await self.actions.guide.nothing_to_do(event.update_id)

    async def _hear(self, visit: Visit, message: Message, *, is_edit: bool) -> None:
        """An answer to a card, or a change of one; what colleagues say to each other is theirs."""
        own, heard = _numbered(visit, message), heard_of(message)
        if is_edit:
            await self.actions.talking.change(own, heard)
        elif message.reply_to_message is None:
            await self.actions.guide.nothing_to_do(visit.update_id)
        else:
            answered = message.reply_to_message.message_id
            await self.actions.groups.hear(own, message.chat.id, answered, heard)


def _numbered(visit: Visit, message: Message) -> Visit:
    """Below zero, so that its number is not taken for one in their own chat."""
    return Visit(
        visit.telegram_id, visit.update_id, visit.language_code,
        sent_as=-message.message_id, in_group=True, group_id=message.chat.id,
    )  # fmt: skip


def _moved(message: Message | None) -> tuple[int, int] | None:
    """The old and the new number of a group; each of the two chats tells of the other."""
    if message and message.migrate_to_chat_id:
        return message.chat.id, message.migrate_to_chat_id
    if message and message.migrate_from_chat_id:
        return message.migrate_from_chat_id, message.chat.id
    return None


def _is_put_out(event: Update) -> bool:
    moved = event.my_chat_member
    return moved is not None and moved.new_chat_member.status in PUT_OUT


def _code(message: Message) -> str | None:
    """What was typed after the command, with or without the bot's name in it."""
    command, _, code = (message.text or "").strip().partition(" ")
    return code.strip() if command.partition("@")[0].casefold() == COMMAND else None


def _is_about_case(event: Update) -> bool:
    """Whether a button of a case was tapped; no other button of ours stands in a group."""
    tap = event.callback_query
    try:
        return tap is not None and CaseTap.unpack(tap.data or "") is not None
    except ValueError:
        return False


async def _leave(bot: Bot, chat_id: int) -> None:
    """Without a word; where we are not any more, nothing is left to do."""
    try:
        await bot.leave_chat(chat_id)
    except (TelegramBadRequest, TelegramForbiddenError):
        log.info("group_left_before")
    else:
        log.warning("strange_group_left")
