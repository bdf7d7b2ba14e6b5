"""A locked phone shows how a message begins. Whoever looks on learns nothing from it."""

import re

import pytest

from bot.cards import put_into_words
from bot.cards.card import LONGEST_BUTTON
from bot.cards.samples import SAMPLES, possible
from bot.i18n import load_speech
from bot.programme.cases import About, Reason
from bot.programme.notices import CaseCard, Notice, Stays
from bot.settings import load_programme

SPEECH = load_speech()
PROGRAMME = load_programme("duo")
# What a first line must not hold when a message comes unasked: needs, troubles, and who helps.
SENSITIVE = re.compile(
    r"\b(1712|1813|106|107|101|112|0800"
    r"|geweld|zelfmoord|zelfdoding|dood|politie|dokter|ziek|gezondheid|schuld\w*|dakloos|coach"
    r"|danger|gevaar|violence|suicide|mort|police|médecin|malade|santé|dettes?|sans-abri"
    r"|doctor|sick|health|debts?|homeless|death|housing|papers|money|logement|papiers"
    r"|huisvesting|papieren|geld|familie|family|famille|OCMW|CPAS)\b",
    re.IGNORECASE,
)
NAMES = {"Amir", "Rita", "Els", "Fatima", "Nadia", "Tom"}
# They answer at once what their reader tapped or wrote: the chat is open then. The others come
# unasked, at any moment, to a phone that may lie on a table.
ANSWERS_AT_ONCE = {
    "after_danger", "barrier_heard", "barrier_question", "case_file", "case_handed", "case_held",
    "case_read", "case_read_again", "choose_intake_answer", "choose_intake_needs",
    "choose_intake_service", "choose_place", "codes_key", "codes_picture", "confirm_decision",
    "emergency", "intake_write_up",
    "hand_case", "lay_case_aside", "line_open", "link_to_telegram", "on_behalf", "person_shown",
    "to_call", "my_request", "needs_of_theme", "note_kept",
    "number_to_call",
    "obstacle_audience", "obstacle_heard", "obstacle_question", "on_paper", "on_the_map",
    "opening_sentence", "passed_on", "ready_answer_lacks", "ready_answer_shown",
    "ready_answers", "recovery_codes", "referral_ended", "referral_kept", "referral_offer",
    "sure_to_close", "sure_to_hand", "referral_over", "service_shown", "services_found",
}  # fmt: skip
DELICATE_REASONS = {Reason.DANGER, Reason.GOES_BADLY, Reason.OBSTACLE}
DELICATE_SUBJECTS = {About.HEALTH, About.HOME, About.PARTNER}


def first_lines(notice):
    if possible(notice, PROGRAMME):
        for speech in SPEECH.values():
            yield put_into_words(notice, speech, PROGRAMME).text.splitlines()[0]


def comes_unasked(notice):
    is_case = isinstance(notice, CaseCard)
    return notice.stays is not None and notice.kind not in ANSWERS_AT_ONCE and not is_case


UNASKED = [one for one in SAMPLES if comes_unasked(one)]
DELICATE_CASES = [
    one
    for one in SAMPLES
    if isinstance(one, CaseCard)
    and (one.reason in DELICATE_REASONS or one.about in DELICATE_SUBJECTS)
]


def test_something_comes_unasked():
    assert {"case_message_came", "coach_writes", "request_closed"} <= {one.kind for one in UNASKED}
    assert DELICATE_CASES


@pytest.mark.parametrize("notice", [*UNASKED, *DELICATE_CASES], ids=lambda one: one.kind)
def test_what_comes_unasked_begins_with_neutral_words(notice):
    for line in first_lines(notice):
        assert not SENSITIVE.search(line), line
        assert not {name for name in NAMES if name in line}, line


def test_what_is_about_a_case_or_holds_a_secret_does_not_stay_in_a_chat_for_ever():
    about_cases = ("bot.programme.notices.case_talk", "bot.programme.notices.requests")
    named = {
        kind
        for kind, notice in Notice.by_kind.items()
        if notice.__module__ in about_cases and notice.stays is None
    }
    assert named <= {"line_closed", "not_passed_on"}, "These say nothing of what it is about."


def test_what_holds_typed_words_leaves_the_chat_after_the_hours_of_the_programme():
    hold_words = {one.kind for one in SAMPLES if {"words", "said"} & set(one.facts())}
    assert {"case_read", "case_file", "coach_writes"} <= hold_words
    for kind in hold_words & {"case_read", "case_file", "coach_writes", "ready_answer_shown"}:
        assert Notice.by_kind[kind].stays is Stays.HOURS


def test_the_way_to_hide_it_stands_below_what_a_coach_writes():
    for one in SAMPLES:
        if one.kind in {"coach_writes", "my_request", "emergency"}:
            card = put_into_words(one, SPEECH["en"], PROGRAMME)
            assert card.rows[-1][0].words == "Hide messages"
            assert len(card.rows[-1][0].words) <= LONGEST_BUTTON
