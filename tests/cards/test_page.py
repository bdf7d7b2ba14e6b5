"""The page of cards, for coaches and translators: all there, and what is wrong is marked."""

import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cards.card import LONGEST_TEXT, Button, Card, one_a_row
from bot.cards.enclosures import Paper
from bot.cards.page.hearing import catalog_of
from bot.cards.page.html import page_of
from bot.cards.page.marks import Flaw, counted, marks_of
from bot.cards.page.shown import shown_cards
from bot.cards.samples import SAMPLES, possible
from bot.cli import main
from bot.i18n import load_speech, speech_from
from bot.programme.notices import CheckInPrompt, Notice
from bot.settings import load_programme

VOID = {"meta", "br"}
PROMPT = CheckInPrompt(7, "Rita")


class Outline(HTMLParser):
    """Everything of a page that can be checked without a browser."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.levels: list[int] = []
        self.languages: list[str] = []
        self.asked_for: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if tag == "a" else []
        self.levels += [int(tag[1])] if re.fullmatch(r"h\d", tag) else []
        self.languages += [given["lang"]] if given.get("class") == "card" else []
        self.asked_for += [given[name] for name in ("src", "srcset", "action") if name in given]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def outline(page: str) -> Outline:
    read = Outline()
    read.feed(page)
    read.close()
    assert read.open == []
    return read


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("cards") / "cards.html"
    said = CliRunner().invoke(main, ["cards", "--output", str(file)], env={"DUOBOT_LOG": "info"})
    assert said.exit_code == 0, said.output
    assert re.match(r".*: \d+ cards in 3 languages\.\n", said.output)
    return file


@pytest.fixture(scope="module")
def read(page) -> Outline:
    return outline(page.read_text())


def test_every_sample_is_there_in_every_language(read):
    wanted = sum(possible(one, load_programme("duo")) for one in SAMPLES)
    languages = read.languages
    assert {one: languages.count(one) for one in languages} == dict.fromkeys(
        ("nl", "fr", "en"), wanted
    )


def test_every_kind_of_notice_has_its_place_in_the_index(read):
    assert {f"#{kind}" for kind in Notice.by_kind} <= set(read.links)


def test_every_link_leads_somewhere_and_a_catalog_s_to_its_text(page, read):
    lines = cache(lambda path: (page.parent / path).read_text().splitlines())
    assert len(read.ids) == len(set(read.ids))
    for link in set(read.links):
        path, _, anchor = link.partition("#")
        if not path:
            assert anchor in read.ids
            continue
        line = lines(path)[int(anchor.removeprefix("L")) - 1]
        assert line.startswith(("msgid ", "msgctxt "))


def test_headings_go_down_step_by_step(read):
    levels = read.levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_goes_beside_a_text_is_named(page):
    text = page.read_text()
    for line in (
        "Contact: OCMW Gent, +3292669911",
        "Place on the map: OCMW Gent, Jubileumlaan 219, 9000 Gent",
        "File: ocmw-gent.pdf",
    ):
        assert f'<p class="enclosed" lang="en">{line}</p>' in text


def test_the_page_needs_no_other_file_and_no_script(page, read):
    text = page.read_text()
    assert read.asked_for == []
    assert "<script" not in text
    assert not re.search(r"url\(|@import", text)


@pytest.mark.parametrize("name", ["duo", "mentor2work"])
def test_no_card_of_a_shipped_programme_is_marked(name):
    shown = shown_cards(load_programme(name), load_speech())
    marks = {mark for one in shown for card in one.cards for mark in card.marks}
    assert marks == set()


@pytest.mark.parametrize(
    ("card", "flaw"),
    [
        (Card("Gemeenschapsverantwoordelijkheden"), Flaw.TOO_WIDE),
        (Card("Bel" + "\N{NO-BREAK SPACE}0123" * 7), Flaw.TOO_WIDE),
        (
            Card("Hello.", one_a_row(Button("I would like to see everybody", "x"))),
            Flaw.LONG_BUTTON,
        ),
        (Card("word " * 820), Flaw.TOO_LONG),
        (Card("🙂 " * (LONGEST_TEXT // 3 + 1)), Flaw.TOO_LONG),
        (Card("word " * 210, enclosure=Paper("ocmw.pdf", "{}")), Flaw.TOO_LONG),
    ],
)
def test_what_a_reader_would_stumble_over_is_marked(card, flaw):
    assert [mark.flaw for mark in marks_of(card, [])] == [flaw]


def test_words_that_fit_are_not_marked():
    fits = Card("Verantwoordelijkheid, 02 123 45 67.\nAlsjeblieft: op-en-neer-en-op-en-neer-en-op")
    assert counted(marks_of(fits, [])) == {}


def test_a_text_without_translation_is_marked_on_each_card_that_says_it(programme):
    speech = load_speech() | {"fr": speech_from("fr", b'msgid "Yes"\nmsgstr "Oui"\n')}
    (shown,) = shown_cards(programme, speech, [PROMPT])
    flaws = {card.language: {mark.flaw for mark in card.marks} for card in shown.cards}
    assert flaws == {"nl": set(), "fr": {Flaw.LACKING}, "en": set()}
    page = page_of("Cards", [shown], Path("/"))
    assert "a text without translation: <q>" in page
    assert '<strong class="flag">1 marked</strong>' in page


def test_a_card_names_the_texts_that_it_shows_and_no_others(programme):
    (shown,) = shown_cards(programme, load_speech(), [PROMPT])
    for card in shown.cards:
        lines = catalog_of(card.language).lines
        assert 3 <= len(card.said) <= 8
        assert set(card.said) <= set(lines)


def test_what_people_might_write_cannot_break_the_page(programme):
    (shown,) = shown_cards(programme, load_speech(), [CheckInPrompt(7, "<b>&")])
    assert "&lt;b&gt;&amp;" in page_of("Cards", [shown], Path("/"))
