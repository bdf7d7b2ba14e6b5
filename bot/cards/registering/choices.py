"""The words for the answers that can be tapped."""

from bot.cards.registering.sectors import any_sector, sector_name
from bot.i18n import Speech
from bot.programme.people import Role
from bot.programme.programme import ELSEWHERE, Programme
from bot.programme.registering.free_times import PRESETS
from bot.programme.registering.kinds import EMPLOYER, SOME_EXPERIENCE, SOURCES, Kind
from bot.programme.registering.sectors import USUAL
from bot.programme.registration import ANY_SECTOR, KNOWS_A_JOB, NO, UNSURE, YES, Question


def choices(
    asked: Question, role: str | None, speech: Speech, programme: Programme
) -> dict[str, str]:
    """What can be tapped under a question: each answer with its words."""
    if asked is Question.BRANCH:
        towns = {branch.key: branch.name[speech.language] for branch in programme.branches}
        return {**towns, ELSEWHERE: speech.button("None of these is near")}
    if asked is Question.SECTOR:
        return _sectors(role, speech)
    if asked is Question.SOURCE:
        return _sources(role, speech, programme)
    every = _first(speech) | _decisive(speech) | _later(speech)
    return every.get(asked, {})


def _first(speech: Speech) -> dict[Question, dict[str, str]]:
    return {
        Question.CONSENT: {
            YES: speech.button("I agree"),
            NO: speech.button("I do not agree"),
        },
        Question.ROLE: {
            Role.MENTEE: speech.button("I am looking for work"),
            Role.MENTOR: speech.button("I want to be a mentor"),
        },
    }


def _decisive(speech: Speech) -> dict[Question, dict[str, str]]:
    coach = speech.button("I'd rather tell a coach")
    return {
        Question.ROOTS: {YES: speech.button("Yes"), NO: speech.button("No"), UNSURE: coach},
        Question.RIGHT_TO_WORK: {
            YES: speech.button("Yes, I may work"),
            NO: speech.button("No, not yet"),
            UNSURE: speech.button("I am not sure"),
        },
        Question.CAPACITY: {
            "1": speech.button("Yes, for one mentee"),
            "2": speech.button("Yes, for two"),
            "3": speech.button("Yes, for three"),
            UNSURE: speech.button("I am not sure yet"),
        },
    }


def _later(speech: Speech) -> dict[Question, dict[str, str]]:
    return {
        Question.KIND: {
            Kind.GENERIC: speech.button("How to look for work"),
            Kind.SECTOR: speech.button("My kind of work"),
            Kind.JOB: speech.button("My job"),
        },
        Question.EXPERIENCE: dict(zip(SOME_EXPERIENCE, (
            speech.button("About 5 years"), speech.button("About 10 years"),
            speech.button("About 20 years"), speech.button("30 years or more"),
        ), strict=True)),
        Question.NETWORK: {YES: speech.button("Yes"), NO: speech.button("No")},
        Question.ONLINE: {YES: speech.button("Yes"), NO: speech.button("No")},
        Question.TIMES: dict(zip(PRESETS, (
            speech.button("Evenings"), speech.button("Weekends"),
            speech.button("Evenings and weekends"), speech.button("During the day"),
            speech.button("I can always meet"),
        ), strict=True)),
    }  # fmt: skip


def _sectors(role: str | None, speech: Speech) -> dict[str, str]:
    usual = {key: sector_name(key, speech) for key in USUAL}
    job = {} if role == Role.MENTOR else {KNOWS_A_JOB: speech.button("I know which job")}
    return {**usual, **job, ANY_SECTOR: any_sector(role, speech)}


def _sources(role: str | None, speech: Speech, programme: Programme) -> dict[str, str]:
    words = source_names(speech)
    company = role == Role.MENTOR and programme.eligibility.company_mentoring
    keys = (*((EMPLOYER,) if company else ()), *SOURCES)
    return {key: words[key] for key in keys}


def source_names(speech: Speech) -> dict[str, str]:
    """Where people hear of the programme."""
    return {
        EMPLOYER: speech.button("Through my employer"),
        "vdab": "VDAB",
        "actiris": "Actiris",
        "ocmw": speech.button("OCMW or CPAS"),
        "integration": speech.button("An integration agency"),
        "school": speech.button("A school or a course"),
        "association": speech.button("An association"),
        "friend": speech.button("Friends or family"),
        "other": speech.button("Another way"),
    }
