"""Samples of what is said about first talks."""

from bot.programme.intakes.outcomes import Decision, WaitingFor
from bot.programme.intakes.times import Spot
from bot.programme.meeting_places import PlaceKind
from bot.programme.needs.codes import NEEDS, THEMES
from bot.programme.notices import Notice
from bot.programme.notices.intakes.coach import (
    AskIntakeAnswer,
    AskIntakeNote,
    ChooseIntakeAnswer,
    ChooseIntakeNeeds,
    ChooseIntakeService,
    ChooseWaiting,
    ConfirmDecision,
    DecisionKept,
    IntakeCallWanted,
    IntakeIsOver,
    IntakePeople,
    IntakePerson,
    IntakeShown,
    IntakesInLeave,
    IntakesShown,
    IntakeWriteUp,
)
from bot.programme.notices.intakes.hours import AskIntakeHours, ChooseIntakeDay, IntakeHoursShown
from bot.programme.notices.intakes.letters import (
    IntakeCancelled,
    IntakeFixed,
    IntakeMoved,
    IntakeSoon,
    IntakeTomorrow,
    IntakeToWriteUp,
)
from bot.programme.notices.intakes.person import (
    AnswerCorrected,
    IntakeCallNoted,
    IntakeGoesOn,
    IntakeMissed,
    IntakeOtherHelp,
    IntakeTakenUp,
    IntakeTimes,
    IntakeTimesFree,
    IntakeWaits,
    MyIntake,
    NoIntakeNeeded,
    NoIntakeTimes,
)
from bot.programme.people import Role
from bot.programme.registration import Problem, Question
from bot.programme.road import Place
from bot.programme.told_meetings import ToldMeeting

BRANCH, ZONE = "brussels", "Europe/Brussels"
LARGEST_ID = 2**63 - 1
TELEGRAM = 700_000_001
STAMP = "2026-11-20T09:05:00+00:00"
AT, LATER = "2026-12-10T13:00:00+00:00", "2026-12-10T15:30:00+00:00"
PHONE = "+32470123456"
SERVICE, NAME = "cpas-bxl", {"nl": "OCMW Brussel", "fr": "CPAS Bruxelles", "en": "CPAS Brussels"}
TIMES = ((997_634, AT, Spot.BRANCH), (997_639, LATER, Spot.PHONE), (997_641, LATER, Spot.ONLINE))
ROW = (LARGEST_ID, "Fatima", AT, "")
OTHERS_ROW = (LARGEST_ID - 1, "Amir", LATER, "Els")
FATIMA = (LARGEST_ID, "Fatima", "fr", Role.MENTEE)
TOM = (LARGEST_ID - 1, "Tom", "nl", Role.MENTOR)


def _talk(kind: PlaceKind) -> dict[str, object]:
    return ToldMeeting(
        LARGEST_ID, 0, AT, "2026-12-10T13:30:00+00:00", ZONE, 1, kind, BRANCH, branch=BRANCH
    ).facts()


OFFICE = _talk(PlaceKind.BRANCH)
TALKS = (OFFICE, _talk(PlaceKind.PHONE), _talk(PlaceKind.ONLINE))
WHO = (LARGEST_ID, "Fatima")
NEEDS_NOTED = ("housing.rent", "admin.diploma")
DAYS = ("2026-12-10", "2026-12-11", "2026-12-12", "2026-12-13")

_OF_PERSONS: tuple[Notice, ...] = (
    IntakeTimes(TIMES, ZONE, BRANCH, has_more=True),
    IntakeTimes(TIMES, ZONE, BRANCH, 0, has_more=True),
    IntakeTimes(TIMES, ZONE, BRANCH, 1, moves=LARGEST_ID, before=AT),
    IntakeTimes(TIMES, ZONE, BRANCH, person_id=LARGEST_ID, name="Fatima", taken=True),
    NoIntakeTimes(BRANCH),
    NoIntakeTimes(BRANCH, before=AT),
    NoIntakeTimes(BRANCH, LARGEST_ID, "Fatima"),
    NoIntakeTimes(BRANCH, LARGEST_ID, "Fatima", by_phone=True),
    NoIntakeTimes(BRANCH, LARGEST_ID, "Fatima", AT),
    *[MyIntake(talk, "Els") for talk in TALKS],
    MyIntake(OFFICE, "Els", asks=True),
    *[NoIntakeNeeded(why, BRANCH) for why in ("talked", "goes_on", "over")],
    IntakeCallNoted(PHONE, BRANCH),
    IntakeCallNoted("", BRANCH),
    IntakeTimesFree(BRANCH),
    IntakeMissed("Els"),
    IntakeGoesOn("Els", Role.MENTEE, training=False),
    IntakeGoesOn("Els", Role.MENTOR, training=False),
    IntakeGoesOn("Els", Role.MENTOR, training=True),
    *[IntakeWaits("Els", why, BRANCH) for why in WaitingFor],
    IntakeOtherHelp("Els", SERVICE, NAME, "02 000 00 00", BRANCH),
    IntakeOtherHelp("Els", SERVICE, {}, None, BRANCH),
    IntakeOtherHelp("Els", "", {}, None, BRANCH),
    IntakeTakenUp("Els"),
    AnswerCorrected("Els", Question.YEAR_OF_BIRTH, "1995", Role.MENTEE),
)
_LETTERS: tuple[Notice, ...] = (
    *[IntakeFixed(talk, "Els", STAMP) for talk in TALKS],
    IntakeFixed(OFFICE, "Els", STAMP, by_coach=True),
    IntakeFixed(OFFICE, "Fatima", STAMP, for_coach=True, role=Role.MENTEE),
    IntakeFixed(TALKS[1], "Fatima", STAMP, for_coach=True, phone=PHONE, role=Role.MENTOR),
    IntakeFixed(TALKS[1], "Els", STAMP, phone=PHONE),
    IntakeMoved(OFFICE, "Els", STAMP),
    IntakeMoved(TALKS[1], "Els", STAMP),
    IntakeMoved(OFFICE, "Fatima", STAMP, for_coach=True, phone=PHONE),
    *[IntakeCancelled(OFFICE, "Els", STAMP, by_you=mine) for mine in (True, False)],
    IntakeCancelled(OFFICE, "Els", STAMP, by_you=True, why="paused"),
    *[IntakeCancelled(OFFICE, "Fatima", STAMP, for_coach=True, why=why)
      for why in ("cancelled", "moved_on", "paused", "unreachable", "elsewhere", "coach_left")],
    IntakeCancelled(OFFICE, "", STAMP, for_coach=True, why="left"),
    *[IntakeTomorrow(talk, "Els") for talk in TALKS],
    IntakeSoon(OFFICE, "Els"),
    IntakeSoon(TALKS[1], "Fatima", for_coach=True, phone=PHONE),
    IntakeToWriteUp(OFFICE, "Fatima"),
)  # fmt: skip
_OF_COACHES: tuple[Notice, ...] = (
    IntakesShown((ROW,), (OTHERS_ROW,), (), 3, 1, ZONE, has_times=True),
    IntakesShown((), (), (FATIMA,), 1, 0, ZONE, has_times=False),
    IntakesShown((), (), (), 0, 0, ZONE, has_times=True),
    IntakePeople((FATIMA, TOM), resting=False, more=2),
    IntakePeople((FATIMA,), resting=True),
    IntakePeople((), resting=False),
    *[IntakePerson(*WHO, Role.MENTEE, "fr", place, phone, wants_call=not phone,
                   telegram_id=TELEGRAM)
      for place, phone in ((Place.NEW, ""), (Place.WAIT, PHONE), (Place.READY, PHONE))],
    IntakePerson(*WHO, Role.MENTEE, "fr", Place.NEW, "", wants_call=False, telegram_id=TELEGRAM,
                 called=True),
    IntakePerson(*WHO, Role.MENTOR, "fr", Place.NEW, "", wants_call=False, telegram_id=TELEGRAM,
                 taken_up=True),
    *[IntakeShown(OFFICE, "Fatima", coach, Role.MENTEE, "fr", PHONE, TELEGRAM, begun=begun)
      for coach, begun in (("", False), ("Els", True))],
    IntakeShown(OFFICE, "Fatima", "", Role.MENTEE, "fr", "", TELEGRAM, begun=False, asks=True),
    IntakeIsOver(),
    IntakeIsOver(staff=True),
    IntakeCallWanted(*WHO, Role.MENTEE, "fr", PHONE, TELEGRAM),
    IntakeCallWanted(*WHO, Role.MENTOR, "nl", "", None),
    IntakesInLeave((ROW,), ZONE),
    *[IntakeWriteUp(*WHO, Role.MENTEE, needs, bool(told), training=False, told=told)
      for needs, told in (((), ""), (NEEDS_NOTED, "note"), (NEEDS, "answer"))],
    ChooseIntakeNeeds(*WHO, "", NEEDS_NOTED),
    *[ChooseIntakeNeeds(*WHO, theme, NEEDS_NOTED) for theme in THEMES],
    AskIntakeNote(*WHO),
    AskIntakeNote(*WHO, "long"),
    ChooseIntakeAnswer(*WHO, {Question.FIRST_NAME: "Fatima", Question.YEAR_OF_BIRTH: "1999"},
                       Role.MENTEE),
    AskIntakeAnswer(*WHO, Question.YEAR_OF_BIRTH),
    AskIntakeAnswer(*WHO, Question.YEAR_OF_BIRTH, "unfit"),
    AskIntakeAnswer(*WHO, Question.YEAR_OF_BIRTH, Problem.NOT_A_YEAR),
    ChooseWaiting(*WHO),
    ChooseIntakeService(*WHO, ((SERVICE, NAME),), has_needs=True),
    ChooseIntakeService(*WHO, (), has_needs=True),
    ChooseIntakeService(*WHO, (), has_needs=False),
    *[ConfirmDecision(*WHO, role, Decision.GO_ON, "", "", {}, training=training)
      for role, training in ((Role.MENTEE, False), (Role.MENTOR, False), (Role.MENTOR, True))],
    *[ConfirmDecision(*WHO, Role.MENTEE, Decision.WAIT, why, "", {}, training=False)
      for why in WaitingFor],
    ConfirmDecision(*WHO, Role.MENTEE, Decision.OTHER_HELP, "", SERVICE, NAME, training=False),
    ConfirmDecision(*WHO, Role.MENTEE, Decision.OTHER_HELP, "", "", {}, training=False),
    *[DecisionKept("Fatima", one, LARGEST_ID) for one in (*Decision, "missed")],
    DecisionKept("Rita", Decision.GO_ON, LARGEST_ID, training=True),
    *[DecisionKept("Fatima", one, LARGEST_ID, by_phone=True) for one in (*Decision, "missed")],
    ConfirmDecision(*WHO, Role.MENTEE, Decision.OTHER_HELP, "", "", {}, training=False,
                    by_phone=True),
    IntakeWriteUp(*WHO, Role.MENTEE, (), has_note=False, training=False, told="answer",
                  by_phone=True),
    ChooseIntakeAnswer(*WHO, {Question.FIRST_NAME: "Fatima"}, Role.MENTEE, by_phone=True),
    IntakeHoursShown((), (), 0, 28),
    IntakeHoursShown((), (), 0, 28, unread=True),
    IntakeHoursShown(((LARGEST_ID, 1, "09:00", "12:00", Spot.BRANCH),),
                     ((LARGEST_ID - 1, "2026-12-10", "", "", ""),
                      (LARGEST_ID - 2, "2026-12-11", "14:00", "16:00", Spot.PHONE)), 17, 28,
                     saved=True),
    AskIntakeHours("2", ""),
    AskIntakeHours("2026-12-10", ""),
    AskIntakeHours("2", "0900"),
    AskIntakeHours("2", "0900-1200"),
    AskIntakeHours("24", "0900-1200,1400-1600", read=True, spot=Spot.PHONE),
    AskIntakeHours("2026-12-10", "0900-1200", read=True),
    AskIntakeHours("2026-12-10", "0900-1200", read=True, spot=Spot.ONLINE),
    AskIntakeHours("2026-12-10", "", read=True),
    ChooseIntakeDay(DAYS, 0),
    ChooseIntakeDay(DAYS, 3),
)  # fmt: skip
INTAKE_SAMPLES: tuple[Notice, ...] = (*_OF_PERSONS, *_LETTERS, *_OF_COACHES)
