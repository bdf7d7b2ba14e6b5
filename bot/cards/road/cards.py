"""All cards of the road to a duo, theme by theme."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.active_weeks.cards import CARDS as ACTIVE_WEEKS_CARDS
from bot.cards.card import Card
from bot.cards.convention.cards import CARDS as CONVENTION_CARDS
from bot.cards.intakes.cards import CARDS as INTAKE_CARDS
from bot.cards.matching.cards import CARDS as MATCHING_CARDS
from bot.cards.often_asked import CARDS as OFTEN_ASKED_CARDS
from bot.cards.pauses import CARDS as PAUSE_CARDS
from bot.cards.sessions.cards import CARDS as SESSION_CARDS
from bot.cards.training.cards import CARDS as TRAINING_CARDS
from bot.cards.waiting.cards import CARDS as WAITING_CARDS
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    **ACTIVE_WEEKS_CARDS,
    **MATCHING_CARDS,
    **OFTEN_ASKED_CARDS,
    **PAUSE_CARDS,
    **CONVENTION_CARDS,
    **INTAKE_CARDS,
    **SESSION_CARDS,
    **TRAINING_CARDS,
    **WAITING_CARDS,
}
