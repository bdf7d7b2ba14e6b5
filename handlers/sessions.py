"""Sessions of a branch: coming to one, planning one, and who was there."""

import re

from aiogram import F
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.sessions.buttons import (
    AskTap,
    DraftStep,
    DraftStepTap,
    DraftTap,
    SeatTap,
    SessionStep,
    SessionTap,
    WalkInTap,
)
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways

HERE = "here_"  # before the code of a session, in a link


def open_doors(ways: Ways) -> None:
    link = CommandStart(
        deep_link=True, ignore_case=True, magic=F.args.regexp(re.compile(f"^{HERE}"))
    )
    ways.commands.message.register(arrive, link)
    ways.open(show, command="sessions", intent=Intent.SESSIONS, place=Place.SESSIONS)
    ways.open(show, place=Place.BRANCH_SESSIONS)
    ways.open(begin, place=Place.PLAN_SESSION)
    taps = ways.taps.callback_query
    taps.register(look, Carries(SessionTap, step=SessionStep.SHOW))
    taps.register(take, Carries(SessionTap, step=SessionStep.TAKE))
    taps.register(give_back, Carries(SessionTap, step=SessionStep.GIVE))
    taps.register(open_, Carries(SessionTap, step=SessionStep.OPEN))
    taps.register(again, Carries(SessionTap, step=SessionStep.AGAIN))
    taps.register(ask_to_cancel, Carries(SessionTap, step=SessionStep.CANCEL))
    taps.register(cancel, Carries(SessionTap, step=SessionStep.CANCEL_SURELY))
    taps.register(call_roll, Carries(SessionTap, step=SessionStep.ROLL))
    taps.register(all_there, Carries(SessionTap, step=SessionStep.ALL))
    taps.register(who_else, Carries(SessionTap, step=SessionStep.ELSE))
    taps.register(show_code, Carries(SessionTap, step=SessionStep.CODE))
    taps.register(mark, Carries(SeatTap))
    taps.register(walk_in, Carries(WalkInTap))
    taps.register(choose, Carries(DraftTap))
    taps.register(ask, Carries(AskTap))
    taps.register(plan, Carries(DraftStepTap, step=DraftStep.PLAN))
    taps.register(drop, Carries(DraftStepTap, step=DraftStep.DROP))


async def arrive(_: Message, command: CommandObject, visit: Visit, actions: Actions) -> None:
    await actions.session_codes.arrive(visit, (command.args or "").removeprefix(HERE))


async def show(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.session_plans.show(visit)


async def begin(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.session_plans.begin(visit)


async def look(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.attending.show(visit, callback_data.session_id)


async def take(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.attending.take(visit, callback_data.session_id)


async def give_back(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.attending.give_back(visit, callback_data.session_id)


async def open_(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.leading.open(visit, callback_data.session_id)


async def again(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.leading.again(visit, callback_data.session_id)


async def ask_to_cancel(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.leading.ask_to_cancel(visit, callback_data.session_id)


async def cancel(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.leading.cancel(visit, callback_data.session_id)


async def call_roll(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.roll_calls.call(visit, callback_data.session_id)


async def all_there(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.roll_calls.all_there(visit, callback_data.session_id)


async def who_else(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.roll_calls.who_else(visit, callback_data.session_id)


async def show_code(
    _: CallbackQuery, callback_data: SessionTap, visit: Visit, actions: Actions
) -> None:
    await actions.roll_calls.show_code(visit, callback_data.session_id)


async def mark(_: CallbackQuery, callback_data: SeatTap, visit: Visit, actions: Actions) -> None:
    await actions.roll_calls.mark(visit, callback_data.seat_id, there=bool(callback_data.there))


async def walk_in(
    _: CallbackQuery, callback_data: WalkInTap, visit: Visit, actions: Actions
) -> None:
    await actions.roll_calls.walk_in(visit, callback_data.session_id, callback_data.person_id)


async def choose(
    _: CallbackQuery, callback_data: DraftTap, visit: Visit, actions: Actions
) -> None:
    await actions.session_plans.choose(visit, callback_data.what, callback_data.value)


async def ask(_: CallbackQuery, callback_data: AskTap, visit: Visit, actions: Actions) -> None:
    await actions.session_plans.ask(visit, callback_data.what)


async def plan(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.session_plans.plan(visit)


async def drop(_: CallbackQuery, visit: Visit, actions: Actions) -> None:
    await actions.session_plans.drop(visit)
