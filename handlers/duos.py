"""Forming duos, as a coach."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import DuoStep, DuoTap, MenteeTap, Place
from bot.programme.people import Visit
from bot.programme.proposal import Proposal
from handlers.doors import open_door

CHOOSING = {DuoStep.SHOW: None, DuoStep.DAY: "day", DuoStep.HOUR: "hour"}


def make_router() -> Router:
    router = Router(name="duos")
    open_door(router, new_people, command="people", place=Place.NEW_PEOPLE)
    open_door(router, mine, command="duos", place=Place.MY_DUOS)
    router.callback_query.register(choose_mentor, MenteeTap.filter())
    router.callback_query.register(form, DuoTap.filter(F.step == DuoStep.FORM))
    router.callback_query.register(propose, DuoTap.filter())
    return router


async def new_people(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.duos.new_people(visit)


async def mine(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.duos.mine(visit)


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
