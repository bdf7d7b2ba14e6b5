"""What a duo's week came to, as those who follow the duo read it: in words, and by a letter.

A letter never stands alone: the words of it are always beside.
"""

from collections.abc import Iterable

from bot.cards.ways import labelled
from bot.i18n import Speech
from bot.programme.check_ins import Week
from bot.programme.duo_weeks import NOT_ASKED, OPEN

AN_HOUR = 60  # minutes


def week_words(mark: str, speech: Speech) -> str:
    """What a week came to."""
    words: dict[str, str] = {
        Week.MET: speech.say("met"),
        Week.MET_SAYS_ONE: speech.say("met, one of the two answered"),
        Week.MOVED: speech.say("moved to another day"),
        Week.MOVED_SAYS_ONE: speech.say("moved to another day, one of the two answered"),
        Week.NOT_MET: speech.say("not met"),
        Week.NOT_MET_SAYS_ONE: speech.say("not met, one of the two answered"),
        Week.DIFFERS: speech.say("two answers that differ"),
        Week.SILENT: speech.say("no answer"),
        Week.PAUSED: speech.say("a break"),
        Week.MISSED_BY_US: speech.say("not known"),
        OPEN: speech.say("no answer yet"),
        NOT_ASKED: speech.say("not asked"),
        "starting": speech.say("First comes the first meeting of three."),
        "signing": speech.say("They have met. Now all three sign."),
    }
    return words[mark]


def week_letter(mark: str, speech: Speech) -> str:
    """The letter that stands for it in a row of weeks."""
    met, moved = speech.say_in("mark of a week", "M"), speech.say_in("mark of a week", "D")
    not_met = speech.say_in("mark of a week", "N")
    letters: dict[str, str] = {
        Week.MET: met,
        Week.MET_SAYS_ONE: met,
        Week.MOVED: moved,
        Week.MOVED_SAYS_ONE: moved,
        Week.NOT_MET: not_met,
        Week.NOT_MET_SAYS_ONE: not_met,
        Week.DIFFERS: speech.say_in("mark of a week", "T"),
        Week.SILENT: speech.say_in("mark of a week", "A"),
        Week.PAUSED: speech.say_in("mark of a week", "B"),
        Week.MISSED_BY_US: "?",
        OPEN: "…",
        NOT_ASKED: "–",
    }
    return letters[mark]


def legend(marks: Iterable[str], speech: Speech) -> list[tuple[str, str]]:
    """What each letter of a row stands for, once each: (letter, words)."""
    plain = {_ALONE.get(mark, mark): None for mark in marks}
    said = [(week_letter(mark, speech), week_words(mark, speech)) for mark in _IN_ORDER]
    return [pair for mark, pair in zip(_IN_ORDER, said, strict=True) if mark in plain]


def legend_line(marks: Iterable[str], speech: Speech) -> str:
    """The same in one line."""
    return ". ".join(labelled(*one, speech) for one in legend(marks, speech)) + "."


def how_long(minutes: int, speech: Speech) -> str:
    """A length such as 2 h or 1 h 30."""
    hours, rest = divmod(minutes, AN_HOUR)
    words = speech.say("{hours} h", hours=hours)
    return f"{words} {rest:02}" if rest else words


_ALONE: dict[str, str] = {
    Week.MET_SAYS_ONE: Week.MET,
    Week.MOVED_SAYS_ONE: Week.MOVED,
    Week.NOT_MET_SAYS_ONE: Week.NOT_MET,
}
_IN_ORDER: tuple[str, ...] = (
    Week.MET, Week.MOVED, Week.NOT_MET, Week.DIFFERS, Week.SILENT, Week.PAUSED,
    Week.MISSED_BY_US, OPEN, NOT_ASKED,
)  # fmt: skip
