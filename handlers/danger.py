"""The first of all doors: words of danger, wherever and whenever they are written."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.actions import Actions
from bot.cards.danger_buttons import MayCallTap
from bot.programme.danger import Danger, hear_danger
from bot.programme.people import Visit
from handlers.doors import Carries, Ways
from handlers.heard import heard_of


class SpeaksOfDanger(Filter):
    """Whether words, also those under a picture or changed later, speak of danger."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        words = message.text or message.caption
        danger = hear_danger(words) if words else None
        return {"danger": danger} if danger else False


def open_doors(ways: Ways) -> None:
    ways.at_once.message.register(hear, SpeaksOfDanger())
    ways.at_once.edited_message.register(hear_change, SpeaksOfDanger())
    ways.taps.callback_query.register(answer, Carries(MayCallTap))


async def hear(message: Message, danger: Danger, visit: Visit, actions: Actions) -> None:
    await actions.dangers.hear(visit, danger, heard_of(message))


async def hear_change(message: Message, danger: Danger, visit: Visit, actions: Actions) -> None:
    await actions.dangers.hear(visit, danger, heard_of(message))


async def answer(
    _: CallbackQuery, callback_data: MayCallTap, visit: Visit, actions: Actions
) -> None:
    await actions.dangers.answer(visit, callback_data.answer, callback_data.need)
