"""The work of a coach as a short menu, and each of its lists, page by page."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.ways import labelled, role_name, way
from bot.cards.work.buttons import PersonTap, ToCallTap, WorkTap
from bot.cards.work.words import named, place_words
from bot.i18n import Speech, isolated
from bot.programme.notices import Notice
from bot.programme.notices.work import Row, WorkList, WorkMenu
from bot.programme.people import Stage
from bot.programme.programme import Programme
from bot.programme.work.lists import FOUND, RESTING, TO_CALL, UNFINISHED, UNHEARD

ON_A_PAGE = 10


def work_menu(notice: WorkMenu, speech: Speech, programme: Programme) -> Card:
    """Each list with how many people stand in it; those in which nobody stands have no button."""
    lead = (
        speech.say("The work in your region:")
        if notice.coordinates
        else speech.say("Your work in your branch:")
    )
    lines = [
        speech.say_many("{list}: {count} person", "{list}: {count} people", count,
                        list=_list_name(name, speech, programme))
        for name, count in notice.counts
    ]  # fmt: skip
    taps = [
        Button(_list_button(name, speech), WorkTap(name=name).pack())
        for name, count in notice.counts
        if count
    ]
    tip = speech.say("Do you look for somebody? Write their name.")
    places = (Place.INTAKES, Place.MATCH, Place.ENTER, Place.MY_DUOS, Place.MENU)
    ways = (way(one, speech) for one in places)
    return Card(paragraphs(lead + "\n" + "\n".join(lines), tip), one_a_row(*taps, *ways))


def work_list(notice: WorkList, speech: Speech, programme: Programme) -> Card:
    """Ten people at a time, each with a button that bears their number."""
    back = way(Place.WORK, speech)
    if not notice.rows:
        return Card(_nobody(notice, speech), one_a_row(back))
    numbered = list(enumerate(notice.rows, notice.page * ON_A_PAGE + 1))
    text = paragraphs(
        _head(notice, speech, programme),
        "\n".join(_line(number, row, speech) for number, row in numbered),
    )
    taps = [_tap(number, row, notice.name, speech) for number, row in numbered]
    return Card(text, (*one_a_row(*taps), *_turns(notice, speech), (back,)))


def _turns(notice: WorkList, speech: Speech) -> Iterable[tuple[Button, ...]]:
    """Back and on, beside each other; a list of what was looked for has one page."""
    turns = []
    if notice.page:
        tap = WorkTap(name=notice.name, page=notice.page - 1).pack()
        turns.append(Button(speech.button("Those before"), tap))
    if notice.more and notice.name != FOUND:
        tap = WorkTap(name=notice.name, page=notice.page + 1).pack()
        turns.append(Button(speech.button("Those after"), tap))
    return (tuple(turns),) if turns else ()


def _nobody(notice: WorkList, speech: Speech) -> str:
    if notice.name == FOUND:
        return speech.say("I find nobody with that name among your people.")
    return speech.say("Nobody is on this list now.")


def _head(notice: WorkList, speech: Speech, programme: Programme) -> str:
    if notice.name == FOUND:
        head = speech.say("People whose name is like “{name}”:", name=notice.looked_for)
        more = speech.say("There are more. Write more of the name.") if notice.more else ""
        return paragraphs(head, more)
    return f"{_list_name(notice.name, speech, programme)}:"


def _line(number: int, row: Row, speech: Speech) -> str:
    _, name, role, place, _ = row
    stage = Stage.REGISTERED if role else Stage.ARRIVING
    words = place_words(stage, place, speech)
    who = f"{named(name, speech)} ({role_name(role, speech)})" if role else named(name, speech)
    return f"{number}. {labelled(who, words, speech)}"


def _tap(number: int, row: Row, name: str, speech: Speech) -> Button:
    person, called = row[0], row[1] or speech.say("somebody without a name yet")
    tap = ToCallTap(person_id=person) if name == TO_CALL else PersonTap(person_id=person)
    return Button(fitting(f"{number}. {isolated(called)}"), tap.pack())


def _list_name(name: str, speech: Speech, programme: Programme) -> str:
    trains = programme.training.modules
    words = {
        "new": speech.say("New people"),
        "plan": speech.say("Talks and first meetings"),
        "match": speech.say("Ready for a duo"),
        "answer": speech.say("They still have to answer"),
        "later": speech.say("In training, or waiting a while")
        if trains
        else speech.say("Waiting a while"),
        TO_CALL: speech.say("To call"),
        UNHEARD: speech.say("Did not say if they still look"),
        RESTING: speech.say("On a break, before there is a duo"),
        UNFINISHED: speech.say("Registration not finished"),
    }
    return words.get(name, "")


def _list_button(name: str, speech: Speech) -> str:
    words = {
        "new": speech.button("See new people"),
        "plan": speech.button("See what is planned"),
        "match": speech.button("See who is ready"),
        "answer": speech.button("See who thinks"),
        "later": speech.button("See who waits a while"),
        TO_CALL: speech.button("Call"),
        UNHEARD: speech.button("See who did not say it"),
        RESTING: speech.button("See who takes a break"),
        UNFINISHED: speech.button("Finish registering"),
    }
    return words.get(name, "")


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    WorkList: work_list,
    WorkMenu: work_menu,
}
