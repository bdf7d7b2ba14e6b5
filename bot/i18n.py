"""What the house says, in the reader's language: sentences, plurals, days, times and lists.

The English text is the message's key, so English needs no catalog. The other languages are
read from the `.po` files at start; there are no compiled catalogs that could be stale.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from string import Formatter

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from bot.programme.languages import LANGUAGES

Day = date  # where `date` is what a language says
DOMAIN = "duobot"
SOURCE_LANGUAGE = "en"

_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
_FIRST = "d'er'"  # as French says the first of a month
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_ISOLATES = "\u2066\u2067\u2068"
_OVERRIDES = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e"))
_ISOLATE_MARKS = dict.fromkeys(map(ord, _ISOLATES + _END_ISOLATE))


@dataclass(frozen=True, slots=True)
class Speech:
    """One language the house can speak; every text it gives is ready to be read."""

    language: str
    locale: Locale
    translations: NullTranslations

    def say(self, msgid: str, /, **fields: object) -> str:
        """The sentence in this language, with each `{field}` filled in."""
        return _filled(self.translations.gettext(msgid), fields)

    def button(self, msgid: str, /, **fields: object) -> str:
        """The label of a button: like `say`, but gated to fit on a small phone."""
        return _filled(self.translations.gettext(msgid), fields)

    def say_in(self, context: str, msgid: str, /, **fields: object) -> str:
        """The sentence where one English text means two things; `context` tells them apart."""
        return _filled(self.translations.pgettext(context, msgid), fields)

    def say_many(self, singular: str, plural: str, count: int, /, **fields: object) -> str:
        """The sentence in the form that `count` asks for; `{count}` is filled in too."""
        text = self.translations.ngettext(singular, plural, count)
        return _filled(text, {"count": format_decimal(count, locale=self.locale), **fields})

    def day(self, instant: datetime, zone: tzinfo) -> str:
        """The day as people there say it, such as "Tuesday 24 November"."""
        return self._dated(instant, zone, "EEEE {day} MMMM")

    def date(self, instant: datetime, zone: tzinfo) -> str:
        """The day with its year, such as "24 November 2026"."""
        return self._dated(instant, zone, "{day} MMMM y")

    def day_of_month(self, day: Day, *, short: bool = False) -> str:
        """The day without its year, such as "24 November", or "24 Nov"."""
        first = self.language == "fr" and day.day == 1
        pattern = f"{_FIRST if first else 'd'} {'MMM' if short else 'MMMM'}"
        return format_date(day, pattern, locale=self.locale)

    def time(self, instant: datetime, zone: tzinfo) -> str:
        """The time on the wall in that zone, such as "14:30"."""
        return format_datetime(_aware(instant), "HH:mm", tzinfo=zone, locale=self.locale)

    def day_and_time(self, instant: datetime, zone: tzinfo) -> str:
        """Day and time together, such as "Tuesday 24 November at 14:30"."""
        day, time = self.day(instant, zone), self.time(instant, zone)
        return self.say_in("moment", "{day} at {time}", day=day, time=time)

    def full_moment(self, instant: datetime, zone: tzinfo) -> str:
        """Day, year and time together, such as "Tuesday 24 November 2026 at 14:30"."""
        day, time = self._dated(instant, zone, "EEEE {day} MMMM y"), self.time(instant, zone)
        return self.say_in("moment", "{day} at {time}", day=day, time=time)

    def weekday(self, number: int) -> str:
        """The name of a day of the week; 0 is Monday."""
        return str(self.locale.days["stand-alone"]["wide"][number])

    def listed(self, words: Iterable[str]) -> str:
        """The words as a list in a sentence, such as "a, b and c"."""
        return format_list([isolated(word) for word in words], locale=self.locale)

    def either(self, words: Iterable[str]) -> str:
        """The words as a choice in a sentence, such as "a, b or c"."""
        chosen = [isolated(word) for word in words]
        return format_list(chosen, style="or", locale=self.locale)

    def _dated(self, instant: datetime, zone: tzinfo, pattern: str) -> str:
        first = self.language == "fr" and _aware(instant).astimezone(zone).day == 1
        pattern = pattern.format(day=_FIRST if first else "d")
        return format_datetime(_aware(instant), pattern, tzinfo=zone, locale=self.locale)


def _aware(instant: datetime) -> datetime:
    """The instant itself; Babel would take a naive one for UTC and say the wrong hour."""
    if instant.tzinfo is None:
        raise ValueError("An instant must be aware: this one has no time zone.")
    return instant


def load_speech() -> dict[str, Speech]:
    """Every language the house speaks, read from the catalogs: 10 ms for every 100 texts."""
    return {language: speech_from(language, _catalog_text(language)) for language in LANGUAGES}


@cache
def speech_from(language: str, catalog_text: bytes | None) -> Speech:
    """A language from the text of its `.po` file; without one the English texts are said.

    The same text is read only once.
    """
    locale = Locale.parse(_LOCALES[language])
    if catalog_text is None:
        return Speech(language, locale, NullTranslations())
    catalog = read_po(BytesIO(catalog_text), locale=language, domain=DOMAIN)
    return Speech(language, locale, _sound_translations(catalog))


def placeholders(text: str) -> frozenset[str]:
    """The names between braces; anything but plain names is refused with a ValueError."""
    names = set()
    for _, name, form, conversion in Formatter().parse(text):
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            message = f"Only plain names may stand between braces, not {{{name}}}: {text}"
            raise ValueError(message)
        names.add(name)
    return frozenset(names)


def isolated(value: object) -> str:
    """The value as text that cannot turn the sentence around it.

    Marks that force a direction are taken away, and a text that holds right-to-left letters
    is set apart by Unicode's isolates, so that a name in Arabic leaves the rest in order.
    """
    text = str(value)
    if text.isascii():
        return text
    text = text.translate(_OVERRIDES)
    outside = _outside_isolates(text)
    if outside is None:
        outside = text = text.translate(_ISOLATE_MARKS)
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in outside):
        return f"{_ISOLATE}{text}{_END_ISOLATE}"
    return text


def _outside_isolates(text: str) -> str | None:
    """The letters outside isolates; None when isolates do not open and close in pairs."""
    depth, outside = 0, []
    for letter in text:
        depth += (letter in _ISOLATES) - (letter == _END_ISOLATE)
        if depth < 0:
            return None
        if depth == 0:
            outside.append(letter)
    return None if depth else "".join(outside)


def _filled(text: str, fields: dict[str, object]) -> str:
    """The text with its fields; values are never read as formats themselves."""
    return text.format_map({name: isolated(value) for name, value in fields.items()})


def _catalog_text(language: str) -> bytes | None:
    """The `.po` file of a language as it was installed; None for the language of the keys."""
    if language == SOURCE_LANGUAGE:
        return None
    return files("locales").joinpath(language, "LC_MESSAGES", f"{DOMAIN}.po").read_bytes()


def _sound_translations(catalog: Catalog) -> GNUTranslations:
    """The catalog ready for use, without translations whose fields differ from the English."""
    for message in catalog:
        if message.id and not has_same_fields(message):
            message.string = ""
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def untranslated(language: str) -> int:
    """How many texts are said in English, since they have no sound translation."""
    text = _catalog_text(language)
    if text is None:
        return 0
    catalog = read_po(BytesIO(text), locale=language, domain=DOMAIN)
    wanted = [message for message in catalog if message.id]
    return sum(not all(texts(one.string)) or not has_same_fields(one) for one in wanted)


def has_same_fields(message: Message) -> bool:
    """Whether each form of the translation has the fields of the English; `{count}` is free."""
    free = {"count"} if message.pluralizable else set()
    try:
        wanted = set().union(*map(placeholders, texts(message.id))) - free
        return all(placeholders(text) - free == wanted for text in texts(message.string))
    except ValueError:
        return False


def texts(text: str | Iterable[str] | None) -> list[str]:
    """All forms of a message, whether it has a plural or not."""
    return [text] if isinstance(text, str) else list(text or ())
