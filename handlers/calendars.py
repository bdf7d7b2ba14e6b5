"""Meetings in somebody's own calendar."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, place=Place.CALENDAR)
    ways.open(make_link, place=Place.CALENDAR_LINK)
    ways.open(stop_link, place=Place.CALENDAR_STOP)


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.calendars.show(visit)


async def make_link(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.calendars.make_link(visit)


async def stop_link(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.calendars.stop_link(visit)
