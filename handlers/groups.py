"""The group of the staff: how a coordinator links it. What happens in it: group_visits.py."""

from aiogram.types import TelegramObject

from bot.actions import Actions
from bot.programme.people import Visit
from handlers.doors import Ways


def open_doors(ways: Ways) -> None:
    ways.open(offer_code, command="group")


async def offer_code(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.groups.offer_code(visit)
