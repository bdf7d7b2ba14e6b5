"""What can be chosen when a session is planned, and what counts as an answer in words."""

from datetime import date, timedelta

from bot.programme.programme import Programme
from bot.programme.training.settings import INFO, MOST_SEATS

# What is asked, one at a time.
WHAT, WHEN, DAY, HOUR = "what", "when", "day", "hour"
PLACE, LANGUAGE, SEATS = "place", "language", "seats"
ASKED = frozenset({"", WHAT, WHEN, HOUR, PLACE, LANGUAGE, SEATS})
DAYS_SHOWN = 14
LONGEST_PLACE = 200  # letters
USUAL_SEATS = ("6", "8", "10", "12", "16", "20", "25", "30", "40")


def usual_choices(asks: str, today: date, programme: Programme) -> tuple[str, ...]:
    """What can be tapped for what is asked."""
    if asks == WHAT:
        return (INFO, *programme.training.keys)
    if asks == WHEN:
        days = (today + timedelta(days=one) for one in range(1, DAYS_SHOWN + 1))
        return tuple(day.isoformat() for day in days)
    if asks == HOUR:
        planned = programme.meetings
        return tuple(f"{one:02}00" for one in range(planned.first_hour, planned.last_hour + 1))
    if asks == LANGUAGE:
        return programme.languages
    return USUAL_SEATS if asks == SEATS else ()


def read_place(text: str) -> str | None:
    """A place in words, or an address in the web, in one line."""
    place = " ".join(text.split())
    return place if 0 < len(place) <= LONGEST_PLACE else None


def read_seats(text: str) -> int | None:
    """How many seats."""
    said = text.strip()
    seats = int(said) if said.isdecimal() and said.isascii() and len(said) < 4 else 0  # noqa: PLR2004  # digits
    return seats if 1 <= seats <= MOST_SEATS else None
