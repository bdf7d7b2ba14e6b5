"""Passing open cases to a colleague who answers for them from then on."""

from dataclasses import replace
from typing import Any

from bot.actions.case_cards import show_copies
from bot.actions.case_standing import standing_of
from bot.actions.counter import Counter
from bot.actions.ladder import climb_on, is_kept
from bot.programme.cases import Handed
from bot.programme.ladder import GROUND
from bot.programme.team import Team
from storage.cases import Case


async def bring(
    counter: Counter, case: Case, heir_id: int, team: Team, *, away_from: int | None = None
) -> Case:
    """Bring a case to this colleague first; nobody has taken it then, every copy says so, and the
    person sees the new name. When the colleague is not there either, the ladder goes on at once.
    What is only kept in mind changes its owner, and comes when it would have come. ``away_from``:
    the coach who is away, to whom it may come back.
    """
    if is_kept(case, counter.now):
        kept: dict[str, Any] = {"coach_id": heir_id, "away_from": away_from}
        await counter.tx.cases.save(case.id, **kept)
        return replace(case, **kept)
    how = Handed.AWAY if away_from else None
    freed: dict[str, Any] = {
        "handed_by": away_from, "handed_how": how,
        "coach_id": heir_id, "rung": GROUND, "taken_at": None, "taken_by": None,
        "waits_until": None, "answered_at": None, "away_from": away_from,
        "asked_since": counter.now,
    }  # fmt: skip
    await counter.tx.cases.save(case.id, **freed)
    standing = await standing_of(counter, replace(case, **freed), team)
    moved = await climb_on(counter, standing, asked=())
    await show_copies(counter, moved)
    return moved
