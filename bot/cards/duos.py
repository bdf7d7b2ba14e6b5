"""The duo and its week, as mentee and mentor see them."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.requests import write_to_coach
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.cases import Reason
from bot.programme.notices import (
    CoachHasRead,
    DuoEnded,
)
from bot.programme.programme import Programme


def duo_ended(notice: DuoEnded, speech: Speech, programme: Programme) -> Card:
    """The other one has left; no reason is given."""
    del notice, programme
    text = paragraphs(
        speech.say("Your duo has ended. It is not because of you."),
        speech.say("Your coach will tell you more and looks for what is next."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def coach_has_read(notice: CoachHasRead, speech: Speech, programme: Programme) -> Card:
    """The coach has read the call, or has taken it."""
    del programme
    more = one_a_row(write_to_coach(notice.case_id, speech)) if notice.case_id else ()
    return Card(_what_was_read(notice, speech), more)


def clock_time(at: str, speech: Speech) -> str:
    """A wall time such as "18:00" as it is written in this language."""
    moment = datetime.combine(datetime(2026, 1, 1, tzinfo=UTC), time.fromisoformat(at), UTC)
    return speech.time(moment, ZoneInfo("UTC"))


def _what_was_read(notice: CoachHasRead, speech: Speech) -> str:
    coach = notice.coach
    if not notice.taken:
        return speech.say("Your coach {coach} has read it.", coach=coach)
    if notice.told:
        return speech.say(
            "Your coach {coach} knows what is in the way and will contact you.", coach=coach
        )
    if notice.reason in ("", Reason.ASKED):
        return speech.say(
            "Your coach {coach} looks after your question and will contact you.", coach=coach
        )
    return speech.say("Your coach {coach} knows it now and will contact you.", coach=coach)
