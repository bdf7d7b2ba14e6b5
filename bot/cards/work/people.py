"""One mentee or mentor, as a coach sees them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, Mention, one_a_row, paragraphs
from bot.cards.ways import LANGUAGE_NAMES, branch_name, labelled, role_name, way
from bot.cards.work.buttons import PersonTap, TelegramLinkTap, ToCallTap, for_person
from bot.cards.work.next_actions import next_actions
from bot.cards.work.told import told_lines
from bot.cards.work.words import in_lines, named, place_words
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.work import (
    CameToTelegram,
    LinkToTelegram,
    PersonShown,
    SomebodyCameToTelegram,
)
from bot.programme.people import Stage
from bot.programme.programme import Programme


def person_shown(notice: PersonShown, speech: Speech, programme: Programme) -> Card:
    """Who it is, where they stand, how they came there, and what they told."""
    text = paragraphs(
        in_lines(
            _who(notice, speech),
            place_words(notice.stage, notice.place, speech),
            speech.say("Takes a break now.") if notice.paused else "",
            speech.say("Did not say if they still look. Please call.") if notice.unheard else "",
        ),
        _about(notice, speech, programme),
        told_lines(dict(notice.told), notice.role, speech, programme),
        _steps(notice, speech, programme),
        speech.say("There is more. Give your code to read it.") if notice.hidden else "",
        speech.say("Tap the name to write.") if notice.chat and notice.name else "",
    )
    # Who did not come to the end on Telegram can be written to; a tap on the name opens the chat.
    mentions = (Mention(notice.name, notice.chat),) if notice.chat and notice.name else ()
    return Card(text, one_a_row(*_buttons(notice, speech)), mentions)


def link_to_telegram(notice: LinkToTelegram, speech: Speech, programme: Programme) -> Card:
    """What the person writes on their own phone."""
    del programme
    told = f"/start {notice.token}"
    text = paragraphs(
        speech.say("{name} opens a chat with me and sends this:", name=notice.name),
        told,
        speech.say("It works once, for three days. All that is kept stays as it is."),
    )
    copy = Button(speech.button("Copy"), copies=told)
    return Card(text, one_a_row(copy, way(Place.WORK, speech)))


def came_to_telegram(notice: CameToTelegram, speech: Speech, programme: Programme) -> Card:
    """The first words to somebody on their own phone."""
    del programme
    text = paragraphs(
        speech.say("Hello, {name}! From now on I write to you here.", name=notice.first_name),
        speech.say("I still know all that you told us."),
    )
    return Card(text, one_a_row(way(Place.ANSWERS, speech), way(Place.MENU, speech)))


def somebody_came(notice: SomebodyCameToTelegram, speech: Speech, programme: Programme) -> Card:
    """For the coach who made the link."""
    del programme
    text = speech.say("{name} is on Telegram now. I write there myself.", name=notice.first_name)
    tap = PersonTap(person_id=notice.person_id).pack()
    return Card(text, one_a_row(Button(speech.button("See the person"), tap)))


def _who(notice: PersonShown, speech: Speech) -> str:
    if notice.stage == Stage.WITHDRAWN:
        return speech.say("Somebody who stopped")
    name = named(notice.name, speech)
    return f"{name} ({role_name(notice.role, speech)})" if notice.role else name


def _about(notice: PersonShown, speech: Speech, programme: Programme) -> str:
    channels = {
        "phone": speech.say("Not on Telegram: we call."),
        "paper": speech.say("Not on Telegram: we call or meet."),
    }
    branch = branch_name(notice.branch, speech, programme)
    language = LANGUAGE_NAMES.get(notice.language, notice.language)
    return in_lines(
        labelled(speech.say("Branch"), branch, speech) if notice.branch else "",
        labelled(speech.say("Language"), language, speech),
        channels.get(notice.channel, ""),
    )


def _steps(notice: PersonShown, speech: Speech, programme: Programme) -> str:
    lines = [
        labelled(
            speech.date(datetime.fromisoformat(at), programme.zone),
            place_words(Stage.REGISTERED, place, speech),
            speech,
        )
        for place, at in notice.steps
    ]
    return "\n".join([speech.say("The way until now:"), *lines]) if lines else ""


def _buttons(notice: PersonShown, speech: Speech) -> Iterable[Button]:
    person = notice.person_id
    off_telegram = notice.channel in {"phone", "paper"}
    if notice.to_say:
        yield Button(speech.button("What I have to tell"), ToCallTap(person_id=person).pack())
    if off_telegram and notice.stage != Stage.REGISTERED:
        yield Button(speech.button("Go on registering"), for_person(person, _go(Place.MENU)))
    yield from next_actions(notice, speech)
    if off_telegram and notice.stage == Stage.REGISTERED:
        yield Button(speech.button("Do it in their place"), for_person(person, _go(Place.MENU)))
        yield Button(speech.button("See the answers"), for_person(person, _go(Place.ANSWERS)))
    if off_telegram and notice.stage != Stage.WITHDRAWN:
        tap = TelegramLinkTap(person_id=person).pack()
        yield Button(speech.button("Bring to Telegram"), tap)
    if notice.hidden:
        yield way(Place.CODES, speech)
    yield way(Place.WORK, speech)


def _go(place: Place) -> str:
    return Go(to=place).pack()


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    CameToTelegram: came_to_telegram,
    LinkToTelegram: link_to_telegram,
    PersonShown: person_shown,
    SomebodyCameToTelegram: somebody_came,
}
