"""Each gate over the catalogs, tried on a catalog with one fault planted in it."""

from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tools import catalog_gates as gates
from tools.catalogs import catalog_path, extracted, messages, template_path
from tools.extraction import UnreadableTextError
from tools.messages import update_all


def catalog_with(text: str, language: str = "nl") -> Catalog:
    """A catalog holding the given entries."""
    return read_po(BytesIO(dedent(text).encode()), locale=language)


def said(text: str, language: str = "nl", *, is_button: bool = False) -> list[gates.Said]:
    """One text as its reader sees it."""
    return [gates.Said(language, "the English", text, is_button)]


def card(root: Path, code: str) -> None:
    """A small house in which one card speaks."""
    (root / "locales").mkdir(exist_ok=True)
    (root / "bot" / "cards").mkdir(parents=True, exist_ok=True)
    (root / "bot" / "cards" / "greetings.py").write_text(code)


GOOD = """
    msgid "Hello {name}."
    msgstr "Dag {name}."

    msgid "{count} week"
    msgid_plural "{count} weeks"
    msgstr[0] "Een week"
    msgstr[1] "{count} weken"
    """


def test_a_good_catalog_passes_every_gate():
    good = catalog_with(GOOD)
    texts = gates.said_in(good)
    assert len(texts) == 3
    for gate in (gates.missing, gates.unsettled, gates.wrong_fields, gates.uneven_edges):
        assert gate(good) == []
    for gate in (gates.odd_signs, gates.long_sentences, gates.long_buttons, gates.formal_address):
        assert gate(texts) == []
    assert gates.left_in_english(good) == []
    assert gates.hard_reading(texts, {"nl": 60}) == []


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "Hello."\nmsgstr ""\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] ""\n',
    ],
)
def test_an_empty_translation_is_missing(entry: str):
    assert "no translation" in gates.missing(catalog_with(entry))[0]


def test_a_guessed_and_a_left_over_translation_are_unsettled():
    guessed = catalog_with('#, fuzzy\nmsgid "Hello."\nmsgstr "Dag."\n')
    left_over = catalog_with('#~ msgid "Hello."\n#~ msgstr "Dag."\n')
    assert "fuzzy" in gates.unsettled(guessed)[0]
    assert "said nowhere" in gates.unsettled(left_over)[0]


@pytest.mark.parametrize("translation", ["Dag {naam}.", "Dag.", "Dag {name} {x}.", "Dag {name"])
def test_other_fields_than_the_english_are_refused(translation: str):
    entry = f'msgid "Hello {{name}}."\nmsgstr "{translation}"\n'
    assert "keep each name between braces" in gates.wrong_fields(catalog_with(entry))[0]


@pytest.mark.parametrize("text", ["Hello {name.first}.", "Hello {}.", "{n:>9}", "{name!r}", "{"])
def test_only_plain_names_may_stand_between_braces(text: str):
    assert len(gates.unreadable_fields(said(text, "en"))) == 1


@pytest.mark.parametrize("text", ["Tien %", "%(naam)s", "Dag <b>Rita</b>", "**Dag**"])
def test_a_percent_sign_and_markup_are_refused(text: str):
    assert len(gates.odd_signs(said(text))) == 1


def test_a_translation_that_ends_differently_is_refused():
    entry = 'msgid "Hello.\\n"\nmsgstr "Dag."\n'
    assert "the same spaces and new lines" in gates.uneven_edges(catalog_with(entry))[0]


def test_a_sentence_left_in_english_is_found_but_a_shared_name_is_not():
    assert gates.left_in_english(catalog_with('msgid "See you soon."\nmsgstr "See you soon."\n'))
    assert not gates.left_in_english(catalog_with('msgid "Coach"\nmsgstr "Coach"\n'))


def test_a_sentence_above_twenty_words_is_too_long():
    assert "a sentence of 21 words" in gates.long_sentences(said("woord " * 21))[0]
    assert gates.long_sentences(said("woord " * 10 + ". " + "woord " * 20)) == []


def test_sentences_above_fifteen_words_on_average_are_too_long():
    assert "32 words in 2" in gates.long_sentences(said(("woord " * 16 + ". ") * 2))[0]


def test_lines_of_a_list_and_known_abbreviations_are_read_as_people_read_them():
    assert gates.plain.sentences("Breng mee:\n- je kaart\n- je cv") == [
        "Breng mee:",
        "- je kaart",
        "- je cv",
    ]
    assert len(gates.plain.sentences("Bel bv. morgen om 10.30 uur. Dat mag.")) == 2
    assert len(gates.plain.sentences("Ça va ? Oui ! « Bien. »")) == 3


def test_a_button_may_have_twenty_four_letters():
    assert gates.long_buttons(said("x" * 24, is_button=True)) == []
    assert "say it shorter" in gates.long_buttons(said("x" * 25, is_button=True))[0]
    assert gates.long_buttons(said("x" * 25)) == []


def test_a_field_in_a_button_counts_as_a_first_name():
    assert gates.long_buttons(said("x" * 16 + "{a}", is_button=True)) == []
    assert gates.long_buttons(said("x" * 17 + "{a}", is_button=True))


@pytest.mark.parametrize(
    ("language", "text", "is_formal"),
    [
        ("nl", "Heeft u tijd?", True),
        ("nl", "Uw coach belt.", True),
        ("nl", "Duur en uur zijn geen aanspreking.", False),
        ("fr", "Avez-vous le temps ?", True),
        ("fr", "Votre coach appelle.", True),
        ("fr", "Ton coach t'appelle.", False),
        ("en", "Your coach calls you.", False),
    ],
)
def test_a_formal_word_is_found(language: str, text: str, is_formal: bool):
    assert bool(gates.formal_address(said(text, language))) is is_formal


def test_both_of_a_duo_may_be_meant():
    both = frozenset({"the English"})
    assert gates.formal_address(said("Vous parlez ensemble.", "fr"), both) == []


@pytest.mark.parametrize(
    ("language", "easy", "hard"),
    [
        ("nl", "Je ziet Amir op dinsdag.", "Belanghebbenden raadplegen bemiddelingsinstanties."),
        ("fr", "Tu vois Amir ce mardi.", "Administrations intercommunales simplifient."),
        ("en", "You meet Amir on Tuesday.", "Administrative responsibilities accumulate."),
    ],
)
def test_long_words_read_less_easily(language: str, easy: str, hard: str):
    assert gates.plain.reading_ease(easy, language) > 70
    assert gates.plain.reading_ease(hard, language) < 30


def test_a_hard_catalog_names_its_hardest_texts():
    hard = said(
        "Belanghebbenden raadplegen verantwoordelijke bemiddelingsinstanties schriftelijk."
    )
    complaint, hardest = gates.hard_reading(hard, {"nl": 60})
    assert "median reading ease" in complaint
    assert "Belanghebbenden" in hardest


def test_every_way_of_speaking_is_collected(tmp_path: Path):
    card(
        tmp_path,
        'speech.say("Hello {name}.", name=x)\nspeech.button("Yes")\n'
        'speech.say_in("month", "May")\nspeech.say_many("{count} day", "{count} days", 2)\n',
    )
    found = {m.id: (m.context, m.auto_comments) for m in messages(extracted(tmp_path))}
    assert found == {
        "Hello {name}.": (None, []),
        "Yes": (None, ["button"]),
        "May": ("month", []),
        ("{count} day", "{count} days"): (None, []),
    }


@pytest.mark.parametrize(
    "said_so", ['f"Hello {x}."', "greeting", '"Hello " + x', '"{}".format(x)']
)
def test_a_text_made_up_while_running_is_refused(tmp_path: Path, said_so: str):
    card(tmp_path, f"speech.say({said_so})\n")
    with pytest.raises(UnreadableTextError, match=r"bot/cards/greetings.py:1: write the text"):
        extracted(tmp_path)


def test_updating_keeps_what_was_translated_and_tells_what_is_missing(tmp_path: Path):
    card(tmp_path, 'speech.say("Hello.")\nspeech.button("Yes")\n')
    update_all(tmp_path)
    dutch = catalog_path("nl", tmp_path)
    dutch.write_text(dutch.read_text().replace('msgid "Hello."\nmsgstr ""', HELLO))
    report = update_all(tmp_path)
    assert "Dag." in dutch.read_text()
    assert '  missing  "Yes"' in report
    assert '  missing  "Hello."' not in report[: report.index('  missing  "Yes"')]


HELLO = 'msgid "Hello."\nmsgstr "Dag."'


def test_updating_twice_or_moving_lines_changes_nothing(tmp_path: Path):
    card(tmp_path, 'speech.say("Hello.")\nspeech.say("Bye.")\n')
    update_all(tmp_path)
    before = template_path(tmp_path).read_text()
    card(tmp_path, '\n\n\nspeech.say("Bye.")\nspeech.say("Hello.")\n')
    update_all(tmp_path)
    assert template_path(tmp_path).read_text() == before


def test_a_text_nobody_says_any_more_is_dropped_and_shown(tmp_path: Path):
    card(tmp_path, 'speech.say("Hello.")\n')
    update_all(tmp_path)
    dutch = catalog_path("nl", tmp_path)
    dutch.write_text(dutch.read_text().replace('msgid "Hello."\nmsgstr ""', HELLO))
    card(tmp_path, 'speech.say("Good day.")\n')
    assert '  dropped  "Hello.": Dag.' in update_all(tmp_path)
    assert "Dag." not in dutch.read_text()
