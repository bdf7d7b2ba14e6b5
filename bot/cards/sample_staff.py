"""Samples of what the staff hear of each other, and people of their new coach."""

from bot.cards.work.samples import WORK_SAMPLES
from bot.programme.notices import (
    AwayShown,
    BackAgain,
    CaseloadGiven,
    CaseloadReceived,
    CaseNumbers,
    ChooseDeputy,
    ChooseHeir,
    ChooseLastDay,
    ColleagueLeft,
    ColleagueShown,
    ConfirmCaseload,
    DeputyNamed,
    LeaveKept,
    NewCoach,
    NoLongerStaff,
    Notice,
    StandIn,
    TeamShown,
    WordsAgreed,
    WordsOpened,
)
from bot.programme.notices.new_coach import MayRead, StaffCommands

LARGEST_ID = 2**63 - 1
SUNDAY, MONDAY, FRIDAY = "2026-11-22", "2026-11-23", "2026-11-27"
DAYS = tuple(f"2026-11-{day}" for day in range(22, 31)) + tuple(
    f"2026-12-{day:02}" for day in range(1, 13)
)
NOON = "2026-11-24T11:00:00+00:00"
NADIA, ODILE = (LARGEST_ID, "Nadia"), (LARGEST_ID - 1, "Odile")
OF_ELS = (LARGEST_ID - 2, "Els", "coach", 12, 3, 1, FRIDAY)
OF_ODILE = (LARGEST_ID - 1, "Odile", "coordinator", 0, 0, 0, "")
UNTOLD = -1

STAFF_SAMPLES: tuple[Notice, ...] = (
    *WORK_SAMPLES,
    AwayShown((), DAYS, SUNDAY),
    AwayShown((), DAYS, SUNDAY, old=True),
    AwayShown(
        ((LARGEST_ID, SUNDAY, FRIDAY, "Nadia"), (7, "2027-07-01", "2027-07-31", "")),
        DAYS, SUNDAY, 17, deputy="Nadia",
    ),
    ChooseLastDay(MONDAY, DAYS[1:]),
    ChooseLastDay(MONDAY, (), 17),
    ChooseDeputy((NADIA, ODILE), MONDAY, FRIDAY),
    ChooseDeputy((), MONDAY, MONDAY),
    ChooseDeputy((NADIA,)),
    LeaveKept(MONDAY, FRIDAY, "Nadia"),
    LeaveKept(SUNDAY, SUNDAY, "", 2),
    LeaveKept(SUNDAY, FRIDAY, "Nadia", 1),
    BackAgain(0, 0),
    BackAgain(1, 1),
    BackAgain(2, 2),
    StandIn("Els", MONDAY, FRIDAY),
    StandIn("Els", MONDAY, FRIDAY, over=True),
    StandIn("Els"),
    DeputyNamed("Nadia"),
    DeputyNamed(""),
    TeamShown("brussels", (OF_ELS, OF_ODILE), OF_ODILE[0], manages=True),
    TeamShown("brussels", (OF_ELS, OF_ODILE), OF_ELS[0], manages=False),
    ColleagueShown(OF_ELS),
    ChooseHeir(LARGEST_ID, "", (NADIA, ODILE)),
    ChooseHeir(LARGEST_ID, "Els", (NADIA, ODILE), leaves=True),
    ChooseHeir(LARGEST_ID, "", (NADIA, ODILE), away=((NADIA[1], "2026-12-04"),)),
    ChooseHeir(LARGEST_ID, "", ()),
    ConfirmCaseload(LARGEST_ID - 2, "", NADIA, 12, 3),
    ConfirmCaseload(LARGEST_ID - 2, "Els", NADIA, 12, 3, leaves=True),
    CaseloadGiven("", "Nadia", 12, 3),
    CaseloadGiven("Els", "Nadia", 12, 3, left=True),
    CaseloadGiven("Els", "", 0, 1, left=True),
    CaseloadReceived("Els", (("Amir", "Rita"), ("Fatima", "Jan")), (("Amir", NOON),), 2),
    CaseloadReceived("Els", (("Amir", "Rita"),) * 16, (("", NOON),), 1),
    CaseloadReceived("", (("Amir", "Rita"),), (), 0),
    CaseloadReceived("Els", (), (), 2, ("Amir", "")),
    NewCoach("Els", "Nadia", LARGEST_ID),
    NewCoach("Els", "Nadia", LARGEST_ID, asks=True),
    NewCoach("", "Nadia", LARGEST_ID),
    MayRead("Nadia", LARGEST_ID),
    StaffCommands(works_here=True),
    StaffCommands(works_here=False),
    WordsAgreed("Nadia", agreed=True),
    WordsAgreed("Nadia", agreed=True, opened=False),
    WordsAgreed("Nadia", agreed=False),
    WordsOpened("Amir"),
    NoLongerStaff(),
    ColleagueLeft("Els"),
    ColleagueLeft("Els", has_group=True),
    CaseNumbers(
        (("brussels", 25, 90, 20, 5, 5), ("ghent", 10, 480, 10, 0, UNTOLD),
         ("antwerp", 5, UNTOLD, UNTOLD, UNTOLD, UNTOLD),
         ("elsewhere", UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD)),
        13,
    ),
)  # fmt: skip
