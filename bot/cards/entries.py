"""What an entry of the directory tells, as its reader says it: its texts, and its days."""

from datetime import date, datetime, time

from bot.i18n import Speech
from bot.programme.directory.service import Names, in_language
from bot.programme.programme import Programme


def said(names: Names, speech: Speech) -> str:
    """A text in the reader's language, or in one that it has; empty when there is none."""
    return in_language(names, speech.language)[0]


def dated(day: date, speech: Speech, programme: Programme) -> str:
    """A day with its year, such as "24 November 2026"."""
    return speech.date(datetime.combine(day, time(12), programme.zone), programme.zone)
