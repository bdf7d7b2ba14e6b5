"""Passing open cases to a colleague who answers for them from then on."""

from dataclasses import replace
from typing import Any

from bot.actions.case_cards import show_copies, tell_cards
from bot.actions.case_progress import show_progress
from bot.actions.case_standing import standing_of
from bot.actions.counter import Counter
from bot.actions.ladder import climb_on, is_kept
from bot.actions.teams import team_of
from bot.actions.whereabouts import today
from bot.programme.cases import Handed, Reason
from bot.programme.ladder import GROUND, OWN
from bot.programme.leaves import who_takes_over
from bot.programme.team import Team
from storage.cases import Case
from storage.staff import Leave


async def pass_on(counter: Counter, leave: Leave) -> int:
    """Bring the open cases of who is on leave to who stands in; give how many went on.

    What somebody has taken while they were away stays with them, and so does what nobody else is
    there for: the ladder goes on with it.
    """
    cases = await counter.tx.cases.open_of(leave.person_id)
    if not cases:
        return 0
    day, team = today(counter), await team_of(counter)
    left = [
        case for case in cases
        if case.taken_by is None or not team.goes_on(leave.person_id, case.taken_at, day)
    ]  # fmt: skip
    person = await counter.tx.people.get(leave.person_id)
    heir = who_takes_over(team, person.id, person.branch, day)
    if heir is None or not team.is_there(heir, day):
        return 0
    for case in left:
        await bring(counter, case, heir, team, away_from=person.id)
    return len(left)


async def bring(
    counter: Counter, case: Case, heir_id: int, team: Team, *, away_from: int | None = None
) -> Case:
    """Bring a case to this colleague first; nobody has taken or answered it then, every copy says
    so, and the person sees the new name. When the colleague is not there either, the ladder goes
    on at once. What is only kept in mind, was answered, or was laid aside changes its owner, and
    goes on when it would have. ``away_from``: the coach who is away, to whom it may come back.
    """
    if is_settled(case):
        return await _change_owner(counter, case, heir_id, away_from)
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


def is_settled(case: Case) -> bool:
    """Whether nobody waits for who has it: it was answered, or comes back on a day to come. Who
    may be in danger always waits.
    """
    is_quiet = case.answered_at is not None or case.waits_until is not None
    return case.taken_by is not None and is_quiet and case.reason != Reason.DANGER


async def _change_owner(counter: Counter, case: Case, heir_id: int, away_from: int | None) -> Case:
    """Its answer, its date and its next step stay. Since when it was taken tells that the new
    owner has not taken it themselves.
    """
    changes: dict[str, Any] = {
        "coach_id": heir_id, "taken_by": heir_id, "rung": OWN, "away_from": away_from,
        "asked_since": counter.now, "alarmed_at": None,
    }  # fmt: skip
    await counter.tx.cases.save(case.id, **changes)
    moved = replace(case, **changes)
    await counter.tx.case_steps.ask(case.id, [heir_id], OWN, counter.now)
    await tell_cards(counter, moved, [heir_id])
    await show_copies(counter, moved)
    await show_progress(counter, moved)
    return moved
