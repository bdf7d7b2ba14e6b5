"""The crisis lines, spelled out by hand: a wrong one here costs more than anywhere else."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.actions import Actions
from bot.clock import SystemClock
from bot.directory import starter
from bot.programme.directory import Catalogue, Entry, Service
from bot.programme.directory.choosing import Wish, choose
from bot.programme.directory.crisis import crisis_lines
from bot.programme.directory.reading import read_service
from bot.programme.programme import Programme
from storage import Database

BRUSSELS = ZoneInfo("Europe/Brussels")
A_SATURDAY_NIGHT = datetime(2026, 3, 7, 22, 30, tzinfo=UTC)
ALWAYS = "MO,TU,WE,TH,FR,SA,SU 00:00-23:59"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it must be: the number as one dials it, who is understood, and when."""

    dial: str
    languages: tuple[str, ...]
    open: tuple[str, ...]
    areas: tuple[str, ...] = ("BE",)
    international: str | None = None


LINES = {
    "emergency-112": Line("112", (), (ALWAYS,)),
    "police-101": Line("101", (), (ALWAYS,)),
    "zelfmoordlijn-1813": Line("1813", ("nl",), (ALWAYS,), ("BE-VLG", "BE-BRU")),
    "prevention-suicide-fr": Line(
        "0800 32 123", ("fr",), (ALWAYS,), ("BE-BRU", "BE-WAL"), "+3280032123"
    ),
    "tele-onthaal-106": Line("106", ("nl",), (ALWAYS,), ("BE-VLG", "BE-BRU")),
    "tele-accueil-107": Line("107", ("fr",), (ALWAYS,), ("BE-BRU", "BE-WAL")),
    "hulplijn-1712": Line("1712", ("nl",), ("MO,TU,WE,TH,FR 09:00-18:00",), ("BE-VLG", "BE-BRU")),
    "ecoute-violences-conjugales": Line(
        "0800 30 030", ("fr",), (ALWAYS,), ("BE-BRU", "BE-WAL"), "+3280030030"
    ),
    "awel-102": Line(
        "102", ("nl",), ("MO,TU,TH,FR,SA 16:00-22:00", "WE 14:00-22:00"), ("BE-VLG", "BE-BRU")
    ),
    "ecoute-enfants-103": Line(
        "103", ("fr",), ("MO,TU,WE,TH,FR,SA,SU 10:00-23:59",), ("BE-BRU", "BE-WAL")
    ),
    "gp-on-call-1733": Line("1733", ("nl", "fr", "de"), (), ("BE-VLG", "BE-WAL")),
    "poison-centre": Line("070 245 245", (), (ALWAYS,), international="+3270245245"),
    "child-focus-116000": Line("116 000", ("nl", "fr"), (ALWAYS,)),
}
FOR_NOBODY_ELSE = {"1813": "nl", "0800 32 123": "fr", "106": "nl", "107": "fr", "1712": "nl",
                   "0800 30 030": "fr", "102": "nl", "103": "fr"}  # fmt: skip

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def as_line(service: Service) -> Line:
    (phone,) = service.phones
    return Line(
        phone.dial,
        service.languages,
        tuple(
            f"{','.join(DAYS[day] for day in one.days)} {one.opens:%H:%M}-{one.closes:%H:%M}"
            for one in service.openings
        ),
        service.areas,
        phone.international,
    )


@pytest.fixture(params=["the file", "a database that was just started"])
async def catalogue(
    request: pytest.FixtureRequest, memory: Database, programme: Programme
) -> Catalogue:
    """The directory as it is in the file, and as the bot has it after its first start."""
    if request.param == "the file":
        return Catalogue(Entry(read_service(one)) for one in starter.services())
    actions = Actions.over(memory, SystemClock(), programme, lambda: None)
    async with memory.transaction() as tx:
        return await actions.directory.catalogue(tx)


async def test_every_line_has_its_number_its_languages_and_its_hours(catalogue: Catalogue):
    kept = {key: as_line(catalogue.by_key[key].service) for key in LINES}
    assert kept == LINES


async def test_every_line_is_a_crisis_line_that_exists(catalogue: Catalogue):
    for key in LINES:
        service = catalogue.by_key[key].service
        assert service.is_crisis_line, key
        assert service.status == "active", key
        assert service.assured_on is None, "Nobody has phoned yet."


async def test_no_other_entry_gives_a_line_to_those_who_speak_another_language(
    catalogue: Catalogue,
):
    for entry in catalogue.by_key.values():
        for phone in entry.service.phones:
            if language := FOR_NOBODY_ELSE.get(phone.dial):
                spoken = phone.languages or entry.service.languages
                assert spoken == (language,), (entry.service.key, phone.dial)


async def test_0800_32_123_says_in_dutch_that_it_is_french_and_names_1813(catalogue: Catalogue):
    french = catalogue.by_key["prevention-suicide-fr"].service
    assert "1813" in french.alert["nl"]
    assert "Frans" in french.name["nl"]
    assert "zelfmoordlijn" not in " ".join(french.name.values()).lower()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_1712_says_that_it_is_no_emergency_line_and_whom_to_call(
    catalogue: Catalogue, language: str
):
    warning = catalogue.by_key["hulplijn-1712"].service.alert[language]
    assert "101" in warning
    assert "112" in warning
    assert {"nl": "geen noodnummer", "fr": "pas un numéro d'urgence", "en": "not an emergency"}[
        language
    ] in warning


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("need", ["health.gp", "health.urgent"])
async def test_1733_is_not_offered_in_brussels_until_it_is_checked(
    catalogue: Catalogue, need: str, language: str
):
    def offered(place: str) -> set[str]:
        wish = Wish(need, place, language, A_SATURDAY_NIGHT, BRUSSELS)
        lines = crisis_lines(catalogue, language, place, A_SATURDAY_NIGHT, BRUSSELS)
        return {one.service.key for one in choose(catalogue, wish)} | {one.key for one in lines}

    assert "gp-on-call-1733" not in offered("BE-BRU")
    assert "gp-on-call-1733" not in offered("BE-BRU:Anderlecht")
    assert "gp-on-call-1733" in offered("BE-VLG:Gent")


@pytest.mark.parametrize(
    ("language", "place", "line"),
    [
        ("nl", "BE-BRU", "zelfmoordlijn-1813"),
        ("fr", "BE-BRU", "prevention-suicide-fr"),
        ("nl", "BE-WAL:Liège", "zelfmoordlijn-1813"),
        ("fr", "BE-VLG:Gent", "prevention-suicide-fr"),
    ],
)
async def test_who_thinks_of_suicide_is_given_the_line_in_their_language_first(
    catalogue: Catalogue, language: str, place: str, line: str
):
    wish = Wish("crisis.suicide", place, language, A_SATURDAY_NIGHT, BRUSSELS)
    assert choose(catalogue, wish)[0].service.key == line


async def test_a_bed_in_ghent_is_not_offered_in_antwerp(catalogue: Catalogue):
    wish = Wish("housing.tonight", "BE-VLG:Antwerpen", "nl", A_SATURDAY_NIGHT, BRUSSELS)
    offered = {one.service.key for one in choose(catalogue, wish)}
    assert not offered & {"gent-nachtopvang", "aalst-nachtopvang", "samusocial-bxl"}
