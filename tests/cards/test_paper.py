"""A service on paper: one sheet, all of it, as it was written, readable by a screen reader."""

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from bot.cards.enclosures import Paper
from bot.cards.paper.press import can_print, printed
from bot.cards.worded import put_into_words
from bot.directory import starter
from bot.i18n import load_speech
from bot.programme.directory import Phone, Place, Service
from bot.programme.directory.writing import write_service
from bot.programme.notices import OnPaper
from bot.settings import load_programme

pytestmark = pytest.mark.skipif(not can_print(), reason="the extra `documents` is not installed")

SPEECH = load_speech()
PROGRAMME = load_programme("duo")
NOW = "2026-11-23T09:00:00+00:00"
# One in so many of the starter's services; all of them take a minute, and fit as well.
EVERY = 11
MARKUP = '#strong[x] $x^2$ *_a_* `b` @c <d> // e "f" \\g ~'
OCMW = Service(
    "ocmw-gent", {"nl": "OCMW Gent", "fr": "CPAS de Gand", "en": "OCMW Gent"}, "Stad Gent",
    ("admin.benefits",), ("BE-VLG:Gent",),
    description={"nl": "De sociale dienst.", "fr": "Le service social.", "en": "Social service."},
    eligibility={"nl": "Iedereen in Gent."}, fees={"en": "Free."}, languages=("nl", "fr"),
    phones=(Phone("09 266 99 11", "+3292669911", about={"en": "reception"}),),
    places=(Place("Jubileumlaan 219", "9000", "Gent", step_free=True),),
    website="https://stad.gent/",
)  # fmt: skip


def page(service: Service = OCMW, language: str = "en", doubts: int = 0) -> Paper:
    """The page as the card encloses it."""
    notice = OnPaper(write_service(service), service.needs[0], NOW, doubts, "ghent")
    enclosure = put_into_words(notice, SPEECH[language], PROGRAMME).enclosure
    assert isinstance(enclosure, Paper)
    return enclosure


def read(pdf: bytes) -> tuple[PdfReader, str]:
    """The file, and all its words in one line."""
    reader = PdfReader(io.BytesIO(pdf))
    return reader, " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def test_everything_of_the_card_is_on_the_page():
    _, words = read(printed(page().page))
    for said in (
        "OCMW Gent", "Social service.", "09 266 99 11 reception", "Iedereen in Gent. (Dutch)",
        "Free.", "Dutch and French", "Jubileumlaan 219, 9000 Gent", "no steps at the door",
        "https://stad.gent/", "Goeiedag. Ik heb hulp nodig om een leefloon of steun te vragen.",
        "This means: Hello. I need help to ask for a living allowance or support.",
        "We have not checked this yet.", "This page is of 23 November 2026.",
        "Ghent: 09 000 00 03", "Call 112 now.",
    ):  # fmt: skip
        assert said in words


def test_the_page_tells_a_screen_reader_its_name_and_its_language():
    for language, title in (("nl", "OCMW Gent"), ("fr", "CPAS de Gand")):
        pdf = printed(page(language=language).page)
        reader, _ = read(pdf)
        root = reader.trailer["/Root"]
        assert reader.metadata
        assert (reader.metadata.title, root["/Lang"]) == (title, language)
        assert root["/MarkInfo"]["/Marked"]
        assert b"pdfuaid" in pdf


def test_what_looks_like_markup_stays_as_it_is_written():
    odd = replace(OCMW, name={"en": MARKUP}, description={"en": MARKUP}, fees={"en": MARKUP})
    reader, words = read(printed(page(odd).page))
    assert reader.metadata
    assert reader.metadata.title == MARKUP
    assert words.count(MARKUP) == 3


def test_letters_that_the_font_lacks_do_not_keep_the_page_from_whoever_needs_it():
    _, words = read(printed(page(replace(OCMW, bring={"en": "паспорт, جواز سفر"})).page))
    assert "09 266 99 11" in words


def test_a_page_that_is_too_long_goes_on_overleaf():
    names = ("description", "eligibility", "fees", "bring", "alert", "hours")
    long = replace(OCMW, **{name: {"en": "letters, " * 66} for name in names})
    assert len(read(printed(page(long).page))[0].pages) == 1
    longer = replace(long, places=OCMW.places * 20)
    assert len(read(printed(page(longer).page))[0].pages) == 2


def test_the_file_has_a_plain_name():
    assert page().file_name == "ocmw-gent.pdf"


@pytest.mark.parametrize(
    ("change", "doubts", "said"),
    [
        ({"assured_on": date(2026, 11, 1)}, 0, "We checked this on 1 November 2026. This page"),
        ({"assured_on": date(2026, 3, 1)}, 0, "We checked this on 1 March 2026. That is long ago"),
        ({}, 2, "This may be wrong."),
        ({}, 0, "We have not checked this yet."),
    ],
)
def test_the_page_says_how_far_it_can_be_relied_on(change, doubts, said):
    _, words = read(printed(page(replace(OCMW, **change), doubts=doubts).page))
    assert said in words


def test_where_the_counter_speaks_two_languages_the_page_has_both():
    both = replace(OCMW, areas=("BE-BRU",))
    _, words = read(printed(page(both).page))
    assert "Goeiedag." in words
    assert "Bonjour." in words


@pytest.mark.parametrize("table", starter.services()[::EVERY], ids=lambda one: one["key"])
def test_a_service_of_the_directory_takes_one_sheet(table):
    for language, speech in SPEECH.items():
        need = next(one["value"] for one in table["attributes"])
        card = put_into_words(OnPaper(table, need, NOW, 0, None), speech, PROGRAMME)
        assert isinstance(card.enclosure, Paper)
        pdf = printed(card.enclosure.page)
        assert len(read(pdf)[0].pages) == 1, language
        assert b"pdfuaid" in pdf
        assert len(card.text) <= 1024


def test_nothing_of_the_press_is_loaded_before_a_page_is_printed():
    code = "import sys, bot.cards.notices, bot.cards.paper.press; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
