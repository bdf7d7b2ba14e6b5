"""What a sentence is made of, for the search: words, neighbouring words, and groups of letters.

Groups of letters inside a word make the search forgiving: "huurwaarbrog" shares most of them with
"huurwaarborg", and a Dutch compound shares them with its parts. Dutch, French and English need no
other treatment, so people may mix them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from bot.programme.names import normalise

LONGEST_TEXT = 400
LETTERS_IN_A_GROUP = (3, 4)
NUMBER = "#"
DRAWN_OUT = re.compile(r"(.)\1{2,}")


def features_of(text: str) -> frozenset[int]:
    """The features of the first 400 letters of a text, each as a number of 32 bits."""
    words = words_of(text)
    named = {*_pairs(words), *_groups(words)}
    return frozenset(map(feature_of_word, words)) | {crc32(name.encode()) for name in named}


def feature_of_word(word: str) -> int:
    """The feature of a whole word, as ``words_of`` gives it."""
    return crc32(f"w {word}".encode())


def words_of(text: str) -> list[str]:
    """The words without capitals, accents and drawn-out letters: "HEEELP!!" is "help"."""
    bare = DRAWN_OUT.sub(r"\1", normalise(text[:LONGEST_TEXT])[:LONGEST_TEXT])
    return bare.split()


def _pairs(words: Sequence[str]) -> Iterator[str]:
    """Neighbouring words, with the beginning and the end as neighbours too."""
    plain = [NUMBER if word[0].isdecimal() else word for word in words]
    for left, right in pairwise(["<", *plain, ">"] if plain else []):
        yield f"{left} {right}"


def _groups(words: Sequence[str]) -> Iterator[str]:
    """Letters that stand together in a word, its edges shown as a space."""
    for word in words:
        edged = f" {word} " if not word[0].isdecimal() else NUMBER
        for length in LETTERS_IN_A_GROUP:
            for start in range(len(edged) - length + 1):
                yield edged[start : start + length]
