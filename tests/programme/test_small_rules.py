"""The small rules: languages, hours, letters and notices."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from hypothesis import given, strategies as st

from bot.programme.cases import CaseState, Reason
from bot.programme.letters import Lane, Letter
from bot.programme.notices import Menu, MyDuos, Notice
from bot.programme.notices.work import WorkList
from bot.programme.people import Role, Stage, Visit, guess_language
from bot.programme.programme import QuietHours
from bot.programme.rhythm import hours_of
from bot.settings import load_programme

LANGUAGES = ("nl", "fr", "en")
DUO = load_programme("duo")


@pytest.mark.parametrize(
    ("phone", "guess"),
    [("nl", "nl"), ("nl-BE", "nl"), ("fr-FR", "fr"), ("EN", "en"), ("ar", "nl"), ("", "nl"),
     (None, "nl"), ("zh-hans", "nl")],
)  # fmt: skip
def test_the_language_of_the_phone_is_guessed(phone, guess):
    assert guess_language(phone, LANGUAGES) == guess


@given(st.text(max_size=20) | st.none(), st.permutations(LANGUAGES))
def test_a_guess_is_always_a_language_of_the_programme(phone, languages):
    assert guess_language(phone, tuple(languages)) in languages


def test_nobody_is_offered_an_hour_that_is_quiet_whatever_the_programme_calls_quiet():
    early = replace(DUO, quiet_hours=QuietHours(time(19), time(10), sundays=False, holidays=False))
    assert hours_of(early) == (12, 15, 18)


def test_the_hour_of_the_programme_is_offered_too():
    later = replace(DUO, check_in=replace(DUO.check_in, at=time(19)))
    assert hours_of(later) == (9, 12, 15, 18, 19, 20)


def test_help_goes_before_answers_and_answers_before_reminders():
    assert sorted(Lane) == [Lane.CASE, Lane.REPLY, Lane.REMINDER, Lane.BROADCAST]


def test_a_letter_is_sent_unless_it_says_that_it_edits():
    now = datetime(2026, 3, 3, tzinfo=UTC)
    letter = Letter(1, Menu("asked", Role.MENTEE, paused=False), "s", "1", Lane.REPLY, now)
    assert letter.edits is None
    assert Visit(1, 2).message_id is None


def test_notices_travel_as_json_and_come_out_the_same():
    for notice in (
        WorkList("new", ((2**63 - 1, "Zoë", "mentee", "new", ""),)),
        MyDuos((("Amir", "Rita", "2026-11-24T09:05:00+00:00", ("met", "silent")),)),
        Menu("asked", Role.COACH, paused=True),
    ):
        stored = json.loads(json.dumps(notice.facts()))
        assert Notice.from_facts(notice.kind, stored) == notice


def test_words_of_the_programme_are_plain_texts():
    for words in (Role, Stage, Reason, CaseState):
        assert all(str(one) == one.value for one in words)
