"""Coming in by a link: Telegram sends the start command with what the link carries."""

from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from bot.actions import Actions
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.commands.message.register(accept, CommandStart(deep_link=True, ignore_case=True))


async def accept(_: Message, command: CommandObject, visit: Visit, actions: Actions) -> None:
    await actions.invitations.accept(visit, command.args or "")
