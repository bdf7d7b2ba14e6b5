"""The week of a duo, as mentee and mentor are asked about it."""

from collections.abc import Mapping
from datetime import datetime

from bot.cards.buttons import CheckInTap, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.ways import way
from bot.cards.week_buttons import (
    AgainTap,
    CorrectionTap,
    FeelingTap,
    LengthTap,
    ObstaclesTap,
)
from bot.cards.wordings import asked_about
from bot.i18n import Speech
from bot.programme.answering import FEELINGS, HARD, LENGTHS, Size
from bot.programme.check_ins import Answer
from bot.programme.notices import (
    CheckInAnswered,
    CheckInClosed,
    CheckInCorrection,
    CheckInHowIsIt,
    CheckInHowLong,
    CheckInNoted,
    CheckInPrompt,
)
from bot.programme.programme import Programme

HOUR = 60  # minutes


def check_in_prompt(notice: CheckInPrompt, speech: Speech, programme: Programme) -> Card:
    """Did you meet? A few words before it where it is short, or put for the second time."""
    before = ""
    if notice.reminder:
        before = speech.say("I ask you this once more, and then I leave it.")
    elif notice.size == Size.SHORT:
        before = speech.say("One tap is enough. You can also leave it.")
    question = (
        _about_meetings(notice, speech, programme)
        if notice.meetings
        else asked_about(notice, speech)
    )
    taps = [
        Button(words, CheckInTap(prompt_id=notice.prompt_id, answer=answer).pack())
        for answer, words in _answers(notice, speech).items()
    ]
    return Card(paragraphs(before, question), one_a_row(*taps, way(Place.COACH, speech)))


def check_in_correction(notice: CheckInCorrection, speech: Speech, programme: Programme) -> Card:
    """The same choices once more."""
    del programme
    words = {
        Answer.MET: speech.button("Yes, we met"),
        Answer.MOVED: speech.button("We moved it"),
        Answer.NOT_MET: speech.button("No, we did not meet"),
    }
    taps = [
        Button(said, CorrectionTap(prompt_id=notice.prompt_id, answer=answer).pack())
        for answer, said in words.items()
    ]
    return Card(speech.say("No problem. What is right? Tap it."), one_a_row(*taps))


def check_in_how_long(notice: CheckInHowLong, speech: Speech, programme: Programme) -> Card:
    """About how long? It can be passed over, and the answer before it can be changed."""
    del programme
    text = paragraphs(
        speech.say("Thank you! Your answer: yes, we met."),
        speech.say("About how long did you meet?"),
    )
    short, usual, long = LENGTHS
    words = {
        short: speech.button("1 hour"),
        usual: speech.button("2 hours"),
        long: speech.button("3 hours or more"),
        0: speech.button("Skip this"),
    }
    taps = [
        Button(said, LengthTap(prompt_id=notice.prompt_id, minutes=minutes).pack())
        for minutes, said in words.items()
    ]
    return Card(text, one_a_row(*taps, change(notice.prompt_id, speech)))


def check_in_how_is_it(notice: CheckInHowIsIt, speech: Speech, programme: Programme) -> Card:
    """How is it going? In words and numbers; only the coach sees it."""
    del programme
    text = paragraphs(
        thanks(notice.answer, speech),
        speech.say("How is it going for you? Only your coach can see this."),
    )
    taps = [
        Button(_feelings(speech)[feeling], _felt(notice.prompt_id, feeling))
        for feeling in reversed(FEELINGS)
    ]
    skip = Button(speech.button("Skip this"), _felt(notice.prompt_id, 0))
    return Card(text, one_a_row(*taps, skip, change(notice.prompt_id, speech)))


def check_in_answered(notice: CheckInAnswered, speech: Speech, programme: Programme) -> Card:
    """The same confirmation, however often the button is tapped. When it is hard, nothing is
    praised, and the coach comes first.
    """
    text = paragraphs(
        thanks(notice.answer, speech),
        _said_besides(notice, speech),
        speech.say("Thank you for telling. It is hard now.")
        if _is_hard(notice)
        else _hours(notice, speech, programme),
        _offer(notice, speech),
    )
    return Card(text, one_a_row(*_ways_on(notice, speech)))


def check_in_noted(notice: CheckInNoted, speech: Speech, programme: Programme) -> Card:
    """In the place of the question, whose buttons are not needed any more."""
    del notice, programme
    return Card(speech.say("You have answered this question. Your answer is below."))


def check_in_closed(notice: CheckInClosed, speech: Speech, programme: Programme) -> Card:
    """Too late, and that is no problem."""
    del notice, programme
    text = speech.say("This question was about an earlier week. You do not have to answer it now.")
    return Card(text, one_a_row(way(Place.COACH, speech)))


def _answers(notice: CheckInPrompt, speech: Speech) -> Mapping[Answer, str]:
    if notice.meetings:
        return {
            Answer.MET: speech.button("Yes"),
            Answer.MOVED: speech.button("We moved it"),
            Answer.NOT_MET: speech.button("No"),
        }
    before = notice.last_week
    no = speech.button("No, not last week") if before else speech.button("No, not this week")
    return {
        Answer.MET: speech.button("Yes, we met"),
        Answer.MOVED: speech.button("We moved it"),
        Answer.NOT_MET: no,
    }


def _about_meetings(notice: CheckInPrompt, speech: Speech, programme: Programme) -> str:
    """What was fixed for that week is known, so only this is asked."""
    days = [speech.day(datetime.fromisoformat(one), programme.zone) for one in notice.meetings]
    if len(days) == 1:
        return speech.say(
            "Did your meeting with {partner} on {day} take place?",
            partner=notice.partner,
            day=days[0],
        )
    return speech.say(
        "Did your meetings with {partner} take place? They were on {days}.",
        partner=notice.partner,
        days=speech.listed(days),
    )


def thanks(answer: str, speech: Speech) -> str:
    """What was said, so that a wrong tap is seen."""
    match Answer(answer):
        case Answer.MET:
            return speech.say("Thank you! Your answer: yes, we met.")
        case Answer.MOVED:
            return speech.say("Thank you! Your answer: we moved it.")
        case Answer.NOT_MET:
            return speech.say("Thank you! Your answer: no, we did not meet. That can happen.")


def _said_besides(notice: CheckInAnswered, speech: Speech) -> str:
    if not notice.feeling:
        return ""
    return speech.say("How it is going: {feeling}", feeling=_feelings(speech)[notice.feeling])


def _hours(notice: CheckInAnswered, speech: Speech, programme: Programme) -> str:
    """What they have put together so far, never what is missing."""
    hours = notice.minutes_so_far // HOUR
    if not hours:
        return ""
    so_far = speech.say_many(
        "So far you told me of about {count} hour together.",
        "So far you told me of about {count} hours together.",
        hours,
    )
    if notice.minutes >= programme.check_in.guide_minutes:
        kind = speech.say("You took as much time for each other as we advise. Well done!")
    else:
        kind = speech.say("Every hour counts.")
    return f"{so_far} {kind}"


def _offer(notice: CheckInAnswered, speech: Speech) -> str:
    if notice.asks_obstacle:
        return speech.say("Is something in the way? You may tell me. You choose who may know it.")
    if notice.answer == Answer.MET:
        return ""
    return speech.say("Is something in the way? Your coach is happy to help.")


def _feelings(speech: Speech) -> Mapping[int, str]:
    return {
        1: speech.button("1 - very hard"),
        2: speech.button("2 - hard"),
        3: speech.button("3 - so-so"),
        4: speech.button("4 - good"),
        5: speech.button("5 - very good"),
    }


def _ways_on(notice: CheckInAnswered, speech: Speech) -> list[Button]:
    coach, tell = [way(Place.COACH, speech)], [tell_obstacle(notice.prompt_id, speech)]
    steps = [
        *(tell if notice.asks_obstacle else []),
        *([change(notice.prompt_id, speech)] if notice.prompt_id and notice.may_change else []),
        # After every answer, so that who hears what is in the way learns nothing of the answer.
        *(tell if notice.may_tell and not notice.asks_obstacle else []),
    ]
    if notice.answer == Answer.MET and not notice.asks_obstacle:
        return steps
    unsaid = notice.answer != Answer.MET and not notice.feeling
    return coach + steps if unsaid or _is_hard(notice) else steps + coach


def _is_hard(notice: CheckInAnswered) -> bool:
    return 0 < notice.feeling <= HARD


def _felt(prompt_id: int, feeling: int) -> str:
    return FeelingTap(prompt_id=prompt_id, feeling=feeling).pack()


def tell_obstacle(prompt_id: int, speech: Speech) -> Button:
    """The way to tell what is in the way."""
    return Button(
        speech.button("Something is in the way"), ObstaclesTap(prompt_id=prompt_id).pack()
    )


def change(prompt_id: int, speech: Speech) -> Button:
    """The way to another answer."""
    return Button(speech.button("Change my answer"), AgainTap(prompt_id=prompt_id).pack())
