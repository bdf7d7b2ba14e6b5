"""On which day somebody signed on paper: one of the last two weeks of the duo."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAYS_BACK = 14
NOON = time(12)


def paper_days(now: datetime, formed_at: datetime, zone: tzinfo) -> tuple[date, ...]:
    """The days that can be said, today first; none before there was a duo."""
    today = now.astimezone(zone).date()
    since = min((today - formed_at.astimezone(zone).date()).days, DAYS_BACK - 1)
    return tuple(today - timedelta(days=back) for back in range(max(0, since) + 1))


def moment_on(day: date, now: datetime, zone: tzinfo) -> datetime:
    """The noon of a day, and never a moment to come: a paper tells no hour."""
    return min(datetime.combine(day, NOON, tzinfo=zone).astimezone(UTC), now)
