"""The cards of the way to a duo, theme by theme, and how they come in practice."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards import matching
from bot.cards.active_weeks.samples import ACTIVE_WEEKS_SAMPLES
from bot.cards.card import Card
from bot.cards.matching.samples import MATCHING_SAMPLES
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    **matching.CARDS,
}
ROAD_SAMPLES: list[Notice] = [
    *ACTIVE_WEEKS_SAMPLES,
    *MATCHING_SAMPLES,
]
