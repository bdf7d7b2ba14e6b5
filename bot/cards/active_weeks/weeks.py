"""In which week a duo is, and until when it goes on."""

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.i18n import Speech
from bot.programme.notices import DuoCard


def weeks_line(week: int, length: int, ends: str, speech: Speech) -> str:
    """Which week it is, of how many, and about until when; nothing before the first one."""
    if not length:
        return ""
    if week > length:
        return speech.say("Your {count} weeks together are full.", count=length)
    return " ".join(
        (
            speech.say("This is week {week} of {count} of your duo.", week=week, count=length),
            speech.say("It goes on until about {date}.", date=_day(ends, speech)),
            speech.say("A break makes it longer."),
        )
    )


def weeks_for_coach(week: int, length: int, ends: str, speech: Speech) -> str:
    """The same for who follows the duo."""
    if not length:
        return ""
    if week > length:
        return speech.say("Their {count} weeks are full.", count=length)
    return speech.say(
        "Week {week} of {count}, until about {date}.",
        week=week,
        count=length,
        date=_day(ends, speech),
    )


def since_when(notice: DuoCard, since: str, speech: Speech) -> Iterable[str]:
    """Since when they are a duo, and which week it is."""
    yield speech.say("A duo since {date}.", date=since)
    if notice.together[1]:
        yield weeks_for_coach(*notice.together, speech)


def _day(ends: str, speech: Speech) -> str:
    return speech.date(datetime.fromisoformat(ends).replace(tzinfo=UTC), UTC)
