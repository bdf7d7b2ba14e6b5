"""How long an entry can be relied on, counted in days."""

from datetime import date, timedelta

import pytest

from bot.programme.directory import Service
from bot.programme.directory.freshness import Standing, is_shown, standing, wants_checking
from bot.programme.directory.service import Confidence, Status

TODAY = date(2026, 11, 24)


def service(days: int | None = None, **more: object) -> Service:
    """A service that somebody made sure of so many days ago; None for never."""
    assured = None if days is None else TODAY - timedelta(days=days)
    return Service("a", {"en": "A"}, "", ("debt.help",), ("BE",), assured_on=assured, **more)


@pytest.mark.parametrize(
    ("days", "how", "shown"),
    [
        (0, Standing.CHECKED, True),
        (180, Standing.CHECKED, True),
        (181, Standing.OLD, True),
        (270, Standing.OLD, True),
        (271, Standing.TOO_OLD, False),
        (None, Standing.NEVER_CHECKED, True),
    ],
)
def test_half_a_year_is_told_and_nine_months_hide(days, how, shown):
    assert standing(service(days), TODAY) is how
    assert is_shown(service(days), TODAY) is shown
    assert wants_checking(service(days), TODAY) is not shown


@pytest.mark.parametrize(("doubts", "shown"), [(0, True), (1, True), (2, False), (9, False)])
def test_two_reports_hide_a_service(doubts, shown):
    assert is_shown(service(3), TODAY, doubts) is shown
    assert wants_checking(service(3), TODAY, doubts) is not shown


def test_what_was_gathered_with_little_sureness_waits_until_somebody_phoned():
    assert not is_shown(service(None, confidence=Confidence.LOW), TODAY)
    assert is_shown(service(1, confidence=Confidence.LOW), TODAY)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.ACTIVE])
def test_what_does_not_exist_now_is_not_shown(status):
    assert not is_shown(service(1, status=status), TODAY)
    assert not is_shown(service(1, status=status, is_crisis_line=True), TODAY)


@pytest.mark.parametrize(("days", "doubts"), [(999, 0), (None, 5), (271, 2)])
def test_a_crisis_line_is_never_hidden_but_alarms(days, doubts):
    line = service(days, is_crisis_line=True)
    assert is_shown(line, TODAY, doubts)
    assert wants_checking(line, TODAY, doubts)
