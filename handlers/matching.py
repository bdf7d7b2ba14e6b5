"""Bringing a mentee and a mentor together: the coach's side, and the answers of the two."""

from aiogram.types import CallbackQuery, TelegramObject

from bot.actions import Actions
from bot.cards.buttons import Place
from bot.cards.matching.buttons import (
    MatchStep,
    MatchTap,
    MentorsTap,
    PairStep,
    PairTap,
    ToMatchTap,
)
from bot.programme.intents import Intent
from bot.programme.people import Visit
from handlers.doors import Carries, Ways


def open_doors(ways: Ways) -> None:
    ways.open(to_match, command="match", intent=Intent.MATCH, place=Place.MATCH)
    ways.open(show_proposal, command="proposal", intent=Intent.PROPOSAL, place=Place.PROPOSAL)
    taps = ways.taps.callback_query
    taps.register(turn_to, Carries(ToMatchTap))
    taps.register(mentors_for, Carries(MentorsTap))
    taps.register(ask_both, Carries(PairTap, step=PairStep.ASK))
    taps.register(ask_both, Carries(PairTap, step=PairStep.AGAIN))
    taps.register(show_pair, Carries(PairTap))
    taps.register(agree, Carries(MatchTap, step=MatchStep.AGREE))
    taps.register(decline, Carries(MatchTap, step=MatchStep.DECLINE))
    taps.register(decline, Carries(MatchTap, step=MatchStep.DECLINE_SURELY))
    taps.register(ask_again, Carries(MatchTap, step=MatchStep.ASK_AGAIN))
    taps.register(let_go, Carries(MatchTap, step=MatchStep.LET_GO))
    taps.register(show_match, Carries(MatchTap))


async def to_match(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.suggestions.to_match(visit)


async def turn_to(
    _: CallbackQuery, callback_data: ToMatchTap, visit: Visit, actions: Actions
) -> None:
    await actions.suggestions.turn_to(visit, callback_data.page)


async def mentors_for(
    _: CallbackQuery, callback_data: MentorsTap, visit: Visit, actions: Actions
) -> None:
    await actions.suggestions.mentors_for(visit, callback_data.mentee_id, callback_data.page)


async def show_pair(
    _: CallbackQuery, callback_data: PairTap, visit: Visit, actions: Actions
) -> None:
    await actions.suggestions.show_pair(visit, callback_data.mentee_id, callback_data.mentor_id)


async def ask_both(
    _: CallbackQuery, callback_data: PairTap, visit: Visit, actions: Actions
) -> None:
    await actions.suggestions.ask_both(
        visit,
        callback_data.mentee_id,
        callback_data.mentor_id,
        again=callback_data.step is PairStep.AGAIN,
    )


async def show_match(
    _: CallbackQuery, callback_data: MatchTap, visit: Visit, actions: Actions
) -> None:
    await actions.match_following.show(visit, callback_data.match_id)


async def ask_again(
    _: CallbackQuery, callback_data: MatchTap, visit: Visit, actions: Actions
) -> None:
    await actions.match_following.ask_again(visit, callback_data.match_id)


async def let_go(
    _: CallbackQuery, callback_data: MatchTap, visit: Visit, actions: Actions
) -> None:
    await actions.match_following.let_go(visit, callback_data.match_id)


async def show_proposal(_: TelegramObject, visit: Visit, actions: Actions) -> None:
    await actions.match_answers.show(visit)


async def agree(_: CallbackQuery, callback_data: MatchTap, visit: Visit, actions: Actions) -> None:
    await actions.match_answers.agree(visit, callback_data.match_id)


async def decline(
    _: CallbackQuery, callback_data: MatchTap, visit: Visit, actions: Actions
) -> None:
    await actions.match_answers.decline(
        visit, callback_data.match_id, surely=callback_data.step is MatchStep.DECLINE_SURELY
    )
