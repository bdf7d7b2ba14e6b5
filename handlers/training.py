"""The training of mentors: dates, the whole series, and what coaches record."""

from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.sessions.buttons import MentorStep, MentorTap, ModuleTap
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Means, Ways


def open_doors(ways: Ways) -> None:
    ways.open(show, command="training", place=Place.TRAINING)
    ways.open(show, place=Place.MENTORS_TRAINING)
    ways.words.message.register(hear, Means(Intent.TRAINING))
    ways.open(take_series, place=Place.SERIES)
    taps = ways.taps.callback_query
    taps.register(dates, Carries(ModuleTap))
    taps.register(mentor, Carries(MentorTap, step=MentorStep.SHOW))
    taps.register(ask_exception, Carries(MentorTap, step=MentorStep.ASK))
    taps.register(record_exception, Carries(MentorTap, step=MentorStep.SURE))


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.trainings.show(visit)


async def hear(message: Message, visit: Visit, actions: Actions) -> None:
    await actions.trainings.hear(visit, message.text or "")


async def take_series(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.trainings.take_series(visit)


async def dates(
    _: CallbackQuery, callback_data: ModuleTap, visit: Visit, actions: Actions
) -> None:
    await actions.trainings.dates(visit, callback_data.what)


async def mentor(
    _: CallbackQuery, callback_data: MentorTap, visit: Visit, actions: Actions
) -> None:
    await actions.training_exceptions.show(visit, callback_data.person_id)


async def ask_exception(
    _: CallbackQuery, callback_data: MentorTap, visit: Visit, actions: Actions
) -> None:
    await actions.training_exceptions.ask(visit, callback_data.person_id)


async def record_exception(
    _: CallbackQuery, callback_data: MentorTap, visit: Visit, actions: Actions
) -> None:
    await actions.training_exceptions.confirm(visit, callback_data.person_id)
