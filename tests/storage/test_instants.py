from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import dialect as postgresql
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.exc import StatementError

from storage.database import Database
from storage.instants import Instant
from tests.storage.tables import JARS

BRUSSELS = ZoneInfo("Europe/Brussels")
NOON = datetime(2026, 11, 24, 12, 0, 0, 123_456, tzinfo=BRUSSELS)
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda n: timezone(timedelta(minutes=n)))


@given(st.datetimes(datetime(1900, 1, 2), datetime(9990, 1, 1), timezones=ZONES))  # noqa: DTZ001  # hypothesis wants bounds without a zone
def test_every_moment_comes_back_exactly(moment: datetime):
    for database in (sqlite(), postgresql()):
        stored = Instant().process_bind_param(moment, database)
        back = Instant().process_result_value(stored, database)
        assert back == moment
        assert back.tzinfo is UTC


@given(st.lists(st.datetimes(timezones=ZONES, min_value=datetime(2, 1, 1)), min_size=2))  # noqa: DTZ001  # hypothesis wants bounds without a zone
def test_sqlite_sorts_moments_as_time_does(moments: list[datetime]):
    stored = [Instant().process_bind_param(moment, sqlite()) for moment in sorted(moments)]
    assert stored == sorted(stored)


async def test_a_moment_in_brussels_is_stored_and_found_in_utc(database: Database):
    async with database.transaction() as transaction:
        await transaction.connection.execute(insert(JARS).values(due=NOON))
        due = select(JARS.c.due).where(JARS.c.due <= NOON)
        found = await transaction.connection.scalar(due)
        early = await transaction.connection.scalar(
            due.where(JARS.c.due < NOON - timedelta(microseconds=1))
        )
    assert found == NOON
    assert found.tzinfo is UTC
    assert early is None


async def test_no_moment_stays_no_moment(database: Database):
    async with database.transaction() as transaction:
        await transaction.connection.execute(insert(JARS).values(due=None))
        assert await transaction.connection.scalar(select(JARS.c.due)) is None


async def test_a_moment_without_a_zone_is_refused_in_a_sentence(database: Database):
    async with database.transaction() as transaction:
        naive = insert(JARS).values(due=NOON.replace(tzinfo=None))
        with pytest.raises((TypeError, StatementError), match="needs a time zone"):
            await transaction.connection.execute(naive)


def test_a_word_is_no_moment():
    with pytest.raises(TypeError, match="not str"):
        Instant().process_bind_param("2026-11-24", sqlite())
