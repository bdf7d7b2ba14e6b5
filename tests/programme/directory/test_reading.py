"""Reading a service: what is understood, and what is wrong said in one sentence each."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, strategies as st

from bot.directory import starter
from bot.programme.directory import Opening, Phone, Place, Service
from bot.programme.directory.reading import WrongEntry, read_service
from bot.programme.directory.service import Confidence, Status
from bot.programme.directory.writing import write_service
from tests.directory.services import SERVICES
from tests.profiles import examples

PLAIN: dict[str, Any] = {
    "key": "the-door",
    "name": "The door",
    "service_areas": [{"area_code": "BE-VLG:Gent"}],
    "attributes": [{"link_type": "need", "value": "debt.help"}],
}
# Any value that JSON can hold, in any place.
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["code", "name", "number", "location", "addresses", "accessibility", "nl", "byday",
                 "latitude", "longitude", "amount", "value", "link_type", "opens_at", "gathered"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)  # fmt: skip
FIELDS = (
    "key", "name", "name_i18n", "organization", "description", "description_i18n", "hours_i18n",
    "url", "email", "status", "assured_date", "is_free", "crisis_line", "confidence", "review",
    "phones", "schedules", "service_areas", "service_at_locations", "languages", "cost_options",
    "attributes", "fees_description",
)  # fmt: skip


A_CODE = "must be a text of at most 16 letters without control characters."


def read(**more: Any) -> Service:
    return read_service(PLAIN | more)


def wrong(**more: Any) -> list[str]:
    with pytest.raises(WrongEntry) as told:
        read_service(PLAIN | more)
    assert str(told.value) == "\n".join(told.value.problems)
    return list(told.value.problems)


@examples(50)
@given(SERVICES)
def test_a_service_that_is_written_is_read_as_it_was(service: Service):
    table = write_service(service)
    assert read_service(table) == service
    assert write_service(read_service(table)) == table


def test_little_is_needed():
    assert read() == Service("the-door", {"en": "The door"}, "", ("debt.help",), ("BE-VLG:Gent",))


def test_a_text_may_stand_in_one_language_or_in_several_or_under_its_old_name():
    service = read(
        name_i18n={"nl": " De deur ", "fr": "", "en": None},
        description="What it is",
        fees_description="Free",
        eligibility_description="Everybody",
    )
    assert service.name == {"nl": "De deur"}
    assert service.description == {"en": "What it is"}
    assert (service.fees, service.eligibility) == ({"en": "Free"}, {"en": "Everybody"})


def test_what_stands_twice_counts_once():
    service = read(
        attributes=PLAIN["attributes"] * 2,
        service_areas=PLAIN["service_areas"] * 2,
        languages=[{"code": "nl"}, {"code": "nl"}],
        schedules=[{"byday": "MO,MO,TU", "opens_at": "09:00", "closes_at": "12:00"}],
    )
    assert (service.needs, service.areas) == (("debt.help",), ("BE-VLG:Gent",))
    assert service.languages == ("nl",)
    assert service.openings == (Opening((0, 1), time(9), time(12)),)


def test_other_attributes_than_needs_are_passed_over():
    more = [{"link_type": "colour", "value": "red"}]
    assert read(attributes=[*PLAIN["attributes"], *more]).needs == ("debt.help",)


def test_hours_in_words_stand_beside_schedules_too():
    row = {"description": "Mornings", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}
    words = [row, {"description": "Mornings"}, {"description": "Chat at night"}]
    assert read(schedules=words).hours == {"en": "Mornings; Chat at night"}
    assert read(schedules=words, hours_i18n={"nl": "'s Morgens"}).hours == {"nl": "'s Morgens"}
    assert read(schedules=[{}]).hours == {}


@pytest.mark.parametrize(
    ("said", "amounts", "is_free"),
    [(None, [], None), (None, [0], True), (None, [0, "5"], False), (False, [0], False),
     (True, [], True)],
)  # fmt: skip
def test_what_costs_nothing_is_free_unless_it_is_said_otherwise(said, amounts, is_free):
    rows = [{"amount": one} for one in (*amounts, None, "")]
    assert read(is_free=said, cost_options=rows).is_free is is_free


def test_a_phone_is_dialled_in_belgium_and_known_abroad():
    rows = [
        {"number": "+3225088585", "dial_be": "02 508 85 85", "free_call": False,
         "description_i18n": {"nl": "onthaal"}, "languages": [{"code": "nl"}]},
        {"number": "1712", "dial_be": "1712", "short_code": True},
        {"number": "+3225088585"},
    ]  # fmt: skip
    assert read(phones=rows).phones == (
        Phone(
            "02 508 85 85",
            "+3225088585",
            is_free=False,
            about={"nl": "onthaal"},
            languages=("nl",),
        ),
        Phone("1712"),
        Phone("+3225088585", "+3225088585"),
    )


def test_a_place_has_an_address_and_perhaps_coordinates_and_steps():
    location = {
        "latitude": "51.05", "longitude": 3.72,
        "addresses": [{"address_1": "Straat 1", "postal_code": "9000", "city": "Gent"}],
        "accessibility": [{"description": "step-free"}],
    }  # fmt: skip
    rows = [
        {"location": location},
        {"location": {"addresses": [{}], "accessibility": [{"description": "steps"}]}},
        {"location": {"addresses": [{"city": "Gent"}], "accessibility": [{"description": "?"}]}},
        {"location": None},
    ]
    assert read(service_at_locations=rows).places == (
        Place("Straat 1", "9000", "Gent", 51.05, 3.72, step_free=True),
        Place("", "", "", step_free=False),
        Place("", "", "Gent"),
    )


def test_who_checked_it_when_and_how_sure_it_is():
    service = read(
        assured_date="2026-01-05", review={"gathered": "2025-11-21"}, confidence="low",
        status="defunct", crisis_line=True, url="https://deur.be/", email="deur@example.be",
    )  # fmt: skip
    assert (service.assured_on, service.gathered_on) == (date(2026, 1, 5), date(2025, 11, 21))
    assert (service.confidence, service.status) == (Confidence.LOW, Status.DEFUNCT)
    assert (service.is_crisis_line, service.website) == (True, "https://deur.be/")


def test_what_is_null_is_not_known():
    nothing = dict.fromkeys(set(FIELDS) - set(PLAIN) - {"name_i18n"})
    assert read(**nothing) == read()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"key": "The Door"}, "key must be at most 36 of a-z, 0-9 and -."),
        ({"key": "x" * 37}, "key must be at most 36 of a-z, 0-9 and -."),
        ({"name": None}, "name must be a text, or a text in each language."),
        ({"name_i18n": {"nederlands": "Deur"}}, "name_i18n must be a text for each language."),
        ({"name_i18n": "Deur"}, "name_i18n must be a text for each language."),
        ({"name_i18n": {"nl": 3}},
         "name in nl must be a text of at most 600 letters without control characters."),
        ({"alert": "x" * 601},
         "alert in en must be a text of at most 600 letters without control characters."),
        ({"bring": "a\x00b"},
         "bring in en must be a text of at most 600 letters without control characters."),
        ({"organization": "A house"}, "organization must be a table."),
        ({"organization": {"name": "x" * 201}},
         "organization must be a text of at most 200 letters without control characters."),
        ({"url": "deur.be"}, "url must be an address that begins with http:// or https://."),
        ({"url": "https://deur.be/\x01"},
         "url must be an address that begins with http:// or https://."),
        ({"email": "deur"}, "email must be an e-mail address."),
        ({"status": "asleep"},
         "status must be one of active, inactive, defunct, temporarily closed."),
        ({"confidence": 3}, "confidence must be one of high, medium, low."),
        ({"assured_date": "yesterday"}, "assured_date must be a day such as 2026-11-21."),
        ({"review": {"gathered": 3}}, "gathered must be a day such as 2026-11-21."),
        ({"is_free": "yes"}, "is_free must be true or false."),
        *(({"cost_options": [{"amount": 0}, {"amount": amount}]},
           "cost_options 2, amount, must be a number such as 5 or 5.00.")
          for amount in ("5,00", "15 euro", "n/a", "nan", True)),
        ({"attributes": []}, "attributes must be at least one need."),
        ({"attributes": [{"link_type": "need", "value": "gold"}]},
         "attributes 1 must be a need that is known, not 'gold'."),
        ({"service_areas": None}, "service_areas must be at least one area."),
        ({"service_areas": [{"area_code": "NL"}]},
         'service_areas 1 must be an area such as "BE", "BE-VLG" or "BE-VLG:Gent".'),
        ({"languages": [{"code": "Dutch"}]}, 'languages must be codes of ISO 639 such as "nl".'),
        ({"languages": "nl"}, "languages must be a list."),
        ({"languages": ["nl"]}, "languages 1 must be a table."),
        ({"phones": [{"number": "call us"}]},
         "phones 1 must be a number as one dials it in Belgium."),
        ({"phones": [{"dial_be": "101", "e164": "+1"}]},
         "phones 1 must be a number such as +3225088585 for those who call from abroad."),
        ({"phones": [{"number": "101", "free_call": 1}]},
         "phones 1, free_call must be true or false."),
        ({"phones": [{"number": "101", "languages": [{}]}]},
         'phones 1, languages must be codes of ISO 639 such as "nl".'),
        ({"schedules": [{"byday": "MON", "opens_at": "09:00", "closes_at": "12:00"}]},
         "schedules 1 must be on days among MO,TU,WE,TH,FR,SA,SU."),
        ({"schedules": [{"byday": "MO", "opens_at": "nine", "closes_at": "12:00"}]},
         "schedules 1, opens_at, must be a time such as 09:00."),
        ({"service_at_locations": [{"location": "here"}]},
         "service_at_locations 1, location, must be a table."),
        ({"service_at_locations": [{"location": {"addresses": [{"postal_code": "x" * 17}]}}]},
         f"service_at_locations 1, postal_code, {A_CODE}"),
        ({"service_at_locations": [{"location": {"addresses": [{}], "latitude": 51}}]},
         "service_at_locations 1 must be at a latitude and a longitude in degrees."),
        ({"service_at_locations": [
            {"location": {"addresses": [{}], "latitude": "91", "longitude": "nan"}}]},
         "service_at_locations 1 must be at a latitude and a longitude in degrees."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(more: dict[str, Any], sentence: str):
    assert sentence in wrong(**more)


def test_everything_that_is_wrong_is_said_at_once():
    assert len(wrong(key="", url="x", email="y", phones=3)) == 4


@examples(200)
@given(st.sampled_from(starter.services()), st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_whatever_stands_in_a_table_is_read_or_told_and_what_is_read_stays(table, more):
    try:
        service = read_service(table | more)
    except WrongEntry:
        return
    assert read_service(write_service(service)) == service
