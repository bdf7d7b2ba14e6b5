"""Several letters as one: each has its number, and its buttons bear that number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.cards.buttons import BETWEEN, Go, among_others
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.i18n import Speech
from bot.programme.notices import Digest, Notice
from bot.programme.programme import Programme

Worded = Callable[[Notice, Speech, Programme], Card]


def cards(worded: Worded) -> Mapping[type[Notice], Worded]:
    """Each letter in its own words, and all of them in one."""

    def digest(notice: Notice, speech: Speech, programme: Programme) -> Card:
        held = notice.notices() if isinstance(notice, Digest) else (notice,)
        return together([worded(one, speech, programme) for one in held], speech)

    return {Digest: digest}


def together(cards: Sequence[Card], speech: Speech) -> Card:
    """What each of the cards says, in its own words. The ways that lead elsewhere, as to the
    coach, stand once and below all others.
    """
    numbered = list(enumerate(cards, 1))
    text = paragraphs(
        speech.say("I do not want to write to you too often. So here are a few things together."),
        *(_numbered(_in_one_paragraph(card.text), number) for number, card in numbered),
        speech.say("Answer when it suits you. You do not have to answer."),
    )
    buttons = [(button, number) for number, card in numbered for button in _buttons_of(card)]
    own = [_among(one, _numbered(one.words, number)) for one, number in buttons if not _leads(one)]
    ways = [_among(one, one.words) for one, _ in buttons if _leads(one)]
    return Card(text, one_a_row(*own, *dict.fromkeys(ways)))


def _buttons_of(card: Card) -> Sequence[Button]:
    return [button for row in card.rows for button in row]


def _numbered(words: str, number: int) -> str:
    return f"{number}. {words}"


def _in_one_paragraph(text: str) -> str:
    return " ".join(part for part in text.split("\n") if part)


def _among(button: Button, words: str) -> Button:
    """The same button under a message that says other things too."""
    data = among_others(button.data) if button.data else ""
    return replace(button, words=fitting(words), data=data)


def _leads(button: Button) -> bool:
    return button.data.startswith(f"{Go.prefix}{BETWEEN}")
