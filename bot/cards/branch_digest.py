"""The weeks of a branch, once a week: who needs a person, the rest as counts, and a picture.

The words say all that one acts on: who cannot see the picture finds the weeks of each duo as
words behind its button.
"""

import json
from collections.abc import Iterable
from typing import Any

from bot.cards.buttons import Place
from bot.cards.card import LONGEST_CAPTION, Card, cut, one_a_row, paragraphs
from bot.cards.duo_view import duo_button, first_why, names_of
from bot.cards.enclosures import Picture
from bot.cards.paper.press import can_print
from bot.cards.ways import branch_name, labelled, way
from bot.cards.week_marks import week_letter, week_words
from bot.i18n import Speech
from bot.programme.check_ins import Week
from bot.programme.duo_weeks import BEFORE, NOT_ASKED, OPEN, monday_of
from bot.programme.notices import BranchDigest
from bot.programme.programme import Programme

LONGEST_NAMES = 30  # letters, beside eight weeks
FORMS: dict[str, str] = {
    Week.MET: "met",
    Week.MOVED: "moved",
    Week.NOT_MET: "not_met",
    Week.SILENT: "silent",
    Week.PAUSED: "paused",
    Week.MISSED_BY_US: "unknown",
    OPEN: "unknown",
    NOT_ASKED: "unknown",
}


def branch_digest(notice: BranchDigest, speech: Speech, programme: Programme) -> Card:
    """Under a picture fewer words have room: then fewer duos have a line, and more are counted."""
    fewer = range(len(notice.lines), -1, -1)
    texts = [_text(notice, lines, speech, programme) for lines in fewer]
    whole = texts[0]
    taps = [
        duo_button(number, duo_id, mentee, mentor, speech)
        for number, (duo_id, mentee, mentor, _) in enumerate(notice.lines, 1)
    ]
    rows = one_a_row(*taps, way(Place.MY_DUOS, speech), way(Place.MENU, speech))
    if not can_print():
        return Card(whole, rows)
    caption = next((text for text in texts if cut(text, LONGEST_CAPTION) == text), texts[-1])
    picture = Picture("duos.png", json.dumps(_picture(notice, speech, programme)))
    return Card(caption, rows, enclosure=picture, otherwise=whole)


def _text(notice: BranchDigest, most: int, speech: Speech, programme: Programme) -> str:
    more = notice.more + len(notice.lines[most:])
    return paragraphs(
        _title(notice, speech, programme),
        "\n".join([_lead(notice, speech), *_lines(notice, most, speech), *_more(more, speech)]),
        _last_week(notice, speech),
    )


def _title(notice: BranchDigest, speech: Speech, programme: Programme) -> str:
    if not notice.is_whole_branch:
        return speech.say_many("You follow {count} duo.", "You follow {count} duos.", notice.total)
    return speech.say_many(
        "{branch} has {count} duo.",
        "{branch} has {count} duos.",
        notice.total,
        branch=branch_name(notice.branch, speech, programme),
    )


def _lead(notice: BranchDigest, speech: Speech) -> str:
    if not notice.lines:
        return speech.say("No duo needs anything special this week.")
    return speech.say("They need you this week:")


def _lines(notice: BranchDigest, most: int, speech: Speech) -> Iterable[str]:
    for number, (_, mentee, mentor, whys) in enumerate(notice.lines[:most], 1):
        names = names_of(mentee, mentor, speech)
        words = first_why(whys, mentee, speech)
        yield f"{number}. {labelled(names, words, speech)}"


def _more(count: int, speech: Speech) -> Iterable[str]:
    if count:
        yield speech.say_many(
            "And {count} more duo: tap My duos.", "And {count} more duos: tap My duos.", count
        )


def _last_week(notice: BranchDigest, speech: Speech) -> str:
    """How many duos met, and how many did not: in words what the picture shows last."""
    counts = dict(notice.marks)
    if not counts.keys() & FORMS.keys():
        return ""
    said = [f"{week_words(mark, speech)} ({counts[mark]})" for mark in FORMS if mark in counts]
    monday = speech.day_of_month(monday_of(notice.weeks[-1]))
    title = speech.say("Week of {monday}", monday=monday)
    return f"{labelled(title, ', '.join(said), speech)}."


def _picture(notice: BranchDigest, speech: Speech, programme: Programme) -> dict[str, Any]:
    """What is drawn, in the form that ``weeks.typ`` reads."""
    name = branch_name(notice.branch, speech, programme)
    shown = {mark for *_, marks in notice.rows for mark in marks}
    return {
        "language": speech.language,
        "title": labelled(name, speech.say("the last weeks"), speech),
        "weeks": [speech.day_of_month(monday_of(key), short=True) for key in notice.weeks[::-1]],
        "rows": [
            {
                "names": cut(f"{number}. {names_of(mentee, mentor, speech)}", LONGEST_NAMES),
                "cells": [_cell(mark, speech) for mark in marks[::-1]],
            }
            for number, (mentee, mentor, marks) in enumerate(notice.rows, 1)
        ],
        "legend": [
            {**_cell(mark, speech), "words": week_words(mark, speech)}
            for mark in FORMS
            if mark in shown
        ],
    }


def _cell(mark: str, speech: Speech) -> dict[str, str]:
    """Before the two were a duo there is nothing to say."""
    if mark == BEFORE:
        return {"form": "unknown", "letter": ""}
    return {"form": FORMS[mark], "letter": week_letter(mark, speech)}
