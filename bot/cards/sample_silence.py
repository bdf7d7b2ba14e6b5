"""Samples of what is said about silence, and about two who say different things."""

from dataclasses import replace

from bot.programme.cases import CaseState, Reason
from bot.programme.notices import CaseCard, GoodToHear, Notice, SomebodyLeft, WeekDiffers
from bot.programme.people import Role

LARGEST_ID = 2**63 - 1
SINCE = "2026-11-21T17:00:00+00:00"


def _to_call(
    role: Role, state: CaseState, hour: str | None, *, and_no_meetings: bool = False
) -> CaseCard:
    """Somebody who does not answer any more, and what has become of the call."""
    taken_by = "Els" if state in (CaseState.TAKEN, CaseState.ANSWERED) else None
    return CaseCard(
        LARGEST_ID, Reason.SILENT, state, SINCE, ("Amir",), role, "fr", taken_by, hour=hour,
        and_no_meetings=and_no_meetings,
    )  # fmt: skip


SILENCE_SAMPLES: list[Notice] = [
    *[
        _to_call(role, state, "18:00")
        for role in (Role.MENTEE, Role.MENTOR)
        for state in CaseState
    ],
    _to_call(Role.MENTEE, CaseState.OPEN, None),
    replace(_to_call(Role.MENTEE, CaseState.OPEN, "18:00"), tapped_at=SINCE),
    replace(
        _to_call(Role.MENTEE, CaseState.OPEN, "18:00"),
        names=("Amir", "Rita"),
        telegram_ids=(1, 2),
        also=((Role.MENTOR, "nl", "20:00"),),
    ),
    _to_call(Role.MENTOR, CaseState.OPEN, "18:00", and_no_meetings=True),
    GoodToHear(),
    SomebodyLeft(Role.MENTEE, "Rita", (1,), 1, partner_rests=True),
    WeekDiffers(LARGEST_ID, "2026-W48", ("Amir", "Rita"), (1, 2)),
    WeekDiffers(LARGEST_ID, "2026-W48", ("Amir", "Rita"), (1, 2), over=True),
]
