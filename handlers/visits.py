"""Before any door: who is there, and the answer to a tap, which cannot wait for the work."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, Update, User

from bot.actions import Actions
from bot.actions.standing_in.on_behalf import NotTheirs
from bot.cards.buttons import BETWEEN, CaseTap, alone
from bot.cards.work.buttons import whose
from bot.programme.intents import BOTH, FOR_A_TALK, Intent
from bot.programme.people import Visit
from bot.programme.plain_words import understand
from handlers.group_visits import InGroups

ABOUT_CASE = f"{CaseTap.prefix}{BETWEEN}"

log = structlog.get_logger(__name__)


class WhoIsThere(BaseMiddleware):
    """Hands each handler the visit, in a private chat. Groups have doors of their own."""

    def __init__(self, actions: Actions) -> None:
        self.actions = actions
        self.in_groups = InGroups(actions)
        self.being_answered: set[asyncio.Task[None]] = set()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401  # aiogram's own signature
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        if not isinstance(event, Update):
            return None
        tap = event.callback_query
        if tap and event.bot:
            self._answer_beside(event.bot, tap)
        if chat is not None and chat.type != "private":
            return await self.in_groups.meet(handler, event, data)
        if user is None or user.is_bot or not _is_private(chat, tap):
            await self.actions.guide.nothing_to_do(event.update_id)
            return None
        event, speaks_for = _in_the_place(event)
        event, message_id = _tapped(event)
        who = (user.id, event.update_id, user.language_code, message_id)
        visit = _with_own_message(Visit(*who, speaks_for=speaks_for), event)
        intent = await self._intent(event.message, visit) if event.message else None
        data["visit"] = _with_words(visit, event.message, intent)
        data["intent"] = intent
        with suppress(NotTheirs):
            return await handler(event, data)
        return await self.actions.work.not_theirs(replace(visit, speaks_for=None))

    async def _intent(self, message: Message, visit: Visit) -> Intent | None:
        """What a message asks of us; what people say to each other is none of that as long as a
        coach hears it.
        """
        intent = _intent(message)
        is_said = intent in FOR_A_TALK and not _is_command(message)
        return None if is_said and await self.actions.talking.listens(visit) else intent

    def _answer_beside(self, bot: Bot, tap: CallbackQuery) -> None:
        """Telegram shows a waiting mark on the button until it is answered; the work goes on."""
        answer = asyncio.get_running_loop().create_task(_answer(bot, tap.id))
        self.being_answered.add(answer)
        answer.add_done_callback(self.being_answered.discard)


def _in_the_place(event: Update) -> tuple[Update, int | None]:
    """For whom a coach taps, when it is not for themselves; what the tap carries stays."""
    tap = event.callback_query
    if tap is None or (marked := whose(tap.data or "")) is None:
        return event, None
    person_id, data = marked
    return event.model_copy(
        update={"callback_query": tap.model_copy(update={"data": data})}
    ), person_id


def _tapped(event: Update) -> tuple[Update, int | None]:
    """The message whose button was tapped, which the answer may replace. One that tells several
    things stays as it is; the tap is then like that of any other message.
    """
    tap = event.callback_query
    if tap is None:
        return event, None
    if (data := alone(tap.data or "")) is None:
        return event, tap.message.message_id if tap.message else None
    return event.model_copy(update={"callback_query": tap.model_copy(update={"data": data})}), None


def _with_own_message(visit: Visit, event: Update) -> Visit:
    """What is known of the message that the person sent, or changed."""
    message = event.message or event.edited_message
    if message is None:
        return visit
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    is_edit = event.message is None
    is_plain = not is_edit and bool(message.text) and not _is_command(message)
    own = replace(visit, sent_as=message.message_id, replies_to=answered, is_plain=is_plain)
    return replace(own, is_edit=is_edit)


def _with_words(visit: Visit, message: Message | None, intent: Intent | None) -> Visit:
    """What is done at once is heard by a coach too, when one listens."""
    if message is None or intent not in BOTH or _is_command(message):
        return visit
    return replace(visit, words=message.text or "")


def _is_command(message: Message) -> bool:
    """What begins so is for us alone."""
    return (message.text or "").startswith("/")


def _intent(message: Message) -> Intent | None:
    """What a whole message asks for; an answer to what we said about a case is for the other side,
    whatever else its words could mean.
    """
    return None if _answers_a_case(message) else understand(message.text or "")


def _answers_a_case(message: Message) -> bool:
    answered = message.reply_to_message
    markup = answered.reply_markup if answered else None
    buttons = (button for row in (markup.inline_keyboard if markup else []) for button in row)
    return any((button.callback_data or "").startswith(ABOUT_CASE) for button in buttons)


def _is_private(chat: Chat | None, tap: CallbackQuery | None) -> bool:
    """Of a tap Telegram may leave out an old message; only one shared elsewhere has no chat."""
    if chat is not None:
        return chat.type == "private"
    return tap is not None and tap.inline_message_id is None


async def _answer(bot: Bot, tap_id: str) -> None:
    try:
        await bot.answer_callback_query(tap_id)
    except Exception as error:  # noqa: BLE001  # the effect of the tap must not depend on it
        log.info("tap_not_answered", error=type(error).__name__)
