"""Days that somebody cannot: "niet dinsdag maar woensdag", "any day but Friday".

A comma or a word such as "but" divides what does not suit from what does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.programme.when.days import dates_in

A_DAY = timedelta(days=1)
OTHERS_OFFERED = 3  # days
# Before these words begins what does suit, or what is taken out of it.
DIVIDES = re.compile(
    r"[,;!?]\s|\b(?=(?:maar|mais|liever|plutot|rather|instead|sauf|excepte|behalve|uitgezonderd"
    r"|except|unless)\b)|(?<!day )(?<!days )(?<!time )\b(?=but\b)"
)
REFUSES = re.compile(r"(?<!\S)not ")
# "Not before Tuesday" does not refuse Tuesday.
FROM_OR_TILL = re.compile(
    r"(?<!\S)(?:before|since|past|till|from) (?:(?:the|f|at|on) )*[wroy]-?\d"
)


@dataclass(frozen=True, slots=True)
class Excluded:
    """Days that do not suit: dates, and days of the week that were named without one."""

    dates: frozenset[date] = frozenset()
    names: frozenset[int] = frozenset()

    def holds(self, day: date) -> bool:
        """Whether it is one of them."""
        return day in self.dates or day.weekday() in self.names

    def others(self, today: date) -> tuple[date, ...]:
        """The first days after today that are none of them; few, when nearly all are."""
        coming = (today + A_DAY * ahead for ahead in range(1, 15))
        return tuple(day for day in coming if not self.holds(day))[:OTHERS_OFFERED]


def clauses(folded: str) -> list[str]:
    """What a text says one after the other."""
    return [clause for clause in DIVIDES.split(folded) if clause.strip()]


def refuses(signs: str) -> bool:
    """Whether these signs, before their days are rewritten, say which days do not suit."""
    return bool(REFUSES.search(signs)) and not FROM_OR_TILL.search(signs)


def excluded_in(refused: Iterable[str]) -> Excluded:
    """The days of clauses that refuse, as signs with their days rewritten."""
    dates, names = set[date](), set[int]()
    for signs in refused:
        dated = set(_dates(signs))
        dates |= dated
        names |= set() if dated else {int(sign[1:]) for sign in signs.split() if sign[0] == "w"}
    return Excluded(frozenset(dates), frozenset(names))


def _dates(signs: str) -> Iterator[date]:
    for sign in signs.split():
        if sign[0] == "d" and sign[1].isdigit():
            yield from dates_in(sign)
