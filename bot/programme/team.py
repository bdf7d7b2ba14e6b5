"""Who can be asked about a case on one day: the rungs of the ladder, with the people on them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from bot.programme.cases import Rung

RUNGS = tuple(Rung)

Rungs = Mapping[Rung, tuple[int, ...]]


class Away(NamedTuple):
    """Days on which somebody is away, the last one with them, and who stands in. ``since`` is when
    it began, or when it was said if that was later.
    """

    first: date
    last: date
    deputy: int | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works for the programme. ``deputy`` stands in when they are not on leave."""

    id: int
    branch: str | None
    coordinates: bool = False
    reachable: bool = True
    away: tuple[Away, ...] = ()
    deputy: int | None = None

    def is_there(self, day: date) -> bool:
        """Whether they can be asked on this day."""
        return self.reachable and self._leave_on(day) is None

    def deputy_on(self, day: date) -> int | None:
        """Who stands in on this day: of the leave first."""
        leave = self._leave_on(day)
        return (leave.deputy if leave else None) or self.deputy

    def is_there_for(self, taken_at: datetime | None, day: date) -> bool:
        """Whether they go on with what they took at this instant: who takes something while they
        are away goes on with it.
        """
        leave = self._leave_on(day)
        if leave is None or not self.reachable:
            return self.reachable
        return bool(taken_at and leave.since and taken_at > leave.since)

    def _leave_on(self, day: date) -> Away | None:
        return next((one for one in self.away if one.first <= day <= one.last), None)


@dataclass(frozen=True, slots=True)
class Team:
    """All who work for the programme, those who came first in front."""

    people: Sequence[Colleague]

    def is_there(self, person: int, day: date) -> bool:
        """Whether this is one of the team who can be asked on this day."""
        return any(one.id == person and one.is_there(day) for one in self.people)

    def goes_on(self, person: int, taken_at: datetime | None, day: date) -> bool:
        """Whether this one of the team goes on with what they took then; None: never taken."""
        return any(one.id == person and one.is_there_for(taken_at, day) for one in self.people)

    def without(self, people: Collection[int]) -> "Team":
        """The same team when these cannot be asked."""
        gone = [replace(one, reachable=False) if one.id in people else one for one in self.people]
        return Team(gone)

    def rungs(self, own: int | None, branch: str | None, day: date) -> Rungs:
        """Who is on each rung on this day. Who is away or out of reach is on none.

        Where a branch has no coach, those of all branches stand in.
        """
        here = [one for one in self.people if one.is_there(day)]
        coaches = [one for one in here if not one.coordinates]
        near = [one.id for one in coaches if one.branch == branch]
        all_near = tuple(near or [one.id for one in coaches])
        leads = tuple(one.id for one in here if one.coordinates and one.branch == branch)
        return {
            Rung.OWN_COACH: _those(here, [own] if own else [*all_near, *leads][:1]),
            Rung.DEPUTY: _those(here, self._deputies(own, all_near, day)),
            Rung.BRANCH: all_near,
            Rung.COORDINATOR: leads,
        }

    def first(self, branch: str | None) -> int | None:
        """Who answers for a case when nobody can be asked: of the branch if there is anybody."""
        near = [one.id for one in self.people if one.branch == branch]
        return next(iter([*near, *(one.id for one in self.people)]), None)

    def _deputies(self, own: int | None, near: Sequence[int], day: date) -> list[int]:
        """Who was named, or the deputy's deputy; else the next coach of the branch."""
        by_id, seen = {one.id: one for one in self.people}, {own}
        deputy = by_id[own].deputy_on(day) if own in by_id else None
        while deputy in by_id and deputy not in seen:
            if by_id[deputy].is_there(day):
                return [deputy]
            seen.add(deputy)
            deputy = by_id[deputy].deputy_on(day)
        return _next_after(own, near)


def told_to_few(rungs: Rungs) -> Rungs:
    """For who wants only their coach to know: the coach, who replaces the coach, and when both do
    not answer who coordinates; never all coaches of the branch.
    """
    return {**rungs, Rung.BRANCH: ()}


def _those(here: Iterable[Colleague], wanted: Collection[int]) -> tuple[int, ...]:
    return tuple(one.id for one in here if one.id in wanted)


def _next_after(own: int | None, near: Sequence[int]) -> list[int]:
    """The coach who came after this one, or the first again; never the same."""
    place = near.index(own) + 1 if own in near else 0
    return [one for one in [*near[place:], *near[:place]] if one != own][:1]
