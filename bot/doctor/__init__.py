"""`duobot doctor`: looks at all that a bot needs, changes nothing, and says how to mend it."""

from collections.abc import Mapping, Sequence

from bot.clock import Clock, SystemClock
from bot.doctor.alarm import look_at_alarm
from bot.doctor.findings import Finding, Line, skipped, well
from bot.doctor.memory import look_at_memory
from bot.doctor.telegram import look_at_telegram
from bot.doctor.words import look_at_words
from bot.endings import EXIT_WRONG_SETTINGS
from bot.settings import NOT_GIVEN, Settings, WrongSettings, load_settings

AFTER_SETTINGS = "not looked at until the settings are right"


async def examine(environ: Mapping[str, str], clock: Clock | None = None) -> Sequence[Finding]:
    """What is well and what is not, a finding for each line, in the order of mending."""
    try:
        settings = load_settings(environ, needs_token=False)
    except WrongSettings as wrong:
        return _wrong_settings(wrong)
    clock = clock or SystemClock()
    memory = await look_at_memory(settings, clock.now().date())
    telegram = await look_at_telegram(settings, memory.bot_id, clock)
    first = (well(Line.SETTINGS, "Nothing in the environment is wrong."), _token(settings))
    alarm = await look_at_alarm(settings)
    return [*first, *look_at_words(settings), *memory.findings, *telegram, alarm]


def _wrong_settings(wrong: WrongSettings) -> list[Finding]:
    found = [Finding(Line.SETTINGS, one, EXIT_WRONG_SETTINGS) for one in wrong.problems]
    rest = [line for line in Line if line is not Line.SETTINGS]
    return [*found, *(skipped(line, AFTER_SETTINGS) for line in rest)]


def _token(settings: Settings) -> Finding:
    if settings.token.get_secret_value():
        return well(Line.TOKEN, "It is given, and has the form of a token.")
    if not settings.is_real_telegram:
        return well(Line.TOKEN, "None is needed with a pretend Telegram.")
    return Finding(Line.TOKEN, NOT_GIVEN, EXIT_WRONG_SETTINGS)
