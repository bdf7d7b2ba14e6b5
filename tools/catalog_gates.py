"""What a catalog must be before anybody reads it; each gate gives its complaints as sentences."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from babel.messages.catalog import Catalog, Message

from bot.cards.card import LONGEST_BUTTON
from bot.i18n import has_same_fields, placeholders, texts
from tools import plain_language as plain
from tools.catalogs import BUTTON, messages, name_of
from tools.messages import is_missing

WORTH_MEASURING = 5  # words; the ease of a shorter text says nothing
SHARED = 2  # words that languages may share, such as a name; more is a text left in English
_MARKUP = re.compile(r"</?[a-z]+>|\*\*|__|`")


@dataclass(frozen=True, slots=True)
class Said:
    """One text as its reader sees it, with the English text that is its message's key."""

    language: str
    english: str
    text: str
    is_button: bool


def said_in_english(template: Catalog) -> list[Said]:
    """Every text of the template, each form of a plural apart."""
    return [
        Said("en", text, text, BUTTON in message.auto_comments)
        for message in messages(template)
        for text in texts(message.id)
    ]


def said_in(catalog: Catalog) -> list[Said]:
    """Every translation that is there, each form of a plural apart."""
    return [
        Said(str(catalog.locale), texts(message.id)[0], text, BUTTON in message.auto_comments)
        for message in messages(catalog)
        for text in texts(message.string)
        if text
    ]


def missing(catalog: Catalog) -> list[str]:
    """Texts without a translation, or with a form of the plural left empty."""
    return [
        f"{name_of(message)} has no translation: write one after msgstr."
        for message in messages(catalog)
        if is_missing(message)
    ]


def unsettled(catalog: Catalog) -> list[str]:
    """Translations that are only a guess, or that nobody says any more."""
    fuzzy = [m for m in messages(catalog) if m.fuzzy]
    return [f"{name_of(m)} is marked fuzzy: check it and remove the mark." for m in fuzzy] + [
        f"{name_of(m)} is said nowhere: `make messages` takes it out."
        for m in catalog.obsolete.values()
    ]


def wrong_fields(catalog: Catalog) -> list[str]:
    """Translations whose fields are not those of the English text."""
    return [
        f"{name_of(message)} has other {{fields}} in {' / '.join(texts(message.string))!r}: "
        "keep each name between braces as it is in English."
        for message in messages(catalog)
        if not is_missing(message) and not has_same_fields(message)
    ]


def unreadable_fields(said: Iterable[Said]) -> list[str]:
    """English texts with anything but plain names between braces."""
    complaints = []
    for each in said:
        try:
            placeholders(each.text)
        except ValueError as error:
            complaints.append(f"{error}. Write {{{{ and }}}} for a brace that is only a brace.")
    return complaints


def odd_signs(said: Iterable[Said]) -> list[str]:
    """Texts with a percent sign or with markup, which the reader would see as it stands."""
    complaints = []
    for each in said:
        if "%" in each.text:
            complaints.append(f"{each.text!r} has a percent sign: write the word, or a {{field}}.")
        if _MARKUP.search(each.text):
            complaints.append(f"{each.text!r} has markup, but texts are sent plain: leave it out.")
    return complaints


def uneven_edges(catalog: Catalog) -> list[str]:
    """Translations that begin or end with other spaces and lines than the English."""
    return [
        f"{name_of(message)} is translated as {text!r}: let it begin and end with the same "
        "spaces and new lines as the English."
        for message in messages(catalog)
        for text in texts(message.string)
        if text and _edges(text) != _edges(texts(message.id)[0])
    ]


def left_in_english(catalog: Catalog) -> list[str]:
    """Sentences whose translation is the English text itself."""
    return [
        f"{name_of(message)} is still in English: translate it."
        for message in messages(catalog)
        if texts(message.string) == texts(message.id) and _has_sentence(message)
    ]


def long_sentences(said: Iterable[Said]) -> list[str]:
    """Texts that are hard to follow: a long sentence, or long ones on average."""
    complaints = []
    for each in said:
        lengths = [len(plain.words(sentence)) for sentence in plain.sentences(each.text)]
        if max(lengths, default=0) > plain.LONGEST_SENTENCE:
            what = f"a sentence of {max(lengths)} words; at most {plain.LONGEST_SENTENCE}"
        elif sum(lengths) > plain.LONGEST_AVERAGE * len(lengths):
            what = f"{sum(lengths)} words in {len(lengths)}; at most {plain.LONGEST_AVERAGE} each"
        else:
            continue
        complaints.append(f"{each.text!r} has {what}: make two sentences of it.")
    return complaints


def long_buttons(said: Iterable[Said]) -> list[str]:
    """Labels that a small phone cuts off."""
    return [
        f"The button {each.text!r} takes {plain.length_of_button(each.text)} letters; at most "
        f"{LONGEST_BUTTON} fit (a field counts for {plain.FIELD_LETTERS}): say it shorter."
        for each in said
        if each.is_button and plain.length_of_button(each.text) > LONGEST_BUTTON
    ]


def formal_address(said: Iterable[Said], meant: frozenset[str] = frozenset()) -> list[str]:
    """Texts that say "u" or "vous"; `meant` are the English texts that speak to both of a duo."""
    return [
        f"{each.text!r} says {' and '.join(formal)}: we say je and tu to everybody."
        for each in said
        if each.english not in meant and (formal := plain.formal_words(each.text, each.language))
    ]


def hard_reading(said: list[Said], floors: Mapping[str, float]) -> list[str]:
    """A complaint when the median text reads less easily than its language's floor."""
    eases = sorted(
        (plain.reading_ease(each.text, each.language), each.text)
        for each in said
        if not each.is_button and len(plain.words(each.text)) >= WORTH_MEASURING
    )
    floor = floors[said[0].language] if said else 0
    if not eases or (middle := median(ease for ease, _ in eases)) >= floor:
        return []
    hardest = [f"  {ease:.0f}: {text!r}" for ease, text in eases[:5]]
    advice = "Use shorter words and sentences in the hardest ones:"
    return [f"The median reading ease is {middle:.0f}, below {floor:.0f}. {advice}", *hardest]


def _edges(text: str) -> tuple[str, str]:
    """The blank signs at both ends of a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _has_sentence(message: Message) -> bool:
    """Whether the message is longer than a name or a single word that languages may share."""
    return any(len(plain.words(text)) > SHARED for text in texts(message.id))
