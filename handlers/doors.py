"""One door, three ways to it: a command, plain words in any state, and a button."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Go, Place
from bot.programme.intents import Intent
from bot.programme.people import Visit

Handler = Callable[[TelegramObject, Visit, Actions], Awaitable[None]]


def open_door(
    router: Router,
    handler: Handler,
    *,
    command: str | None = None,
    intent: Intent | None = None,
    place: Place | None = None,
) -> None:
    """Let a handler be reached by each way that is named."""
    if command:
        router.message.register(handler, Command(command, ignore_case=True))
    if intent:
        router.message.register(handler, Means(intent))
    if place:
        router.callback_query.register(handler, LeadsTo(place))


class Means(Filter):
    """Whether a whole message means this, in any of the languages."""

    def __init__(self, intent: Intent) -> None:
        self.wanted = intent

    async def __call__(self, _: Message, intent: Intent | None) -> bool:
        return intent is self.wanted


class LeadsTo(Filter):
    """Whether a button leads to this place."""

    def __init__(self, place: Place) -> None:
        self.data = Go(to=place).pack()

    async def __call__(self, tap: CallbackQuery) -> bool:
        return tap.data == self.data


class Says(Filter):
    """Whether a message is text, and begins like this."""

    def __init__(self, beginning: str = "") -> None:
        self.beginning = beginning

    async def __call__(self, message: Message) -> bool:
        return bool(message.text) and str(message.text).startswith(self.beginning)
