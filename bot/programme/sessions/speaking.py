"""In which languages somebody can follow a session."""

from collections.abc import Mapping

LANGUAGES = "languages"
A_LITTLE = 1  # too little to follow a talk of an hour


def spoken_by(language: str, answers: Mapping[str, str]) -> frozenset[str]:
    """The language in which they read us, and those of which they said that they speak more than a
    little: "nl:2 fr:3 ar:4".
    """
    levels = [one.partition(":") for one in answers.get(LANGUAGES, "").split()]
    return frozenset(
        {language, *(key for key, _, level in levels if level.isdigit() and int(level) > A_LITTLE)}
    )
