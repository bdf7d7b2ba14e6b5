"""Why a command ended: sentences for what an operator can mend, nothing for our own faults."""

from bot.actions.invitations import UnknownBranch
from bot.endings import mendable
from bot.post.telegram import TokenRefused
from bot.programme.programme import WrongProgramme
from bot.settings import WrongSettings
from storage.migrate import NewerSchema


def test_every_wrong_setting_is_a_sentence():
    assert list(mendable(WrongSettings(("One.", "Two.")))) == ["One.", "Two."]
    assert list(mendable(WrongProgramme(("Three.",)))) == ["Three."]


def test_a_refused_token_says_that_nothing_is_lost():
    assert "Nothing is lost" in mendable(TokenRefused("Unauthorized"))[0]


def test_it_is_found_inside_a_group_of_errors():
    group = BaseExceptionGroup("x", [ValueError(), BaseExceptionGroup("y", [TokenRefused()])])
    assert len(mendable(group)) == 1


def test_a_newer_schema_and_an_unknown_branch_are_said():
    assert mendable(NewerSchema("Start the newer version.")) == ["Start the newer version."]
    assert "atlantis" in mendable(UnknownBranch("atlantis"))[0]


def test_a_fault_of_ours_is_not_dressed_up():
    assert not mendable(ZeroDivisionError())
    assert not mendable(BaseExceptionGroup("x", [ZeroDivisionError()]))
