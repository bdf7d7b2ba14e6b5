"""One door, three ways to it: a command, plain words in any state, and a button."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import BETWEEN, Carried, Go, Place
from bot.programme.intents import Intent
from bot.programme.people import Visit

GOES = f"{Go.prefix}{BETWEEN}"

Handler = Callable[[TelegramObject, Visit, Actions], Awaitable[None]]


class Ways:
    """The ways to the doors, in the order in which they are tried; a way that does not fit is
    passed by as a whole, so that a message is not asked about at every door.
    """

    def __init__(self) -> None:
        self.at_once = Router(name="at_once")
        self.commands = Router(name="commands")
        self.words = Router(name="words")
        self.places = Router(name="places")
        self.taps = Router(name="taps")
        self.rest = Router(name="rest")
        self.commands.message.filter(Commands())
        self.words.message.filter(MeansSomething())
        self.places.callback_query.filter(LeadsSomewhere())

    def open(
        self,
        handler: Handler,
        *,
        command: str | None = None,
        intent: Intent | None = None,
        place: Place | None = None,
    ) -> None:
        """Let a handler be reached by each way that is named."""
        if command:
            self.commands.message.register(handler, Command(command, ignore_case=True))
        if intent:
            self.words.message.register(handler, Means(intent))
        if place:
            self.places.callback_query.register(handler, LeadsTo(place))

    def together(self) -> Router:
        """All of them as one."""
        chat = Router(name="chat")
        chat.include_routers(
            self.at_once, self.commands, self.words, self.places, self.taps, self.rest
        )
        return chat


class Means(Filter):
    """Whether a whole message means this, in any of the languages."""

    def __init__(self, intent: Intent) -> None:
        self.wanted = intent

    async def __call__(self, _: Message, intent: Intent | None) -> bool:
        return intent is self.wanted


class MeansSomething(Filter):
    """Whether a whole message is a request that is known."""

    async def __call__(self, _: Message, intent: Intent | None) -> bool:
        return intent is not None


class LeadsTo(Filter):
    """Whether a button leads to this place."""

    def __init__(self, place: Place) -> None:
        self.data = Go(to=place).pack()

    async def __call__(self, tap: CallbackQuery) -> bool:
        return tap.data == self.data


class LeadsSomewhere(Filter):
    """Whether a button leads to a place at all."""

    async def __call__(self, tap: CallbackQuery) -> bool:
        return (tap.data or "").startswith(GOES)


class Says(Filter):
    """Whether a message is text."""

    async def __call__(self, message: Message) -> bool:
        return bool(message.text)


class SharesNumber(Filter):
    """Whether a message is a contact: one's own number, or that of somebody else."""

    async def __call__(self, message: Message) -> bool:
        return message.contact is not None


def shared_number(message: Message) -> tuple[str, int | None]:
    """The number of a contact, and whose it is; Telegram knows that only of its own people."""
    contact = message.contact
    return (contact.phone_number, contact.user_id) if contact else ("", None)


class Commands(Filter):
    """Whether a message, or what is written under a picture, begins as commands do: with a letter
    after the stroke, and not with the number of a file.
    """

    async def __call__(self, message: Message) -> bool:
        said = message.text or message.caption or ""
        return said.startswith("/") and not said[1:2].isdigit()


class Carries(Filter):
    """Whether a button carries this kind of thing, with these values; it is handed on as read."""

    def __init__(self, kind: type[Carried], **wanted: object) -> None:
        self.kind = kind
        self.wanted = wanted

    async def __call__(self, tap: CallbackQuery) -> bool | dict[str, Any]:
        try:
            carried = self.kind.unpack(tap.data or "")
        except ValueError:
            return False
        fits = all(getattr(carried, name) == value for name, value in self.wanted.items())
        return {"callback_data": carried} if fits else False
