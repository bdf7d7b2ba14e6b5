"""One sentence leads to the right need, with typos too, and small talk leads nowhere."""

import random
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given

from bot.programme.needs import NEEDS, find_needs, read_needs
from bot.programme.needs.finding import score_of
from tests.profiles import examples
from tests.programme.needs.test_features import ANY_TEXT
from tools.need_examples import NONE, Example, read_examples

LETTERS = "abcdefghijklmnopqrstuvwxyz"
EVERY_TENTH = slice(0, None, 10)


@given(ANY_TEXT)
@examples(few=60)
def test_any_text_has_an_answer_within_limits(text: str):
    found = read_needs(text)
    assert len(found.codes) in {0, 3}
    assert set(found.codes) <= set(NEEDS)
    assert len(set(found.codes)) == len(found.codes)
    assert find_needs(text) == (found.codes if found.named else ())


@pytest.mark.parametrize("text", ["", "😀", "...", "مرحبا كيف حالك", "привет как дела"])
def test_what_is_in_no_known_letters_means_nothing(text: str):
    assert read_needs(text).codes == ()
    assert not read_needs(text).named


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("mijn huisbaas zet me buiten", "housing.eviction"),
        ("j'ai perdu ma carte de mutuelle", "health.insurance"),
        ("who can help with my CV", "work.jobseeker"),
    ],
)
def test_a_plain_question_leads_to_its_need(text: str, need: str):
    assert find_needs(text)[0] == need


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet meer leven", "ik wil dood", "ik ga mezelf iets aandoen",
        "je veux mourir", "j'ai envie d'en finir", "je pense au suicide",
        "i want to die", "i dont want to live anymore", "he wants to kill himself",
    ],
)  # fmt: skip
def test_who_speaks_of_dying_is_led_to_the_right_line_first(text: str):
    assert find_needs(text)[0] == "crisis.suicide"


@pytest.mark.parametrize(
    "text",
    [
        "hij slaat me", "mijn man slaat mij", "ik ben bang van mijn man, hij bedreigt me",
        "il me frappe", "mon mari me bat", "mon copain me tape dessus",
        "he hits me", "my husband beats me", "he is going to kill me he has a knife",
    ],
)  # fmt: skip
def test_who_is_beaten_is_led_to_help_against_violence_first(text: str):
    assert find_needs(text)[0] in {"violence.partner", "violence.emergency"}


@pytest.mark.parametrize(
    "text",
    [
        "hallo", "dank je wel!", "morgen om 10 uur is goed", "we zagen elkaar dinsdag",
        "bonjour", "merci beaucoup", "on s'est vus mardi, c'était bien", "j'habite à Namur",
        "hello", "thanks a lot", "yes, we met on Tuesday", "Maria",
    ],
)  # fmt: skip
def test_small_talk_names_no_need(text: str):
    assert find_needs(text) == ()


def test_languages_may_be_mixed_in_one_sentence():
    assert find_needs("my mutuelle does not terugbetalen")[0] == "health.insurance"
    assert find_needs("ik zoek un logement please")[0] == "housing.search"


def with_one_slip(text: str, chance: random.Random) -> str:
    """The text with one slip of a thumb: a letter too many, too few, wrong, or misplaced."""
    words = text.split()
    place = max(range(len(words)), key=lambda each: (len(words[each]), chance.random()))
    word, at = words[place], chance.randrange(1, max(len(words[place]), 2))
    slips = [
        word[:at] + word[at + 1 :],
        word[:at] + chance.choice(LETTERS) + word[at:],
        word[:at] + chance.choice(LETTERS) + word[at + 1 :],
        word[: at - 1] + word[at : at + 1] + word[at - 1] + word[at + 1 :],
    ]
    words[place] = chance.choice(slips)
    return " ".join(words)


def needs_with_slips() -> Iterator[tuple[Example, Sequence[str]]]:
    chance = random.Random(2026)
    for example in read_examples()[EVERY_TENTH]:
        if example.code != NONE:
            yield example, read_needs(with_one_slip(example.text, chance)).codes


def test_a_slip_in_the_longest_word_leads_to_the_same_need():
    right = [example.code in codes for example, codes in needs_with_slips()]
    assert sum(right) / len(right) >= 0.97


@given(ANY_TEXT)
@examples(few=60)
def test_what_is_close_is_among_the_others(text: str):
    found = read_needs(text)
    assert found.close == found.codes[1 : 1 + len(found.close)]


def test_nothing_is_close_to_what_is_said_plainly():
    assert read_needs("ik wil dood").close == ()


def test_a_text_of_no_known_word_resembles_no_need():
    assert score_of("") == ("", 0.0)
