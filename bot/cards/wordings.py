"""The weekly question in several ways, so that it is not the same sentence every week."""

from collections.abc import Sequence

from bot.i18n import Speech
from bot.programme.notices import CheckInPrompt


def asked_about(notice: CheckInPrompt, speech: Speech) -> str:
    """The question, about this week or the last one."""
    wordings = _last_week if notice.last_week else _this_week
    ways = wordings(notice.partner, speech)
    return ways[notice.wording % len(ways)]


def _this_week(partner: str, speech: Speech) -> Sequence[str]:
    return (
        speech.say("Did you meet {partner} this week?", partner=partner),
        speech.say("Hello! Did you meet this week, you and {partner}?", partner=partner),
        speech.say("I would like to know: did you meet {partner} this week?", partner=partner),
        speech.say("How was your week? Did you meet {partner}?", partner=partner),
    )


def _last_week(partner: str, speech: Speech) -> Sequence[str]:
    return (
        speech.say("Did you meet {partner} last week?", partner=partner),
        speech.say("Hello! Did you meet last week, you and {partner}?", partner=partner),
        speech.say("I would like to know: did you meet {partner} last week?", partner=partner),
        speech.say("How was last week? Did you meet {partner}?", partner=partner),
    )
