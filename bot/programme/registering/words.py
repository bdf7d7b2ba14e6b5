"""Lists of words, and words that somebody wrote."""

import unicodedata


def words_of(text: str) -> frozenset[str]:
    """The words of a text: lists are written so that they can be read."""
    return frozenset(text.split())


def clean_words(text: str) -> str:
    """What somebody wrote, without what shows nothing, in one line."""
    shown = (" " if one.isspace() else one for one in text if _shows(one))
    return unicodedata.normalize("NFC", " ".join("".join(shown).split()))


def _shows(letter: str) -> bool:
    return letter.isspace() or not unicodedata.category(letter).startswith("C")
