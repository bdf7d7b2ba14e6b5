"""Calling people who are not on Telegram: whom, and what to say."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.cards.buttons import BETWEEN, Go, Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.ways import LANGUAGE_NAMES, labelled, role_name, way
from bot.cards.work.buttons import CalledTap, PersonTap, ToCallTap, for_person
from bot.cards.work.words import in_lines, named, times_words
from bot.i18n import Speech, isolated
from bot.programme.notices import Notice
from bot.programme.notices.work import CallNoted, OnBehalf, SomebodyToCall, ToCall
from bot.programme.programme import Programme

Worded = Callable[[Notice, Speech, Programme], Card]


def on_behalf(worded: Worded, notice: OnBehalf, speech: Speech, programme: Programme) -> Card:
    """The card of the person, with buttons that a coach taps in their place."""
    (inner,) = notice.notices()
    card = worded(inner, speech, programme)
    name = named(notice.name, speech)
    rows = tuple(kept for row in card.rows if (kept := _in_place(notice.person_id, row)))
    back = Button(speech.button("See the person"), PersonTap(person_id=notice.person_id).pack())
    text = paragraphs(speech.say("In the place of {name}:", name=name), card.text)
    return replace(
        card, text=text, rows=(*rows, (back,)), number_keys=None, keys_gone=False, removes=(),
        empties=(),
        otherwise=paragraphs(text, card.otherwise) if card.otherwise else "",
    )  # fmt: skip


def to_call(worded: Worded, notice: ToCall, speech: Speech, programme: Programme) -> Card:
    """Whom to call, and each thing to say with its own buttons."""
    cards = [worded(one, speech, programme) for one in notice.notices()]
    text = paragraphs(
        _whom(notice, speech, programme),
        speech.say("This is what I would have written:") if cards else
        speech.say("There is nothing more to say now."),
        *(f"{number}. {_in_one(card.otherwise or card.text)}"
          for number, card in enumerate(cards, 1)),
    )  # fmt: skip
    return Card(text, one_a_row(*_answers(notice, cards), *_outcomes(notice, cards, speech)))


def somebody_to_call(notice: SomebodyToCall, speech: Speech, programme: Programme) -> Card:
    """There is somebody to call today."""
    del programme
    times = times_words(notice.times, speech)
    text = in_lines(
        speech.say("Please call {name}. There is something to tell.", name=notice.first_name),
        _language(notice.language, speech),
        labelled(speech.say("Has time"), times, speech) if times else "",
    )
    see = ToCallTap(person_id=notice.person_id).pack()
    return Card(text, one_a_row(Button(speech.button("What I have to tell"), see)))


def call_noted(notice: CallNoted, speech: Speech, programme: Programme) -> Card:
    """What comes of it."""
    name = named(notice.name, speech)
    if notice.again:
        moment = speech.day_and_time(datetime.fromisoformat(notice.again), programme.zone)
        text = speech.say(
            "Thank you for trying. {name} is on your list again on {moment}.",
            name=name, moment=moment,
        )  # fmt: skip
    elif notice.tried:
        text = speech.say("I noted that {name} did not answer the phone.", name=name)
    else:
        text = speech.say("Thank you. I noted that {name} knows it now.", name=name)
    tap = PersonTap(person_id=notice.person_id).pack()
    see = Button(speech.button("See the person"), tap)
    return Card(text, one_a_row(way(Place.WORK, speech), see))


def _whom(notice: ToCall, speech: Speech, programme: Programme) -> str:
    name = f"{named(notice.name, speech)} ({role_name(notice.role or None, speech)})"
    phone = isolated(notice.phone) if notice.phone else speech.say("not known")
    times = times_words(notice.times, speech)
    tried = ""
    if notice.tried:
        moment = speech.day_and_time(datetime.fromisoformat(notice.tried), programme.zone)
        tried = speech.say("Tried before, without an answer: {moment}.", moment=moment)
    return in_lines(
        speech.say("Call {name}.", name=name),
        labelled(speech.say("Phone"), phone, speech),
        _language(notice.language, speech),
        labelled(speech.say("Has time"), times, speech) if times else "",
        tried,
    )


def _language(language: str, speech: Speech) -> str:
    return labelled(speech.say("Language"), LANGUAGE_NAMES.get(language, language), speech)


def _answers(notice: ToCall, cards: Sequence[Card]) -> Iterable[Button]:
    """What the person can answer; ways that lead elsewhere stand on their own card."""
    several = len(cards) > 1
    for number, card in enumerate(cards, 1):
        for button in _of_card(card):
            if not button.data or button.data.startswith(f"{Go.prefix}{BETWEEN}"):
                continue
            if data := for_person(notice.person_id, button.data):
                words = f"{number}. {button.words}" if several else button.words
                yield Button(fitting(words), data)


def _outcomes(notice: ToCall, cards: Sequence[Card], speech: Speech) -> Iterable[Button]:
    tap = partial(CalledTap, person_id=notice.person_id, shown_at=notice.shown_at)
    if cards:
        yield Button(speech.button("I told it"), tap(outcome="told").pack())
        yield Button(speech.button("Nobody answered"), tap(outcome="no_answer").pack())
    see = PersonTap(person_id=notice.person_id).pack()
    yield Button(speech.button("See the person"), see)
    yield way(Place.WORK, speech)


def _of_card(card: Card) -> Iterable[Button]:
    return (button for row in card.rows for button in row)


def _in_place(person_id: int, row: tuple[Button, ...]) -> tuple[Button, ...]:
    """The same buttons for the coach; one that does not fit is left out."""
    kept = (
        replace(one, data=for_person(person_id, one.data)) if one.data else one
        for one in row
        if not one.data or for_person(person_id, one.data)
    )
    return tuple(kept)


def _in_one(text: str) -> str:
    return " ".join(part for part in text.split("\n") if part)


def cards_with(worded: Worded) -> Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]]:
    """The cards of letters that hold others, which ``worded`` puts into words."""
    return {OnBehalf: partial(on_behalf, worded), ToCall: partial(to_call, worded)}


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CallNoted: call_noted,
    SomebodyToCall: somebody_to_call,
}
