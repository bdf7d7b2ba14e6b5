"""Talking about a case. What belongs to one is heard at the doors for what is typed and sent."""

from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.talk_buttons import ReadyPageTap, ReadySendTap, ReadyTap
from bot.programme.people import Visit
from handlers.doors import Carries, Ways
from handlers.heard import heard_of


def open_doors(ways: Ways) -> None:
    ways.taps.callback_query.register(read, Carries(CaseTap, step=CaseStep.READ))
    ways.taps.callback_query.register(reply, Carries(CaseTap, step=CaseStep.REPLY))
    ways.taps.callback_query.register(note, Carries(CaseTap, step=CaseStep.NOTE))
    ways.taps.callback_query.register(ready, Carries(CaseTap, step=CaseStep.READY))
    ways.taps.callback_query.register(turn_to, Carries(ReadyPageTap))
    ways.taps.callback_query.register(choose, Carries(ReadyTap))
    ways.taps.callback_query.register(send, Carries(ReadySendTap))
    ways.open(stop, place=Place.LINE_STOP)
    ways.rest.edited_message.register(change)


async def read(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.talking.read(visit, callback_data.case_id)


async def reply(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.talking.reply(visit, callback_data.case_id)


async def note(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.talking.note(visit, callback_data.case_id)


async def ready(_: CallbackQuery, callback_data: CaseTap, visit: Visit, actions: Actions) -> None:
    await actions.ready_answers.list(visit, callback_data.case_id, 0)


async def turn_to(
    _: CallbackQuery, callback_data: ReadyPageTap, visit: Visit, actions: Actions
) -> None:
    await actions.ready_answers.list(visit, callback_data.case_id, callback_data.page)


async def choose(
    _: CallbackQuery, callback_data: ReadyTap, visit: Visit, actions: Actions
) -> None:
    await actions.ready_answers.choose(visit, callback_data.case_id, callback_data.filled)


async def send(
    _: CallbackQuery, callback_data: ReadySendTap, visit: Visit, actions: Actions
) -> None:
    await actions.ready_answers.send(visit, callback_data.case_id, callback_data.filled)


async def stop(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.talking.stop(visit)


async def change(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.talking.change(visit, heard_of(message))
