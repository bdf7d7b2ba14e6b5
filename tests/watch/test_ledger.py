"""What was told outlives the watch, and never keeps it from telling."""

import stat

import pytest
from structlog.testing import capture_logs

from bot.settings import load_settings
from bot.watch.ledger import Ledger, ledger_file


def test_who_was_told_is_known_after_a_new_start(tmp_path):
    file = tmp_path / "duobot.db.watch"
    ledger = Ledger.at(file)
    ledger.has_told("operator", ["stopped"])
    ledger.has_told("7", ["stopped", "case:3"])
    ledger.forget("operator", ["stopped"])
    again = Ledger.at(file)
    assert again.told == {"7": {"stopped", "case:3"}}
    assert again.known() == {"stopped", "case:3"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"7": 3}', b"\xff"])
def test_a_file_that_says_nothing_is_as_if_nothing_was_told(tmp_path, content):
    file = tmp_path / "duobot.db.watch"
    file.write_bytes(content)
    with capture_logs() as logs:
        assert Ledger.at(file).told == {}
    assert [one["event"] for one in logs] == ["what_was_told_is_unknown"]


def test_where_nothing_can_be_kept_people_are_told_all_the_same(tmp_path):
    ledger = Ledger.at(tmp_path / "nowhere" / "duobot.db.watch")
    with capture_logs() as logs:
        ledger.has_told("operator", ["late"])
    assert ledger.known() == {"late"}
    assert [one["event"] for one in logs] == ["what_was_told_is_not_kept"]


@pytest.mark.parametrize(
    ("database", "file"),
    [("var/duobot.db", "var/duobot.db.watch"), ("postgresql://a@host/duobot", "duobot.watch")],
)
def test_it_lies_beside_the_database_or_where_the_watch_works(database, file):
    settings = load_settings({"DUOBOT_DATABASE": database}, needs_token=False)
    assert ledger_file(settings).as_posix() == file
