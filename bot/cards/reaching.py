"""The ways to a service, in the order in which people try them."""

from collections.abc import Sequence
from itertools import chain

from bot.cards.calling import call_buttons, map_buttons, website_buttons
from bot.cards.card import Button, Rows, one_a_row
from bot.cards.opening_sentence import say_buttons
from bot.cards.paper.press import can_print
from bot.cards.service_buttons import PaperTap
from bot.i18n import Speech
from bot.programme.directory.service import Service


def reaching_rows(service: Service, need: str, speech: Speech) -> Rows:
    """Call, then go or look, then what to say and what to take along."""
    look = chain(map_buttons(service, need, speech), website_buttons(service, speech))
    take = chain(say_buttons(service, need, speech), paper_buttons(service, need, speech))
    rows = (tuple(look), tuple(take))
    return one_a_row(*call_buttons(service, need, speech)) + tuple(row for row in rows if row)


def paper_buttons(service: Service, need: str, speech: Speech) -> Sequence[Button]:
    """The way to the page, where one can be printed."""
    tap = PaperTap(service=service.key, need=need)
    return (Button(speech.button("On paper"), tap.pack()),) if can_print() else ()
