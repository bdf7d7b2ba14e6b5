"""What staff may write into an entry, and what becomes of the entry."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, strategies as st

from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Opening, Phone, Place, Service, Status
from bot.programme.directory.writing import write_service
from bot.programme.edits import (
    LONGEST_VALUE,
    MAY_BE_EMPTY,
    STATUSES,
    Detail,
    Field,
    Unfit,
    changed,
    fitted,
    offered,
    read_value,
    shown_value,
)
from tests.programme.test_keeping import a_service

DOOR = a_service(
    phones=(Phone("02 501 23 45", "+3225012345", None, {"en": "Desk"}, ("fr",)), Phone("1813")),
    hours={"nl": "altijd", "fr": "toujours"},
    openings=(Opening((0,), time(9), time(12)),),
    places=(Place("Rue Haute 5", "1000", "Bruxelles", 50.8, 4.3, step_free=True),),
    website="https://old.be",
    alert={"nl": "oud"},
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("02/501.23.45", "02 501 23 45"),
        ("+32 470 123456", "0470 12 34 56"),
        ("0032 9 266 12 34", "09 266 12 34"),
        ("0800 32 123", "0800 32 123"),
        (" 112 ", "112"),
        ("1813", "1813"),
        ("116 000", "116 000"),
        ("+31 20 624 1111", "+31 20 624 1111"),
        ("12345", Unfit.NO_NUMBER),
        ("02 512", Unfit.NO_NUMBER),
        ("ask at the desk", Unfit.NO_NUMBER),
        ("02 512 90 20 ext 3", Unfit.NO_NUMBER),
        ("-", Unfit.NO_NUMBER),
        ("", Unfit.NO_NUMBER),
    ],
)
def test_a_number_is_kept_as_one_dials_it_in_belgium(written, kept):
    assert read_value(Field.PHONE, written) == kept


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        (Field.WEBSITE, "www.name.be", "https://www.name.be"),
        (Field.WEBSITE, "http://name.be/door", "http://name.be/door"),
        (Field.WEBSITE, "name", Unfit.NO_WEBSITE),
        (Field.WEBSITE, "javascript:alert(1)", Unfit.NO_WEBSITE),
        (Field.WEBSITE, "-", ""),
        (Field.ADDRESS, "Rue Haute 298a, 1000 Bruxelles", "Rue Haute 298a, 1000 Bruxelles"),
        (Field.ADDRESS, "Rue Haute, 1000 Bruxelles", Unfit.NO_ADDRESS),
        (Field.ADDRESS, "Rue Haute 5", Unfit.NO_ADDRESS),
        (Field.HOURS, "  every \n day ", "every day"),
        (Field.WHO, "x" * (LONGEST_VALUE + 1), Unfit.TOO_LONG),
        (Field.WARNING, "-", ""),
    ],
)
def test_what_is_written_is_read_by_its_field(field, written, kept):
    assert read_value(field, written) == kept


@given(st.sampled_from(Field), st.text(max_size=400), st.sampled_from(["nl", "fr", "en"]))
def test_whatever_is_written_the_entry_can_still_be_read(field, written, language):
    value = read_value(field, written)
    if isinstance(value, Unfit) or field in STATUSES:
        return
    new = changed(DOOR, Detail(field), value, language)
    read = read_service(write_service(new))
    assert shown_value(read, Detail(field), language) == shown_value(new, Detail(field), language)
    if value:
        assert shown_value(new, Detail(field), language) == value


@given(st.sampled_from(Field), st.integers(0, 40))
def test_a_detail_is_read_back_as_it_was_stored(field, number):
    assert Detail.read(str(Detail(field, number))) == Detail(field, number)
    assert len(str(Detail(field, number))) <= 16


def test_a_number_takes_the_place_of_the_one_that_was_meant():
    new = changed(DOOR, Detail(Field.PHONE, 1), "0800 32 123", "nl")
    assert new.phones == (DOOR.phones[0], Phone("0800 32 123", "+3280032123", is_free=True))
    first = changed(DOOR, Detail(Field.PHONE), "09 266 12 34", "nl").phones[0]
    assert (first.international, first.about, first.languages) == (
        "+3292661234", {"en": "Desk"}, ("fr",),
    )  # fmt: skip


def test_one_more_number_comes_after_the_others():
    phones = changed(DOOR, Detail(Field.PHONE, 2), "112", "nl").phones
    assert [one.dial for one in phones] == ["02 501 23 45", "1813", "112"]


def test_words_in_one_language_take_the_place_of_all():
    new = changed(DOOR, Detail(Field.HOURS), "ma-vr 9-12", "nl")
    assert (new.hours, new.openings) == ({"nl": "ma-vr 9-12"}, ())
    assert changed(DOOR, Detail(Field.WARNING), "", "fr").alert == {}
    assert changed(DOOR, Detail(Field.WHO), "all", "en").eligibility == {"en": "all"}


def test_of_a_new_address_nobody_knows_where_it_lies():
    (place,) = changed(DOOR, Detail(Field.ADDRESS), "Korenmarkt 1, 9000 Gent", "nl").places
    assert place == Place("Korenmarkt 1", "9000", "Gent")
    assert changed(DOOR, Detail(Field.ADDRESS), "", "nl").places == ()


def test_closed_for_good_is_told_in_the_words_of_the_standard():
    assert changed(DOOR, Detail(Field.CLOSED), "closed", "nl").status is Status.DEFUNCT
    assert shown_value(DOOR, Detail(Field.CLOSED), "nl") == ""


def test_what_is_closed_can_be_opened_again():
    closed = changed(DOOR, Detail(Field.CLOSED), "closed", "nl")
    assert changed(closed, Detail(Field.REOPENED), "reopened", "nl") == DOOR
    assert set(offered(DOOR)) == set(Field) - {Field.REOPENED}
    assert set(offered(closed)) == set(Field) - {Field.CLOSED}
    assert STATUSES.keys() <= set(offered(replace(DOOR, status=Status.INACTIVE)))


def test_nobody_closes_a_crisis_line_from_the_chat_and_anybody_of_staff_may_open_it_again():
    line = replace(DOOR, is_crisis_line=True)
    assert Field.CLOSED not in offered(line)
    assert fitted(line, Detail(Field.CLOSED), "") is None
    assert Field.REOPENED in offered(replace(line, status=Status.DEFUNCT))


def test_a_number_is_found_where_it_stands_by_now():
    first, second = DOOR.phones
    meant = Detail(Field.PHONE, 1)
    assert fitted(DOOR, meant, second.dial) == meant
    turned = replace(DOOR, phones=(second, first))
    assert fitted(turned, meant, second.dial) == Detail(Field.PHONE)
    assert fitted(replace(DOOR, phones=(first, Phone("112"))), meant, second.dial) is None


def test_one_more_number_takes_the_place_of_none_that_came_meanwhile():
    three = replace(DOOR, phones=(*DOOR.phones, Phone("112")))
    assert fitted(three, Detail(Field.PHONE, 2), "") == Detail(Field.PHONE, 3)


def test_only_a_number_and_the_end_of_a_service_cannot_be_nothing():
    assert set(Field) - MAY_BE_EMPTY == {Field.PHONE, *STATUSES}


def test_an_entry_without_details_says_nothing():
    bare: Service = a_service()
    assert [shown_value(bare, Detail(field), "nl") for field in Field] == [""] * len(Field)
