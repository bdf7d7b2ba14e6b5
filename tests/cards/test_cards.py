"""Every kind of notice has a card, and every card can be sent, read and answered."""

import json
import re

import pytest

from bot.cards import put_into_words
from bot.cards.card import LONGEST_BUTTON, LONGEST_TEXT, MOST_BUTTONS, Button, Card, one_a_row
from bot.cards.notices import CARDS
from bot.cards.samples import LARGEST_ID, SAMPLES, possible
from bot.cards.work.buttons import for_person
from bot.i18n import load_speech
from bot.programme.notices import Notice
from bot.settings import SHIPPED, load_programme

SPEECH = load_speech()
PROGRAMMES = {name: load_programme(name) for name in SHIPPED}
MOST_BYTES = 64
WORDED: dict[int, list[Card]] = {}  # by the identity of a sample, which lives as long as we do
UNFILLED = re.compile(r"\{\w*\}|\bNone\b(?! of these)")

# Cards without a button, and why nobody is left standing there.
NO_WAY_ON = {
    "staff_commands": "it stands in the menu of the chat, and is not shown",
    "answer_taken": "the next question follows at once",
    "case_card": "a closed case needs nothing more",
    "topic_card": "a closed case needs nothing more",
    "check_in_answered": "the week is settled; nothing is asked",
    "check_in_noted": "the answer stands in the message below",
    "coach_has_read": "the coach takes the next step",
    "good_to_hear": "what was asked for follows at once",
    "invitation_refused": "the menu or the question follows at once",
    "language_chosen": "the menu or the question follows at once",
    "my_cases": "the cards of the cases follow at once",
    "my_changes": "the cards of the changes follow at once",
    "only_words": "the question or the menu follows at once",
    "removal": "the message is taken out of the chat",
    "resumed": "the menu or the question follows at once",
    "somebody_paused": "it asks nothing of the coach",
    "somebody_unreachable": "it asks the coach to call",
}


def cards(notice):
    """Of a sample, in every programme and language; worded once for all rules."""
    if id(notice) not in WORDED:
        WORDED[id(notice)] = [
            put_into_words(notice, speech, programme)
            for programme in PROGRAMMES.values()
            if possible(notice, programme)
            for speech in SPEECH.values()
        ]
    return WORDED[id(notice)]


def labels_and_data(card):
    buttons = [button for row in card.rows for button in row]
    return [(button.words, button.data or button.url or button.copies) for button in buttons]


def names_of(notice):
    """Each name of a person among the facts of a sample."""
    known = {"Amir", "Rita", "Els", "Fatima", "Tom"}
    return {name for name in known if f"'{name}'" in str(notice.facts())}


def each_sample(rule):
    """A test for each kind of notice, in which all samples of it are looked at: a test for each
    sample would spend more on being a test than on looking.
    """

    def test_of_a_kind(kind):
        for notice in SAMPLES:
            if notice.kind == kind:
                rule(notice)

    test_of_a_kind.__name__ = rule.__name__
    kinds = sorted({one.kind for one in SAMPLES})
    return pytest.mark.parametrize("kind", kinds)(test_of_a_kind)


@each_sample
def test_a_coach_can_tap_every_button_in_the_place_of_a_person(notice):
    """Cards of the staff are for nobody else, so that only those of the two need room."""
    if not notice.for_staff:
        for card in cards(notice):
            buttons = [button for row in card.rows for button in row if button.data]
            assert [one for one in buttons if not for_person(LARGEST_ID, one.data)] == []


def test_every_kind_of_notice_has_a_card():
    assert set(CARDS) == set(Notice.by_kind.values())


def test_every_kind_of_notice_has_a_sample():
    assert {one.kind for one in SAMPLES} == set(Notice.by_kind)


def test_no_two_kinds_share_a_name():
    assert len({one.kind for one in CARDS}) == len(CARDS)


@each_sample
def test_the_text_can_be_sent_and_holds_nothing_unfilled(notice):
    for card in cards(notice):
        assert 1 <= len(card.text) <= LONGEST_TEXT
        assert card.text == card.text.strip()
        assert not UNFILLED.search(card.text), card.text


@each_sample
def test_there_is_a_way_on_or_a_reason_for_none(notice):
    for card in cards(notice):
        assert card.rows or card.number_keys or notice.kind in NO_WAY_ON


@each_sample
def test_the_buttons_can_be_sent_and_read(notice):
    for card in cards(notice):
        for words, data in labels_and_data(card):
            assert 0 < len(data.encode()) <= MOST_BYTES or data.startswith("https://")
            assert len(words) > 0
            assert len(words) <= LONGEST_BUTTON or names_of(notice)
            assert not UNFILLED.search(words)


@each_sample
def test_no_two_buttons_of_a_card_do_the_same_under_one_name(notice):
    for card in cards(notice):
        shown = labels_and_data(card)
        assert len({words for words, _ in shown}) == len(shown)
        assert len({data for _, data in shown}) == len(shown)


@each_sample
def test_the_names_of_people_stand_as_they_are(notice):
    if getattr(notice, "choosing", None) or getattr(notice, "mentors", None) == ():
        return  # this card asks for a day, or says that nobody is free
    for card in cards(notice):
        everything = card.text + "".join(words for words, _ in labels_and_data(card))
        for name in names_of(notice):
            assert name in everything


@each_sample
def test_a_notice_comes_out_of_the_outbox_as_it_went_in(notice):
    stored = json.loads(json.dumps(notice.facts()))
    assert Notice.from_facts(notice.kind, stored) == notice


def test_every_reason_for_no_way_on_is_still_needed():
    bare = {one.kind for one in SAMPLES for card in cards(one)
            if not card.rows and not card.number_keys}  # fmt: skip
    assert set(NO_WAY_ON) >= bare
    assert set(NO_WAY_ON) <= set(Notice.by_kind)


def test_a_text_that_telegram_would_refuse_is_cut_off():
    for letter in ("a", "é", "🙂", "ا"):
        short = Card(letter * 5000).shortened().text
        assert len(short.encode("utf-16-le")) // 2 <= LONGEST_TEXT
        assert short.endswith(f"{letter}…")
    fits = Card("a" * LONGEST_TEXT)
    assert fits.shortened() is fits


def test_of_too_many_buttons_the_ways_to_people_stay():
    towns = [Button(f"town {number}", f"n:{number}") for number in range(130)]
    last = one_a_row(Button("my coach", "go:coach"), Button("emergency", "go:emergency"))
    rows = tuple((left, right) for left, right in zip(towns[::2], towns[1::2], strict=True))
    short = Card("Where?", rows + last).shortened()
    assert sum(map(len, short.rows)) == MOST_BUTTONS
    assert short.rows[-2:] == last
    assert short.rows[:49] == rows[:49]
