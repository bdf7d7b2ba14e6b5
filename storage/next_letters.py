"""Whose letter goes next: one statement that claims, by lane and time, one letter a person."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate

from storage.instants import Instant
from storage.letters import WAITING
from storage.tables import OutboxRow

_ORDER = (OutboxRow.due_at, OutboxRow.kept_at, OutboxRow.place)
URGENCY = (OutboxRow.lane, *_ORDER)
_NOW = bindparam("now", type_=Instant)
_LEASED_AT = bindparam("leased_at", type_=Instant)
_MOST = bindparam("most", type_=Integer)


def in_time() -> ColumnElement[bool]:
    """Whether somebody still wants a letter at the moment ``now``."""
    return or_(OutboxRow.expires_at.is_(None), OutboxRow.expires_at > _NOW)


def changes_what_is_taken_out() -> ColumnElement[bool]:
    """Whether a letter changes a message that we have taken out of the chat: it does not come back
    as a new one.
    """
    there = aliased(OutboxRow)
    message = (there.person_id == OutboxRow.person_id, there.message_id == OutboxRow.edits)
    out = exists().where(*message, there.removed_at.is_not(None)).correlate(OutboxRow)
    return and_(OutboxRow.edits.is_not(None), out)


@cache
def taking(lanes: tuple[int, ...]) -> ReturningUpdate[Any]:
    """The statement that claims, built once: building it takes longer than running it.

    Couriers of other processes, who look at the same time, find other letters or none.
    """
    free = (
        OutboxRow.state == WAITING,
        OutboxRow.due_at <= _NOW,
        in_time(),
        or_(OutboxRow.lease_until.is_(None), OutboxRow.lease_until <= _LEASED_AT),
        OutboxRow.person_id.not_in(bindparam("busy", expanding=True)),
    )
    first = OutboxRow.id.in_(_one_a_person(lanes, free))
    locked = select(OutboxRow.id).where(first, *free).with_for_update(skip_locked=True)
    return (
        update(OutboxRow)
        .where(OutboxRow.id.in_(locked))
        .values(lease_until=bindparam("until", type_=Instant), tries=OutboxRow.tries + 1)
        .returning(OutboxRow.id)
    )


def _one_a_person(
    lanes: Collection[int], free: Sequence[ColumnElement[bool]]
) -> Select[tuple[int]]:
    """The first letters by lane and time, and of each person only the first."""
    candidates = union_all(*(_first_of_lane(lane, free) for lane in lanes)).subquery()
    urgency = [candidates.c[column.key] for column in URGENCY]
    turn = func.row_number().over(partition_by=candidates.c.person_id, order_by=urgency)
    placed = select(candidates, turn.label("turn")).subquery()
    firsts = select(placed.c.id).where(placed.c.turn == 1)
    return firsts.order_by(*(placed.c[column.key] for column in URGENCY)).limit(_MOST)


def _first_of_lane(lane: int, free: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """One lane's earliest letters; each lane is a range of the index, however much waits in it."""
    columns = (OutboxRow.id, OutboxRow.person_id, *URGENCY)
    of_lane = select(*columns).where(OutboxRow.lane == lane, *free, ~_one_is_under_way(lane))
    return select(of_lane.order_by(*_ORDER).limit(_MOST).subquery())


def _one_is_under_way(lane: int) -> ColumnElement[bool]:
    """Whether a letter to the same person in this lane is leased: none may overtake it."""
    leased = aliased(OutboxRow)
    return exists().where(
        leased.person_id == OutboxRow.person_id,
        leased.lane == lane,
        leased.state == WAITING,
        leased.lease_until > _LEASED_AT,
    )
