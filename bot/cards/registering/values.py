"""What somebody told, as it is shown to them."""

from bot.cards.opening_sentence import language_name as in_a_sentence
from bot.cards.registering.choices import choices, source_names
from bot.cards.registering.sectors import any_sector, interest_names, sector_name
from bot.i18n import Speech
from bot.programme.people import Role
from bot.programme.phone_numbers import shown_number
from bot.programme.programme import Programme
from bot.programme.registering.free_times import PRESETS, SLOTS
from bot.programme.registering.tongues import A_LITTLE, EVERYDAY, MOTHER_TONGUE, WELL, told
from bot.programme.registration import ANY_SECTOR, KNOWS_A_JOB, NO_PHONE, Question


def value_of(
    asked: Question, value: str, role: str | None, speech: Speech, programme: Programme
) -> str:
    """An answer in words; one that was passed over says so."""
    if not value:
        return speech.say("not told")
    listed = _listed(asked, value, role, speech)
    if listed:
        return speech.listed(listed)
    if asked is Question.TIMES:
        return _times(value, speech, programme)
    if asked is Question.PHONE:
        return speech.say("none") if value == NO_PHONE else shown_number(value)
    words = source_names(speech) if asked is Question.SOURCE else {}
    return (words or choices(asked, role, speech, programme)).get(value, value)


def _listed(asked: Question, value: str, role: str | None, speech: Speech) -> list[str]:
    """The parts of an answer that may have several."""
    if asked is Question.LANGUAGES:
        return [spoken_language(code, level, speech) for code, level in told(value).items()]
    if asked is Question.SECTOR:
        every = {
            ANY_SECTOR: any_sector(role or Role.MENTEE, speech),
            KNOWS_A_JOB: speech.button("I know which job"),
        }
        return [every.get(one) or sector_name(one, speech) for one in value.split()]
    names = interest_names(speech) if asked is Question.INTERESTS else {}
    return [names[one] for one in value.split() if one in names]


def spoken_language(code: str, level: int, speech: Speech) -> str:
    """A language, and how well somebody speaks it."""
    return f"{language_name(code, speech)} ({level_name(level, speech)})"


def language_name(code: str, speech: Speech) -> str:
    """A language by its name in the reader's own."""
    return in_a_sentence(code, speech.language)


def level_name(level: int, speech: Speech) -> str:
    """How well somebody speaks a language."""
    return {
        A_LITTLE: speech.button("a little"),
        EVERYDAY: speech.button("for every day"),
        WELL: speech.button("well"),
        MOTHER_TONGUE: speech.button("mother tongue"),
    }[level]


def part_names(speech: Speech) -> dict[str, str]:
    """The parts of a day."""
    return {
        "m": speech.say("morning"),
        "a": speech.say("afternoon"),
        "e": speech.say("evening"),
    }


def short_day(day: int, speech: Speech) -> str:
    """A weekday in two or three letters; 1 is Monday."""
    return str(speech.locale.days["stand-alone"]["abbreviated"][day - 1])


def _times(value: str, speech: Speech, programme: Programme) -> str:
    """By one word where there is one, else day by day."""
    slots = tuple(one for one in SLOTS if one in value.split())
    words = choices(Question.TIMES, None, speech, programme)
    for preset, meant in PRESETS.items():
        if meant == slots:
            return words[preset]
    parts = part_names(speech)
    days = {one[0]: [parts[other[1]] for other in slots if other[0] == one[0]] for one in slots}
    lines = (
        f"{speech.weekday(int(day) - 1)} ({', '.join(said)})" if len(said) < len(parts)
        else speech.weekday(int(day) - 1)
        for day, said in days.items()
    )  # fmt: skip
    return ", ".join(lines)
