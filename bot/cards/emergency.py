"""Whom to call when it cannot wait."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.at_once import at_once
from bot.cards.buttons import Place
from bot.cards.calling import call_buttons
from bot.cards.card import Card, Rows, one_a_row, paragraphs
from bot.cards.lines import call_line
from bot.cards.needs import need_words
from bot.cards.ways import in_danger, people_to_call, way
from bot.i18n import Speech
from bot.programme.directory import Service
from bot.programme.directory.crisis import URGENT
from bot.programme.directory.reading import read_service
from bot.programme.notices import Emergency
from bot.programme.people import is_staff
from bot.programme.programme import Programme

# What is called most, when nobody said what is wrong.
FIRST_CALLED = ("crisis.life", "crisis.suicide", "crisis.talk")
MOST_CALLS = 4


def emergency(notice: Emergency, speech: Speech, programme: Programme) -> Card:
    """Who said what is wrong reads whom to call about that; else every line there is."""
    whole = at_once if notice.need else _every_line
    return whole(notice, speech, programme)


def _every_line(notice: Emergency, speech: Speech, programme: Programme) -> Card:
    """The number for danger first, then a line for each distress, then people of ours.

    The number comes from the programme, so that it stands here even when the directory is empty.
    """
    lines = [read_service(one) for one in notice.lines]
    others = [one for one in lines if one.phones[0].dial != programme.emergency_number]
    now = datetime.fromisoformat(notice.now)
    text = paragraphs(
        in_danger(speech, programme),
        *_by_need(others, now, speech, programme),
        people_to_call(notice.branch, speech, programme),
    )
    person = Place.MENU if is_staff(notice.role) else Place.COACH
    ways = one_a_row(way(person, speech), way(Place.FIND_HELP, speech))
    return Card(text, _calls(lines, others, programme, speech) + ways)


def _calls(
    lines: Sequence[Service], others: Sequence[Service], programme: Programme, speech: Speech
) -> Rows:
    """A button for the number for danger, and for each line that is called most."""
    danger = [one for one in lines if one.phones[0].dial == programme.emergency_number]
    first = [one for one in others if one.needs[0] in FIRST_CALLED]
    called = [*danger, *first][:MOST_CALLS]
    return one_a_row(*(call_buttons(one, one.needs[0], speech)[0] for one in called))


def _by_need(
    lines: Sequence[Service], now: datetime, speech: Speech, programme: Programme
) -> Iterator[str]:
    """Each distress in a few words, and under it whom to call; those with the same lines stand
    together.
    """
    together: dict[tuple[str, ...], list[str]] = {}
    for need in URGENT:
        services = _lines_under(need, lines)
        calls = tuple(call_line(one, now, speech, programme) for one in services)
        together.setdefault(calls, []).append(need_words(need, speech))
    for calls, headings in together.items():
        if calls:
            yield "\n".join((*headings, *calls))


def _lines_under(need: str, lines: Sequence[Service]) -> list[Service]:
    """Each line stands once; but no distress is left out since its line stands above."""
    helping = [one for one in lines if need in one.needs]
    return [one for one in helping if _first_need(one) == need] or helping


def _first_need(service: Service) -> str:
    return next(need for need in URGENT if need in service.needs)
