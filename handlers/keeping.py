"""Keeping the directory right: what people report, and what staff assure and change."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.keeping_buttons import (
    CareStep,
    CareTap,
    ChecksTap,
    DetailTap,
    FaultTap,
    ProposalStep,
    ProposalTap,
    WrongTap,
)
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    taps = ways.taps.callback_query
    ways.open(changes, command="changes", place=Place.CHANGES)
    taps.register(complain, Carries(WrongTap))
    taps.register(report, Carries(FaultTap))
    taps.register(assure, Carries(CareTap, step=CareStep.ASSURE))
    taps.register(doubt, Carries(CareTap, step=CareStep.DOUBT))
    taps.register(change, Carries(CareTap, step=CareStep.CHANGE))
    taps.register(history, Carries(CareTap, step=CareStep.HISTORY))
    taps.register(change_detail, Carries(DetailTap))
    taps.register(confirm, Carries(ProposalTap, step=ProposalStep.CONFIRM))
    taps.register(drop, Carries(ProposalTap, step=ProposalStep.DROP))
    taps.register(accept, Carries(ProposalTap, step=ProposalStep.ACCEPT))
    taps.register(refuse, Carries(ProposalTap, step=ProposalStep.REFUSE))
    taps.register(to_check, Carries(ChecksTap))


async def changes(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.proposals.mine(visit)


async def complain(
    _: CallbackQuery, callback_data: WrongTap, visit: Visit, actions: Actions
) -> None:
    await actions.keeping.complain(visit, callback_data.service)


async def report(
    _: CallbackQuery, callback_data: FaultTap, visit: Visit, actions: Actions
) -> None:
    await actions.keeping.report(visit, callback_data.service, callback_data.fault)


async def assure(_: CallbackQuery, callback_data: CareTap, visit: Visit, actions: Actions) -> None:
    await actions.keeping.assure(visit, callback_data.service)


async def doubt(_: CallbackQuery, callback_data: CareTap, visit: Visit, actions: Actions) -> None:
    await actions.keeping.doubt(visit, callback_data.service)


async def change(_: CallbackQuery, callback_data: CareTap, visit: Visit, actions: Actions) -> None:
    await actions.proposals.choose(visit, callback_data.service)


async def history(
    _: CallbackQuery, callback_data: CareTap, visit: Visit, actions: Actions
) -> None:
    await actions.keeping.history(visit, callback_data.service)


async def change_detail(
    _: CallbackQuery, callback_data: DetailTap, visit: Visit, actions: Actions
) -> None:
    await actions.proposals.begin(
        visit, callback_data.service, callback_data.field, callback_data.number
    )


async def confirm(
    _: CallbackQuery, callback_data: ProposalTap, visit: Visit, actions: Actions
) -> None:
    await actions.proposals.confirm(visit, callback_data.proposal_id)


async def drop(
    _: CallbackQuery, callback_data: ProposalTap, visit: Visit, actions: Actions
) -> None:
    await actions.proposals.drop(visit, callback_data.proposal_id)


async def accept(
    _: CallbackQuery, callback_data: ProposalTap, visit: Visit, actions: Actions
) -> None:
    await actions.proposals.decide(visit, callback_data.proposal_id, accepted=True)


async def refuse(
    _: CallbackQuery, callback_data: ProposalTap, visit: Visit, actions: Actions
) -> None:
    await actions.proposals.decide(visit, callback_data.proposal_id, accepted=False)


async def to_check(
    _: CallbackQuery, callback_data: ChecksTap, visit: Visit, actions: Actions
) -> None:
    await actions.keeping.to_check(visit, callback_data.case_id)
