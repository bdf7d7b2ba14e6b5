"""Changing an entry of the directory from the chat: what can be changed, and what it must be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.programme.directory.reading import WEBSITE
from bot.programme.directory.service import Phone, Place, Service, Status, in_language
from bot.programme.directory.tables import UNFIT

LONGEST_VALUE = 200  # letters; more does not belong on the card of a service
NOTHING = "-"
HOME = "BE"  # numbers are read as one dials them in Belgium
# 112, 1813, and the numbers that are the same in all of Europe, such as 116 000.
SHORT_NUMBER = re.compile(r"[0-9]{3,4}|116 ?[0-9]{3}")
ADDRESS = re.compile(r"(?P<street>[^,]*\d[^,]*),\s*(?P<code>[1-9]\d{3})\s+(?P<town>\S.*)")


class Field(StrEnum):
    """What of an entry staff can change from the chat."""

    PHONE = "phone"
    HOURS = "hours"
    ADDRESS = "address"
    WEBSITE = "website"
    WARNING = "warning"
    WHO = "who"
    CLOSED = "closed"
    REOPENED = "reopened"


# What needs no words.
STATUSES = {Field.CLOSED: Status.DEFUNCT, Field.REOPENED: Status.ACTIVE}
# What stands in several languages, by its name in a service.
TEXTS = {Field.HOURS: "hours", Field.WARNING: "alert", Field.WHO: "eligibility"}
MAY_BE_EMPTY = frozenset({*TEXTS, Field.ADDRESS, Field.WEBSITE})


class Unfit(StrEnum):
    """Why what was written will not do; the card puts it into words, with an example."""

    NO_NUMBER = "no_number"
    NO_WEBSITE = "no_website"
    NO_ADDRESS = "no_address"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail of an entry; ``number`` tells which of several phones, the first is 0."""

    field: Field
    number: int = 0

    def __str__(self) -> str:
        return f"{self.field}.{self.number}" if self.number else str(self.field)

    @classmethod
    def read(cls, text: str) -> "Detail":
        """The detail as it is stored."""
        field, _, number = text.partition(".")
        return cls(Field(field), int(number or 0))


def offered(service: Service) -> tuple[Field, ...]:
    """What can be changed of an entry. A crisis line is closed only by operators, with a file:
    nobody in danger may miss a number by the tap of one person.
    """
    ends = {
        Field.CLOSED: service.status is not Status.DEFUNCT and not service.is_crisis_line,
        Field.REOPENED: service.status is not Status.ACTIVE,
    }
    return tuple(field for field in Field if ends.get(field, True))


def fitted(service: Service, detail: Detail, before: str) -> Detail | None:
    """The detail as the entry has it by now, when it said ``before``; None when the change does
    not fit any more. A number may stand elsewhere, and one more comes after the last.
    """
    if detail.field not in offered(service):
        return None
    if detail.field is not Field.PHONE or shown_value(service, detail, "") == before:
        return detail
    places = [*(one.dial for one in service.phones), ""]
    return replace(detail, number=places.index(before)) if before in places else None


def read_value(field: Field, text: str) -> str | Unfit:
    """What staff wrote for a field, in the form in which it is kept, or why it will not do."""
    said = " ".join(UNFIT.sub(" ", text).split())
    if said == NOTHING and field in MAY_BE_EMPTY:
        return ""
    if len(said) > LONGEST_VALUE:
        return Unfit.TOO_LONG
    if field not in _READING:
        return said
    read, problem = _READING[field]
    return read(said) or problem


def shown_value(service: Service, detail: Detail, language: str) -> str:
    """What an entry says now, as its reader sees it; empty when it says nothing."""
    if detail.field in TEXTS:
        return in_language(getattr(service, TEXTS[detail.field]), language)[0]
    values = {
        Field.PHONE: [one.dial for one in service.phones[detail.number :]],
        Field.ADDRESS: [_address(one) for one in service.places],
        Field.WEBSITE: [service.website or ""],
    }
    return next(iter(values.get(detail.field, ())), "")


def changed(service: Service, detail: Detail, value: str, language: str) -> Service:
    """The service with a detail changed. A text stands in the language of who wrote it, in the
    place of those in all languages, which would tell something else.
    """
    if detail.field in TEXTS:
        return _reworded(service, detail.field, {language: value} if value else {})
    match detail.field:
        case Field.PHONE:
            return replace(service, phones=_with_phone(service.phones, detail.number, value))
        case Field.ADDRESS:
            return replace(service, places=_moved(service.places, value))
        case Field.WEBSITE:
            return replace(service, website=value or None)
        case _:
            return replace(service, status=STATUSES[detail.field])


def _reworded(service: Service, field: Field, texts: Mapping[str, str]) -> Service:
    """New words for the hours are newer than their table, by which nobody is told "open now"."""
    if field is Field.HOURS:
        return replace(service, hours=texts, openings=())
    return (
        replace(service, alert=texts)
        if field is Field.WARNING
        else replace(service, eligibility=texts)
    )


def _read_phone(text: str) -> str | None:
    """A number as one dials it in Belgium, in the groups in which one says it."""
    import phonenumbers  # noqa: PLC0415  # it takes time to import, and few messages need it

    if SHORT_NUMBER.fullmatch(text):
        return text
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    if number.extension or not phonenumbers.is_valid_number(number):
        return None
    at_home = phonenumbers.region_code_for_number(number) == HOME
    forms = phonenumbers.PhoneNumberFormat
    form = forms.NATIONAL if at_home else forms.INTERNATIONAL
    return _digits(phonenumbers.format_number(number, form))


def _digits(number: str) -> str:
    return " ".join(re.sub(r"[^0-9+]", " ", number).split())


def _phone(dial: str, before: Phone | None) -> Phone:
    """The number, with what was said of the one in whose place it stands."""
    import phonenumbers  # noqa: PLC0415  # the same

    old = before or Phone(dial)
    if SHORT_NUMBER.fullmatch(dial):
        return replace(old, dial=dial, international=None, is_free=None)
    number = phonenumbers.parse(dial, HOME)
    whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    is_free = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.TOLL_FREE
    return replace(old, dial=dial, international=whole, is_free=is_free or None)


def _with_phone(phones: tuple[Phone, ...], number: int, dial: str) -> tuple[Phone, ...]:
    before = next(iter(phones[number:]), None)
    return (*phones[:number], _phone(dial, before), *phones[number + 1 :])


def _read_website(text: str) -> str | None:
    whole = text if text.startswith(("http://", "https://")) else f"https://{text}"
    return whole if WEBSITE.fullmatch(whole) else None


def _read_address(text: str) -> str | None:
    return text if ADDRESS.fullmatch(text) else None


def _address(place: Place) -> str:
    return f"{place.street}, {place.postal_code} {place.town}".strip(", ")


def _moved(places: tuple[Place, ...], value: str) -> tuple[Place, ...]:
    """Of a new address nobody has measured where it lies, or whether there are steps."""
    found = ADDRESS.fullmatch(value)
    if not found:
        return places[1:]
    return (Place(found["street"].strip(), found["code"], found["town"]), *places[1:])


_READING: Mapping[Field, tuple[Callable[[str], str | None], Unfit]] = {
    Field.PHONE: (_read_phone, Unfit.NO_NUMBER),
    Field.WEBSITE: (_read_website, Unfit.NO_WEBSITE),
    Field.ADDRESS: (_read_address, Unfit.NO_ADDRESS),
}
