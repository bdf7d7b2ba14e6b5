"""Whom to call when it cannot wait."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from bot.cards.buttons import Place
from bot.cards.calling import call_buttons
from bot.cards.card import Card, Rows, one_a_row, paragraphs
from bot.cards.hours import weekly_hours
from bot.cards.needs import need_words
from bot.cards.services import short_name, spoken
from bot.cards.ways import in_danger, people_to_call, way
from bot.i18n import Speech
from bot.programme.directory import Service
from bot.programme.directory.crisis import URGENT
from bot.programme.directory.opening import OpenNow, open_now
from bot.programme.directory.reading import read_service
from bot.programme.notices import Emergency
from bot.programme.people import is_staff
from bot.programme.programme import Programme

# What is called most, when nobody said what is wrong.
FIRST_CALLED = ("crisis.life", "crisis.suicide", "crisis.talk")
MOST_CALLS = 4


def emergency(notice: Emergency, speech: Speech, programme: Programme) -> Card:
    """The number for danger first, then a line for each distress, then people of ours.

    The number comes from the programme, so that it stands here even when the directory is empty.
    """
    lines = [read_service(one) for one in notice.lines]
    others = [one for one in lines if one.phones[0].dial != programme.emergency_number]
    others.sort(key=lambda one: notice.need not in one.needs)
    now = datetime.fromisoformat(notice.now)
    text = paragraphs(
        in_danger(speech, programme),
        *_by_need(others, notice.need, now, speech, programme),
        people_to_call(notice.branch, speech, programme),
    )
    person = Place.MENU if is_staff(notice.role) else Place.COACH
    ways = one_a_row(way(person, speech), way(Place.FIND_HELP, speech))
    return Card(text, _calls(lines, others, notice.need, programme, speech) + ways)


def _calls(
    lines: Sequence[Service], others: Sequence[Service], need: str, programme: Programme,
    speech: Speech,
) -> Rows:  # fmt: skip
    """A button for the number for danger, and for each line that is there for this above all."""
    danger = [one for one in lines if one.phones[0].dial == programme.emergency_number]
    first = [one for one in others if one.needs[0] in ((need,) if need else FIRST_CALLED)]
    called = [*danger, *first][:MOST_CALLS]
    return one_a_row(*(call_buttons(one, need or one.needs[0], speech)[0] for one in called))


def _by_need(
    lines: Sequence[Service], asked: str, now: datetime, speech: Speech, programme: Programme
) -> Iterator[str]:
    """Each distress in a few words, and under it whom to call."""
    for need, services in groupby(lines, lambda one: _need(one, asked)):
        calls = (_call(one, now, speech, programme) for one in services)
        yield "\n".join((need_words(need, speech), *calls))


def _need(service: Service, asked: str) -> str:
    if asked in service.needs:
        return asked
    return next(need for need in URGENT if need in service.needs)


def _call(service: Service, now: datetime, speech: Speech, programme: Programme) -> str:
    """Number, name and hours; and the languages when the reader's is none of them."""
    when = _when(service, now, speech, programme)
    parts = [service.phones[0].dial, short_name(service, speech), *when]
    if service.languages and speech.language not in service.languages:
        parts.append(speech.say("speaks {languages}", languages=spoken(service.languages, speech)))
    return " · ".join(parts)


def _when(service: Service, now: datetime, speech: Speech, programme: Programme) -> Iterator[str]:
    if service.is_always_open:
        yield speech.say("day and night")
        return
    if open_now(service, now, programme.zone) is OpenNow.OPEN:
        yield speech.say("open now")
    if hours := weekly_hours(service.openings, speech):
        yield hours
