"""A text as a row of signs that all languages share, such as `w1 at n14 h`.

| sign | stands for |
|---|---|
| `w0` … `w6` | a day of the week, Monday first |
| `mo1` … `mo12` | a month |
| `r0`, `r1` … | today, tomorrow … |
| `n14`, `o24`, `k2`, `a1` | a number; "24ste"; "tweede"; "a", which may be one |
| `c2:30`, `e14:30` | a time that may need a part of the day; an exact one |
| `y2026-11-24`, `y-11-24` | a date in figures, with a year or without |
| `u1`, `u7`, `u30`, `h`, `min` | units of days, weeks, months, hours, minutes |
| `f`, `x` | a word that is said around meetings; one that is not known |
| `bad` | figures that look like a date or a time and are none |
| others | what they say: `next`, `half`, `evening` |
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from bot.programme.languages import LANGUAGES
from bot.programme.when.lexicon import Lexicon, Words, lexicon

TOKEN = re.compile(r"""
      (?P<week>  (20\d\d)-?w(\d{1,2}) (?!\w) )
    | (?P<iso>   (\d{4})-(\d{1,2})-(\d{1,2}) (?:t(?=\d)|(?!\w)) )
    | (?P<date>  (\d{1,2}) (?P<sep>[/.-]) (\d{1,2}) (?P=sep) (\d{4}|\d\d) (?!\w) )
    | (?P<slash> (\d{1,2}) / (\d{1,2}) (?![\w/]) )
    | (?P<clock> (\d{1,2}) (?: :|h|u|uur|:h ) (\d\d) (?: :\d\d )? (?!\d) )
    | (?P<pair>  (\d{1,2}) ([.-]) (\d{1,2}) (?![\d/]) )
    | (?P<ord>   (\d{1,2}) (?:ste|de|er|eme|e|st|nd|rd|th) (?!\w) )
    | (?P<num>   \d+ )
    | (?P<word>  [^\W\d_]+ \.? )
    | (?P<mark>  [/@–—-] )
""", re.VERBOSE)  # fmt: skip
HOUR_FOLLOWS = re.compile(r" ?(?:u|uur|h|heures?|am|pm|o'clock)\b")
ABOUT = re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?)[ -]?ish\b")
BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])['’`´‘-](?=[^\W\d_])")
MARKS = {"/": "or", "@": "at", "–": "till", "—": "till", "-": "till"}
BEFORE_A_TIME = frozenset({"at", "from", "between", "till", "past", "before", "since"})
BEFORE_A_SHORT_NAME = frozenset({"next", "this", "coming", "or"})
AFTER_A_SHORT_NAME = frozenset({
    "at", "morning", "midday", "afternoon", "evening", "noon", "or", "next", "coming", "the",
    "half", "halfpast", "halfeither", "quarter", "plus7", "plus14",
})  # fmt: skip
MOST_GUESSES = 12  # unknown words of a text that are looked at for a slip
SHORT_YEAR = 2  # figures
SHORTEST_DATE = 3  # figures; "3-1" is how a match ended
LAST_HOUR, LAST_MINUTE, LAST_MONTH, LAST_DAY = 23, 59, 12, 31


def fold(text: str) -> str:
    """Small letters without accents, figures of any script as 0 to 9, nothing that is not seen."""
    # Without its accent "où" would be "ou", which is "or".
    known = unicodedata.normalize("NFKC", text).casefold().replace("où", "where")
    folded = "".join(map(_plain, unicodedata.normalize("NFKD", known)))
    return BETWEEN_LETTERS.sub(" ", ABOUT.sub(r"@\1", folded))


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    kind = unicodedata.category(letter)
    if kind == "Nd":
        return str(unicodedata.decimal(letter))
    return "" if kind[0] == "M" or kind == "Cf" else letter


def signs_of(text: str, language: str, names: Collection[str] = ()) -> tuple[str, str]:
    """The signs of a folded text with a space after each, and the language that it is in."""
    tokens = list(TOKEN.finditer(text))
    words = tuple(token[0].rstrip(".") for token in tokens)
    spoken = _spoken(words, language)
    reader = _Reader(text, tokens, words, lexicon(spoken), frozenset(names))
    return "".join(f"{sign} " for sign in reader.signs()), spoken


def _spoken(words: Words, language: str) -> str:
    """The language that knows most of the words; the person's own one when it knows as many."""
    order = (language, *(other for other in LANGUAGES if other != language))
    return max(order, key=lambda each: sum(word in lexicon(each).own for word in words))


class _Reader:
    """Reads the tokens of one text from left to right."""

    def __init__(
        self, text: str, tokens: Sequence[re.Match[str]], words: Words,
        known: Lexicon, names: frozenset[str],
    ) -> None:  # fmt: skip
        self._text, self._tokens, self._words = text, tokens, words
        self._known, self._names = known, names
        self._last = ""
        self._guesses = 0

    def signs(self) -> Iterator[str]:
        at = 0
        while at < len(self._tokens):
            length, sign = self._next(at)
            yield sign
            self._last = sign
            at += length

    def _next(self, at: int) -> tuple[int, str]:
        if short := self._short(at):
            return 1, short
        if found := self._known.find(self._words, at):
            return found
        token, word = self._tokens[at], self._words[at]
        if token.lastgroup != "word":
            return 1, self._figures(token)
        self._guesses += 1
        guess = self._known.speller.guess(word) if self._guesses <= MOST_GUESSES else None
        return 1, guess or ("f" if word in self._names else "x")

    def _figures(self, token: re.Match[str]) -> str:
        kind = str(token.lastgroup)
        parts = [part for part in token.groups() if part is not None][1:]
        match kind:
            case "pair":
                return self._pair(token, *parts)
            case "mark":
                return MARKS[token[0]]
            case "num":
                return f"n{token[0]}"
        return _FIGURES[kind](*parts)

    def _pair(self, token: re.Match[str], first: str, mark: str, second: str) -> str:
        """ "14.30" and "24.11", "14-16 u" and "24-11"; "9.10" may be either."""
        hour_follows = HOUR_FOLLOWS.match(self._text, token.end())
        may_be_date = 0 < int(second) <= LAST_MONTH and 0 < int(first) <= LAST_DAY
        if mark == "-":
            if hour_follows or not may_be_date or self._last in BEFORE_A_TIME:
                return f"n{first} till n{second}"
            return _day(first, second) if len(first + second) >= SHORTEST_DATE else "x"
        may_be_time = len(second) > 1 and int(first) <= LAST_HOUR and int(second) <= LAST_MINUTE
        if hour_follows or self._last in BEFORE_A_TIME or not may_be_date:
            return _clock(first, second)
        date = _day(first, second)
        return f"{_clock(first, second)}|{date}" if may_be_time else date

    def _short(self, at: int) -> str | None:
        """A short name, such as "di" or "nov", when it stands beside something of a date."""
        sign = self._known.short.get(self._words[at])
        if sign is None or len(self._words) == 1:
            return sign
        before = at > 0 and self._words[at - 1][0].isdigit()
        after = at + 1 < len(self._words) and self._words[at + 1][0].isdigit()
        if sign.startswith("mo"):
            found = self._known.find(self._words, at)  # "sept" is a number too
            return sign if before or (after and not found) else None
        return sign if after or self._is_beside(at) else None

    def _is_beside(self, at: int) -> bool:
        """Whether a short name stands before a point, a time in words, or after "next" or "or"."""
        if self._tokens[at][0].endswith(".") or self._last in BEFORE_A_SHORT_NAME:
            return True
        if at + 1 == len(self._words) or self._words[at] in self._known.strict:
            return False
        found = self._known.find(self._words, at + 1)
        following = found[1] if found else self._known.short.get(self._words[at + 1], "x")
        return following in AFTER_A_SHORT_NAME or following[0] == "w"


def _clock(hour: str, minute: str) -> str:
    """A time in figures; a nought before the hour, or an hour after twelve, leaves no doubt."""
    if int(hour) > LAST_HOUR or int(minute) > LAST_MINUTE:
        return "bad"
    exact = hour[0] == "0" or int(hour) > 12  # noqa: PLR2004 - the twelve hours of a dial
    return f"{'e' if exact else 'c'}{int(hour)}:{minute}"


def _day(day: str, month: str) -> str:
    return f"y-{int(month)}-{int(day)}"


def _full_day(day: str, _mark: str, month: str, year: str) -> str:
    return f"y{year if len(year) > SHORT_YEAR else f'20{year}'}-{int(month)}-{int(day)}"


def _week(year: str, number: str) -> str:
    """The days of a week that is named by its number."""
    try:
        days = [date.fromisocalendar(int(year), int(number), day) for day in range(1, 8)]
    except ValueError:
        return "bad"
    return f"inweek d{','.join(day.isoformat() for day in days)}"


_FIGURES: dict[str, Callable[..., str]] = {
    "week": _week,
    "iso": lambda year, month, day: _full_day(day, "-", month, year),
    "date": _full_day,
    "slash": _day,
    "clock": _clock,
    "ord": lambda day: f"o{int(day)}",
}
