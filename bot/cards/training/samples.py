"""Samples of what is said about sessions and the training."""

from dataclasses import replace

from bot.programme.notices import Notice
from bot.programme.notices.session_staff import (
    BranchSessions,
    CancelSession,
    CodeShown,
    PlanSession,
    RollCall,
    RollDue,
    SessionOpened,
    SessionsReceived,
    WhoElse,
)
from bot.programme.notices.sessions import (
    BeenThere,
    CodeNotRight,
    HoldOver,
    NoSessions,
    OnWaitingList,
    PlaceFree,
    SeatGiven,
    SeatsFreed,
    SeatTaken,
    SessionIsOver,
    SessionOff,
    SessionPlanned,
    SessionShown,
    SessionsToCome,
    SessionTomorrow,
)
from bot.programme.notices.training import (
    AskException,
    ConfirmException,
    MentorsInTraining,
    MentorTraining,
    ModuleDates,
    ModuleMissed,
    SeriesTaken,
    TrainingDone,
    TrainingLater,
    TrainingShown,
)
from bot.programme.sessions.told import ToldSession

LARGEST_ID = 2**63 - 1
NOON = "2026-11-24T11:00:00+00:00"
LATER = "2026-12-01T11:00:00+00:00"
OFFICE = ToldSession(LARGEST_ID, "info", "brussels", NOON, 90, "Europe/Brussels", "", "fr", free=5)
ONLINE = replace(
    OFFICE, id=LARGEST_ID - 1, place="https://meet.example.org/duo", language="en", state="seated"
)
HALL = replace(
    OFFICE, id=LARGEST_ID - 2, place="Bibliotheek, Markt 1", language="nl", free=1, minutes=120
)
FULL = replace(OFFICE, id=LARGEST_ID - 3, free=0)
MODULE = replace(
    OFFICE, id=LARGEST_ID - 4, what="bias", minutes=210, starts="2026-12-25T12:00:00+00:00"
)
KEYS = ("bias", "migration", "coaching", "gone-module", "role")
TALK, WEB, HALL_, FULL_, HALF_DAY = (one.facts() for one in (OFFICE, ONLINE, HALL, FULL, MODULE))
SEATED, WAITING, HELD = (
    replace(MODULE, state=one).facts() for one in ("seated", "waiting", "held")
)
ROWS = (("bias", "done", None), ("migration", "open", HALF_DAY), ("coaching", "full", FULL_),
        ("role", "none", None), ("search", "seated", SEATED), ("landscape", "waiting", WAITING),
        ("listening", "held", HELD))  # fmt: skip
DRAFT = ("bias", "2026-12-01T14:00", "", "nl", 16)

SESSION_SAMPLES: tuple[Notice, ...] = (
    SessionsToCome((TALK, WEB, HALL_, FULL_)),
    SessionsToCome((TALK,), others=True),
    NoSessions("info", "brussels"),
    NoSessions("bias", None),
    *[SessionShown(one) for one in (TALK, WEB, HALL_, FULL_, SEATED, WAITING, HELD)],
    SeatTaken(WEB, NOON),
    SeatTaken(SEATED, NOON),
    OnWaitingList(FULL_),
    OnWaitingList(HALF_DAY),
    SeatGiven(TALK, NOON),
    SeatGiven(HALF_DAY, ""),
    PlaceFree(TALK, LATER),
    PlaceFree(HALF_DAY, LATER),
    HoldOver(TALK),
    HoldOver(HALF_DAY),
    SessionTomorrow(TALK),
    SessionTomorrow(WEB),
    SessionOff(TALK, NOON, seated=True, following=HALL_),
    SessionOff(HALF_DAY, NOON, seated=False),
    SessionPlanned(TALK),
    SessionPlanned(HALF_DAY),
    SessionIsOver(),
    BeenThere(TALK),
    BeenThere(HALF_DAY),
    CodeNotRight(),
    CodeNotRight(rests=True),
    SeatsFreed(1),
    SeatsFreed(3),
    TrainingShown(ROWS),
    TrainingShown(ROWS[:2], excepted=True),
    TrainingShown(ROWS[:1]),
    TrainingLater(KEYS),
    ModuleDates("bias", (HALF_DAY, replace(MODULE, id=LARGEST_ID, state="seated").facts())),
    SeriesTaken((HALF_DAY, SEATED), ("role", "migration"), NOON),
    SeriesTaken((HALF_DAY,), (), NOON),
    SeriesTaken((), ("role",), NOON),
    ModuleMissed(HALF_DAY),
    ModuleMissed(HALF_DAY, replace(MODULE, starts=LATER).facts(), LATER),
    TrainingDone(excepted=True),
    TrainingDone(excepted=False),
    MentorsInTraining("brussels", ((LARGEST_ID, "Rita", 4, 8), (LARGEST_ID - 1, "Jan", 0, 8))),
    MentorsInTraining("brussels", ()),
    MentorTraining(LARGEST_ID, "Rita", (("bias", "done"), ("role", "to_come"))),
    MentorTraining(LARGEST_ID, "Rita", (("bias", "done"), ("role", "to_come")),
                   "She has coached for ten years.", "Els", needs_more=False),
    AskException(LARGEST_ID, "Rita"),
    AskException(LARGEST_ID, "Rita", unfit=True),
    ConfirmException(LARGEST_ID, "Rita", "She has coached for ten years."),
    BranchSessions("brussels", ((TALK, 3, 16), (HALF_DAY, 0, 1))),
    BranchSessions("brussels", ()),
    PlanSession("", "", "", "nl", 16, "what", ("info", *KEYS)),
    PlanSession("info", "", "", "nl", 16, "when", ("2026-12-01", "2026-12-02", "2026-12-03")),
    PlanSession("info", "", "", "nl", 16, "when", ("2026-12-01T14:00",), "several"),
    PlanSession("info", "", "", "nl", 16, "when", ("2026-11-30T14:00",), "impossible"),
    PlanSession("info", "2026-12-01", "", "nl", 16, "hour", ("0900", "1000", "1100", "1200")),
    PlanSession(*DRAFT, "place"),
    PlanSession(*DRAFT, "language", ("nl", "fr", "en")),
    PlanSession(*DRAFT, "seats", ("6", "8", "10", "12"), "not_read"),
    PlanSession(*DRAFT, ""),
    PlanSession("info", "2026-12-01T14:00", "https://meet.example.org", "fr", 1, "", (), "past"),
    SessionOpened(WEB, 16, ("Amir", "Fatima"), ("Rita",), news="planned"),
    SessionOpened(TALK, 16, (), (), news="again"),
    SessionOpened(HALF_DAY, 2, ("Amir",), (), calls_roll=True, shows_code=True),
    SessionOpened(HALF_DAY, 2, ("Amir",), (), calls_roll=True, over=True),
    CancelSession(TALK, 0),
    CancelSession(HALF_DAY, 1),
    CancelSession(HALF_DAY, 5, ("Fatima",)),
    CancelSession(HALF_DAY, 1, ("Fatima",)),
    RollCall(TALK, ((LARGEST_ID, "Amir", "seated"), (LARGEST_ID - 1, "Fatima", "attended"),
                 (LARGEST_ID - 2, "Rita", "missed"))),
    RollCall(TALK, ()),
    WhoElse(TALK, ((LARGEST_ID, "Amir"), (LARGEST_ID - 1, "Fatima"))),
    WhoElse(HALF_DAY, ()),
    CodeShown(TALK, "012345"),
    RollDue(HALF_DAY),
    SessionsReceived("Els", (TALK, HALF_DAY)),
)  # fmt: skip
