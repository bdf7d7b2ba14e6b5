"""The needs, and the sentences from which the search learns them."""

from collections import Counter
from pathlib import Path

import pytest

from bot.programme.languages import LANGUAGES
from bot.programme.needs import NEEDS, THEMES, theme_of
from tools.need_examples import EVERYDAY, NONE, WrongExamples, digest, read_examples

FEWEST = 30
EXAMPLES = read_examples()


def test_every_need_belongs_to_its_theme_and_to_no_other():
    assert len(NEEDS) == len(set(NEEDS)) == 63
    assert len(THEMES) == 15
    for theme, needs in THEMES.items():
        assert {theme_of(need) for need in needs} == {theme} == {theme_of(theme)}


def test_every_need_has_examples_in_every_language():
    count = Counter((one.file, one.code) for one in EXAMPLES)
    few = [
        (language, code)
        for language in LANGUAGES
        for code in (*NEEDS, NONE)
        if count[language, code] < FEWEST
    ]
    assert few == []
    assert count[EVERYDAY, NONE] >= FEWEST


def test_no_sentence_of_a_language_stands_under_two_needs():
    meanings: dict[tuple[str, str], set[str]] = {}
    for one in EXAMPLES:
        meanings.setdefault((one.file, one.text.casefold()), set()).add(one.code)
    assert [text for text, codes in meanings.items() if len(codes) > 1] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "examples").mkdir()
    for language in LANGUAGES:
        (tmp_path / "examples" / f"{language}.txt").write_text("# A remark.\n[debt.help]\n\nowe\n")
    (tmp_path / "everyday.txt").write_text("hi\n")
    return tmp_path


def test_examples_are_read_by_section_and_language(folder: Path):
    read = [(one.file, one.code, one.text) for one in read_examples(folder)]
    assert read == [
        *((each, "debt.help", "owe") for each in LANGUAGES),
        ("everyday", "none", "hi"),
    ]


def test_a_section_that_is_no_need_is_named(folder: Path):
    (folder / "examples" / "fr.txt").write_text("[debt.hlep]\nfacture\n")
    with pytest.raises(WrongExamples, match=r"^fr: \[debt.hlep\] is not a need.$"):
        read_examples(folder)


def test_another_sentence_gives_another_digest(folder: Path):
    before = digest(read_examples(folder))
    assert before == digest(read_examples(folder))
    (folder / "everyday.txt").write_text("hello\n")
    assert digest(read_examples(folder)) != before
