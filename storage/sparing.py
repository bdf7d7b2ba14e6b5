"""Who is spared: for a while nobody asks them about their week."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import InstrumentedAttribute

from storage.tables import PersonRow


def is_spared(person_id: InstrumentedAttribute[int], now: datetime) -> ColumnElement[bool]:
    """Whether the person of a row is spared now."""
    theirs = (PersonRow.id == person_id, PersonRow.spared_until > now)
    return exists().where(*theirs)
