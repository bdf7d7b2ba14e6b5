"""One's own day and hour of the weekly question."""

from datetime import datetime

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.check_ins import change, tell_obstacle
from bot.cards.duos import clock_time
from bot.cards.ways import way
from bot.cards.week_buttons import RhythmStep, RhythmTap, Weekday
from bot.i18n import Speech
from bot.programme.check_ins import Answer
from bot.programme.notices import MyQuestion
from bot.programme.programme import Programme
from bot.programme.rhythm import hours_of


def my_question(notice: MyQuestion, speech: Speech, programme: Programme) -> Card:
    """When it comes, or the choice of its day or hour."""
    if notice.next_ask is None:
        text = speech.say("You have no duo now, so I ask you no weekly question.")
        return Card(text, one_a_row(way(Place.MENU, speech)))
    if notice.choosing == "day":
        days = [
            Button(speech.weekday(day.number), RhythmTap(step=RhythmStep.SET, weekday=day).pack())
            for day in Weekday
            if day is not Weekday.NONE
        ]
        return Card(speech.say("On which day may I ask you?"), one_a_row(*days))
    if notice.choosing == "hour":
        hours = [
            Button(clock_time(f"{hour:02}:00", speech),
                   RhythmTap(step=RhythmStep.SET, hour=hour).pack())
            for hour in hours_of(programme)
        ]  # fmt: skip
        return Card(speech.say("At what time may I ask you?"), one_a_row(*hours))
    return _as_it_is(notice, notice.next_ask, speech, programme)


def _as_it_is(notice: MyQuestion, coming: str, speech: Speech, programme: Programme) -> Card:
    text = paragraphs(
        speech.say("It is changed.") if notice.changed else "",
        speech.say(
            "I ask you each {weekday} at {time} if you met.",
            weekday=speech.weekday(notice.weekday),
            time=clock_time(notice.at, speech),
        ),
        _next(notice, coming, speech, programme),
        speech.say("This is only for you. The other one chooses too."),
        _last(notice, speech),
    )
    rows = one_a_row(
        *_about_last(notice, speech),
        Button(speech.button("Another day"), RhythmTap(step=RhythmStep.DAY).pack()),
        Button(speech.button("Another time"), RhythmTap(step=RhythmStep.HOUR).pack()),
        way(Place.MENU, speech),
    )
    return Card(text, rows)


def _next(notice: MyQuestion, coming: str, speech: Speech, programme: Programme) -> str:
    """During a break nobody is told whose it is, nor a day that would not be true."""
    if notice.resting:
        return speech.say("The next question comes after the break.")
    when = speech.day_and_time(datetime.fromisoformat(coming), programme.zone)
    return speech.say("The next question comes on {when}.", when=when)


def _last(notice: MyQuestion, speech: Speech) -> str:
    if notice.answer is None:
        return ""
    match Answer(notice.answer):
        case Answer.MET:
            return speech.say("Your last answer: yes, we met.")
        case Answer.MOVED:
            return speech.say("Your last answer: we moved it.")
        case Answer.NOT_MET:
            return speech.say("Your last answer: no, we did not meet.")


def _about_last(notice: MyQuestion, speech: Speech) -> list[Button]:
    """What can still be done about the last answer."""
    if notice.answer is None:
        return []
    tell = [tell_obstacle(notice.prompt_id, speech)] if notice.asks_obstacle else []
    return [*tell, change(notice.prompt_id, speech)]
