"""Help, the menu, and the last doors, which take what no other one took."""

from aiogram import Router
from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Says, open_door


def make_router() -> Router:
    router = Router(name="guide")
    open_door(router, show_help, command="help", intent=Intent.HELP, place=Place.HELP)
    open_door(router, show_menu, command="menu", intent=Intent.MENU, place=Place.MENU)
    return router


def make_command_router() -> Router:
    router = Router(name="commands")
    router.message.register(unknown_command, Says("/"))
    return router


def make_last_router() -> Router:
    router = Router(name="last")
    router.message.register(not_words)
    router.callback_query.register(old_button)
    return router


async def show_help(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.help(visit)


async def show_menu(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.menu(visit)


async def unknown_command(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.not_understood(visit)


async def not_words(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.not_words(visit)


async def old_button(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.guide.old_button(visit)
