"""The convention on paper: all of it, in each language, with every name as it is written."""

import io
import json
import socket
from dataclasses import replace

import pytest
from pypdf import PdfReader

from bot.cards.enclosures import Paper
from bot.cards.paper.press import FOLDER, can_print, printed
from bot.cards.worded import put_into_words
from bot.i18n import load_speech
from bot.programme.notices.convention import ConventionOnPaper
from bot.programme.people import Role
from bot.settings import load_programme

pytestmark = pytest.mark.skipif(not can_print(), reason="the extra `documents` is not installed")

SPEECH = load_speech()
PROGRAMME = load_programme("duo")
SINCE = "2026-11-24T09:05:00+00:00"
PARTS = (("Every week", "We meet once a week."), ("Between us", "What we tell stays with us."))
SIGNED = (
    (Role.MENTEE.value, "Amir", SINCE, ""),
    (Role.MENTOR.value, "Rita", "2026-11-26T10:00:00+00:00", "paper"),
    (Role.COACH.value, "Els", "", ""),
)
NOTICE = ConventionOnPaper(
    "en", "Our agreement", PARTS, "2027-01", "brussels", SINCE, SIGNED, "2026-12-01T09:00:00+00:00"
)
NAMES = ("#panic(1)", "*x*", "a" * 200, "\u202eAmir", "أمير حداد", "Nguyễn Thị Hằng", "Олена")


def page(language: str = "en", notice: ConventionOnPaper = NOTICE) -> Paper:
    """The page as the card encloses it."""
    enclosure = put_into_words(notice, SPEECH[language], PROGRAMME).enclosure
    assert isinstance(enclosure, Paper)
    return enclosure


def pdf_of(name: str) -> bytes:
    """The page on which the mentee has this name."""
    signed = ((Role.MENTEE.value, name, SINCE, ""), *SIGNED[1:])
    paper = page(notice=replace(NOTICE, signed=signed))
    assert json.loads(paper.page)["signers"][0]["name"] == name
    return printed(paper.page, paper.template)


def read(pdf: bytes) -> tuple[PdfReader, str]:
    """The file, and all its words in one line."""
    reader = PdfReader(io.BytesIO(pdf))
    return reader, " ".join(" ".join(one.extract_text() for one in reader.pages).split())


def fonts(reader: PdfReader) -> str:
    """The names of the fonts that the page carries with it."""
    return " ".join(
        str(font.get_object()["/BaseFont"])
        for one in reader.pages
        for font in one["/Resources"]["/Font"].values()
    )


def test_the_whole_text_stands_on_the_page_and_who_signed_when():
    paper = page()
    _, words = read(printed(paper.page, paper.template))
    for title, text in PARTS:
        assert f"{title} {text}" in words
    for said in (
        "Our agreement", "A duo since 24 November 2026.", "Version 2027-01 of the text.",
        "This page is of 1 December 2026.", "Signatures",
        "Amir signed on 24 November 2026", "Rita signed on paper on 26 November 2026",
        "Els Date and signature",
    ):  # fmt: skip
        assert said in words
    assert words.count("Date and signature") == 3


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_tells_a_screen_reader_its_name_its_language_and_its_order(language):
    paper = page(language)
    pdf = printed(paper.page, paper.template)
    reader, _ = read(pdf)
    root = reader.trailer["/Root"]
    assert reader.metadata
    assert (reader.metadata.title, root["/Lang"]) == ("Our agreement", language)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert b"pdfuaid" in pdf


def test_a_page_for_somebody_else_is_all_in_their_language():
    paper = page("en", replace(NOTICE, page_in="nl"))
    reader, words = read(printed(paper.page, paper.template))
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert "Date and signature" not in words


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_whatever_a_name_is_the_page_is_made_and_can_be_read_aloud(name):
    pdf = pdf_of(name)
    _, words = read(pdf)
    assert b"pdfuaid" in pdf
    assert "signed on 24 November 2026" in words
    assert "Els Date and signature" in words


@pytest.mark.parametrize("name", ["#panic(1)", "*x*", "a" * 200, "Олена"], ids=ascii)
def test_what_looks_like_markup_stays_a_name(name):
    assert name in read(pdf_of(name))[1]


@pytest.mark.parametrize(
    ("name", "font"),
    [("أمير", "NotoSansArabic"), ("Nguyễn Thị Hằng", "NotoSans-"), ("Олена", "NotoSans-")],
)
def test_names_in_other_letters_are_printed_in_letters_and_not_in_boxes(name, font):
    reader, words = read(pdf_of(name))
    assert font in fonts(reader)
    assert set(name) <= set(words)
    assert "\x00" not in words


def test_letters_that_no_font_has_do_not_keep_anybody_from_the_page():
    pdf = pdf_of("ገብረ")
    assert b"pdfuaid" not in pdf
    assert "Rita signed on paper" in read(pdf)[1]


def test_the_page_is_made_of_what_is_here_and_fetches_nothing(monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("The press asked the network.")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    paper = page()
    assert printed(paper.page, paper.template).startswith(b"%PDF-")
    # What the press itself would fetch are packages, and Python does not see it do so.
    assert "@" not in (FOLDER / f"{paper.template}.typ").read_text(encoding="utf-8")
