"""What somebody told is read by a coach in words, in each language, and never as it is kept."""

import pytest

from bot.cards.work.told import told_lines
from bot.i18n import load_speech
from bot.programme.people import Role
from bot.programme.registering.kinds import INTERESTS, SOURCES, Kind
from bot.programme.registering.sectors import keys
from bot.programme.registration import ANY_SECTOR, CORRECTABLE, NO, NO_PHONE, UNSURE, YES, Question
from bot.settings import load_programme

Q = Question
KEPT = {
    Q.YEAR_OF_BIRTH: ("1994",), Q.ROOTS: (YES, NO, UNSURE), Q.RIGHT_TO_WORK: (YES, NO, UNSURE),
    Q.CAPACITY: ("1", "3"), Q.LANGUAGES: ("ar:4 nl:2",), Q.SECTOR: (*keys(), ANY_SECTOR),
    Q.JOB: ("baker",), Q.KIND: tuple(Kind), Q.EXPERIENCE: ("20", "17"), Q.NETWORK: (YES, NO),
    Q.TIMES: ("1e 3a",), Q.ONLINE: (YES, NO), Q.SOURCE: (*SOURCES, "employer"),
    Q.EMPLOYER: ("Colruyt",), Q.HOPE: ("a job",), Q.INTERESTS: INTERESTS,
    Q.PHONE: (NO_PHONE, "+32470123456"),
}  # fmt: skip
# Said as they are: figures, and what people wrote themselves.
AS_KEPT = (Q.YEAR_OF_BIRTH, Q.CAPACITY, Q.EXPERIENCE, Q.JOB, Q.EMPLOYER, Q.HOPE)
ELSEWHERE = {Q.ROLE, Q.FIRST_NAME, Q.LAST_NAME, Q.BRANCH}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_answer_is_shown_as_it_is_kept(language):
    assert {*KEPT} | ELSEWHERE == {*CORRECTABLE}
    speech, programme = load_speech()[language], load_programme("duo")
    for asked, values in KEPT.items():
        role = Role.MENTOR if asked in (Q.CAPACITY, Q.EXPERIENCE) else Role.MENTEE
        for value in values:
            line = told_lines({asked: value}, role, speech, programme)
            label, _, words = line.partition(":")
            bare = words.strip(" \u2068\u2069\xa0")
            assert label, (asked, value)
            assert bare, (asked, value)
            said = (
                asked in AS_KEPT or bare != value or (language, value) in (("en", YES), ("en", NO))
            )
            assert said, (asked, value, line)
