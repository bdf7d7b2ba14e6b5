"""What people write of themselves: first names, years of birth, towns."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.programme.names import (
    FIRST_YEAR,
    LONGEST_NAME,
    find_branch,
    is_written_as_a_name,
    normalise,
    read_first_name,
    read_year_of_birth,
)
from bot.settings import load_programme

NOW = 2026
DUO = load_programme("duo").branches
MENTOR2WORK = load_programme("mentor2work").branches


@pytest.mark.parametrize(
    ("written", "as_a_name"),
    [
        ("Baby Boy Jones", True),
        ("Van de Woning Piet", True),
        ("Kim Van der Linden", True),
        ("  moi c'est Rosa de la Cruz ", True),
        ("Ik heet Élise O'Neil", True),
        ("I have nothing to eat", False),
        ("I am ill in Molenbeek", False),
        ("HELP ME PLEASE", False),
        ("my name is ", False),
        ("", False),
    ],
)
def test_names_have_capitals_and_sentences_have_few(written, as_a_name):
    assert is_written_as_a_name(written) is as_a_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Amir", "Amir"),
        ("  Rita  ", "Rita"),
        ("Jean   Luc", "Jean Luc"),
        ("Jean\tLuc\n", "Jean Luc"),
        ("Zoe\u0308", "Zoë"),
        ("N'Golo", "N'Golo"),
        ("أمير", "أمير"),
        ("ትዕግስት", "ትዕግስት"),
        ("Олена", "Олена"),
        ("Nguyễn Thị", "Nguyễn Thị"),
        ("李", "李"),
        ("O", "O"),
        ("Am\u200bi\u202er\u2069", "Amir"),
        ("Ri\u3164ta", "Rita"),
        ("Els \U0001f469\u200d\U0001f4bb", "Els \U0001f469\U0001f4bb"),
        ("Max <b>", "Max <b>"),
        ("{0} Ali", "{0} Ali"),
        ("A" * 40, "A" * 40),
        ("e\u0301" * 40, "é" * 40),
    ],
)
def test_a_first_name_is_kept_as_people_write_it(written, name):
    assert read_first_name(written) == name


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "123",
        "<3",
        "!?",
        "\u200b\u200d",
        "\u202e",
        "\u3164",
        "\u2800",
        "\x00",
        "\ud800",
        "\U0001f600" * 3,
        "Amir\nRita",
        "Amir\u2028Rita",
        "\u0301mir",
        "e" + "\u0317" * 500,
        "A" * 41,
        "é" * 4096,
    ],
)
def test_what_is_no_first_name_is_asked_again(written):
    assert read_first_name(written) is None


@given(st.text())
def test_any_text_gives_a_clean_name_or_none(text):
    name = read_first_name(text)
    if name is None:
        return
    assert read_first_name(name) == name
    assert name == name.strip() == unicodedata.normalize("NFC", name)
    assert not any(unicodedata.category(one).startswith("C") for one in name)
    assert any(unicodedata.category(one).startswith("L") for one in name)
    assert "  " not in name
    assert len(name) <= LONGEST_NAME * 5


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=LONGEST_NAME))
def test_a_short_word_in_any_script_is_a_name(text):
    shown = unicodedata.normalize("NFC", text)
    unseen = {"\u115f", "\u1160", "\u3164", "\uffa0"}
    if not unseen & set(shown) and len(shown) <= LONGEST_NAME:
        assert read_first_name(text) == shown


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("1998", 1998),
        (" 1998. ", 1998),
        ("°1998", 1998),
        ("98", 1998),
        ("'98", 1998),
        ("°65", 1965),
        ("05", 2005),
        ("31/12/1998", 1998),
        ("31-12-1998", 1998),
        ("31.12.98", 1998),
        ("1 5 1970", 1970),
        ("1998-12-31", 1998),
        ("31 december 1998", 1998),
        ("ik ben geboren in 1998", 1998),
        ("né en 1998 à Kaboul", 1998),
        ("١٩٩٨", 1998),
        ("۱۹۹۸", 1998),
        ("１９９８", 1998),
        ("1900", 1900),
        ("2026", 2026),
    ],
)
def test_a_year_of_birth_is_read_however_it_is_written(written, year):
    assert read_year_of_birth(written, NOW) == year


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Amir",
        "-1",
        "0",
        "1899",
        "2027",
        "9999",
        "28",
        "31",
        "1998 of 1999",
        "19 98",
        "19988",
        "1e9",
        "dix",
        "2,5",
        "½",
        "31/12",
        "31/12/28",
        "0478 12 34 56",
        "98.12.31-123.45",
        "1998 " + "x" * 4096,
    ],
)
def test_what_is_no_clear_year_is_asked_again(written):
    assert read_year_of_birth(written, NOW) is None


@given(st.integers(FIRST_YEAR, NOW))
def test_every_year_is_read_in_full(year):
    assert read_year_of_birth(str(year), NOW) == year


@given(st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.sampled_from("/-. "))
def test_every_date_gives_its_year(day, between):
    written = day.strftime(f"%d{between}%m{between}%Y")
    assert read_year_of_birth(written, NOW) == day.year


@given(st.text(), st.integers(2000, 2100))
def test_any_text_gives_a_year_that_has_been_or_none(text, this_year):
    year = read_year_of_birth(text, this_year)
    assert year is None or FIRST_YEAR <= year <= this_year


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Gent", "ghent"),
        ("gand", "ghent"),
        ("GHENT", "ghent"),
        ("Gennt", "ghent"),
        ("Luik", "liege"),
        ("Liège", "liege"),
        ("liege", "liege"),
        ("Lieige", "liege"),
        ("Antwerpn", "antwerp"),
        ("Anvers", "antwerp"),
        ("Anver", "antwerp"),
        ("Antwerp!", "antwerp"),
        ("brusel", "brussels"),
        ("Bruxelle", "brussels"),
        ("Ixelles", "brussels"),
        ("Sint Gillis", "brussels"),
        ("sintgillis", "brussels"),
        ("Sint-Jans-Molenbeek", "brussels"),
        ("Berchem-Sainte-Agathe", "brussels"),
        ("Ik woon in Sint-Agatha-Berchem", "brussels"),
        ("Berchem", "antwerp"),
        ("Ik woon in Mechelen", "mechelen"),
        ("j'habite à Malines", "mechelen"),
        ("Mechlen", "mechelen"),
        ("Ans", "liege"),
        ("Je vis depuis 5 ans à Bruxelles", "brussels"),
    ],
)
def test_a_town_leads_to_its_branch_in_every_language(written, key):
    assert find_branch(written, DUO) == (key,)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "...",
        "Parijs",
        "Brugge",
        "Bruges",
        "Genk",
        "Leuven",
        "Lier",
        "Hasselt",
        "Namen",
        "Kortrijk",
        "Charleroi",
        "London",
        "Genève",
        "anders",
        "ergens anders",
        "ailleurs",
        "ik weet het niet",
        "1000",
        "ça fait cinq ans",
        "Gent " * 13,
        "x" * 4096,
    ],
)
def test_a_town_far_away_is_not_guessed(written):
    assert find_branch(written, DUO) == ()


def test_genk_and_gent_are_not_mistaken_for_each_other():
    assert find_branch("Genk", MENTOR2WORK) == ("genk",)
    assert find_branch("Gent", MENTOR2WORK) == ("ghent",)


def test_two_towns_give_two_branches_in_the_order_they_were_written():
    assert find_branch("Mechelen of Brussel", DUO) == ("mechelen", "brussels")
    assert find_branch("Brussel of Mechelen", DUO) == ("brussels", "mechelen")


def test_a_slip_that_fits_two_branches_gives_both():
    assert find_branch("Mchelen", MENTOR2WORK) == ("mechelen", "vilvoorde")


@given(st.sampled_from([(b.key, town) for b in DUO for town in b.towns]), st.booleans())
def test_every_town_of_a_branch_is_found_in_capitals_and_without_accents(of_branch, shouted):
    key, town = of_branch
    plain = normalise(town)
    assert find_branch(plain.upper() if shouted else plain, DUO) == (key,)


@given(st.text())
def test_any_text_gives_known_keys_each_once(text):
    keys = find_branch(text, DUO)
    assert len(set(keys)) == len(keys)
    assert set(keys) <= {branch.key for branch in DUO}


@given(st.text())
def test_normalising_twice_changes_nothing(text):
    once = normalise(text)
    assert once == " ".join(once.split())
    assert not any(
        unicodedata.category(one).startswith(("P", "Z", "C")) for one in once if one != " "
    )


@pytest.mark.parametrize(
    "said",
    [
        "ich will nicht mehr leben", "ich werde von meinem Mann geschlagen", "Ich will sterben",
        "i want to talk", "can a coach ring me about my job?", "je veux dormir",
    ],
)  # fmt: skip
def test_a_sentence_is_nobodys_first_name(said):
    assert read_first_name(said) is None


@pytest.mark.parametrize(
    "name",
    [
        "Kim Van der Linden", "fatima zahra el amrani", "ahmed ben ali", "Will", "Ik heet Amina",
        "my name is Will Smith", "Je m'appelle Awa", "Marie-Claire",
    ],
)  # fmt: skip
def test_a_name_of_some_words_is_a_name(name):
    assert read_first_name(name) == name
