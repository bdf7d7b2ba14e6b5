"""What people write in the registration, and what is understood of it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.programme.eligibility import Roots
from bot.programme.people import Role
from bot.programme.registering.births import name_and_birth, years_of_age
from bot.programme.registering.free_times import (
    PRESETS,
    SLOTS,
    kept,
    mask_of,
    of_mask,
    read_times,
    says_online,
)
from bot.programme.registering.likeness import resembles
from bot.programme.registering.near_towns import branches_of
from bot.programme.registering.roots import countries_in, names_roots
from bot.programme.registering.sectors import find_sectors, keys, says_unknown
from bot.programme.registering.tongues import (
    codes,
    for_button,
    kept as kept_tongues,
    of_button,
    read_tongues,
    told,
)
from bot.programme.registration import (
    KNOWS_A_JOB,
    OPTIONAL,
    SKIPPED,
    Problem,
    Question,
    is_draft,
    offers,
    read_answer,
    with_told,
)
from bot.settings import SHIPPED, load_programme

DUO, MENTOR2WORK = (load_programme(name) for name in SHIPPED)
TODAY = date(2026, 3, 3)
Q = Question


def read(question, text, programme=DUO):
    return read_answer(question, text, programme, TODAY)


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("Arabisch, goed Nederlands en een beetje Frans", "ar:2 nl:3 fr:1"),
        ("je ne parle pas anglais", ""),
        ("I don't speak English", ""),
        ("I speak French but no English", "fr:2"),
        ("Nederlands en Frans goed, Engels niet", "nl:3 fr:3"),
        ("goed Nederlands en Frans, een beetje Engels", "nl:3 fr:3 en:1"),
        ("mijn moedertaal is Arabisch, ik spreek redelijk goed Nederlands maar geen Frans",
         "ar:4 nl:2"),
        ("Je parle français et un peu néerlandais, pas anglais", "fr:2 nl:1"),
        ("Frans, niet zo goed", "fr:1"),
        ("ik spreek Nederlands maar niet goed", "nl:1"),
        ("geen Engels en goed Frans", "fr:3"),
        ("je parle ni anglais ni français", ""),
        ("je ne parle que le français", "fr:2"),
        ("francas et neerlandias", "fr:2 nl:2"),
        ("arabe langue maternelle, français couramment", "ar:4 fr:3"),
        ("assez bien anglais", "en:2"),
        ("niet", ""),
        ("nl" * 200, ""),
    ],
)  # fmt: skip
def test_languages_are_read_from_one_sentence(said, understood):
    assert kept_tongues(read_tongues(said)) == understood


@given(st.dictionaries(st.sampled_from(sorted(codes())), st.integers(1, 4), min_size=1))
def test_what_is_kept_of_languages_is_read_back_from_answers_and_buttons(spoken):
    assert told(kept_tongues(spoken)) == spoken
    assert of_button(f"t{for_button(spoken)}") == spoken


@pytest.mark.parametrize("data", ["", "t", "tnl", "tnl9", "nl2", "txx2", "tnl2nl3"])
def test_another_button_tells_no_languages(data):
    assert of_button(data) == {}


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("maandag en woensdag, niet op vrijdag", "1m 1a 1e 3m 3a 3e"),
        ("'s avonds", "1e 2e 3e 4e 5e"),
        ("elke avond behalve vrijdag", "1e 2e 3e 4e 6e 7e"),
        ("le week-end sauf dimanche matin", "6m 6a 6e 7a 7e"),
        ("lundi et mardi après-midi", "1a 2a"),
        ("monday to friday evening", "1e 2e 3e 4e 5e"),
        ("lundi-mercredi soir", "1e 2e 3e"),
        ("maandagavond en woensdagnamiddag", "1e 3a"),
        ("maandag voormiddag, dinsdag avond", "1m 2e"),
        ("vrijdag niet, maandag en dinsdag", "1m 1a 1e 2m 2a 2e"),
        ("niet op maandag maar wel op dinsdag", "2m 2a 2e"),
        ("overdag, niet op woensdag", "1m 1a 2m 2a 4m 4a 5m 5a"),
        ("mandag", "1m 1a 1e"),
        ("maandagen", "1m 1a 1e"),
        ("lundi après le travail", "1e"),
        ("na het werk", "1e 2e 3e 4e 5e"),
        ("mornings on weekdays", "1m 2m 3m 4m 5m"),
        ("le matin le lundi et le mardi", "1m 2m"),
        ("'s avonds van maandag tot donderdag", "1e 2e 3e 4e"),
        ("evenings on monday and mornings on tuesday", "1e 2m"),
        ("mornings on monday and tuesday evening", "1m 2e"),
        ("ochtend op maandag dinsdagavond", "1m 2e"),
        ("na 4 uur want kindjes naar school", "1e 2e 3e 4e 5e"),
        ("le soir apres 18h sauf mercredi", "1e 2e 4e 5e"),
        ("monday 9-12, tuesday 2pm to 5pm", "1m 2a"),
        ("mardi entre 14h et 18h", "2a"),
        ("avant 10h le lundi", "1m"),
        ("maandag voor 12 uur", "1m"),
        ("lundi avant midi", "1m"),
        ("maandag tot 15u", "1m 1a"),
        ("maandag na 18:00", "1e"),
        ("maandag 9-9", "1m 1a 1e"),
        ("2 of 3 keer", ""),
        ("2 en 3 maandag", "1m 1a 1e"),
        ("werk vinden voor mijn kinderen", ""),
        ("banana", ""),
        ("m" * 400, ""),
        ("weekends", kept(PRESETS["weekends"])),
    ],
)  # fmt: skip
def test_times_are_read_with_what_does_not_suit(said, understood):
    assert kept(read_times(said)) == understood


def test_what_only_does_not_suit_leaves_the_rest_of_the_week():
    assert {*SLOTS} - {*read_times("niet op vrijdag, zaterdag")} == {
        "5m", "5a", "5e", "6m", "6a", "6e",
    }  # fmt: skip
    assert "5m" not in read_times("any day but friday")


@given(st.sets(st.sampled_from(SLOTS)))
def test_parts_of_the_week_go_into_one_number_and_come_out_again(slots):
    assert {*of_mask(mask_of(slots))} == slots


@given(st.text(max_size=60))
def test_whatever_is_written_gives_parts_of_the_week_in_their_order(text):
    found = read_times(text)
    assert found == tuple(one for one in SLOTS if one in found)


def test_online_is_heard_unless_it_is_denied():
    assert says_online("'s avonds online")
    assert not says_online("niet online")
    assert read(Q.TIMES, "evenings online") == {"times": "1e 2e 3e 4e 5e", "online": "yes"}


def test_a_slip_of_the_pen_is_no_other_word():
    assert resembles("gent", "gent")
    assert resembles("verplegkundige", "verpleegkundige")
    assert not resembles("gent", "genk")


@pytest.mark.parametrize(
    ("said", "named", "near"),
    [
        ("care", ("care",), ()),
        ("horeca of logistiek", ("hospitality", "logistics"), ()),
        ("verpleegkundige", ("care",), ()),
        ("je cherche dans la sante", ("care",), ()),
        ("verple", (), ("care",)),
        ("verplegkundige", (), ("care",)),
        ("bouwvakkers", (), ("construction",)),
        ("IT", ("it",), ()),
        ("I do not want it", (), ()),
        ("arts", ("care", "culture"), ()),
        ("xyz", (), ()),
        ("", (), ()),
    ],
)
def test_sectors_are_found_by_what_people_call_them(said, named, near):
    found = find_sectors(said)
    assert found.named == named
    assert found.near[: len(near)] == near


@given(st.text(max_size=80))
def test_whatever_is_written_names_only_sectors_that_there_are(text):
    found = find_sectors(text)
    assert {*found.named, *found.near} <= {*keys()}


def test_who_does_not_know_yet_may_say_so():
    assert says_unknown("ik weet het nog niet")
    assert not says_unknown("schoonmaak")
    assert read(Q.SECTOR, "I don't know") == {"sector": "any", "kind": "generic"}
    assert read(Q.SECTOR, "any") == {"sector": "any", "kind": "generic"}


@pytest.mark.parametrize(
    ("said", "outside_eu", "outside_eu15"),
    [
        ("wij komen uit Marokko", True, True),
        ("je viens du Maroc", True, True),
        ("mijn ouders zijn Marokaans", True, True),
        ("I am from Poland", False, True),
        ("France", False, False),
        ("niet uit Marokko", False, False),
        ("hello", False, False),
        ("w " * 40, False, False),
    ],
)
def test_a_country_is_a_yes_where_the_programme_means_it(said, outside_eu, outside_eu15):
    assert names_roots(said, Roots.OUTSIDE_EU) is outside_eu
    assert names_roots(said, Roots.OUTSIDE_EU15) is outside_eu15
    assert (read(Q.ROOTS, said) == {"roots": "yes"}) is outside_eu


def test_a_longer_name_of_a_country_hides_a_shorter_one():
    assert countries_in(["congo", "brazzaville"]) == {"CG"}


@pytest.mark.parametrize(
    ("said", "branch"),
    [
        ("1700", "brussels"), ("9000 Gent", "ghent"), ("B-9000", "ghent"), ("Leuven", "mechelen"),
        ("ik woon in Oostende", "ghent"), ("Antwepren", "antwerp"), ("6700 Arlon", "elsewhere"),
        ("Liège", "liege"), ("Luik", "liege"), ("Brussels", "brussels"), ("Limburg", None),
        ("0000", None), ("9000 12", None), ("nergens in het bijzonder waar iets is", None),
    ],
)  # fmt: skip
def test_a_town_or_a_postal_code_leads_to_the_nearest_branch(said, branch):
    assert branches_of(said, DUO) == ((branch,) if branch else ())


def test_without_a_code_in_its_address_a_branch_is_near_to_nobody():
    lost = replace(DUO, branches=tuple(replace(one, address="here") for one in DUO.branches))
    assert branches_of("1700", lost) == ("elsewhere",)


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("I am 27", (1999, 1998)), ("27", (1999, 1998)), ("j'ai 34 ans", (1992, 1991)),
        ("ik ben 45 jaar", (1981, 1980)), ("94", ()), ("1994", ()), ("3 ans", ()), ("200 ans", ()),
        ("hello", ()),
        ("27 of 28 jaar", ()),
    ],
)  # fmt: skip
def test_an_age_leaves_two_years(said, years):
    assert years_of_age(said, 2026) == years
    assert offers(Q.YEAR_OF_BIRTH, said, DUO, TODAY) == tuple(map(str, years))
    if years:
        assert read(Q.YEAR_OF_BIRTH, said) is Problem.AN_AGE


@pytest.mark.parametrize(
    ("question", "said", "understood"),
    [
        (Q.FIRST_NAME, "Amina El Idrissi", {"first_name": "Amina", "last_name": "El Idrissi"}),
        (Q.FIRST_NAME, "my name is Amina", {"first_name": "Amina"}),
        (Q.LAST_NAME, "El Idrissi", {"last_name": "El Idrissi"}),
        (Q.LAST_NAME, "skip", {"skipped": "last_name"}),
        (Q.RIGHT_TO_WORK, "pas encore", {"right_to_work": "no"}),
        (Q.CAPACITY, "twee", {"capacity": "2", "availability": "yes"}),
        (Q.CAPACITY, "unsure", {"capacity": "1", "availability": "no"}),
        (Q.CAPACITY, "banana", Problem.NOT_A_CHOICE),
        (Q.LANGUAGES, "tnl2fr3", {"languages": "nl:2 fr:3"}),
        (Q.LANGUAGES, "banana", Problem.NO_LANGUAGE),
        (Q.SECTOR, KNOWS_A_JOB, {"sector": "any", "kind": "job"}),
        (Q.SECTOR, "zorg", {"sector": "care", "kind": "sector"}),
        (Q.SECTOR, "verple", Problem.MANY_SECTORS),
        (Q.SECTOR, "xyz", Problem.NO_SECTOR),
        (Q.SECTOR, "skip", {"sector": "any", "kind": "generic"}),
        (Q.JOB, "nurse", {"job": "nurse", "kind": "job", "sector": "care"}),
        (Q.JOB, "astronaut", {"job": "astronaut", "kind": "job", "sector": "any"}),
        (Q.JOB, "x" * 101, Problem.TOO_LONG),
        (Q.JOB, "?!", Problem.NOT_A_CHOICE),
        (Q.JOB, "skip", {"skipped": "job", "kind": "generic"}),
        (Q.HOPE, " courage\nand luck ", {"hope": "courage and luck"}),
        (Q.EXPERIENCE, "25 jaar", {"experience": "25"}),
        (Q.EXPERIENCE, "99", Problem.NOT_YEARS),
        (Q.EXPERIENCE, "plus de trente ans", {"experience": "30"}),
        (Q.EXPERIENCE, "vijfendertig jaar", {"experience": "35"}),
        (Q.EXPERIENCE, "twenty or thirty", Problem.NOT_YEARS),
        (Q.EXPERIENCE, "2 of 3", Problem.NOT_YEARS),
        (Q.TIMES, "t0x15", {"times": "1m 1e 2a"}),
        (Q.TIMES, "t0xzz", Problem.NO_TIMES),
        (Q.INTERESTS, "t0x5", {"interests": "sport music"}),
        (Q.INTERESTS, "music", {"interests": "music"}),
        (Q.INTERESTS, "banana", Problem.NOT_A_CHOICE),
        (Q.PHONE, "0470 12 34 56", {"phone": "+32470123456"}),
        (Q.PHONE, "12", Problem.NOT_A_PHONE),
        (Q.PHONE, "overslaan", {"phone": "none"}),
        (Q.SOURCE, "CPAS", {"source": "ocmw"}),
        (Q.SOURCE, "une amie", {"source": "friend"}),
        (Q.RIGHT_TO_WORK, "je sais pas trop", {"right_to_work": "unsure"}),
        (Q.RIGHT_TO_WORK, "i wait for papers", {"right_to_work": "unsure"}),
        (Q.ROLE, "im looking for job", {"role": "mentee"}),
        (Q.KIND, "secteur", {"kind": "sector"}),
    ],
)  # fmt: skip
def test_what_is_kept_of_an_answer(question, said, understood):
    assert read(question, said) == understood


@given(st.sampled_from(Question), st.text(max_size=80), st.sampled_from([DUO, MENTOR2WORK]))
def test_any_text_is_read_as_texts_or_as_a_problem(question, text, programme):
    answer = read_answer(question, text, programme, TODAY)
    assert isinstance(answer, Problem) or all(map(isinstance, answer.values(), [str] * 9))
    assert all(isinstance(one, str) for one in offers(question, text, programme, TODAY))


def test_what_may_have_been_meant_is_offered():
    assert offers(Q.SECTOR, "verple", DUO, TODAY) == ("care",)
    assert offers(Q.BRANCH, "Gent of Antwerpen", DUO, TODAY) == ("ghent", "antwerp")
    assert offers(Q.HOPE, "work", DUO, TODAY) == ()


def test_what_is_passed_over_has_no_answer_and_what_is_answered_was_not_passed_over():
    before = {Q.ROLE: Role.MENTEE, Q.HOPE: "work", SKIPPED: "times"}
    passed = with_told(before, Q.HOPE, read(Q.HOPE, "skip"))
    assert passed == {Q.ROLE: Role.MENTEE, SKIPPED: "times hope"}
    told_after_all = with_told(passed, Q.TIMES, read(Q.TIMES, "evenings"))
    assert told_after_all[SKIPPED] == "hope"
    assert with_told(told_after_all, Q.HOPE, {Q.HOPE: "work"}).keys() == {
        Q.ROLE, Q.TIMES, Q.HOPE,
    }  # fmt: skip


@given(st.sampled_from(OPTIONAL))
def test_whatever_is_optional_can_be_passed_over(question):
    assert not isinstance(read(question, "Skip"), Problem)


def test_a_draft_answers_nothing_yet():
    assert is_draft(Q.TIMES, "d0x0")
    assert not is_draft(Q.TIMES, "t0x1")
    assert not is_draft(Q.HOPE, "d0x0")


@pytest.mark.parametrize(
    ("said", "name", "born"),
    [
        ("Amina El Idrissi, 1994", "Amina El Idrissi", 1994),
        ("Amina 1994", "Amina", 1994),
        ("Fatima (°1994)", "Fatima", 1994),
        ("Ik ben Amina en ik ben geboren in 1994.", "Ik ben Amina", 1994),
        ("Je suis Léa, née le 3/5/1994", "Je suis Léa", 1994),
        ("Jan-Baptist Van der Linden born 03-05-1960", "Jan-Baptist Van der Linden", 1960),
        ("Amina", "Amina", None),
        ("Amina 1850", "Amina", None),
        ("Amina, 27", "Amina, 27", None),
        ("1994", "1994", None),
        ("01/02/1994", "01/02/1994", None),
        ("Amina " * 20 + "1994", "Amina " * 20 + "1994", None),
    ],
)
def test_a_name_and_a_year_are_told_in_one_breath(said, name, born):
    assert name_and_birth(said, TODAY.year) == (name, born)


def test_a_year_beside_a_name_is_kept_and_changes_none_that_was_told():
    told = read(Q.FIRST_NAME, "Ik ben Amina El Idrissi, geboren in 1994")
    assert told == {Q.FIRST_NAME: "Amina", Q.LAST_NAME: "El Idrissi", Q.YEAR_OF_BIRTH: "1994"}
    kept_before = {Q.YEAR_OF_BIRTH: "1990"}
    assert with_told(kept_before, Q.FIRST_NAME, told)[Q.YEAR_OF_BIRTH] == "1990"
    assert read(Q.LAST_NAME, "El Idrissi") == {Q.LAST_NAME: "El Idrissi"}


def test_a_year_in_which_nobody_was_born_is_no_part_of_a_name():
    told = read(Q.FIRST_NAME, "Bahar Rahimi, 2099")
    assert told == {Q.FIRST_NAME: "Bahar", Q.LAST_NAME: "Rahimi"}


@pytest.mark.parametrize(
    "told",
    [
        "je garde mes petits-enfants le mercredi, sinon ça va",
        "op woensdag ben ik bezig",
        "I work on Wednesday",
        "op woensdag zorg ik voor de kinderen",
        "on Wednesday I have the kids",
    ],
)
def test_a_day_that_is_taken_is_never_read_as_free(told: str) -> None:
    assert read_times(told) == ()


def test_a_day_that_works_for_somebody_is_free():
    assert read_times("Monday evening works for me") == ("1e",)


@pytest.mark.parametrize("number", range(7))
@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("pas le {}, le reste de la semaine en journée",
         "lundi mardi mercredi jeudi vendredi samedi dimanche"),
        ("niet op {}, de rest van de week overdag",
         "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
        ("not on {}, the rest of the week in the daytime",
         "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    ],
)  # fmt: skip
def test_the_rest_of_the_week_is_all_but_the_day(told: str, days: str, number: int) -> None:
    free = read_times(told.format(days.split()[number]))
    wanted = [day for day in range(1, 6) if day != number + 1]
    assert free == tuple(f"{day}{part}" for day in wanted for part in "ma")
