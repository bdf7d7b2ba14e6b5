"""The way to how a duo begins, from its card."""

from collections.abc import Iterable

from bot.cards.card import Button
from bot.cards.convention.buttons import FirstStep, FirstTap
from bot.i18n import Speech
from bot.programme.notices import DuoCard


def way_to_beginning(notice: DuoCard, speech: Speech) -> Iterable[Button]:
    """To the first meeting and the signatures of a duo whose weeks have not begun."""
    if notice.begins:
        tap = FirstTap(step=FirstStep.SHOW, duo_id=notice.begins).pack()
        yield Button(speech.button("How they begin"), tap)
