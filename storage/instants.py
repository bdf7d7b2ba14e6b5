"""The column type for a moment in time."""

from datetime import UTC, datetime, timedelta
from typing import cast

from sqlalchemy import BigInteger, DateTime, Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """A moment in time: takes aware datetimes of any zone, gives aware ones in UTC.

    PostgreSQL keeps a TIMESTAMPTZ. SQLite has no such type: there it is an INTEGER, the
    microseconds since 1970. Measured against sortable ISO text, an index is less than half the
    size, 200,000 rows are written in 0.9 instead of 1.5 s, and a due row is found equally fast.
    The price is reading it by hand: `datetime(due / 1000000, 'unixepoch')`.
    Reckon with instants in Python, not in SQL: the two databases do it differently.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[int]:
        return BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True)

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | int | None:
        if value is None:
            return None
        _insist_on_zone(value)
        return (value - EPOCH) // MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(
        self, value: datetime | int | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return EPOCH + timedelta(microseconds=cast("int", value))
        return cast("datetime", value).astimezone(UTC)


def _insist_on_zone(value: datetime) -> None:
    if not isinstance(value, datetime):
        raise TypeError(f"An instant is a datetime, not {type(value).__name__}.")
    if value.tzinfo is not UTC and value.utcoffset() is None:
        raise TypeError("An instant needs a time zone: this datetime has none (it is naive).")
