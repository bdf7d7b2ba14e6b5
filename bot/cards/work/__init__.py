"""The work of a coach in words: lists, people, calls, and what is done in somebody's place."""

from bot.cards.work import calls, entering, lists, people
from bot.cards.work.calls import cards_with

__all__ = ["CARDS", "cards_with"]

CARDS = {**calls.CARDS, **entering.CARDS, **lists.CARDS, **people.CARDS}
