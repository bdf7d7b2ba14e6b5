"""Which services are shown, and in which order: laws that hold for every directory."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from bot.programme.directory import Catalogue, Entry, Service, choosing
from bot.programme.directory.areas import REGIONS, Nearness, nearness
from bot.programme.directory.choosing import Wish, choose, municipalities
from bot.programme.directory.crisis import crisis_lines
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.service import Confidence, Phone, Status

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
TODAY = date(2026, 3, 3)
GHENT, LIEGE = "BE-VLG:Gent", "BE-WAL:Liège"
AREAS = ("BE", *REGIONS, GHENT, LIEGE, "BE-BRU:Forest")
LANGUAGES = ("nl", "fr", "en")
NEEDS = ("debt.help", "crisis.suicide", "housing.tonight")

services = st.builds(
    Service,
    key=st.uuids().map(str),
    name=st.just({"en": "A"}),
    organization=st.just(""),
    needs=st.lists(st.sampled_from(NEEDS), min_size=1, unique=True).map(tuple),
    areas=st.lists(st.sampled_from(AREAS), min_size=1, max_size=3, unique=True).map(tuple),
    languages=st.lists(st.sampled_from((*LANGUAGES, "de")), unique=True).map(tuple),
    phones=st.just((Phone("02 123 45 67"),)),
    is_crisis_line=st.booleans(),
    is_free=st.none() | st.booleans(),
    confidence=st.sampled_from(Confidence),
    status=st.sampled_from((Status.ACTIVE, Status.ACTIVE, Status.DEFUNCT)),
    assured_on=st.none() | st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days)),
)
catalogues = st.lists(st.builds(Entry, services, st.integers(0, 3)), max_size=12).map(Catalogue)
wishes = st.builds(
    Wish, st.sampled_from(NEEDS), st.sampled_from(AREAS), st.sampled_from(LANGUAGES),
    st.just(NOW), st.just(BRUSSELS),
)  # fmt: skip


def a_service(key: str, **more: object) -> Service:
    known = {"areas": (GHENT,), "languages": ("nl",), "needs": ("debt.help",)}
    return Service(key=key, name={"en": key}, organization="", **{**known, **more})


def order(wish: Wish, *of: Service) -> list[str]:
    return [one.service.key for one in choose(Catalogue(map(Entry, of)), wish)]


def wish(need: str = "debt.help", place: str = GHENT, language: str = "nl") -> Wish:
    return Wish(need, place, language, NOW, BRUSSELS)


@given(catalogues, wishes)
def test_nobody_sees_a_hidden_entry_or_one_that_is_about_something_else(catalogue, asked):
    for entry in choose(catalogue, asked):
        assert is_shown(entry.service, TODAY, entry.doubts)
        assert asked.need in entry.service.needs


@given(catalogues, wishes)
def test_each_service_helps_there_or_is_a_line_in_the_reader_s_language(catalogue, asked):
    for entry in choose(catalogue, asked):
        near = nearness(entry.service.areas, asked.place)
        assert near is not None or entry.service.is_called_from_afar(asked.language)


@given(catalogues, wishes)
def test_nothing_that_helps_there_is_left_out(catalogue, asked):
    chosen = {one.service.key for one in choose(catalogue, asked)}
    for entry in catalogue.for_need(asked.need):
        helps = nearness(entry.service.areas, asked.place) is not None
        if helps and is_shown(entry.service, TODAY, entry.doubts):
            assert entry.service.key in chosen


@given(catalogues, wishes)
def test_crisis_lines_that_exist_are_never_left_out(catalogue, asked):
    chosen = {one.service.key for one in choose(catalogue, asked)}
    for entry in catalogue.for_need(asked.need):
        line = entry.service
        if line.is_crisis_line and line.status is Status.ACTIVE and "BE" in line.areas:
            assert line.key in chosen


@given(catalogues, wishes)
def test_the_order_does_not_depend_on_how_the_entries_came(catalogue, asked):
    turned = Catalogue(reversed(catalogue.by_key.values()))
    assert choose(turned, asked) == choose(catalogue, asked)


@given(catalogues, st.sampled_from(LANGUAGES), st.none() | st.sampled_from(AREAS))
def test_the_emergency_card_holds_only_lines_that_can_be_called(catalogue, language, place):
    for line in crisis_lines(catalogue, language, place, NOW, BRUSSELS):
        assert line.is_crisis_line
        assert line.phones
        assert line.status is Status.ACTIVE


def test_a_line_for_despair_comes_before_everything():
    line = a_service("z", needs=("crisis.suicide",), areas=("BE",), is_crisis_line=True)
    near = a_service("a", needs=("crisis.suicide",))
    assert order(wish("crisis.suicide"), near, line) == ["z", "a"]


def test_the_own_town_comes_before_the_region_and_the_country():
    town, region = a_service("z"), a_service("m", areas=("BE-VLG",))
    country = a_service("a", areas=("BE",))
    assert order(wish(), country, region, town) == ["z", "m", "a"]


def test_the_own_town_must_help_in_whatever_language():
    town, region = a_service("z"), a_service("a", areas=("BE-VLG",), languages=("fr",))
    assert order(wish(language="fr"), region, town) == ["z", "a"]


def test_outside_the_town_the_language_comes_before_nearness():
    french = a_service("z", areas=("BE",), languages=("fr",))
    any_language = a_service("m", areas=("BE",), languages=())
    dutch = a_service("a", areas=("BE-BRU",))
    found = order(wish(place="BE-BRU", language="fr"), dutch, any_language, french)
    assert found == ["z", "m", "a"]


@given(catalogues, wishes, st.sampled_from(LANGUAGES))
def test_who_looks_for_somebody_else_loses_no_service_by_it(catalogue, asked, other):
    found = choose(catalogue, replace(asked, other=other))
    for alone in (asked, replace(asked, language=other)):
        assert all(entry in found for entry in choose(catalogue, alone))


def test_who_goes_there_is_to_be_understood_first_and_then_who_looks():
    theirs = a_service("z", areas=("BE-BRU",), languages=("fr",))
    dutch = a_service("m", areas=("BE-BRU",), languages=("nl",))
    neither = a_service("a", areas=("BE-BRU",), languages=("de",))
    looking = replace(wish(place="BE-BRU", language="nl"), other="fr")
    assert order(looking, neither, dutch, theirs) == ["z", "m", "a"]


def test_who_is_there_for_this_above_all_comes_first_then_the_free():
    own = a_service("z")
    also = a_service("a", needs=("housing.tonight", "debt.help"))
    assert order(wish(), also, own) == ["z", "a"]
    free = replace(own, key="y", is_free=True)
    assert order(wish(), own, free) == ["y", "z"]


def test_a_line_in_the_reader_s_language_is_called_from_anywhere():
    line = a_service("a", needs=("crisis.suicide",), areas=("BE-VLG",), is_crisis_line=True)
    assert order(wish("crisis.suicide", place=LIEGE), line) == ["a"]
    assert order(wish("crisis.suicide", place=LIEGE, language="fr"), line) == []


def test_a_large_directory_is_not_walked_through(monkeypatch):
    """10,000 services in 500 towns: no more is looked at than what helps in the reader's town."""
    towns = [f"BE-VLG:Town {number}" for number in range(500)]
    catalogue = Catalogue(
        Entry(a_service(f"a-{number}", areas=(towns[number % 500],))) for number in range(10_000)
    )
    looked_at = []
    monkeypatch.setattr(choosing, "is_shown", lambda *of: looked_at.append(of) or True)
    assert len(choose(catalogue, wish(place=towns[7]))) == 20
    assert len(looked_at) == 20


def test_the_towns_of_a_region_are_named_by_their_own_services():
    catalogue = Catalogue([Entry(a_service("a")), Entry(a_service("b", areas=("BE-VLG",)))])
    assert municipalities(catalogue, wish(place="BE-VLG")) == (GHENT,)
    assert municipalities(catalogue, wish(place=GHENT)) == ()
    assert municipalities(catalogue, wish(place="BE-WAL")) == ()
    assert nearness((GHENT,), "BE-VLG") is None
    assert nearness((GHENT,), GHENT) is Nearness.TOWN
