"""Names as people have them: whatever is in them, the card stays whole."""

import pytest
from hypothesis import given, strategies as st

from bot.cards import put_into_words
from bot.cards.telegram import keyboard
from bot.i18n import load_speech
from bot.programme.notices import (
    AnswersOverview,
    CaseCard,
    CheckInPrompt,
    MyDuos,
    Registered,
    SomebodyRegistered,
)
from bot.programme.notices.convention import DuoStarts
from bot.programme.notices.work import WorkList
from bot.programme.people import Role
from bot.settings import load_programme

SPEECH = load_speech()
PROGRAMME = load_programme("duo")
SINCE = "2026-11-24T09:05:00+00:00"
ODD = ["<b>Ann</b>", "Jan & Piet", "{0}", "{name}", "%s %(x)s", "*Ann* _B_", "[a](http://b)",
       "أمير", "שרה", "O'Neil", "D’hondt", "Zoë-Ann", "ኃይሌ", "李", "🙂 Ann", "\\n"]  # fmt: skip
ISOLATE, END_ISOLATE = "\u2068", "\u2069"

names = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40),
)


def about(name):
    return [
        CheckInPrompt(1, name),
        DuoStarts(Role.MENTEE, name, name),
        Registered(name, Role.MENTEE, "ghent"),
        SomebodyRegistered(name, Role.MENTOR, "ghent", "fr"),
        CaseCard(1, "asked", "open", SINCE, (name,), Role.MENTEE, "fr"),
        CaseCard(1, "no_meetings", "open", SINCE, (name, "Rita")),
        AnswersOverview({"first_name": name}, complete=False, in_duo=False),
        WorkList("new", ((1, name, Role.MENTEE, "new", SINCE),)),
        MyDuos(((1, name, name, ("met",), (), ()),)),
    ]


@given(names)
def test_a_name_stands_on_every_card_as_it_is(name):
    for notice in about(name):
        for speech in SPEECH.values():
            assert name in put_into_words(notice, speech, PROGRAMME).text


@pytest.mark.parametrize("name", ["أمير", "שרה"])
def test_a_name_written_from_right_to_left_leaves_the_sentence_in_order(name):
    for notice in about(name):
        for speech in SPEECH.values():
            card = put_into_words(notice, speech, PROGRAMME)
            labels = [button.words for row in card.rows for button in row]
            for text in (card.text, *labels):
                alone = text.replace(f"{ISOLATE}{name}{END_ISOLATE}", "")
                assert name not in alone, text


def test_long_lists_of_long_names_can_still_be_sent():
    name = "m" * 40
    worst = "ḿ̃̂̈" * 40
    for one in (name, worst):
        people = tuple((n, one, "mentor", "ready", SINCE) for n in range(1, 11))
        weeks = ("silent",) * 4
        for notice in (WorkList("new", people), MyDuos(((1, one, one, weeks, (), ()),) * 20)):
            for speech in SPEECH.values():
                card = put_into_words(notice, speech, PROGRAMME)
                assert len(card.text.encode("utf-16-le")) <= 2 * 4096


def test_a_card_without_buttons_has_no_keyboard():
    card = put_into_words(MyDuos(()), SPEECH["en"], PROGRAMME)
    markup = keyboard(card)
    assert markup is not None
    assert [row[0].text for row in markup.inline_keyboard] == ["New people", "Menu"]
