"""Python-telegram-bot as it will be, so that it does not warn of what will change."""

import pytest


@pytest.fixture(autouse=True)
def _durations_are_spans_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
