"""The convention as a page: its text, the three names, who signed, and room for ink."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.convention.signed import told_signature
from bot.cards.enclosures import Paper
from bot.cards.ways import branch_name, labelled, role_name, way
from bot.i18n import Speech, load_speech
from bot.programme.notices.convention import ConventionOnPaper
from bot.programme.programme import Programme


def convention_on_paper(notice: ConventionOnPaper, speech: Speech, programme: Programme) -> Card:
    """The page; where it cannot be made the text stands in the chat."""
    page_speech, title = speech, notice.title
    if notice.page_in:
        page_speech = load_speech()[notice.page_in]
        title = programme.convention.text(speech.language).title
    page = page_of(notice, page_speech, programme)
    says = speech.say("You can print this page, or keep it on your phone.")
    names = [name for _, name, _, _ in notice.signed]
    whole = [f"{title}\n{words}" for title, words in notice.parts]
    paper = Paper("duo.pdf", json.dumps(page, ensure_ascii=False), "convention")
    return Card(
        paragraphs(labelled(title, speech.listed(names), speech), says),
        one_a_row(way(Place.AGREEMENT, speech), way(Place.MENU, speech)),
        enclosure=paper,
        otherwise=paragraphs(notice.title, speech.listed(names), *whole),
    )


def page_of(notice: ConventionOnPaper, speech: Speech, programme: Programme) -> dict[str, Any]:
    """What stands on the page, in the form that ``convention.typ`` reads."""
    now, zone = datetime.fromisoformat(notice.now), programme.zone
    since = speech.date(datetime.fromisoformat(notice.since), zone)
    branch = branch_name(notice.branch, speech, programme)
    facts = (
        programme.name[speech.language],
        labelled(speech.say("Branch"), branch, speech) if branch else "",
        speech.say("A duo since {date}.", date=since),
    )
    printed = speech.say("This page is of {date}.", date=speech.date(now, zone))
    version = speech.say("Version {version} of the text.", version=notice.version)
    return {
        "title": notice.title,
        "author": programme.name[speech.language],
        "language": speech.language,
        "text_language": notice.language,
        "facts": [one for one in facts if one],
        "parts": [{"title": title, "text": words} for title, words in notice.parts],
        "signers": list(_signers(notice, speech, programme)),
        "sign": speech.say("Signatures"),
        "name": speech.say("Name"),
        "date": speech.say("Date and signature"),
        "foot": [version, printed],
    }


def _signers(
    notice: ConventionOnPaper, speech: Speech, programme: Programme
) -> Iterator[dict[str, str]]:
    for role, name, when, how in notice.signed:
        told = told_signature(when, how, speech, programme.zone)
        yield {"role": role_name(role, speech), "name": name, "told": told}
