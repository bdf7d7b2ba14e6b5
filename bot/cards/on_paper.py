"""A service as a page of paper: all that its card says, for somebody without data."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.cards.buttons import Place as Way
from bot.cards.calling import address_of
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.enclosures import Paper
from bot.cards.entries import said
from bot.cards.hours import weekly_hours
from bot.cards.opening_sentence import say_buttons, sentence
from bot.cards.services import checked, name_of, spoken
from bot.cards.ways import in_danger, labelled, people_to_call, way
from bot.i18n import Speech
from bot.programme.directory import Place, Service
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Names, in_language
from bot.programme.directory.tongues import languages_to_say
from bot.programme.notices import OnPaper
from bot.programme.programme import Programme

Said = dict[str, Any]


def on_paper(notice: OnPaper, speech: Speech, programme: Programme) -> Card:
    """The page, with what matters most of it as words."""
    service = read_service(notice.service)
    page = page_of(notice, service, speech, programme)
    short = "\n".join(
        [
            name_of(service, speech),
            *(phone.dial for phone in service.phones),
            *(address_of(place) for place in service.places),
            service.website or "",
        ]
    ).strip()
    return Card(
        paragraphs(short, speech.say("You can print this page, or keep it on your phone.")),
        one_a_row(*(say_buttons(service, notice.need, speech) or (way(Way.MENU, speech),))),
        enclosure=Paper(f"{service.key}.pdf", json.dumps(page, ensure_ascii=False)),
        otherwise=paragraphs(speech.say("Sorry, I cannot make the page now."), short),
    )


def page_of(notice: OnPaper, service: Service, speech: Speech, programme: Programme) -> Said:
    """What stands on the page, in the form that ``page.typ`` reads."""
    about = (_text(service.description, speech), _text(service.alert, speech))
    return {
        "title": name_of(service, speech),
        "author": programme.name[speech.language],
        "language": speech.language,
        "lead": [line for line in about if line],
        "phones": [{"dial": one.dial, "about": said(one.about, speech)} for one in service.phones],
        "parts": [
            {"label": label, "lines": lines} for label, lines in _parts(service, speech) if lines
        ],
        "sentence": _sentence(service, notice.need, speech),
        "foot": list(_foot(notice, service, speech, programme)),
    }


def _parts(service: Service, speech: Speech) -> Iterator[tuple[str, list[str]]]:
    """A word over each part, and its lines."""
    texts = {
        speech.say("For whom"): _text(service.eligibility, speech),
        speech.say("Cost"): _text(service.fees, speech),
        speech.say("Take with you"): _text(service.bring, speech),
        speech.say("Opening hours"): _hours(service, speech),
        speech.say("Languages"): spoken(service.languages, speech),
    }
    yield from ((label, [text] if text else []) for label, text in texts.items())
    yield speech.say("Address"), [line for one in service.places for line in _door(one, speech)]
    yield speech.say("Website"), [service.website] if service.website else []
    yield speech.say("E-mail"), [service.email] if service.email else []


def _text(names: Names, speech: Speech) -> str:
    """The text for this reader; one in another language says so."""
    text, other = in_language(names, speech.language)
    return f"{text} ({spoken((other,), speech)})" if other else text


def _hours(service: Service, speech: Speech) -> str:
    if service.is_always_open:
        return speech.say("Open day and night, every day.")
    own = service.hours.get(speech.language) or weekly_hours(service.openings, speech)
    return own or _text(service.hours, speech)


def _door(place: Place, speech: Speech) -> Iterator[str]:
    yield address_of(place)
    if place.step_free is not None:
        free = speech.say("There are no steps at the door.")
        yield free if place.step_free else speech.say("There are steps at the door.")


def _sentence(service: Service, need: str, speech: Speech) -> Said:
    """What to say, in each language of the counter, and what it means to who reads neither."""
    reader = speech.language
    languages = languages_to_say(service, reader)
    meaning = sentence(need, reader, reader, languages[0])
    told = labelled(speech.say("This means"), meaning, speech)
    return {
        "label": speech.say("You can say or show this:"),
        "texts": [
            {"language": one, "text": sentence(need, one, reader, one)} for one in languages
        ],
        "meaning": [] if reader in languages else [told],
    }


def _foot(
    notice: OnPaper, service: Service, speech: Speech, programme: Programme
) -> Iterator[str]:
    """How far this can be relied on, and who helps when it does not."""
    now = datetime.fromisoformat(notice.now)
    printed = speech.say("This page is of {date}.", date=speech.date(now, programme.zone))
    yield f"{checked(service, now, notice.doubts, speech, programme)} {printed}"
    yield from people_to_call(notice.branch, speech, programme).splitlines()
    yield in_danger(speech, programme)
