"""Choosing a ready answer: from a list, with a day and an hour, and seen before it is sent."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from bot.cards.buttons import CaseStep, CaseTap
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.talk_buttons import ReadyPageTap, ReadySendTap, ReadyTap, carried_day
from bot.cards.ways import LANGUAGE_NAMES
from bot.i18n import Speech
from bot.programme.notices import ReadyAnswerLacks, ReadyAnswers, ReadyAnswerShown
from bot.programme.programme import Programme
from bot.programme.ready_answers import HOURS, label, read_hour

DAYS_A_ROW, HOURS_A_ROW = 2, 3


def ready_answers(notice: ReadyAnswers, speech: Speech, programme: Programme) -> Card:
    """One button for each; nothing is sent by this tap."""
    del programme
    text = paragraphs(
        speech.say("What do you want to answer to {name}?", name=notice.name),
        speech.say("You see it before I send it."),
    )
    taps = [
        Button(label(one, speech.language), ReadyTap(case_id=notice.case_id, answer=one).pack())
        for one in notice.answers
    ]
    return Card(text, one_a_row(*taps, *_more(notice, speech), _own_words(notice.case_id, speech)))


def ready_answer_lacks(notice: ReadyAnswerLacks, speech: Speech, programme: Programme) -> Card:
    """First the day, then the hour."""
    del programme
    if notice.days:
        return Card(speech.say("Which day?"), (*_days(notice, speech), _others(notice, speech)))
    return Card(speech.say("At what time?"), (*_hours(notice), _others(notice, speech)))


def ready_answer_shown(notice: ReadyAnswerShown, speech: Speech, programme: Programme) -> Card:
    """As the person will read it, then what it means."""
    del programme
    language = LANGUAGE_NAMES[notice.language]
    reads = speech.say("{name} reads this ({language}):", name=notice.name, language=language)
    means = speech.say("It means:")
    is_same = notice.language == speech.language
    text = paragraphs(
        f"{reads}\n{notice.words}",
        "" if is_same else f"{means}\n{notice.means}",
        speech.say("Shall I send it?"),
    )
    chosen = {"answer": notice.answer, "day": notice.day, "hour": notice.hour}
    send = ReadySendTap(case_id=notice.case_id, **chosen).pack()
    return Card(text, ((Button(speech.button("Yes, send it"), send),), _others(notice, speech)))


def _days(notice: ReadyAnswerLacks, speech: Speech) -> Rows:
    taps = [
        Button(_short(day, speech), _tap(notice, day=carried_day(day)))
        for day in map(date.fromisoformat, notice.days)
    ]
    return _in_rows(taps, DAYS_A_ROW)


def _hours(notice: ReadyAnswerLacks) -> Rows:
    hours = [f"{hour:02}00" for hour in HOURS]
    taps = [Button(read_hour(hour), _tap(notice, day=notice.day, hour=hour)) for hour in hours]
    return _in_rows(taps, HOURS_A_ROW)


def _in_rows(taps: Sequence[Button], a_row: int) -> Rows:
    return tuple(tuple(taps[at : at + a_row]) for at in range(0, len(taps), a_row))


def _tap(notice: ReadyAnswerLacks, **chosen: str) -> str:
    return ReadyTap(case_id=notice.case_id, answer=notice.answer, **chosen).pack()


def _short(day: date, speech: Speech) -> str:
    return format_date(day, "EEE d MMM", locale=speech.locale)


def _more(notice: ReadyAnswers, speech: Speech) -> tuple[Button, ...]:
    """The next page, and after the last one the first."""
    if notice.pages < 2:  # noqa: PLR2004  # one page has no other
        return ()
    page = (notice.page + 1) % notice.pages
    data = ReadyPageTap(case_id=notice.case_id, page=page).pack()
    return (Button(speech.button("More answers"), data),)


def _others(notice: ReadyAnswerLacks | ReadyAnswerShown, speech: Speech) -> tuple[Button, ...]:
    words = speech.button("Another answer")
    return (Button(words, ReadyPageTap(case_id=notice.case_id).pack()),)


def _own_words(case_id: int, speech: Speech) -> Button:
    data = CaseTap(case_id=case_id, step=CaseStep.REPLY).pack()
    return Button(speech.button("In my own words"), data)
