"""Why a command ended: sentences for what an operator can mend, nothing for our own faults."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.actions.invitations import UnknownBranch
from bot.cli import main
from bot.endings import EXIT_TRY_LATER, exit_code, mendable
from bot.post.telegram import TokenRefused
from bot.programme.programme_file import WrongProgramme
from bot.settings import WrongSettings
from storage import Keys
from storage.migrate import NewerSchema

KEY = Keys.generate()
# What an operator gives, and what they read; {place} is a folder that is there.
GIVEN = [
    ({"DATABASE": "postgresql://me:secret@127.0.0.1:1/duo"}, "The database does not answer.", 75),
    ({"DATABASE": "{place}/none/duo.db"}, "The database cannot be used.", 78),
    ({"DATABASE": "{place}/none/duo.db", "SECRET_KEYS": ""}, "No such file or directory", 78),
    ({"DATABASE": "{place}"}, "The database cannot be used.", 78),
    ({"DATABASE": "{place}/letter.txt"}, "The database cannot be used.", 78),
    ({"DATABASE": ":memory:"}, "A database in memory forgets everything", 78),
    ({"DATABASE": "sqlite+pysqlite:///{place}/duo.db"}, "DUOBOT_DATABASE will not do.", 78),
    ({"SECRET_KEYS": f"{KEY},{KEY}"}, "The same secret key is given twice.", 78),
    ({"DATABASE": "{place}/broken.db", "SECRET_KEYS": ""}, "broken.db.key will not do.", 78),
]


def test_every_wrong_setting_is_a_sentence():
    assert list(mendable(WrongSettings(("One.", "Two.")))) == ["One.", "Two."]
    assert list(mendable(WrongProgramme(("Three.",)))) == ["Three."]


def test_a_refused_token_says_that_nothing_is_lost():
    assert "Nothing is lost" in mendable(TokenRefused("Unauthorized"))[0]


def test_it_is_found_inside_a_group_of_errors():
    group = BaseExceptionGroup("x", [ValueError(), BaseExceptionGroup("y", [TokenRefused()])])
    assert len(mendable(group)) == 1


def test_a_database_file_that_is_held_is_tried_again_later():
    held = sqlite3.OperationalError("database is locked")
    held.sqlite_errorcode = sqlite3.SQLITE_BUSY
    for error in (held, BaseExceptionGroup("x", [held])):
        assert "Another programme holds the database." in mendable(error)[0]
        assert exit_code(error) == EXIT_TRY_LATER


def test_a_newer_schema_and_an_unknown_branch_are_said():
    assert mendable(NewerSchema("Start the newer version.")) == ["Start the newer version."]
    assert "atlantis" in mendable(UnknownBranch("atlantis"))[0]


def test_a_fault_of_ours_is_not_dressed_up():
    assert not mendable(ZeroDivisionError())
    assert not mendable(BaseExceptionGroup("x", [ZeroDivisionError()]))


@pytest.mark.parametrize(("given", "said", "code"), GIVEN)
def test_what_an_operator_can_mend_is_said_without_a_traceback(given, said, code, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear Els, this is a letter and no database. " * 50)
    (tmp_path / "broken.db.key").write_bytes(b"\xff\xfe")
    usual = {"DATABASE": "{place}/duo.db", "SECRET_KEYS": KEY, "TELEGRAM": "http://127.0.0.1:1"}
    settings = {**usual, **given}.items()
    environ = {
        f"DUOBOT_{name}": value.replace("{place}", str(tmp_path)) for name, value in settings
    }
    for command in ("migrate", "run"):
        ended = CliRunner().invoke(main, [command], env=environ)
        assert (ended.exit_code, said in ended.stderr) == (code, True), ended.stderr
        assert "secret@" not in ended.stderr
        assert "Traceback" not in ended.stderr
