"""All cards about the training."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.cards.training import mentors, training
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.programme import Programme

CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    **training.CARDS,
    **mentors.CARDS,
}
