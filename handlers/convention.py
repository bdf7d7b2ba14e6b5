"""The beginning of a duo: the first meeting of three, and what the three sign."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.convention.buttons import (
    ConventionTap,
    FirstDayTap,
    FirstStep,
    FirstTap,
    FirstTimeTap,
    FollowStep,
    FollowTap,
    NoneSuitsTap,
    PaperDayTap,
    PartTap,
    SignStep,
    SignTap,
    SuitsTap,
)
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    taps = ways.taps.callback_query
    ways.open(read_own, command="agreement", intent=Intent.AGREEMENT, place=Place.AGREEMENT)
    taps.register(read, Carries(PartTap))
    taps.register(sign, Carries(SignTap))
    taps.register(later, Carries(ConventionTap, step=SignStep.LATER))
    taps.register(print_it, Carries(ConventionTap, step=SignStep.PRINT))
    taps.register(object_, Carries(ConventionTap, step=SignStep.OBJECT))
    taps.register(remind, Carries(FollowTap, step=FollowStep.REMIND))
    taps.register(ask_paper, Carries(FollowTap, step=FollowStep.PAPER))
    taps.register(print_for, Carries(FollowTap, step=FollowStep.PRINT))
    taps.register(note_paper, Carries(PaperDayTap))
    _open_first_meeting(ways)


def _open_first_meeting(ways: Ways) -> None:
    taps = ways.taps.callback_query
    taps.register(show, Carries(FirstTap, step=FirstStep.SHOW))
    taps.register(show_meeting, Carries(FirstTap, step=FirstStep.MEETING))
    taps.register(plan, Carries(FirstTap, step=FirstStep.PLAN))
    taps.register(turn_place, Carries(FirstTap, step=FirstStep.PLACE))
    taps.register(send, Carries(FirstTap, step=FirstStep.SEND))
    taps.register(other_time, Carries(FirstTap, step=FirstStep.OTHER_TIME))
    taps.register(cancel, Carries(FirstTap, step=FirstStep.CANCEL))
    taps.register(say_held, Carries(FirstTap, step=FirstStep.HELD))
    taps.register(say_not_held, Carries(FirstTap, step=FirstStep.NOT_HELD))
    taps.register(open_day, Carries(FirstDayTap))
    taps.register(turn, Carries(FirstTimeTap))
    taps.register(suits, Carries(SuitsTap))
    taps.register(none_suits, Carries(NoneSuitsTap))


async def read_own(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.signing.read_own(visit)


async def read(_: CallbackQuery, callback_data: PartTap, visit: Visit, actions: Actions) -> None:
    await actions.signing.read(visit, callback_data.duo_id, callback_data.number)


async def sign(_: CallbackQuery, callback_data: SignTap, visit: Visit, actions: Actions) -> None:
    await actions.signing.sign(visit, callback_data.duo_id, callback_data.mark)


async def later(
    _: CallbackQuery, callback_data: ConventionTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing.later(visit, callback_data.duo_id)


async def print_it(
    _: CallbackQuery, callback_data: ConventionTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing.print_it(visit, callback_data.duo_id)


async def object_(
    _: CallbackQuery, callback_data: ConventionTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing_followed.object_(visit, callback_data.duo_id)


async def remind(
    _: CallbackQuery, callback_data: FollowTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing_followed.remind(visit, callback_data.duo_id, callback_data.person_id)


async def ask_paper(
    _: CallbackQuery, callback_data: FollowTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing_followed.ask_paper(visit, callback_data.duo_id, callback_data.person_id)


async def print_for(
    _: CallbackQuery, callback_data: FollowTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing_followed.print_for(visit, callback_data.duo_id, callback_data.person_id)


async def note_paper(
    _: CallbackQuery, callback_data: PaperDayTap, visit: Visit, actions: Actions
) -> None:
    await actions.signing_followed.note_paper(
        visit,
        callback_data.duo_id,
        callback_data.person_id,
        (callback_data.day, callback_data.mark),
    )


async def show(_: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions) -> None:
    await actions.first_plans.show(visit, callback_data.duo_id)


async def show_meeting(
    _: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_answers.show(visit, callback_data.duo_id)


async def plan(_: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions) -> None:
    await actions.first_plans.plan(visit, callback_data.duo_id)


async def turn_place(
    _: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_plans.turn_place(visit, callback_data.duo_id)


async def send(_: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions) -> None:
    await actions.first_plans.send(visit, callback_data.duo_id)


async def other_time(
    _: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_answers.other_time(visit, callback_data.duo_id)


async def cancel(
    _: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_answers.cancel(visit, callback_data.duo_id)


async def say_held(
    _: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_held.say_held(visit, callback_data.duo_id)


async def say_not_held(
    _: CallbackQuery, callback_data: FirstTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_held.say_not_held(visit, callback_data.duo_id)


async def open_day(
    _: CallbackQuery, callback_data: FirstDayTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_plans.open_day(visit, callback_data.duo_id, callback_data.day)


async def turn(
    _: CallbackQuery, callback_data: FirstTimeTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_plans.turn(visit, callback_data.duo_id, callback_data.wall)


async def suits(_: CallbackQuery, callback_data: SuitsTap, visit: Visit, actions: Actions) -> None:
    await actions.first_answers.suits(
        visit, callback_data.duo_id, callback_data.round, callback_data.wall
    )


async def none_suits(
    _: CallbackQuery, callback_data: NoneSuitsTap, visit: Visit, actions: Actions
) -> None:
    await actions.first_answers.none_suits(visit, callback_data.duo_id, callback_data.round)
