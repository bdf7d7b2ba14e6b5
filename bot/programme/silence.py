"""Silence asks less, not more: how much somebody is asked who does not answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.programme.answering import Size

# Older silence is forgotten. A little more than the weeks that count, since weeks of a break and
# weeks that we missed lie between them.
REMEMBERED = timedelta(weeks=5)
ANSWERS_COUNTED = 8  # to tell at which hour somebody usually answers


@dataclass(frozen=True, slots=True)
class Asking:
    """How somebody is asked this week: not at all when there is no ``size``."""

    size: Size | None
    reminders: int

    @property
    def letters(self) -> int:
        """How many letters this is, at most."""
        return self.reminders + (self.size is not None)


_FULL, _SHORT, _NOT_AT_ALL = Asking(Size.FULL, 1), Asking(Size.SHORT, 0), Asking(None, 0)


def asking(silent_weeks: int) -> Asking:
    """How to ask who was silent for so many weeks until now: in full and once more, then shortly
    and only once, then not at all. From then on a coach calls.
    """
    return {0: _FULL, 1: _SHORT}.get(silent_weeks, _NOT_AT_ALL)


def best_hour(answered: Sequence[datetime], zone: ZoneInfo, own: time) -> time:
    """The hour on the wall at which somebody usually answers, else the one of their question.

    ``answered``: the latest first. Of two hours that come as often the later answers count.
    """
    hours = Counter(one.astimezone(zone).hour for one in answered[:ANSWERS_COUNTED])
    return time(hours.most_common(1)[0][0]) if hours else own
