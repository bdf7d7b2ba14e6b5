"""The picture of the weeks: drawn at once, and nothing in it that is not said in words too."""

import json
import struct
import time
from dataclasses import replace

import pytest

from bot.cards import branch_digest
from bot.cards.card import LONGEST_CAPTION
from bot.cards.enclosures import Picture
from bot.cards.paper.press import can_print
from bot.cards.picture.drawing import drawn
from bot.cards.sample_duo_views import PLAIN
from bot.cards.worded import put_into_words
from bot.i18n import load_speech
from bot.programme.duo_weeks import Why, weeks_before
from bot.programme.notices import BranchDigest
from bot.settings import load_programme

SPEECH, PROGRAMME = load_speech(), load_programme("duo")
EIGHT = weeks_before("2026-W48", 8)
LONG = ("Maximiliaan-Alexander", "Jean-Baptiste Marie")
ROW = ("Amir", "Rita", PLAIN)
DIGEST = BranchDigest(
    "brussels", EIGHT, tuple((n, *LONG, ((Why.DIFFERS, 0),)) for n in range(1, 11)), 30, 40,
    tuple((mark, 5) for mark in PLAIN), (ROW,) * 40,
)  # fmt: skip
MARKUP = '#strong[x] $x^2$ *_a_* `b` @c <d> // e "f" \\g ~ محمد'


@pytest.fixture(autouse=True)
def with_the_press(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(branch_digest, "can_print", lambda: True)


def picture_of(digest: BranchDigest, language: str = "en") -> str:
    enclosure = put_into_words(digest, SPEECH[language], PROGRAMME).enclosure
    assert isinstance(enclosure, Picture)
    return enclosure.picture


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


needs_the_press = pytest.mark.skipif(not can_print(), reason="`documents` is not installed")


@needs_the_press
def test_forty_duos_are_drawn_in_less_than_a_second_as_telegram_takes_a_photo():
    drawn(picture_of(replace(DIGEST, rows=(ROW,))))
    began = time.perf_counter()
    width, height = size_of(drawn(picture_of(DIGEST)))
    assert time.perf_counter() - began < 1
    assert width + height <= 10_000
    assert height / width <= 20


@needs_the_press
def test_names_are_drawn_as_they_are_written():
    odd = replace(DIGEST, rows=((MARKUP, MARKUP, PLAIN),))
    assert size_of(drawn(picture_of(odd)))


@pytest.mark.parametrize("language", SPEECH)
def test_every_mark_of_the_picture_has_its_own_letter_and_its_words(language):
    picture = json.loads(picture_of(DIGEST, language))
    legend = {one["letter"]: one["words"] for one in picture["legend"]}
    assert len(legend) == len(PLAIN) == len(set(legend.values()))
    assert {one["letter"] for row in picture["rows"] for one in row["cells"]} == set(legend)
    assert len(picture["weeks"]) == 8


@pytest.mark.parametrize("language", SPEECH)
def test_what_does_not_fit_under_the_picture_is_counted_and_said_where_there_is_none(language):
    card = put_into_words(DIGEST, SPEECH[language], PROGRAMME)
    lines = [line for line in card.text.splitlines() if LONG[0] in line]
    assert len(card.text.encode("utf-16-le")) // 2 <= LONGEST_CAPTION
    assert 5 <= len(lines) < 10
    assert f" {40 - len(lines)} " in card.text
    assert card.otherwise.count(LONG[0]) == 10
    assert len(card.rows) == 12


def test_the_last_week_is_told_in_numbers():
    said = put_into_words(DIGEST, SPEECH["en"], PROGRAMME).text
    assert "Week of 23 November: met (5), moved to another day (5), not met (5)" in said
