"""Who is let in to a case: asked of the table in one condition, so that no door forgets it."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from storage.tables import CaseAskRow, CaseRow, DuoRow, PersonRow

# The roles of who works for the programme.
STAFF = ("coach", "coordinator")
_READER, _ABOUT = aliased(PersonRow), aliased(PersonRow)


def may_see(reader_id: int, *, in_group: bool = False) -> ColumnElement[bool]:
    """Whether a case is for these eyes: they work for the programme, and were asked, or have taken
    it, or coordinate its branch. ``in_group``: they met it in the group of their branch, where all
    coaches see it, unless the person said that only the own coach may know.
    """
    return exists().where(_READER.id == reader_id, *_lets_in(in_group=in_group))


def readers(case_id: int, people: Collection[int]) -> Select[int]:
    """Who of these people may see this case, by the same condition."""
    found = select(_READER.id).join(CaseRow, CaseRow.id == case_id)
    return found.where(_READER.id.in_(people), *_lets_in(in_group=False))


def _lets_in(*, in_group: bool) -> tuple[ColumnElement[bool], ...]:
    reader = _READER.id
    theirs = (CaseAskRow.case_id == CaseRow.id, CaseAskRow.person_id == reader)
    asked = exists().where(*theirs).correlate(CaseRow, _READER)
    own = or_(CaseRow.coach_id == reader, CaseRow.taken_by == reader)
    for_all = CaseRow.audience.is_distinct_from("coach") if in_group else false()
    is_theirs = or_(_READER.role == "coordinator", for_all)
    of_branch = is_theirs & (_READER.branch == branch_of_case())
    return _READER.role.in_(STAFF), or_(own, asked, of_branch)


def branch_of_case() -> ColumnElement[str | None]:
    """The branch of what the case is about: its own, that of the person, or of the duo."""
    branch = select(_ABOUT.branch)
    person = branch.where(_ABOUT.id == CaseRow.person_id).correlate(CaseRow)
    of_duo = branch.join(DuoRow, DuoRow.mentee_id == _ABOUT.id)
    duo = of_duo.where(DuoRow.id == CaseRow.duo_id).correlate(CaseRow)
    return func.coalesce(CaseRow.branch, person.scalar_subquery(), duo.scalar_subquery())
