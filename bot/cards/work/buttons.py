"""What the taps of a coach's work carry, and taps in the place of somebody else."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from bot.cards.buttons import BETWEEN, MOST_BYTES, Carried, RowId, ServiceTap

# Before what a button carries that a coach taps in the place of somebody.
IN_THE_PLACE = "~"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_DIGITS = 11
# So many bytes are left for what stands behind the longest number of a person.
MOST_IN_PLACE = MOST_BYTES - len(f"{IN_THE_PLACE}{BETWEEN}") - MOST_DIGITS
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
    """The same tap in the place of this person. A service whose name is long is shown without the
    way back to what it was found for; empty when a tap does not fit into a button even so.
    """
    marks = (f"{IN_THE_PLACE}{_short(person_id)}{BETWEEN}{one}" for one in (data, _alone(data)))
    return next((one for one in marks if len(one.encode()) <= MOST_BYTES), "")


def whose(data: str) -> tuple[int, str] | None:
    """For whom such a tap is, and what it carries; None for the tap of anybody for themselves."""
    if not data.startswith(IN_THE_PLACE):
        return None
    number, _, rest = data.removeprefix(IN_THE_PLACE).partition(BETWEEN)
    person_id = _long(number)
    is_ours = 0 < person_id < 2**63 and _short(person_id) == number
    return (person_id if is_ours else 0), rest


def _alone(data: str) -> str:
    """A tap on a service without what it was found for; any other one as it is."""
    try:
        return ServiceTap(service=ServiceTap.unpack(data).service).pack()
    except ValueError:
        return data


def _long(number: str) -> int:
    """The number behind such letters and digits; 0 for what is none."""
    if not number or len(number) > MOST_DIGITS or not set(number) <= set(DIGITS):
        return 0
    found = 0
    for digit in number:
        found = found * len(DIGITS) + DIGITS.index(digit)
    return found


def _short(number: int) -> str:
    """A number in letters and digits: eleven at most instead of nineteen."""
    digits = ""
    while number:
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits
