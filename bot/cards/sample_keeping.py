"""What is said about keeping the directory right, for the samples."""

from bot.programme.cases import CaseState, Reason
from bot.programme.edits import STATUSES, Detail, Field, Unfit
from bot.programme.keeping import Deed
from bot.programme.notices import (
    AskValue,
    Assured,
    CaseCard,
    ChangeEnded,
    ChooseDetail,
    ConfirmChange,
    MyChanges,
    Notice,
    ProposalAnswered,
    ProposalCard,
    ReportTaken,
    ServiceHistory,
    ServicesToCheck,
    WhatIsWrong,
)
from bot.programme.people import Role

LARGEST_ID = 2**63 - 1
NOW = "2026-11-24T09:05:00+00:00"
KEY = "juridische-eerstelijnsbijstand-gent"  # as long as a key may be, but for one letter
NAME = {"nl": "OCMW Gent", "fr": "CPAS de Gand", "en": "OCMW Gent"}
LINE = {"nl": "Zelfmoordlijn 1813"}
VALUES = {
    Field.PHONE: ("09 266 99 11", "09 266 99 12"),
    Field.HOURS: ("", "Op werkdagen van 9 tot 12 uur"),
    Field.ADDRESS: ("Jubileumlaan 219, 9000 Gent", "Jubileumlaan 221, 9000 Gent"),
    Field.WEBSITE: ("https://stad.gent/", ""),
    Field.WARNING: ("", "Maak eerst een afspraak"),
    Field.WHO: ("Iedereen", "Wie in Gent woont"),
    Field.CLOSED: ("", str(Field.CLOSED)),
    Field.REOPENED: ("", str(Field.REOPENED)),
}
PAST = (
    (NOW, Deed.ACCEPTED, str(Detail(Field.PHONE, 1)), Role.COORDINATOR),
    (NOW, Deed.PROPOSED, str(Field.PHONE), Role.COACH),
    *((NOW, deed, "", Role.COACH) for deed in (Deed.ASSURED, Deed.REFUSED, Deed.EDITED)),
    *((NOW, deed, "", "") for deed in (Deed.HIDDEN, "imported", "removed")),
)


def _tasks() -> list[Notice]:
    """The task of a branch, in each state, and with lines that cannot wait."""
    tasks: list[Notice] = []
    for state in CaseState:
        taken = "Els" if state in (CaseState.TAKEN, CaseState.ANSWERED) else None
        for count, urgent in ((1, ()), (7, ()), (7, (LINE,)), (9, (LINE,) * 5)):
            tasks.append(
                CaseCard(LARGEST_ID, Reason.CHECK_SERVICES, state, NOW, (), taken_by=taken,
                         count=count, urgent=urgent)
            )  # fmt: skip
    return tasks


KEEPING_SAMPLES: tuple[Notice, ...] = (
    *_tasks(),
    WhatIsWrong(KEY, NAME),
    *[ReportTaken("ghent", role) for role in (Role.MENTEE, Role.COACH)],
    Assured(KEY, NAME, "2026-11-24"),
    ChooseDetail(KEY, NAME, fields=tuple(Field)),
    ChooseDetail(KEY, NAME, fields=tuple(one for one in Field if one not in STATUSES)),
    ChooseDetail(KEY, NAME, ("09 266 99 11", "1813"), which_phone=True),
    *[AskValue(KEY, NAME, str(field), before)
      for field, (before, _) in VALUES.items() if field not in STATUSES],
    *[AskValue(KEY, NAME, str(Field.PHONE), "", unfit) for unfit in Unfit],
    *[ConfirmChange(LARGEST_ID, NAME, str(field), *values, decides=decides)
      for field, values in VALUES.items() for decides in (True, False)],
    *[ChangeEnded(KEY, NAME, end) for end in ("sent", "waits", "made", "dropped")],
    ChangeEnded(KEY, {}, "gone"),
    ChangeEnded(KEY, NAME, "outdated"),
    *[ProposalCard(LARGEST_ID, KEY, NAME, str(field), *values, "Els", "open")
      for field, values in VALUES.items()],
    *[ProposalCard(LARGEST_ID, KEY, NAME, str(Field.PHONE), "", "1813", "Els", state, "Odile")
      for state in ("accepted", "refused")],
    ProposalCard(LARGEST_ID, KEY, NAME, str(Field.PHONE), "1712", "1813", "Els", "outdated"),
    ProposalCard(LARGEST_ID, KEY, {}, str(Field.PHONE), "", "1813", "Els", "gone"),
    *[ProposalAnswered(KEY, NAME, str(field), VALUES[field][1], accepted)
      for field in (Field.PHONE, Field.WEBSITE, *STATUSES) for accepted in (True, False)],
    *[MyChanges(count) for count in (0, 1, 2)],
    ServiceHistory(KEY, NAME, PAST),
    ServiceHistory(KEY, NAME, ()),
    ServicesToCheck(
        ((KEY, NAME, "doubted"), ("1813", LINE, "urgent"),
         ("106", {"nl": "Tele-Onthaal 106"}, "closed"), ("x", {}, "too_old")),
        more=2,
    ),
    ServicesToCheck(((KEY, NAME, "too_old"),), more=0),
    ServicesToCheck((), more=0),
)  # fmt: skip
