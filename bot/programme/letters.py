"""What a letter is: something that has to be said to somebody, before it is put into words."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from bot.programme.notices import Notice
from bot.programme.people import is_staff


class Lane(IntEnum):
    """What goes first when everything cannot go at once: help before reminders."""

    CASE = 0
    REPLY = 1
    REMINDER = 2
    BROADCAST = 3


def rests(role: str | None, lane: Lane) -> bool:
    """Whether such a letter is not sent to somebody on a break; staff hear all the same."""
    return lane >= Lane.REMINDER and not is_staff(role)


@dataclass(frozen=True, slots=True)
class Letter:
    """One notice for one person.

    Kind, subject and occurrence together name the letter: written twice, it is sent once.
    ``edits`` is the number of an earlier message in the chat that this letter replaces,
    ``replies_to`` of one below which it shows to what it belongs.
    From ``expires`` on nobody wants it any more, and it is not sent. ``answers`` is the message
    of its reader that it answers.
    """

    to: int
    notice: Notice
    subject: str
    occurrence: str
    lane: Lane
    due: datetime
    edits: int | None = None
    expires: datetime | None = None
    replies_to: int | None = None
    answers: int | None = None
