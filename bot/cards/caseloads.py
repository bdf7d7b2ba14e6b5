"""What is told when people get another coach: to the coach, and to the people."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.staff_buttons import WordsTap
from bot.cards.ways import labelled, way
from bot.i18n import Speech, isolated
from bot.programme.notices import CaseloadReceived, NewCoach, Notice, WordsAgreed, WordsOpened
from bot.programme.notices.new_coach import MayRead
from bot.programme.programme import Programme

# A longer list is read by nobody; all of them stand under "My duos" and "Open cases".
MOST_LINES = 15


def caseload_received(notice: CaseloadReceived, speech: Speech, programme: Programme) -> Card:
    """The duos and the promises that are the reader's from now on."""
    text = paragraphs(
        speech.say("You are the coach now of the people of {name}.", name=notice.name)
        if notice.name
        else speech.say("These people had no coach. Now you are their coach."),
        _listed(speech.say("Your new duos:"), (speech.listed(pair) for pair in notice.duos)),
        _listed(speech.say("They may be in danger:"), _named(notice.danger, speech)),
        _listed(speech.say("They wait for you to read it:"), _promises(notice, speech, programme)),
        speech.say_many(
            "{count} open case comes as a card.", "{count} open cases come as cards.", notice.cases
        )
        if notice.cases
        else "",
        speech.say("Everybody hears your name.")
        + " "
        + speech.say("What people wrote before stays closed until they agree."),
    )
    return Card(text, one_a_row(way(Place.MY_DUOS, speech), way(Place.MY_CASES, speech)))


def new_coach(notice: NewCoach, speech: Speech, programme: Programme) -> Card:
    """Who the coach is from now on; what was written before needs a yes."""
    del programme
    text = paragraphs(
        speech.say("You have a new coach: {name}.", name=notice.new),
        speech.say("{name} is no longer your coach.", name=notice.old) if notice.old else "",
        speech.say("May {name} read what you wrote before? Only you decide.", name=notice.new)
        if notice.asks
        else speech.say("Do you want to talk to {name}? Tap “My coach”.", name=notice.new),
    )
    answers = _answers(notice.coach_id, speech) if notice.asks else ()
    return Card(text, one_a_row(*answers, way(Place.COACH, speech), way(Place.MENU, speech)))


def may_read(notice: MayRead, speech: Speech, programme: Programme) -> Card:
    """Each coach needs a yes of their own."""
    del programme
    text = paragraphs(
        speech.say("{name} has your question now.", name=notice.coach),
        speech.say("May {name} read what you wrote before? Only you decide.", name=notice.coach),
    )
    answers = _answers(notice.coach_id, speech)
    return Card(text, one_a_row(*answers, way(Place.COACH, speech), way(Place.MENU, speech)))


def words_agreed(notice: WordsAgreed, speech: Speech, programme: Programme) -> Card:
    """What somebody decided about what they wrote before."""
    del programme
    if notice.agreed and not notice.opened:
        nothing = speech.say("Nothing that you wrote before is closed now.")
        return Card(nothing, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))
    says = (
        speech.say("{name} may read now what you wrote before.", name=notice.coach)
        if notice.agreed
        else speech.say(
            "What you wrote before stays closed. You can tell {name} yourself what you want.",
            name=notice.coach,
        )
    )
    return Card(says, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def words_opened(notice: WordsOpened, speech: Speech, programme: Programme) -> Card:
    """Told to the new coach; what was written is read in the case."""
    del programme
    text = speech.say("{name} lets you read what was written before.", name=notice.name)
    return Card(text, one_a_row(way(Place.MY_CASES, speech)))


def _answers(coach_id: int, speech: Speech) -> tuple[Button, Button]:
    yes, no = (WordsTap(coach_id=coach_id, agreed=one).pack() for one in (1, 0))
    return (
        Button(speech.button("Yes, that is fine"), yes),
        Button(speech.button("No, keep it closed"), no),
    )


def _named(names: Iterable[str], speech: Speech) -> Iterable[str]:
    return (isolated(name) if name else speech.say("Somebody new") for name in names)


def _promises(notice: CaseloadReceived, speech: Speech, programme: Programme) -> Iterable[str]:
    for name, until in notice.promises:
        moment = speech.day_and_time(datetime.fromisoformat(until), programme.zone)
        yield labelled(name or speech.say("Somebody new"), moment, speech)


def _listed(title: str, lines: Iterable[str]) -> str:
    """A title and its lines, when there are any; the end of a long list is a mark."""
    found = [f"– {line}" for line in lines]
    shown = [*found[:MOST_LINES], *(["…"] if len(found) > MOST_LINES else [])]
    return "\n".join([title, *shown]) if shown else ""


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {MayRead: may_read}
