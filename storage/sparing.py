"""Who is spared: for a while nobody asks them about their week."""

from datetime import datetime

from sqlalchemy import ColumnElement, String, cast, false, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from storage.tables import CaseRow, PersonRow

# How the key of an open case of danger begins; the id of the person follows.
_DANGER = "danger:"


def is_spared(person_id: InstrumentedAttribute[int], now: datetime) -> ColumnElement[bool]:
    """Whether the person of a row is spared now: for some hours, and as long as they may be in
    danger. It is looked up for each row: few rows are asked about, and many people are known.
    """
    theirs = select(PersonRow.spared_until).where(PersonRow.id == person_id).scalar_subquery()
    key = literal(_DANGER) + cast(person_id, String)
    danger = select(CaseRow.id).where(CaseRow.open_key == key).scalar_subquery()
    return or_(func.coalesce(theirs > now, false()), danger.is_not(None))
