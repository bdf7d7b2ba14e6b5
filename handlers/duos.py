"""Forming duos, as a coach."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import DuoStep, DuoTap, MenteeTap, Place
from bot.programme.people import Visit
from bot.programme.proposal import Proposal
from handlers.doors import Carries, Ways

CHOOSING = {DuoStep.SHOW: None, DuoStep.DAY: "day", DuoStep.HOUR: "hour"}


def open_doors(ways: Ways) -> None:
    ways.open(new_people, command="people", place=Place.NEW_PEOPLE)
    ways.taps.callback_query.register(choose_mentor, Carries(MenteeTap))
    ways.taps.callback_query.register(form, Carries(DuoTap, step=DuoStep.FORM))
    ways.taps.callback_query.register(propose, Carries(DuoTap))


async def new_people(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.duos.new_people(visit)


async def choose_mentor(
    _: CallbackQuery, callback_data: MenteeTap, visit: Visit, actions: Actions
) -> None:
    await actions.duos.choose_mentor(visit, callback_data.mentee_id)


async def propose(_: CallbackQuery, callback_data: DuoTap, visit: Visit, actions: Actions) -> None:
    await actions.duos.propose(visit, _proposal(callback_data), CHOOSING[callback_data.step])


async def form(_: CallbackQuery, callback_data: DuoTap, visit: Visit, actions: Actions) -> None:
    await actions.duos.form(visit, _proposal(callback_data))


def _proposal(tap: DuoTap) -> Proposal:
    return Proposal(tap.mentee_id, tap.mentor_id, tap.weekday, tap.hour)
