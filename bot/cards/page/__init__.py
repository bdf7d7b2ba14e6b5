"""`duobot cards`: one page with every card in every language, for coaches and translators."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from bot.cards.page.html import page_of
from bot.cards.page.marks import counted, in_words
from bot.cards.page.shown import shown_cards
from bot.i18n import load_speech
from bot.programme.programme import Programme
from bot.settings import load_programme, load_settings


async def write(environ: Mapping[str, str], output: Path) -> Sequence[str]:
    """Write the page of the programme that is set; what is in it, a line each."""
    return _write(load_programme(load_settings(environ, needs_token=False).programme), output)


def _write(programme: Programme, output: Path) -> Sequence[str]:
    shown = shown_cards(programme, load_speech())
    title = f"The cards of {programme.name['en']}" if "en" in programme.name else "The cards"
    output.write_text(page_of(title, shown, output.resolve().parent), encoding="utf-8")
    cards = [card for one in shown for card in one.cards]
    marks = in_words(counted(chain.from_iterable(card.marks for card in cards)))
    said = f"{output}: {len(shown)} cards in {len(programme.languages)} languages."
    return [said, *(f"Marked: {one}." for one in marks)]
