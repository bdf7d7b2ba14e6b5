"""Samples of what is said about silence, and about two who say different things."""

from bot.programme.cases import CaseState, Reason
from bot.programme.notices import CaseCard, GoodToHear, Notice, WeekDiffers
from bot.programme.people import Role

LARGEST_ID = 2**63 - 1
SINCE = "2026-11-21T17:00:00+00:00"


def _to_call(role: Role, state: CaseState, hour: str | None) -> CaseCard:
    """Somebody who does not answer any more, and what has become of the call."""
    taken_by = "Els" if state is CaseState.TAKEN else None
    return CaseCard(
        LARGEST_ID, Reason.SILENT, state, SINCE, ("Amir",), role, "fr", taken_by, hour=hour
    )


SILENCE_SAMPLES: list[Notice] = [
    *[
        _to_call(role, state, "18:00")
        for role in (Role.MENTEE, Role.MENTOR)
        for state in CaseState
    ],
    _to_call(Role.MENTEE, CaseState.OPEN, None),
    GoodToHear(),
    WeekDiffers("2026-W48", ("Amir", "Rita"), (1, 2)),
]
