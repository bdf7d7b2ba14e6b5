"""What the registration says, as it comes in practice."""

from bot.programme.notices import (
    AnswersOverview,
    AnswerTaken,
    AskQuestion,
    Notice,
    SomebodyRegistered,
)
from bot.programme.notices.registration import AnswersToAdd, GoOnRegistering, NotFinished
from bot.programme.people import Role
from bot.programme.registering.kinds import INTERESTS, SOME_EXPERIENCE, SOURCES, Kind
from bot.programme.registering.sectors import keys
from bot.programme.registration import (
    ANY_SECTOR,
    NO,
    NO_PHONE,
    UNSURE,
    YES,
    Problem,
    Question,
)

BRANCH = "brussels"
PHONE = "+32470123456"
MENTEE: dict[str, str] = {
    Question.ROLE: Role.MENTEE,
    Question.FIRST_NAME: "Amir",
    Question.LAST_NAME: "El Idrissi",
    Question.YEAR_OF_BIRTH: "1999",
    Question.BRANCH: BRANCH,
    Question.ROOTS: YES,
    Question.RIGHT_TO_WORK: UNSURE,
    Question.LANGUAGES: "ar:4 fr:3 nl:2 en:1",
    Question.SECTOR: "care hospitality",
    Question.KIND: Kind.SECTOR,
    Question.TIMES: "1e 3m 3a 3e",
    Question.SOURCE: "actiris",
    Question.HOPE: "Courage",
    Question.PHONE: PHONE,
}
MENTOR: dict[str, str] = {
    Question.ROLE: Role.MENTOR,
    Question.FIRST_NAME: "Rita",
    Question.YEAR_OF_BIRTH: "1962",
    Question.BRANCH: BRANCH,
    Question.CAPACITY: "2",
    Question.LANGUAGES: "nl:4",
    Question.SECTOR: ANY_SECTOR,
    Question.EXPERIENCE: "30",
    Question.NETWORK: YES,
    Question.TIMES: "1e 2e 3e 4e 5e",
    Question.ONLINE: YES,
    Question.SOURCE: "employer",
    Question.EMPLOYER: "NMBS",
    Question.INTERESTS: "walking music",
    Question.PHONE: NO_PHONE,
}

PROBLEM_OF = {
    Question.LANGUAGE: Problem.NOT_A_CHOICE,
    Question.CONSENT: Problem.NOT_A_CHOICE,
    Question.ROLE: Problem.NOT_A_CHOICE,
    Question.FIRST_NAME: Problem.NOT_A_NAME,
    Question.LAST_NAME: Problem.NOT_A_NAME,
    Question.YEAR_OF_BIRTH: Problem.NOT_A_YEAR,
    Question.BRANCH: Problem.UNKNOWN_TOWN,
    Question.ROOTS: Problem.NOT_A_CHOICE,
    Question.RIGHT_TO_WORK: Problem.NOT_A_CHOICE,
    Question.CAPACITY: Problem.NOT_A_CHOICE,
    Question.LANGUAGES: Problem.NO_LANGUAGE,
    Question.SECTOR: Problem.NO_SECTOR,
    Question.JOB: Problem.TOO_LONG,
    Question.KIND: Problem.NOT_A_CHOICE,
    Question.EXPERIENCE: Problem.NOT_YEARS,
    Question.NETWORK: Problem.NOT_A_CHOICE,
    Question.TIMES: Problem.NO_TIMES,
    Question.ONLINE: Problem.NOT_A_CHOICE,
    Question.SOURCE: Problem.NOT_A_CHOICE,
    Question.EMPLOYER: Problem.TOO_LONG,
    Question.HOPE: Problem.TOO_LONG,
    Question.INTERESTS: Problem.NOT_A_CHOICE,
    Question.PHONE: Problem.NOT_A_PHONE,
}


def _questions() -> list[Notice]:
    asked: list[Notice] = []
    for question, problem in PROBLEM_OF.items():
        for role in Role.MENTEE, Role.MENTOR:
            asked += [
                AskQuestion(question, role, number=3, total=11),
                AskQuestion(question, role, problem),
                AskQuestion(question, role, Problem.UNCLEAR),
                AskQuestion(question, role, correcting=True),
            ]
    return asked


def _asked_back() -> list[Notice]:
    role = Role.MENTEE
    towns, years = (BRANCH, "ghent"), ("1999", "1998")
    return [
        AskQuestion(Question.BRANCH, role, Problem.MANY_TOWNS),
        AskQuestion(Question.BRANCH, role, Problem.MANY_TOWNS, offers=towns),
        AskQuestion(Question.YEAR_OF_BIRTH, role, Problem.AN_AGE, offers=years),
        AskQuestion(Question.SECTOR, role, Problem.MANY_SECTORS, offers=keys()),
        AskQuestion(Question.PHONE, role, Problem.PHONE_OF_OTHERS),
    ]


def _drafts() -> list[Notice]:
    drafts = {
        Question.LANGUAGES: ("d", "d!ar", "dar4!nl", "dar4nl2fr1", "dnl1fr1en1ar1tr1es1fa1ps1"),
        Question.TIMES: ("d0x0", "d0x15", "d0x1fffff"),
        Question.INTERESTS: ("d0x0", "d0xfff"),
    }
    return [
        AskQuestion(question, Role.MENTEE, draft=draft)
        for question, every in drafts.items()
        for draft in every
    ]


def _taken() -> list[Notice]:
    values = {
        Question.CONSENT: (YES, NO),
        Question.ROLE: (Role.MENTEE, Role.MENTOR),
        Question.YEAR_OF_BIRTH: ("1999",),
        Question.BRANCH: (BRANCH, "elsewhere"),
        Question.ROOTS: (YES, NO, UNSURE),
        Question.RIGHT_TO_WORK: (YES, NO, UNSURE),
        Question.CAPACITY: ("1", "2", "3"),
        Question.LANGUAGES: ("nl:2", ""),
        Question.SECTOR: (*keys(), ANY_SECTOR),
        Question.KIND: tuple(Kind),
        Question.EXPERIENCE: (*SOME_EXPERIENCE, "25"),
        Question.NETWORK: (YES, NO, ""),
        Question.TIMES: ("1e 2e 3e 4e 5e", "1m"),
        Question.ONLINE: (YES, NO),
        Question.SOURCE: SOURCES,
        Question.INTERESTS: INTERESTS,
        Question.PHONE: (PHONE, NO_PHONE),
        Question.HOPE: ("",),
    }
    return [AnswerTaken(question, one) for question, every in values.items() for one in every]


REGISTERING_SAMPLES: list[Notice] = [
    *_questions(),
    *_asked_back(),
    *_drafts(),
    *_taken(),
    AnswersOverview(MENTEE, complete=True, in_duo=False, to_add=(Question.INTERESTS,)),
    AnswersOverview(MENTEE, complete=True, in_duo=True),
    AnswersOverview(MENTOR, complete=True, in_duo=False, to_add=(Question.HOPE,)),
    AnswersOverview({Question.ROLE: Role.MENTOR}, complete=False, in_duo=False),
    AnswersToAdd((Question.LAST_NAME, Question.LANGUAGES, Question.SECTOR, Question.JOB,
                  Question.TIMES, Question.ONLINE, Question.SOURCE, Question.HOPE,
                  Question.INTERESTS, Question.PHONE, Question.ROOTS, Question.RIGHT_TO_WORK),
                 Role.MENTEE),
    AnswersToAdd((Question.CAPACITY, Question.EXPERIENCE, Question.NETWORK, Question.EMPLOYER),
                 Role.MENTOR),
    SomebodyRegistered("Fatima", Role.MENTEE, BRANCH, "fr",
                       (Question.ROOTS, Question.RIGHT_TO_WORK)),
    SomebodyRegistered("Fatima", Role.MENTOR, BRANCH, "fr", was=Role.MENTEE),
    GoOnRegistering("Amir"),
    GoOnRegistering(""),
    GoOnRegistering("Amir", last=True),
    NotFinished("Fatima", Role.MENTEE, BRANCH, "fr"),
    NotFinished("Fatima", Role.MENTOR, BRANCH, "nl", PHONE),
]  # fmt: skip
