"""How hard a text is to read: its sentences, its words, its syllables, and who it addresses."""

import re
from functools import cache

from pyphen import Pyphen

LONGEST_AVERAGE = 15  # words a sentence, over a message
LONGEST_SENTENCE = 20  # words
FIELD_LETTERS = 8  # what a {field} in a button counts for, as long as a first name

_DICTIONARIES = {"nl": "nl_NL", "fr": "fr", "en": "en_GB"}
# Flesch (English), Flesch-Douma (Dutch), Kandel-Moles (French): start, weight of words a
# sentence, weight of syllables a word. About 100 is a children's book, 30 a law.
_EASE = {"nl": (206.84, 0.93, 77.0), "fr": (207.0, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}
_FORMAL = {"nl": r"u|uw|uzelf|gij", "fr": r"vous|votre|vos|vôtres?|veuillez", "en": "(?!)"}
_FIELD = re.compile(r"\{\w+\}")
_ABBREVIATION = re.compile(r"\b(bv|bijv|nr|tel|p\.ex|e\.g|M|Mme|Mr|Mrs|St)\.(?=\s)")
_SENTENCE_END = re.compile(r"(?<=[.!?…:])[\"'”»)]*(?:[ \t\u00a0\u202f]+|$)|\n+")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon and a new line end one too, as in a list."""
    plain = _ABBREVIATION.sub(r"\1", text.replace("...", "…"))
    return [part for part in _SENTENCE_END.split(plain) if words(part)]


def words(text: str) -> list[str]:
    """The words of a text; a field counts as one, and so does "l'école" or "10.30"."""
    return _WORD.findall(_FIELD.sub("Amir", text))


def length_of_button(text: str) -> int:
    """How many letters a button takes, with each field as long as a first name."""
    return len(_FIELD.sub("x" * FIELD_LETTERS, text))


def reading_ease(text: str, language: str) -> float:
    """The reading ease of a text by its language's own formula; higher is easier."""
    spoken = words(text)
    start, of_length, of_syllables = _EASE[language]
    length = len(spoken) / len(sentences(text))
    return start - of_length * length - of_syllables * syllables(spoken, language) / len(spoken)


def syllables(spoken: list[str], language: str) -> int:
    """How many syllables the words have; where a word may be broken, one ends."""
    hyphens = _hyphens(language)
    return sum(len(hyphens.positions(word.lower())) + 1 for word in spoken)


def formal_words(text: str, language: str) -> list[str]:
    """The words that address the reader as a stranger ("u", "vous")."""
    return re.findall(rf"\b(?:{_FORMAL[language]})\b", text, re.IGNORECASE)


@cache
def _hyphens(language: str) -> Pyphen:
    """The hyphenation of a language, read once."""
    return Pyphen(lang=_DICTIONARIES[language])
