"""The work of a coach: its lists, people and calls, and entering somebody."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.work.buttons import (
    AgreedTap,
    CalledTap,
    EnterTap,
    PersonTap,
    TelegramLinkTap,
    ToCallTap,
    WorkTap,
)
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(menu, command="work", intent=Intent.WORK, place=Place.WORK)
    ways.open(new_people, command="people", place=Place.NEW_PEOPLE)
    ways.open(enter, command="person", place=Place.ENTER)
    taps = ways.taps.callback_query
    taps.register(turn_to, Carries(WorkTap))
    taps.register(show, Carries(PersonTap))
    taps.register(show_call, Carries(ToCallTap))
    taps.register(called, Carries(CalledTap))
    taps.register(choose_language, Carries(EnterTap))
    taps.register(agree, Carries(AgreedTap))
    taps.register(make_link, Carries(TelegramLinkTap))


async def menu(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.work.menu(visit)


async def new_people(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.work.new_people(visit)


async def enter(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.entering.begin(visit)


async def turn_to(
    _: CallbackQuery, callback_data: WorkTap, visit: Visit, actions: Actions
) -> None:
    await actions.work.turn_to(visit, callback_data.name, callback_data.page)


async def show(_: CallbackQuery, callback_data: PersonTap, visit: Visit, actions: Actions) -> None:
    await actions.work.show(visit, callback_data.person_id)


async def show_call(
    _: CallbackQuery, callback_data: ToCallTap, visit: Visit, actions: Actions
) -> None:
    await actions.calls.show(visit, callback_data.person_id)


async def called(
    _: CallbackQuery, callback_data: CalledTap, visit: Visit, actions: Actions
) -> None:
    await actions.calls.called(
        visit, callback_data.person_id, callback_data.shown_at, callback_data.outcome
    )


async def choose_language(
    _: CallbackQuery, callback_data: EnterTap, visit: Visit, actions: Actions
) -> None:
    await actions.entering.choose_language(visit, callback_data.language)


async def agree(
    _: CallbackQuery, callback_data: AgreedTap, visit: Visit, actions: Actions
) -> None:
    await actions.entering.agree(
        visit, callback_data.new_id, callback_data.language, callback_data.channel
    )


async def make_link(
    _: CallbackQuery, callback_data: TelegramLinkTap, visit: Visit, actions: Actions
) -> None:
    await actions.entering.make_link(visit, callback_data.person_id)
