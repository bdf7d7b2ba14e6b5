"""Why a command ended: what an operator can mend is said in sentences, the rest is a fault."""

from collections.abc import Sequence

from bot.actions.invitations import UnknownBranch
from bot.post.poller import TokenRefused
from bot.programme.programme import WrongProgramme
from bot.settings import WrongSettings
from storage.migrate import NewerSchema


def mendable(error: BaseException) -> Sequence[str]:
    """The sentences for whoever started the command; none when it is a fault of ours."""
    if isinstance(error, BaseExceptionGroup):
        return [sentence for one in error.exceptions for sentence in mendable(one)]
    if isinstance(error, WrongSettings | WrongProgramme):
        return error.problems
    if isinstance(error, TokenRefused):
        return [_REFUSED_BY_TELEGRAM]
    if isinstance(error, UnknownBranch | NewerSchema):
        return [str(error)]
    return []


_REFUSED_BY_TELEGRAM = (
    "Telegram does not accept DUOBOT_TOKEN. Nothing is lost: what had to be sent waits in the "
    "database. Ask @BotFather for the right token, or for a new one if it was taken back."
)
