"""First talks: choosing a time, and what coaches do before and after one."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.intakes.buttons import (
    IntakeAnswerTap,
    IntakeEndTap,
    IntakeNeedTap,
    IntakePageTap,
    IntakePeopleTap,
    IntakePersonStep,
    IntakePersonTap,
    IntakePickTap,
    IntakeStep,
    IntakeTap,
    IntakeThemeTap,
)
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    taps = ways.taps.callback_query
    ways.open(begin, intent=Intent.INTAKE, place=Place.INTAKE)
    ways.open(call_me, place=Place.INTAKE_CALL)
    taps.register(turn_to, Carries(IntakePageTap))
    taps.register(pick, Carries(IntakePickTap))
    taps.register(show, Carries(IntakeTap, step=IntakeStep.SHOW))
    taps.register(move, Carries(IntakeTap, step=IntakeStep.MOVE))
    taps.register(ask_to_cancel, Carries(IntakeTap, step=IntakeStep.CANCEL))
    taps.register(cancel, Carries(IntakeTap, step=IntakeStep.CANCEL_SURELY))
    _open_staff_doors(ways)


def _open_staff_doors(ways: Ways) -> None:
    taps = ways.taps.callback_query
    ways.open(coming, command="intakes", place=Place.INTAKES)
    taps.register(people, Carries(IntakePeopleTap))
    taps.register(person, Carries(IntakePersonTap, step=IntakePersonStep.SHOW))
    taps.register(plan_for, Carries(IntakePersonTap, step=IntakePersonStep.PLAN))
    taps.register(called, Carries(IntakePersonTap, step=IntakePersonStep.CALLED))
    taps.register(take_up, Carries(IntakePersonTap, step=IntakePersonStep.TAKE_UP))
    taps.register(talk_now, Carries(IntakePersonTap, step=IntakePersonStep.NOW))
    taps.register(held, Carries(IntakeTap, step=IntakeStep.HELD))
    taps.register(missed, Carries(IntakeTap, step=IntakeStep.MISSED))
    taps.register(themes, Carries(IntakeTap, step=IntakeStep.NEEDS))
    taps.register(theme, Carries(IntakeThemeTap))
    taps.register(turn_need, Carries(IntakeNeedTap))
    taps.register(ask_note, Carries(IntakeTap, step=IntakeStep.NOTE))
    taps.register(answers, Carries(IntakeTap, step=IntakeStep.ANSWERS))
    taps.register(ask_answer, Carries(IntakeAnswerTap))
    taps.register(ask_why_wait, Carries(IntakeTap, step=IntakeStep.WAIT))
    taps.register(ask_which_help, Carries(IntakeTap, step=IntakeStep.SERVICES))
    taps.register(decide, Carries(IntakeEndTap, sure=1))
    taps.register(look_at, Carries(IntakeEndTap))


async def begin(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.intake_choosing.begin(visit)


async def call_me(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.intake_choosing.call_me(visit)


async def turn_to(
    _: CallbackQuery, callback_data: IntakePageTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_choosing.turn_to(
        visit, callback_data.page, callback_data.person_id, callback_data.moves
    )


async def pick(
    _: CallbackQuery, callback_data: IntakePickTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_choosing.pick(
        visit, callback_data.half, callback_data.how, callback_data.person_id, callback_data.moves
    )


async def show(_: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions) -> None:
    await actions.intake_choosing.show(visit, callback_data.intake_id)


async def move(_: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions) -> None:
    await actions.intake_choosing.move(visit, callback_data.intake_id)


async def ask_to_cancel(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_choosing.ask_to_cancel(visit, callback_data.intake_id)


async def cancel(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_choosing.cancel(visit, callback_data.intake_id)


async def coming(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.intakes_coming.show(visit)


async def people(
    _: CallbackQuery, callback_data: IntakePeopleTap, visit: Visit, actions: Actions
) -> None:
    await actions.intakes_coming.people(visit, resting=bool(callback_data.resting))


async def person(
    _: CallbackQuery, callback_data: IntakePersonTap, visit: Visit, actions: Actions
) -> None:
    await actions.intakes_coming.person(visit, callback_data.person_id)


async def plan_for(
    _: CallbackQuery, callback_data: IntakePersonTap, visit: Visit, actions: Actions
) -> None:
    await actions.intakes_coming.plan_for(visit, callback_data.person_id)


async def called(
    _: CallbackQuery, callback_data: IntakePersonTap, visit: Visit, actions: Actions
) -> None:
    await actions.intakes_coming.called(visit, callback_data.person_id)


async def take_up(
    _: CallbackQuery, callback_data: IntakePersonTap, visit: Visit, actions: Actions
) -> None:
    await actions.intakes_coming.take_up(visit, callback_data.person_id)


async def talk_now(
    _: CallbackQuery, callback_data: IntakePersonTap, visit: Visit, actions: Actions
) -> None:
    await actions.intakes_coming.talk_now(visit, callback_data.person_id)


async def held(_: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions) -> None:
    await actions.intake_writing_up.held(visit, callback_data.intake_id)


async def missed(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.missed(visit, callback_data.intake_id)


async def themes(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.themes(visit, callback_data.intake_id)


async def theme(
    _: CallbackQuery, callback_data: IntakeThemeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.themes(visit, callback_data.intake_id, callback_data.theme)


async def turn_need(
    _: CallbackQuery, callback_data: IntakeNeedTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.turn_need(visit, callback_data.intake_id, callback_data.need)


async def ask_note(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.ask_note(visit, callback_data.intake_id)


async def answers(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.answers(visit, callback_data.intake_id)


async def ask_answer(
    _: CallbackQuery, callback_data: IntakeAnswerTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_writing_up.ask_answer(
        visit, callback_data.intake_id, callback_data.question
    )


async def ask_why_wait(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_deciding.ask_why_wait(visit, callback_data.intake_id)


async def ask_which_help(
    _: CallbackQuery, callback_data: IntakeTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_deciding.ask_which_help(visit, callback_data.intake_id)


async def look_at(
    _: CallbackQuery, callback_data: IntakeEndTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_deciding.look_at(
        visit, callback_data.intake_id, callback_data.decision, callback_data.why,
        callback_data.service,
    )  # fmt: skip


async def decide(
    _: CallbackQuery, callback_data: IntakeEndTap, visit: Visit, actions: Actions
) -> None:
    await actions.intake_deciding.decide(
        visit, callback_data.intake_id, callback_data.decision, callback_data.why,
        callback_data.service,
    )  # fmt: skip
