"""Telling what stands in the way."""

from aiogram.types import CallbackQuery

from bot.actions import Actions
from bot.cards.week_buttons import AudienceTap, ObstaclesTap, ObstacleTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.taps.callback_query.register(ask, Carries(ObstaclesTap))
    ways.taps.callback_query.register(choose, Carries(ObstacleTap))
    ways.taps.callback_query.register(tell, Carries(AudienceTap))


async def ask(
    _: CallbackQuery, callback_data: ObstaclesTap, visit: Visit, actions: Actions
) -> None:
    await actions.obstacles.ask(visit, callback_data.prompt_id)


async def choose(
    _: CallbackQuery, callback_data: ObstacleTap, visit: Visit, actions: Actions
) -> None:
    await actions.obstacles.choose(visit, callback_data.prompt_id, callback_data.obstacle)


async def tell(
    _: CallbackQuery, callback_data: AudienceTap, visit: Visit, actions: Actions
) -> None:
    await actions.obstacles.tell(
        visit, callback_data.prompt_id, callback_data.obstacle, callback_data.audience
    )
