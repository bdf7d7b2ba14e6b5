"""The work of a coach in words: lists, people, calls, and what is done in somebody's place."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.cards.work import calls, entering, lists, people
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.programme import Programme


def cards(
    worded: calls.Worded,
) -> Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]]:
    """All of them; ``worded`` puts the letters into words that others hold."""
    of_themes = {**entering.CARDS, **lists.CARDS, **people.CARDS}
    return {**calls.CARDS, **calls.cards_with(worded), **of_themes}
