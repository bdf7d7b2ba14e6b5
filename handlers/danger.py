"""The first of all doors: words of danger, wherever and whenever they are written."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.actions import Actions
from bot.cards.danger_buttons import MayCallTap
from bot.programme.danger import hear_danger
from bot.programme.intents import CALM, Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways
from handlers.heard import heard_of, words_of


class SpeaksOfDanger(Filter):
    """Whether words, also those under a picture or changed later, speak of danger. A request that
    is known word by word only resembles it.
    """

    async def __call__(self, message: Message, intent: Intent | None = None) -> bool:
        danger = hear_danger(words_of(message))
        return danger is not None and (danger.is_direct or intent not in CALM)


def open_doors(ways: Ways) -> None:
    ways.at_once.message.register(hear, SpeaksOfDanger())
    ways.at_once.edited_message.register(hear_change, SpeaksOfDanger())
    ways.taps.callback_query.register(answer, Carries(MayCallTap))


async def hear(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.dangers.hear(visit, words_of(message), heard_of(message))


async def hear_change(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.dangers.hear(visit, words_of(message), heard_of(message))


async def answer(
    _: CallbackQuery, callback_data: MayCallTap, visit: Visit, actions: Actions
) -> None:
    await actions.dangers.answer(visit, callback_data.answer, callback_data.need)
