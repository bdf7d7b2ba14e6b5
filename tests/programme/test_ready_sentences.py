"""The closed set of ready sentences: few groups, each sentence in one, and the hours of a call."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.programme.ready_sentences import (
    GROUPS,
    NAMES_THE_MEETING,
    NEEDS_ANOTHER_TIME,
    OF_MINUTES,
    URGENT,
    Group,
    Sentence,
    hours_to_call,
    minutes_late,
    read_hour,
)

BRUSSELS = ZoneInfo("Europe/Brussels")


def test_about_thirty_sentences_stand_in_five_groups_each_in_one():
    grouped = [one for group in GROUPS.values() for one in group]
    assert sorted(grouped) == sorted(Sentence)
    assert len(grouped) == 33
    assert len(Group) == 5
    assert max(map(len, GROUPS.values())) <= 9


def test_ten_twenty_and_thirty_minutes_have_a_sentence():
    assert {minutes: minutes_late(one) for minutes, one in OF_MINUTES.items()} == {
        10: 10, 20: 20, 30: 30,
    }  # fmt: skip
    assert minutes_late(Sentence.THANK_YOU) is None


def test_what_concerns_standing_somewhere_does_not_wait_for_the_morning():
    assert {Sentence.LATE_10, Sentence.CANNOT_COME, Sentence.WHERE_ARE_YOU} <= URGENT
    assert not {Sentence.THANK_YOU, Sentence.BRING_CV} & URGENT
    assert NEEDS_ANOTHER_TIME <= NAMES_THE_MEETING


def test_a_call_can_be_announced_for_the_next_full_hours_of_today():
    assert hours_to_call(datetime(2026, 11, 24, 12, 10, tzinfo=UTC), BRUSSELS) == (
        "1400", "1500", "1600", "1700", "1800", "1900",
    )  # fmt: skip
    assert hours_to_call(datetime(2026, 11, 24, 20, 59, tzinfo=UTC), BRUSSELS) == ("2200", "2300")
    assert hours_to_call(datetime(2026, 11, 24, 22, 59, tzinfo=UTC), BRUSSELS) == ()


def test_an_hour_is_read_back():
    assert read_hour("1430") == time(14, 30)
    assert read_hour("") is None
