"""Being there: when a roll is called, and what counts as the code that is shown on site."""

import re
from datetime import datetime, timedelta

DIGITS = 6
# A coach can show the code a little before, and who comes late or forgets has until the evening.
BEFORE, AFTER = timedelta(minutes=30), timedelta(hours=2)
# So many wrong codes, then a rest: nobody finds one of a million by trying.
MOST_TRIES, REST = 5, timedelta(minutes=30)
# How long after the end a coach is asked who was there.
ROLL_DUE = timedelta(hours=1)
# So long after the session who was there can still be put right.
ROLL_OPEN = timedelta(days=30)

_CODE = re.compile(r"\D{0,2}(\d{3})[ .-]?(\d{3})\D{0,2}")


def read_code(text: str) -> str | None:
    """The six digits of a message that says nothing else, in whatever script they are written;
    None for any other message.
    """
    found = _CODE.fullmatch(text.strip())
    return "".join(str(int(one)) for one in found[1] + found[2]) if found else None


def shows_code(now: datetime, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a code can be shown and typed now."""
    return starts_at - BEFORE <= now <= ends_at + AFTER


def calls_roll(now: datetime, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether it can be said now who was there."""
    return starts_at <= now <= ends_at + ROLL_OPEN
