"""What those who follow duos are told, as it comes in practice."""

from dataclasses import replace

from bot.programme.cases import Reason
from bot.programme.check_ins import Week
from bot.programme.duo_weeks import BEFORE, NOT_ASKED, OPEN, Why, weeks_before
from bot.programme.notices import BranchDigest, DuoCard, MyDuos, Notice

LARGEST_ID = 2**63 - 1
SINCE = "2026-11-24T09:05:00+00:00"
BRANCH = "brussels"
PAIR = ("Amir", "Rita")
MARKS = (OPEN, *Week, NOT_ASKED)
PLAIN = (Week.MET, Week.MOVED, Week.NOT_MET, Week.SILENT, Week.PAUSED, Week.MISSED_BY_US, "", OPEN)
EIGHT = weeks_before("2026-W48", 8)
EVERY_WHY = tuple((why, 3 if why is Why.NO_MEETINGS else 0) for why in Why)

_ALL = DuoCard(
    *PAIR, telegram_ids=(700_000_001, 700_000_002), since=SINCE,
    weeks=tuple((key, mark, 90) for key, mark in zip(
        reversed(weeks_before("2026-W48", len(MARKS))), MARKS, strict=True)),
    minutes=360, feelings=(("2026-W48", 4), ("2026-W46", 3)), next_meeting=SINCE,
    next_question=SINCE, cases=tuple((one, "Amir", SINCE) for one in (*Reason, "")),
    rests=(("Amir", SINCE), ("Rita", "")), needs=EVERY_WHY, has_own_cases=True,
)  # fmt: skip
_FEELINGS = tuple(
    tuple(zip(("2026-W48", "2026-W47"), said, strict=False))
    for said in ((5,), (5, 1), (4, 3), (4, 4), (3, 4), (1, 5), (2, 1))
)
_DUOS = (
    (LARGEST_ID, *PAIR, PLAIN[:4], EVERY_WHY, (("Amir", SINCE), ("Rita", ""))),
    (LARGEST_ID - 1, "Fatima", "Tom", ("",) * 4, (), ()),
    (LARGEST_ID - 2, "Fatima", "Tom", ("starting",), (), ()),
    (LARGEST_ID - 3, "Fatima", "Tom", ("signing",), (), ()),
)
_LINES = tuple((LARGEST_ID - place, *PAIR, ((why, 1),)) for place, why in enumerate(Why))
_ROWS = (("Samira", "Jan", PLAIN), ("Noor", "Lieve", (BEFORE, *(Week.MET,) * 7)))

DUO_VIEW_SAMPLES: list[Notice] = [
    _ALL,
    DuoCard(*PAIR, telegram_ids=(1, 2), since=SINCE),
    *[DuoCard(*PAIR, telegram_ids=(1, 2), since=SINCE, feelings=one, minutes=120)
      for one in _FEELINGS],
    MyDuos(_DUOS, 0, 2),
    MyDuos(_DUOS[:1], 0, 2),
    MyDuos(_DUOS[1:], 1, 2),
    MyDuos(()),
    BranchDigest(BRANCH, EIGHT, _LINES, 3, 40, tuple((one, 4) for one in PLAIN), _ROWS,
                 is_whole_branch=True),
    BranchDigest(BRANCH, EIGHT, _LINES[:1], 1, 2, ((Week.MET, 1), (Week.SILENT, 1)), _ROWS),
    BranchDigest(BRANCH, EIGHT, (), 0, 1, ((Week.MET, 1),), _ROWS[1:]),
    BranchDigest(BRANCH, EIGHT, (), 0, 1, ((BEFORE, 1),), (("Noor", "Lieve", (BEFORE,) * 8),)),
    replace(_ALL, rests=()),
    replace(_ALL, next_question=""),
]  # fmt: skip
