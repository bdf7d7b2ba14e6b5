"""Questions with several answers at once: what was tapped so far, and what can be tapped next.

Nothing is kept before somebody is done: each button carries the whole.
"""

import re
from collections.abc import Iterable, Mapping

from bot.cards.buttons import Choose
from bot.cards.card import Button, Rows, one_a_row
from bot.cards.registering.sectors import interest_names
from bot.cards.registering.values import (
    language_name,
    level_name,
    part_names,
    short_day,
    spoken_language,
)
from bot.i18n import Speech
from bot.programme.registering.free_times import PARTS, SLOTS
from bot.programme.registering.kinds import INTERESTS
from bot.programme.registering.tongues import LEVELS, USUAL, for_button, of_button
from bot.programme.registration import DRAFTS, TAKES, Question

CHOSEN = "✓ "
ASKS = "!"  # before the code of a language whose level is asked
A_ROW = 3
HEXADECIMAL = 16
MOST_LANGUAGES = 8  # as many as a button carries
_MASK = re.compile(r"d0x([0-9a-f]{1,6})")


def draft_rows(asked: Question, draft: str, speech: Speech) -> Rows:
    """The buttons for what was tapped so far; those to begin with, when there is nothing yet."""
    match asked:
        case Question.LANGUAGES:
            return _languages(draft, speech)
        case Question.TIMES if draft:
            return _times(draft, speech)
        case Question.TIMES:
            return one_a_row(_button(asked, f"{DRAFTS}0x0", speech.button("Choose days")))
        case Question.INTERESTS:
            return _toggles(asked, _mask(draft), interest_names(speech), speech, INTERESTS)
        case _:
            return ()


def draft_words(asked: Question, draft: str, speech: Speech) -> str:
    """What was tapped so far, in words; "" for what the buttons show by themselves."""
    if asked is not Question.LANGUAGES:
        return ""
    spoken, wanted = _languages_of(draft)
    so_far = speech.listed(spoken_language(code, level, speech) for code, level in spoken.items())
    question = ""
    if wanted:
        language = language_name(wanted, speech)
        question = speech.say("How well do you speak {language}?", language=language)
    return "\n".join(filter(None, (so_far, question)))


def _languages(draft: str, speech: Speech) -> Rows:
    spoken, wanted = _languages_of(draft)
    kept = for_button(spoken)
    if wanted:
        return one_a_row(*(
            _button(Question.LANGUAGES, f"{DRAFTS}{for_button({**spoken, wanted: level})}",
                    level_name(level, speech))
            for level in LEVELS
        ))  # fmt: skip
    room = len(spoken) < MOST_LANGUAGES
    more = [_button(Question.LANGUAGES, f"{DRAFTS}{kept}{ASKS}{code}", language_name(code, speech))
            for code in USUAL if code not in spoken and room]  # fmt: skip
    return (*_in_rows(more), *_done(Question.LANGUAGES, kept, speech))


def _languages_of(draft: str) -> tuple[Mapping[str, int], str]:
    """What a draft holds: the languages with their levels, and the one whose level is asked."""
    kept, _, wanted = draft.removeprefix(DRAFTS).partition(ASKS)
    return of_button(f"{TAKES}{kept}"), wanted if wanted in USUAL else ""


def _times(draft: str, speech: Speech) -> Rows:
    parts = part_names(speech)
    names = {one: f"{short_day(int(one[0]), speech)} {parts[one[1]]}" for one in SLOTS}
    return _toggles(Question.TIMES, _mask(draft), names, speech, SLOTS, a_row=len(PARTS))


def _toggles(  # what a row of buttons is made of
    asked: Question, mask: int, names: Mapping[str, str], speech: Speech,
    keys: tuple[str, ...], a_row: int = 2,
) -> Rows:  # fmt: skip
    """A button for each choice, which takes it or lets it go, and one to be done."""
    buttons = [
        _button(asked, f"{DRAFTS}0x{mask ^ (1 << place):x}",
                f"{CHOSEN if mask >> place & 1 else ''}{names[key]}")
        for place, key in enumerate(keys)
    ]  # fmt: skip
    return (*_in_rows(buttons, a_row), *_done(asked, f"0x{mask:x}" if mask else "", speech))


def _done(asked: Question, kept: str, speech: Speech) -> Rows:
    """Once there is something to take."""
    return one_a_row(_button(asked, f"{TAKES}{kept}", speech.button("Done"))) if kept else ()


def _mask(draft: str) -> int:
    found = _MASK.fullmatch(draft)
    return int(found[1], HEXADECIMAL) if found else 0


def _in_rows(buttons: Iterable[Button], a_row: int = A_ROW) -> Rows:
    every = tuple(buttons)
    return tuple(every[start : start + a_row] for start in range(0, len(every), a_row))


def _button(asked: Question, value: str, words: str) -> Button:
    return Button(words, Choose(question=asked, value=value).pack())
