"""What the taps of a coach's work carry, and taps in the place of somebody else."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.cards.buttons import BETWEEN, MOST_BYTES, Carried, RowId

# Before what a button carries that a coach taps in the place of somebody.
IN_THE_PLACE = "~"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PAGES = 1000

Page = Annotated[int, Field(ge=0, lt=PAGES)]


class WorkTap(Carried):
    """See a page of a list of the work; the first one is 0."""

    prefix: ClassVar[str] = "wlk"
    name: Annotated[str, Field(pattern="^[a-z]{1,10}$")]
    page: Page = 0


class PersonTap(Carried):
    """See somebody."""

    prefix: ClassVar[str] = "wps"
    person_id: RowId


class ToCallTap(Carried):
    """See what is to be said to somebody by phone."""

    prefix: ClassVar[str] = "wcl"
    person_id: RowId


class CalledTap(Carried):
    """Somebody was called about all that was listed then (milliseconds), or did not answer."""

    prefix: ClassVar[str] = "wcd"
    person_id: RowId
    shown_at: RowId
    outcome: Literal["told", "no_answer"]


class HeardTap(Carried):
    """Somebody was called whether they still look for a duo, and said this."""

    prefix: ClassVar[str] = "sh"
    person_id: RowId
    said: Literal["still", "found"]


class EnterTap(Carried):
    """Enter somebody who speaks this language."""

    prefix: ClassVar[str] = "wen"
    language: Annotated[str, Field(pattern="^[a-z]{2}$")]


class AgreedTap(Carried):
    """Who is entered agreed by phone or on paper, or did not agree."""

    prefix: ClassVar[str] = "wag"
    new_id: RowId
    language: Annotated[str, Field(pattern="^[a-z]{2}$")]
    channel: Literal["phone", "paper", "no"]


class TelegramLinkTap(Carried):
    """Make the link by which somebody comes in on their own phone."""

    prefix: ClassVar[str] = "wtg"
    person_id: RowId


def for_person(person_id: int, data: str) -> str:
    """The same tap in the place of this person; empty when it does not fit into a button."""
    marked = f"{IN_THE_PLACE}{_short(person_id)}{BETWEEN}{data}"
    return marked if len(marked.encode()) <= MOST_BYTES else ""


def whose(data: str) -> tuple[int, str] | None:
    """For whom such a tap is, and what it carries; None for the tap of anybody for themselves."""
    if not data.startswith(IN_THE_PLACE):
        return None
    number, _, rest = data.removeprefix(IN_THE_PLACE).partition(BETWEEN)
    try:
        person_id = int(number, len(DIGITS))
    except ValueError:
        return 0, rest
    return (person_id if 0 < person_id < 2**63 else 0), rest


def _short(number: int) -> str:
    """A number in letters and digits: thirteen at most instead of nineteen."""
    digits = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits
