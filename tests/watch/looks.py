"""Looks of a watch as a test hands them in, without a database."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.watch.signs import Judge, Verdict
from storage.glance import Colleague, Glance, StuckCase
from storage.heartbeats import LINE, MACHINE

NOON = datetime(2026, 3, 3, 11, tzinfo=UTC)


def seen(
    beat: float | None = 0.0,
    line: float | None = 0.0,
    *,
    late: float | None = None,
    stuck: tuple[int, ...] = (),
) -> Glance:
    """What is seen; moments are in seconds after noon, None is never."""
    beats = {MACHINE: _moment(beat), LINE: _moment(line)}
    there: Mapping[str, datetime] = {name: at for name, at in beats.items() if at}
    return Glance(there, _moment(late), [StuckCase(one, None, "brussels") for one in stuck])


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else NOON + timedelta(seconds=seconds)


def look(judge: Judge, at: float, glance: Glance | None, *told: str) -> Verdict:
    """One look so many seconds after noon."""
    return judge.judge(glance, NOON + timedelta(seconds=at), at, told)


def colleague(
    id_: int, branch: str | None = "brussels", *, away: bool = False, coordinator: bool = False
) -> Colleague:
    """One of the staff who can be reached, at a chat of the same number."""
    return Colleague(id_, id_, "en", coordinator, branch, away, is_urgent=False)
