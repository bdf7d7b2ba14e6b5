"""Who signed when, and how: with a tap, on paper, or by word of mouth."""

from datetime import datetime, tzinfo

from bot.i18n import Speech
from bot.programme.notices.convention import ON_PAPER, SPOKEN


def told_signature(when: str, how: str, speech: Speech, zone: tzinfo) -> str:
    """What is said of one signature; empty while there is none."""
    if not when:
        return ""
    date = speech.date(datetime.fromisoformat(when), zone)
    if how == ON_PAPER:
        return speech.say("signed on paper on {date}", date=date)
    if how == SPOKEN:
        return speech.say("said yes to a coach on {date}", date=date)
    return speech.say("signed on {date}", date=date)
