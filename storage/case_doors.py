"""Who is let in to a case: asked of the table in one condition, so that no door forgets it."""

from sqlalchemy import ColumnElement, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from storage.tables import CaseAskRow, CaseRow, DuoRow, PersonRow

_READER, _ABOUT = aliased(PersonRow), aliased(PersonRow)


def may_see(reader_id: int, *, in_group: bool = False) -> ColumnElement[bool]:
    """Whether a case is for these eyes: they work for the programme, and were asked, or have taken
    it, or coordinate its branch. ``in_group``: they met it in the group of their branch, where all
    coaches see it, unless the person said that only the own coach may know.
    """
    theirs = (CaseAskRow.case_id == CaseRow.id, CaseAskRow.person_id == reader_id)
    asked = exists().where(*theirs).correlate(CaseRow)
    own = or_(CaseRow.coach_id == reader_id, CaseRow.taken_by == reader_id)
    for_all = CaseRow.audience.is_distinct_from("coach") if in_group else false()
    is_theirs = or_(_READER.role == "coordinator", for_all)
    of_branch = is_theirs & (_READER.branch == branch_of_case())
    return exists().where(
        _READER.id == reader_id,
        _READER.role.in_(("coach", "coordinator")),
        or_(own, asked, of_branch),
    )


def branch_of_case() -> ColumnElement[str | None]:
    """The branch of what the case is about: its own, that of the person, or of the duo."""
    branch = select(_ABOUT.branch)
    person = branch.where(_ABOUT.id == CaseRow.person_id).correlate(CaseRow)
    of_duo = branch.join(DuoRow, DuoRow.mentee_id == _ABOUT.id)
    duo = of_duo.where(DuoRow.id == CaseRow.duo_id).correlate(CaseRow)
    return func.coalesce(CaseRow.branch, person.scalar_subquery(), duo.scalar_subquery())
