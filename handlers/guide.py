"""Help, the menu, and the last doors, which take what no other one took."""

from aiogram.types import Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Ways
from handlers.heard import heard_of


def open_doors(ways: Ways) -> None:
    ways.open(show_help, command="help", intent=Intent.HELP, place=Place.HELP)
    ways.open(show_menu, command="menu", intent=Intent.MENU, place=Place.MENU)


def open_door_for_other_commands(ways: Ways) -> None:
    ways.commands.message.register(unknown_command)


def open_last_doors(ways: Ways) -> None:
    ways.rest.message.register(not_words)
    ways.rest.callback_query.register(old_button)


async def show_help(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.help(visit)


async def show_menu(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.menu(visit)


async def unknown_command(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.not_understood(visit)


async def not_words(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.guide.not_words(visit, heard_of(message))


async def old_button(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.old_button(visit)
