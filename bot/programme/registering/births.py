"""A year of birth, told as a year, a date or an age."""

import re

from bot.programme.names import normalise, read_year_of_birth

YOUNGEST, OLDEST = 10, 110
# Words that make a number of two figures an age, and no year: "27 jaar", "j'ai 27 ans".
_OF_AGE = re.compile(
    r"\b(?:jaar|jaren|ans|an|years?|old|oud|yo|i am|i m|im|ik ben|j ai|ben|age|leeftijd)\b"
)
_AGE = re.compile(r"(?<!\d)(\d{2,3})(?!\d)")
_FULL_YEAR = re.compile(r"\d{4}")
_LONGEST = 60
# A year or a date behind a name, with what leads to it: ", 1994", "(°1994)", "née le 3/5/1994".
_BEHIND_A_NAME = re.compile(
    r"(?P<name>.*?\w)[\s,;:.(/°*–-]+"
    r"(?:(?:and|en|et|i was|i am|ik ben|je suis|born|geboren|n[ée]e?|in|on|op|le|year|jaar"
    r"|ann[ée]e)[\s.:°]+)*"
    r"(?P<born>(?:\d{1,2}[ ./-]+){2}\d{4}|\d{4})\W*",
    re.IGNORECASE,
)


def read_birth(text: str, this_year: int) -> int | None:
    """The year that a text tells; None when it tells an age, or nothing of the kind."""
    return None if years_of_age(text, this_year) else read_year_of_birth(text, this_year)


def years_of_age(text: str, this_year: int) -> tuple[int, ...]:
    """The two years in which somebody of that age can be born, the later one first; empty when
    the text tells no age. Two figures alone are an age when they can hardly be a year.
    """
    words = normalise(text)
    ages = {int(one) for one in _AGE.findall(words)}
    if len(text) > _LONGEST or len(ages) != 1 or _FULL_YEAR.search(words):
        return ()
    (age,) = ages
    if not YOUNGEST <= age <= OLDEST:
        return ()
    if _OF_AGE.search(words) or (words == str(age) and not read_year_of_birth(text, this_year)):
        return (this_year - age, this_year - age - 1)
    return ()


def name_and_birth(text: str, this_year: int) -> tuple[str, int | None]:
    """The words before a year of birth, and that year: people tell both in one breath. None for a
    year in which nobody here was born: it is no part of a name. All of the text where there is no
    year.
    """
    told = _BEHIND_A_NAME.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if told is None or not any(one.isalpha() for one in told["name"]):
        return text, None
    return told["name"], read_year_of_birth(told["born"], this_year)
