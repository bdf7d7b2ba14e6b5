"""The text that three people sign: what a file must hold, and what its hash says."""

from dataclasses import replace

import pytest

from bot.programme.conventions.text import Convention, Part, read_convention
from bot.settings import load_programme


def table(version="1", text="We meet.\nEvery week.", **more):
    return {"version": version, "title": "Ours", "parts": [{"title": "One", "text": text}], **more}


def problems_of(**tables):
    problems: list[str] = []
    read_convention(tables, problems)
    return problems


def test_a_text_is_read_in_each_language():
    problems: list[str] = []
    convention = read_convention({"nl": table(), "fr": table()}, problems)
    assert problems == []
    assert convention.version == "1"
    assert convention.text("fr").parts == (Part("One", "We meet. Every week."),)
    assert Convention().version == ""


def test_the_hash_tells_every_letter_language_and_version_apart():
    text = read_convention({"nl": table()}, []).text("nl")
    others = [
        replace(text, version="2"), replace(text, language="fr"), replace(text, title="Mine"),
        replace(text, parts=(Part("One", "We meet. Every week!"),)), replace(text, parts=()),
    ]  # fmt: skip
    assert len({one.hash for one in (text, *others)}) == 6
    assert text.hash == replace(text).hash
    assert len(text.hash) == 64


def test_what_does_not_go_together_is_named():
    assert problems_of(nl=table(), fr=table("2")) == [
        'convention.fr.version is "2", and "1" elsewhere.'
    ]
    two = table()
    two["parts"] = [*two["parts"], *two["parts"]]
    assert problems_of(nl=table(), fr=two) == ["convention.fr has 2 parts, and 1 elsewhere."]
    assert problems_of(nl=table(text="x" * 701)) == [
        "convention.nl.parts[1] has more than 700 letters; part it."
    ]
    assert problems_of(nl=table("v" * 33)) == [
        "convention.nl.version must have at most 32 letters."
    ]


def test_a_wrong_entry_is_named():
    assert problems_of(nl=table(tittle="x"))[0].startswith("convention.nl.tittle is not an entry")
    empty = {"version": "1", "title": "Ours"}
    assert problems_of(nl=empty) == [
        "convention.nl.parts is missing; it must be a list of one table or more."
    ]


@pytest.mark.parametrize("name", ["duo", "mentor2work"])
def test_both_programmes_have_a_text_of_short_parts_in_every_language(name):
    convention = load_programme(name).convention
    assert set(convention.texts) == {"nl", "fr", "en"}
    for text in convention.texts.values():
        assert len(text.parts) == 8
        assert all(len(part.text) < 350 for part in text.parts)
    assert "\N{NO-BREAK SPACE}:" in convention.text("fr").parts[-1].text
