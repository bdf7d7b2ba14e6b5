"""For how long a break lasts."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.programme.pausing import Span, back_at

BRUSSELS = ZoneInfo("Europe/Brussels")
LATE = datetime(2026, 3, 22, 23, 30, tzinfo=UTC)  # the 23rd on the wall


@pytest.mark.parametrize(
    ("span", "back"),
    [
        (Span.WEEK, datetime(2026, 3, 30, 8, tzinfo=UTC)),  # summer time by then
        (Span.TWO_WEEKS, datetime(2026, 4, 6, 8, tzinfo=UTC)),
        (Span.MONTH, datetime(2026, 4, 22, 8, tzinfo=UTC)),
        (Span.OPEN, None),
    ],
)
def test_a_break_ends_at_ten_in_the_morning_on_the_wall(span, back):
    assert back_at(LATE, span, BRUSSELS) == back
