"""A line to call, on one line of a card."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.hours import weekly_hours
from bot.cards.services import open_or_closed, short_name, spoken
from bot.i18n import Speech
from bot.programme.directory import Service
from bot.programme.directory.opening import open_now
from bot.programme.programme import Programme


def call_line(
    service: Service, now: datetime, speech: Speech, programme: Programme, *, tongues: bool = False
) -> str:
    """Number, name and hours; and the languages when the reader's is none of them, or when that
    is asked for.
    """
    when = _when(service, now, speech, programme)
    parts = [service.phones[0].dial, *_name(service, speech), *when]
    if service.languages and (tongues or speech.language not in service.languages):
        parts.append(speech.say("speaks {languages}", languages=spoken(service.languages, speech)))
    return " · ".join(parts)


def _name(service: Service, speech: Speech) -> Iterator[str]:
    """What it is called, without the number that stands before it."""
    named = short_name(service, speech).replace(service.phones[0].dial, "")
    if name := " ".join(named.split()):
        yield name


def _when(service: Service, now: datetime, speech: Speech, programme: Programme) -> Iterator[str]:
    if service.is_always_open:
        yield speech.say("day and night")
        return
    yield from open_or_closed(open_now(service, now, programme.zone), speech)
    if hours := weekly_hours(service.openings, speech):
        yield hours
