"""What is so of a case: who answers for it, and whether it stands still. One rule for all."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_

from storage.tables import CaseRow

# Who has taken it, else who was asked first.
OWNER = func.coalesce(CaseRow.taken_by, CaseRow.coach_id)
# Only what is open has an open key. SQLite finds a range by its index, and no IS NOT NULL.
IS_OPEN: ColumnElement[bool] = CaseRow.open_key > ""


def answers_for(person_id: int) -> ColumnElement[bool]:
    """Whether this person answers for a case; by two columns, of which each has its index."""
    brought = and_(CaseRow.coach_id == person_id, CaseRow.taken_by.is_(None))
    return or_(brought, CaseRow.taken_by == person_id)


def stands_still(due_before: datetime) -> ColumnElement[bool]:
    """Whether nothing is to come in an open case, or nobody answers for it, or its next step
    should have come by then.
    """
    never = or_(CaseRow.next_at.is_(None), CaseRow.next_step.is_(None))
    late = CaseRow.next_at <= due_before
    return and_(IS_OPEN, or_(never, OWNER.is_(None), late))
