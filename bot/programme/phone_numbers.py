"""Phone numbers of people: read as they are written in Belgium, shown as anybody can dial them."""

import re

HOME = "BE"
# What may stand in a number beside digits; a text with anything else is no number.
NUMBER = re.compile(r"\+?[\d\s./()-]{6,30}", re.ASCII)
FEWEST_DIGITS = 6  # fewer are a year, an hour or a house


def looks_like_a_number(text: str) -> bool:
    """Whether a whole text may be meant as a phone number."""
    is_written_so = NUMBER.fullmatch(text.strip()) is not None
    return is_written_so and sum(letter.isdigit() for letter in text) > FEWEST_DIGITS


def read_number(text: str) -> str | None:
    """The number with plus and digits only; None when nobody can have it."""
    import phonenumbers  # noqa: PLC0415  # it takes time to import, and few messages need it

    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return None
    if number.extension or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_shared(number: str) -> str | None:
    """The number of a contact, which Telegram often gives without its plus."""
    return read_number(number if number.startswith("+") else f"+{number}")


def shown_number(number: str) -> str:
    """In the groups in which one says it, for whoever dials from wherever."""
    import phonenumbers  # noqa: PLC0415  # the same

    parsed = phonenumbers.parse(number, HOME)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
