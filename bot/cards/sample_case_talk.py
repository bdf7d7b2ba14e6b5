"""Samples of what people and coaches say to each other about a case."""

from bot.programme.cases import Form, Side, Takes
from bot.programme.notices import (
    CaseFile,
    CaseMessageCame,
    CaseRead,
    CaseReadAgain,
    CoachWrites,
    LineClosed,
    LineOpen,
    NoteKept,
    Notice,
    NotPassedOn,
    PassedOn,
    ReadyAnswerLacks,
    ReadyAnswers,
    ReadyAnswerShown,
)
from bot.programme.ready_answers import page_of

CASE = 2**63 - 1
SINCE, LATER = "2026-11-24T09:05:00+00:00", "2026-11-24T09:40:00+00:00"
A_FILE = "AwACAgQAAxkBAAIB"
SAID = (
    (Side.PERSON, "Amir", Form.TEXT, "My papers are lost. What can I do?", SINCE, False),
    (Side.PERSON, "Amir", Form.VOICE, "", SINCE, False),
    (Side.COACH, "Els", Form.TEXT, "I will look for you.", LATER, True),
    (Side.NOTE, "Els", Form.TEXT, "Ask the town hall on Monday.", LATER, False),
    (Side.PERSON, "Amir", Form.PHOTO, "This is the letter", LATER, False),
    (Side.PERSON, "Amir", Form.DOCUMENT, "", LATER, False),
)
DAYS = tuple(f"2026-11-{day}" for day in range(24, 30))

CASE_TALK_SAMPLES: list[Notice] = [
    CaseMessageCame(CASE, "Amir"),
    CaseMessageCame(CASE, "Amir", changed=True),
    CaseMessageCame(CASE, ""),
    CaseRead(CASE, SAID),
    CaseRead(CASE, ()),
    CaseRead(CASE, (), closed=True),
    CaseRead(CASE, (), in_danger=True),
    CaseRead(CASE, SAID, closed=True),
    CaseReadAgain(CASE, "changed"),
    CaseReadAgain(CASE, "gone"),
    *[
        CaseFile(CASE, "Amir", form, A_FILE, "This is the letter", SINCE)
        for form in Form
        if form is not Form.TEXT
    ],
    CoachWrites(CASE, "Els", Form.TEXT, "I will call you tomorrow."),
    CoachWrites(CASE, "Els", Form.TEXT, ""),
    CoachWrites(CASE, "Els", Form.VOICE, "", A_FILE),
    CoachWrites(CASE, "Els", Form.PHOTO, "This is the door", A_FILE),
    CoachWrites(CASE, "Els", Form.DOCUMENT, "", A_FILE),
    PassedOn(CASE, "Els"),
    PassedOn(CASE, ""),
    PassedOn(CASE, "Els", registers=True),
    PassedOn(CASE, "Amir", by_coach=True),
    PassedOn(CASE, "Amir", by_coach=True, by_phone=True),
    LineOpen(CASE, "Amir", Takes.MESSAGE, 30, by_phone=True),
    LineOpen(CASE, "Els", Takes.MESSAGE, 30),
    LineOpen(CASE, "", Takes.MESSAGE, 30),
    LineOpen(CASE, "Amir", Takes.MESSAGE, 30, "fr"),
    LineOpen(CASE, "", Takes.NOTE, 30),
    LineClosed(),
    *[NotPassedOn(why) for why in ("form", "closed", "two", "left", "unreachable")],
    *[NotPassedOn(why, "Amir") for why in ("closed_for_coach", "unreachable")],
    NoteKept(CASE),
    *[ReadyAnswers(CASE, "Amir", tuple(page_of(page)[0]), page, 2) for page in range(2)],
    ReadyAnswers(CASE, "Amir", ("read",), 0, 1),
    ReadyAnswerLacks(CASE, "call_at", DAYS),
    ReadyAnswerLacks(CASE, "call_at", day="20261124"),
    ReadyAnswerShown(
        CASE, "Amir", "fr", "Bonjour Amir, je t’appelle le mardi 24 novembre à 14:00.",
        "Hello Amir, I will call you on Tuesday 24 November at 14:00.", "call_at", "20261124",
        "1400",
    ),
    ReadyAnswerShown(CASE, "Amir", "nl", "Goed gedaan!", "Goed gedaan!", "well_done", "", ""),
]  # fmt: skip
