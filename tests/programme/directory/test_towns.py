"""Towns by all their names, in sentences of every day."""

import pytest
from hypothesis import given, strategies as st

from bot.programme.directory.areas import LONGEST_SLUG, is_area, slug
from bot.programme.directory.towns import _by_area, area_of, find_place, name_in
from bot.settings import load_programme

BRANCHES = load_programme("duo").branches
KNOWN = tuple((town, branch.area) for branch in BRANCHES for town in branch.towns)


def place(text: str) -> str | None:
    found = find_place(text, (), KNOWN)
    return found.area if found else None


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("in Gent", "BE-VLG:Gent"),
        ("à Gand", "BE-VLG:Gent"),
        ("near Ghent", "BE-VLG:Gent"),
        ("Luik", "BE-WAL:Liège"),
        ("liege", "BE-WAL:Liège"),
        ("Bruxelles", "BE-BRU"),
        ("BXL", "BE-BRU"),
        ("stad Brussel", "BE-BRU:Bruxelles-Ville"),
        ("je cherche un médecin à Saint Gilles svp", "BE-BRU:Saint-Gilles"),
        ("sint-gillis", "BE-BRU:Saint-Gilles"),
        ("Sint-Gillis-Waas", "BE-VLG:Sint-Gillis-Waas"),
        ("Elsene", "BE-BRU:Ixelles"),
        ("ik woon in Zaventem", "BE-VLG:Zaventem"),
        ("Ledeberg", "BE-VLG:Gent"),
        ("Beveren", "BE-VLG:Beveren-Kruibeke-Zwijndrecht"),
        ("Eupen", "BE-WAL:DG"),
        ("9000", "BE-VLG:Gent"),
        ("1060", "BE-BRU:Saint-Gilles"),
        ("Limburg", "BE-VLG"),
        ("en Wallonie", "BE-WAL"),
        # Slips of the pen.
        ("in Gentt", "BE-VLG:Gent"),
        ("à Bruxeles", "BE-BRU"),
        ("Antwerpn", "BE-VLG:Antwerpen"),
        # Words of every day are towns only where a place is said.
        ("in Vorst", "BE-BRU:Forest"),
        ("à Mons", "BE-WAL:Mons"),
        ("Namen", "BE-WAL:Namur"),
    ],
)
def test_a_place_is_found(said, area):
    assert place(said) == area


@pytest.mark.parametrize(
    "said",
    [
        "ik heb vorst in mijn huis", "ik ken geen namen", "j'ai 25 ans", "the forest is nice",
        "ik wil niet meer leven", "te leven", "in leven blijven", "van mensen", "naar binnen",
        "who can help with my CV", "mijn huisbaas zet me buiten", "2000 euro", "", "...",
    ],
)  # fmt: skip
def test_no_place_is_made_up(said):
    assert place(said) is None


def test_the_rest_of_the_sentence_is_left_over():
    found = find_place("een dokter in Gent vandaag", (), ())
    assert found is not None
    assert found.rest == "een dokter vandaag"


def test_a_town_has_its_name_in_each_language():
    assert name_in("BE-WAL:Liège", "nl") == "Luik"
    assert name_in("BE-VLG:Gent", "fr") == "Gand"
    assert name_in("BE-VLG:Gent", "en") == "Ghent"
    assert name_in("BE-VLG:Nowhere", "en") is None


def test_every_town_is_an_area_with_a_short_word_of_its_own():
    areas = [*_by_area()]
    assert len(areas) >= 550
    assert all(is_area(area) for area in areas)
    assert len({slug(area) for area in areas}) == len(areas)
    assert all(area_of(slug(area)) == area for area in areas)


@given(st.text(max_size=40))
def test_a_short_word_fits_beside_a_need(name):
    word = slug(f"BE-VLG:{name}")
    assert len(word.encode()) <= LONGEST_SLUG
    assert ":" not in word


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text):
    find_place(text, (), KNOWN)
