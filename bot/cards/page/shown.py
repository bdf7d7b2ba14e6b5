"""Every sample in every language of a programme, with what is wrong with it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.cards.card import Card
from bot.cards.notices import CARDS
from bot.cards.page.hearing import Hearing, heard
from bot.cards.page.marks import Mark, marks_of
from bot.cards.samples import SAMPLES, possible
from bot.i18n import SOURCE_LANGUAGE, Speech
from bot.programme.notices import Notice
from bot.programme.programme import Programme

FIELD = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Worded:
    """A card in one language; ``said`` are its texts by their English."""

    language: str
    card: Card
    said: Sequence[str]
    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice, and its card in each language."""

    notice: Notice
    cards: Sequence[Worded]


def shown_cards(
    programme: Programme, speech: Mapping[str, Speech], samples: Iterable[Notice] = SAMPLES
) -> list[Shown]:
    """What this programme can come to say, in its languages; the kinds by their names."""
    ears = {language: heard(speech[language]) for language in programme.languages}
    wanted = sorted((one for one in samples if possible(one, programme)), key=_kind)
    return [Shown(notice, list(_worded(notice, ears, programme))) for notice in wanted]


def _worded(
    notice: Notice, ears: Mapping[str, tuple[Speech, Hearing]], programme: Programme
) -> Iterator[Worded]:
    for language, (speech, hearing) in ears.items():
        hearing.begin()
        card = CARDS[type(notice)](notice, speech, programme)
        said = [english for english, given in hearing.said.items() if _stands_on(card, given)]
        foreign = language != SOURCE_LANGUAGE
        lacking = [one for one in said if foreign and one in hearing.lacking.texts]
        yield Worded(language, card, said, tuple(marks_of(card, lacking)))


def _stands_on(card: Card, given: str) -> bool:
    """A card asks for more texts than it shows, as for all choices where one was chosen."""
    shown = "\n".join([card.text, *(button.words for row in card.rows for button in row)])
    return all(part in shown for part in FIELD.split(given))


def _kind(notice: Notice) -> str:
    return notice.kind
