"""Telling each other something without writing."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.day_buttons import GroupTap, SentenceTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(groups, place=Place.SAY)
    ways.taps.callback_query.register(group, Carries(GroupTap))
    ways.taps.callback_query.register(tell, Carries(SentenceTap))


async def groups(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.ready_sentences.groups(visit)


async def group(_: CallbackQuery, callback_data: GroupTap, visit: Visit, actions: Actions) -> None:
    await actions.ready_sentences.group(visit, callback_data.duo_id, callback_data.group)


async def tell(
    _: CallbackQuery, callback_data: SentenceTap, visit: Visit, actions: Actions
) -> None:
    await actions.ready_sentences.tell(
        visit, callback_data.duo_id, callback_data.sentence, callback_data.value
    )
