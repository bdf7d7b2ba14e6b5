"""The meetings of a duo: what comes, planning one, and answering what the other one offers."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.meeting_buttons import (
    HoursTap,
    MeetingStep,
    MeetingTap,
    MonthTap,
    OfferStep,
    OfferTap,
    PickTap,
    PlanStep,
    PlanTap,
    SpotTap,
    TimeStep,
    TimeTap,
    UsualTap,
)
from bot.programme.people import Visit
from bot.programme.plain_words import Intent
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    taps = ways.taps.callback_query
    ways.open(mine, command="meetings", intent=Intent.MEETINGS, place=Place.MEETINGS)
    ways.open(plan, place=Place.PLAN_MEETING)
    taps.register(show, Carries(MeetingTap, step=MeetingStep.SHOW))
    taps.register(move, Carries(MeetingTap, step=MeetingStep.MOVE))
    taps.register(ask_to_cancel, Carries(MeetingTap, step=MeetingStep.CANCEL))
    taps.register(cancel, Carries(MeetingTap, step=MeetingStep.CANCEL_SURELY))
    taps.register(plan_instead, Carries(MeetingTap, step=MeetingStep.INSTEAD))
    taps.register(keep, Carries(MeetingTap, step=MeetingStep.KEEP))
    _open_plans(ways)
    _open_offers(ways)


def _open_plans(ways: Ways) -> None:
    taps = ways.taps.callback_query
    taps.register(send_usual, Carries(UsualTap))
    taps.register(show_plan, Carries(PlanTap, step=PlanStep.SHOW))
    taps.register(send, Carries(PlanTap, step=PlanStep.SEND))
    taps.register(send_open_or_not, Carries(PlanTap, step=PlanStep.SEND_SHUT))
    taps.register(send_mine, Carries(PlanTap, step=PlanStep.SEND_MINE))
    taps.register(send_all, Carries(PlanTap, step=PlanStep.ALL))
    taps.register(drop, Carries(PlanTap, step=PlanStep.DROP))
    taps.register(offer_spots, Carries(PlanTap, step=PlanStep.PLACES))
    taps.register(choose_spot, Carries(SpotTap))
    taps.register(turn, Carries(TimeTap, step=TimeStep.TURN))
    taps.register(send_only, Carries(TimeTap, step=TimeStep.ONLY))
    taps.register(take, Carries(TimeTap, step=TimeStep.TAKE))
    taps.register(minutes, Carries(TimeTap, step=TimeStep.FINE))
    taps.register(month, Carries(MonthTap))
    taps.register(hours, Carries(HoursTap))


def _open_offers(ways: Ways) -> None:
    taps = ways.taps.callback_query
    taps.register(pick, Carries(PickTap))
    taps.register(none_fits, Carries(OfferTap, step=OfferStep.NONE_FITS))
    taps.register(propose_others, Carries(OfferTap, step=OfferStep.OTHERS))
    taps.register(withdraw, Carries(OfferTap, step=OfferStep.WITHDRAW))


async def mine(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.meetings.mine(visit)


async def plan(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.meeting_plans.begin(visit)


async def show(
    _: CallbackQuery, callback_data: MeetingTap, visit: Visit, actions: Actions
) -> None:
    await actions.meetings.show(visit, callback_data.meeting_id)


async def keep(
    _: CallbackQuery, callback_data: MeetingTap, visit: Visit, actions: Actions
) -> None:
    await actions.meetings.show(visit, callback_data.meeting_id, kept=True)


async def move(
    _: CallbackQuery, callback_data: MeetingTap, visit: Visit, actions: Actions
) -> None:
    await actions.meetings.move(visit, callback_data.meeting_id)


async def ask_to_cancel(
    _: CallbackQuery, callback_data: MeetingTap, visit: Visit, actions: Actions
) -> None:
    await actions.meetings.ask_to_cancel(visit, callback_data.meeting_id)


async def cancel(
    _: CallbackQuery, callback_data: MeetingTap, visit: Visit, actions: Actions
) -> None:
    await actions.meetings.cancel(visit, callback_data.meeting_id)


async def plan_instead(
    _: CallbackQuery, callback_data: MeetingTap, visit: Visit, actions: Actions
) -> None:
    await actions.meetings.plan_instead(visit, callback_data.meeting_id)


async def send_usual(
    _: CallbackQuery, callback_data: UsualTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_plans.send_usual(visit, callback_data.wall)


async def show_plan(
    _: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_plans.show(visit, callback_data.draft_id)


async def send(_: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_plans.send(visit, callback_data.draft_id)


async def send_open_or_not(
    _: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_plans.send_surely(visit, callback_data.draft_id, crossing=False)


async def send_mine(
    _: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_plans.send_surely(visit, callback_data.draft_id, crossing=True)


async def send_all(
    _: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_plans.send_all(visit, callback_data.draft_id)


async def drop(_: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_plans.drop(visit, callback_data.draft_id)


async def offer_spots(
    _: CallbackQuery, callback_data: PlanTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_spots.offer(visit, callback_data.draft_id)


async def choose_spot(
    _: CallbackQuery, callback_data: SpotTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_spots.choose(
        visit, callback_data.draft_id, callback_data.kind, callback_data.key
    )


async def turn(_: CallbackQuery, callback_data: TimeTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_plans.turn(visit, callback_data.draft_id, callback_data.wall)


async def send_only(
    _: CallbackQuery, callback_data: TimeTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_plans.send_only(visit, callback_data.draft_id, callback_data.wall)


async def take(_: CallbackQuery, callback_data: TimeTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_plans.take(visit, callback_data.draft_id, callback_data.wall)


async def minutes(
    _: CallbackQuery, callback_data: TimeTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_calendar.minutes(visit, callback_data.draft_id, callback_data.wall)


async def month(_: CallbackQuery, callback_data: MonthTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_calendar.month(visit, callback_data.draft_id, callback_data.month)


async def hours(_: CallbackQuery, callback_data: HoursTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_calendar.hours(
        visit, callback_data.draft_id, callback_data.day, fine=bool(callback_data.fine)
    )


async def pick(_: CallbackQuery, callback_data: PickTap, visit: Visit, actions: Actions) -> None:
    await actions.meeting_offers.pick(visit, callback_data.offer_id, callback_data.wall)


async def none_fits(
    _: CallbackQuery, callback_data: OfferTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_offers.none_fits(visit, callback_data.offer_id)


async def propose_others(
    _: CallbackQuery, callback_data: OfferTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_offers.propose_others(visit, callback_data.offer_id)


async def withdraw(
    _: CallbackQuery, callback_data: OfferTap, visit: Visit, actions: Actions
) -> None:
    await actions.meeting_offers.withdraw(visit, callback_data.offer_id)
