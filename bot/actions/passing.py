"""Passing open cases to a colleague who answers for them from then on."""

from dataclasses import replace

from bot.actions.case_cards import show_copies
from bot.actions.case_standing import standing_of
from bot.actions.counter import Counter
from bot.actions.ladder import climb_on
from bot.programme.ladder import GROUND
from bot.programme.team import Team
from storage.cases import Case


async def bring(counter: Counter, case: Case, heir_id: int, team: Team) -> Case:
    """Bring a case to this colleague first; nobody has taken it then, every copy says so, and the
    person sees the new name. When the colleague is not there either, the ladder goes on at once.
    """
    freed = replace(
        case, coach_id=heir_id, rung=GROUND, taken_at=None, taken_by=None, waits_until=None
    )
    nobody = {"taken_at": None, "taken_by": None, "waits_until": None}
    await counter.tx.cases.save(case.id, coach_id=heir_id, **nobody)
    standing = await standing_of(counter, freed, team)
    moved = await climb_on(counter, standing, asked=())
    await show_copies(counter, moved)
    return moved
