"""Nobody is told that they were turned away: there is no such word in any language."""

import re
from importlib.resources import files
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from bot.i18n import texts

REFUSALS = re.compile(
    r"\b(rejected|rejection|turned down|disqualified|unsuitable|afgewezen|afwijzing"
    r"|ongeschikt|rejetée?s?|rejeter|recalée?s?|inapte|disqualifiée?s?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_no_text_says_that_somebody_was_turned_away(language):
    file = files("locales").joinpath(language, "LC_MESSAGES", "duobot.po")
    catalog = read_po(BytesIO(file.read_bytes()))
    said = [text for one in catalog if one.id for text in (*texts(one.id), *texts(one.string))]
    assert len(said) > 1000
    assert [text for text in said if REFUSALS.search(text)] == []
