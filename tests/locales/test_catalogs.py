"""The catalogs as they are: every text there, in plain words, in every language."""

import pytest
from babel.messages.catalog import Catalog

from tools import catalog_gates as gates
from tools.catalogs import (
    ROOT,
    TRANSLATED,
    catalog_path,
    extracted,
    read,
    template_path,
    updated,
    written,
)

# The lowest median reading ease of each language, by its own formula (see tools/plain_language).
# Measured when the first road was written: nl -, fr -, en -. A new text may not pull it below.
EASIEST = {"nl": 100, "fr": 100, "en": 70}

# English texts that speak to mentor and mentee together, so that French says "vous".
SPEAKS_TO_BOTH = frozenset({"Each {weekday} at {time} I ask you one question: did you meet?"})

STALE = (
    "The code says something else than {}: run `make messages`, then translate what is missing."
)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted(ROOT)


@pytest.fixture(scope="module", params=TRANSLATED)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return read(catalog_path(request.param), request.param)


@pytest.fixture(scope="module", params=["en", *TRANSLATED])
def said(request: pytest.FixtureRequest, template: Catalog) -> list[gates.Said]:
    if request.param == "en":
        return gates.said_in_english(template)
    return gates.said_in(read(catalog_path(request.param), request.param))


def all_well(complaints: list[str]) -> None:
    """Fails with every complaint on a line of its own."""
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def test_the_template_holds_what_the_code_says(template: Catalog):
    fresh = template_path().read_text(encoding="utf-8") == written(template)
    all_well([] if fresh else [STALE.format("locales/duobot.pot")])


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalog_is_as_make_messages_writes_it(language: str, template: Catalog):
    path = catalog_path(language)
    fresh = written(updated(read(path, language), template))
    same = path.read_text(encoding="utf-8") == fresh
    all_well([] if same else [STALE.format(path.relative_to(ROOT))])


def test_nothing_is_missing(catalog: Catalog):
    all_well(gates.missing(catalog))


def test_nothing_is_guessed_or_left_over(catalog: Catalog):
    all_well(gates.unsettled(catalog))


def test_a_translation_has_the_fields_of_the_english(catalog: Catalog):
    all_well(gates.wrong_fields(catalog))


def test_a_translation_begins_and_ends_like_the_english(catalog: Catalog):
    all_well(gates.uneven_edges(catalog))


def test_no_sentence_is_left_in_english(catalog: Catalog):
    all_well(gates.left_in_english(catalog))


def test_only_plain_names_stand_between_braces(template: Catalog):
    all_well(gates.unreadable_fields(gates.said_in_english(template)))


def test_no_percent_sign_and_no_markup(said: list[gates.Said]):
    all_well(gates.odd_signs(said))


def test_sentences_are_short(said: list[gates.Said]):
    all_well(gates.long_sentences(said))


def test_buttons_fit_on_a_small_phone(said: list[gates.Said]):
    all_well(gates.long_buttons(said))


def test_everybody_is_addressed_as_a_friend(said: list[gates.Said]):
    all_well(gates.formal_address(said, SPEAKS_TO_BOTH))


def test_the_whole_reads_easily(said: list[gates.Said]):
    all_well(gates.hard_reading(said, EASIEST))
