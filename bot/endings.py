"""Why a command ended: what an operator can mend is said in sentences, the rest is a fault."""

import errno
from collections.abc import Sequence

from bot.actions.handing_over import NobodyOfThatName
from bot.actions.invitations import UnknownBranch
from bot.directory.contents import WrongFile
from bot.post.identity import AnotherBot
from bot.post.telegram import TokenRefused
from bot.programme.needs.score import WrongQuestions
from bot.programme.programme_file import WrongProgramme
from bot.redaction import redact
from bot.settings import WrongSettings
from storage.address import WrongAddress
from storage.migrate import NewerSchema
from storage.ownership import OwnedByAnother
from storage.unusable import DatabaseAway, DatabaseUnusable, how_to_mend, may_come_back

EXIT_WRONG_FILE = 1
EXIT_WRONG_SETTINGS = 78
# A service manager tries again after this one, since it may mend itself.
EXIT_TRY_LATER = 75


# Errors whose own words are meant for the operator.
_SAY_IT_THEMSELVES = (
    UnknownBranch, NobodyOfThatName, NewerSchema, AnotherBot, OwnedByAnother, DatabaseAway,
    DatabaseUnusable,
)  # fmt: skip


def mendable(error: BaseException) -> Sequence[str]:
    """The sentences for whoever started the command; none when it is a fault of ours."""
    if isinstance(error, BaseExceptionGroup):
        return [sentence for one in error.exceptions for sentence in mendable(one)]
    if isinstance(error, WrongSettings | WrongProgramme | WrongFile | WrongQuestions):
        return error.problems
    sentence = _sentence(error)
    return [sentence] if sentence else []


def exit_code(error: BaseException) -> int:
    """What to end with, for an error that has sentences."""
    if isinstance(error, WrongFile | WrongQuestions):
        return EXIT_WRONG_FILE
    return EXIT_TRY_LATER if _is_away(error) else EXIT_WRONG_SETTINGS


def _is_away(error: BaseException) -> bool:
    if isinstance(error, BaseExceptionGroup):
        return any(_is_away(one) for one in error.exceptions)
    return isinstance(error, DatabaseAway) or may_come_back(error)


def _sentence(error: BaseException) -> str:
    if isinstance(error, TokenRefused):
        return _REFUSED_BY_TELEGRAM
    if isinstance(error, _SAY_IT_THEMSELVES):
        return str(error)
    if isinstance(error, WrongAddress):
        return f"DUOBOT_DATABASE will not do. {error}"
    of_the_machine = _of_the_machine(error) if isinstance(error, OSError) else ""
    return of_the_machine or how_to_mend(error) or ""


def _of_the_machine(error: OSError) -> str:
    """What an operator can mend is a port, or a file or folder that is named."""
    if error.errno == errno.EADDRINUSE:
        return _PORT_IS_TAKEN
    if error.filename and error.strerror:
        return f'"{redact(str(error.filename))}" cannot be used: {error.strerror}.'
    return ""


_PORT_IS_TAKEN = "Another program uses this port already. Choose another one with --port."
_REFUSED_BY_TELEGRAM = (
    "Telegram does not accept DUOBOT_TOKEN. Nothing is lost: what had to be sent waits in the "
    "database. Ask @BotFather for the right token, or for a new one if it was taken back."
)
