"""A registration is short on every road: who skips all, and who tells all, of both roles."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from bot.programme.people import Role
from bot.programme.registering.kinds import EMPLOYER, SOURCES
from bot.programme.registration import (
    ANY_SECTOR,
    KNOWS_A_JOB,
    NO,
    UNSURE,
    YES,
    Question,
    next_question,
    place_of,
    read_answer,
    with_answer,
    with_written,
)
from bot.settings import SHIPPED, load_programme

MOST_TAPS, MOST_WRITTEN = 12, 4
TODAY = date(2026, 3, 3)
Q = Question
WORK = "=I want to be a nurse"
# The ways to answer each question as it asks for it; what is written has a "=". A number can be
# shared by a tap, and several days or languages are tapped by who likes that better.
WAYS: Mapping[Question, tuple[str, ...]] = {
    Q.LANGUAGE: ("nl",), Q.CONSENT: (YES,),
    Q.FIRST_NAME: ("=Amina", "=Amina El Idrissi", "=Amina El Idrissi, 1994"),
    Q.YEAR_OF_BIRTH: ("=1994",), Q.BRANCH: ("{branch}", "=9000"),
    Q.ROOTS: (YES, UNSURE), Q.RIGHT_TO_WORK: (YES, UNSURE), Q.CAPACITY: ("1", UNSURE),
    Q.LANGUAGES: ("skip", "=Arabic, good Dutch"),
    Q.SECTOR: ("care", ANY_SECTOR, KNOWS_A_JOB, WORK),
    Q.JOB: ("skip", "=nurse"), Q.EXPERIENCE: ("skip", "20"), Q.TIMES: ("skip", "evenings"),
    Q.SOURCE: ("skip", SOURCES[0], EMPLOYER), Q.NETWORK: (YES, NO, "skip"),
    Q.EMPLOYER: ("skip", "=NMBS"), Q.HOPE: ("skip", "=A good job"), Q.PHONE: ("skip",),
}  # fmt: skip


def roads(answers, programme, steps=()) -> Iterator[tuple[str, ...]]:
    """Every road from these answers to the end, as the steps taken on it."""
    asked = next_question(answers, programme)
    if asked is None:
        yield steps
        return
    number, total = place_of(asked, answers, programme)
    assert number <= total
    for way in WAYS[asked]:
        said = way.format(branch=programme.branches[0].key)
        told = read_answer(asked, said.removeprefix("="), programme, TODAY)
        told = {asked: programme.privacy_version} if asked is Q.CONSENT else told
        after = with_answer(answers, asked, told)
        after = with_written(after, asked) if way.startswith("=") else after
        yield from roads(after, programme, (*steps, way))


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR])
def test_no_road_takes_more_than_twelve_taps_and_four_written_answers(name, role, monkeypatch):
    monkeypatch.setitem(WAYS, Q.ROLE, (role,))
    longest = set()
    for steps in roads({}, load_programme(name)):
        written = sum(one.startswith("=") for one in steps)
        # Who writes name and year apart, and lives and wants to work where no button is.
        apart = {"=1994", "=9000", "=Arabic, good Dutch", WORK} <= {*steps}
        longest.add((len(steps) - written, written - apart))
    assert max(taps for taps, _ in longest) == MOST_TAPS
    assert max(written for _, written in longest) == MOST_WRITTEN
