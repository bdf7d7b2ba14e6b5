"""Times of a first talk in words, on buttons and in lists."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.cards.card import Button, Rows, fitting, one_a_row
from bot.cards.intakes.buttons import SPOTS, IntakePickTap, IntakeStep, IntakeTap
from bot.i18n import Speech
from bot.programme.intakes.times import Spot
from bot.programme.notices.intakes.coach import Row
from bot.programme.notices.intakes.person import IntakeTimes


def spot_words(spot: str, speech: Speech) -> str:
    """How the two talk, in a list."""
    words = {
        Spot.BRANCH: speech.say("at our office"),
        Spot.PHONE: speech.say("by phone"),
        Spot.ONLINE: speech.say("online"),
    }
    return words[Spot(spot)]


def moment_words(at: str, zone: str, speech: Speech) -> str:
    """Day and hour of an instant (ISO)."""
    return speech.day_and_time(datetime.fromisoformat(at), ZoneInfo(zone))


def short_words(at: str, zone: str, speech: Speech) -> str:
    """As much of it as fits on a button, such as "Tue 24/11, 14:30"."""
    moment = datetime.fromisoformat(at)
    where = ZoneInfo(zone)
    day = format_datetime(moment, "EEE d/M", tzinfo=where, locale=speech.locale)
    return f"{day.replace('.', '')}, {speech.time(moment, where)}"


def times_lines(notice: IntakeTimes, speech: Speech) -> str:
    """Each time with how they talk, on a line of its own."""
    return "\n".join(
        f"– {moment_words(at, notice.zone, speech)}, {spot_words(spot, speech)}"
        for _, at, spot in notice.times
    )


def time_buttons(notice: IntakeTimes, speech: Speech) -> Rows:
    """A tap fixes the talk; what is not at the office says so."""
    taps = [
        Button(
            _with_spot(short_words(at, notice.zone, speech), spot, speech),
            IntakePickTap(
                half=half, spot=SPOTS[Spot(spot)], person_id=notice.person_id, moves=notice.moves
            ).pack(),
        )
        for half, at, spot in notice.times
    ]
    return one_a_row(*taps)


def talk_buttons(rows: Iterable[Row], zone: str, speech: Speech) -> list[Button]:
    """Each leads to its talk."""
    return [
        Button(
            fitting(f"{short_words(at, zone, speech)} {name}"),
            IntakeTap(step=IntakeStep.SHOW, intake_id=talk).pack(),
        )
        for talk, name, at, _ in rows
    ]


def _with_spot(moment: str, spot: str, speech: Speech) -> str:
    words = {
        Spot.BRANCH: moment,
        Spot.PHONE: speech.button("{moment} phone", moment=moment),
        Spot.ONLINE: speech.button("{moment} online", moment=moment),
    }
    return words[Spot(spot)]
