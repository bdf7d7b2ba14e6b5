"""Why a command ended: what an operator can mend is said in sentences, the rest is a fault."""

import errno
from collections.abc import Sequence

from bot.actions.invitations import UnknownBranch
from bot.post.telegram import TokenRefused
from bot.programme.programme import WrongProgramme
from bot.settings import WrongSettings
from storage.migrate import NewerSchema


def mendable(error: BaseException) -> Sequence[str]:
    """The sentences for whoever started the command; none when it is a fault of ours."""
    if isinstance(error, BaseExceptionGroup):
        return [sentence for one in error.exceptions for sentence in mendable(one)]
    if isinstance(error, WrongSettings | WrongProgramme):
        return error.problems
    sentence = _sentence(error)
    return [sentence] if sentence else []


def _sentence(error: BaseException) -> str:
    if isinstance(error, TokenRefused):
        return _REFUSED_BY_TELEGRAM
    if isinstance(error, UnknownBranch | NewerSchema):
        return str(error)
    taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    return _PORT_IS_TAKEN if taken else ""


_PORT_IS_TAKEN = "Another program uses this port already. Choose another one with --port."
_REFUSED_BY_TELEGRAM = (
    "Telegram does not accept DUOBOT_TOKEN. Nothing is lost: what had to be sent waits in the "
    "database. Ask @BotFather for the right token, or for a new one if it was taken back."
)
