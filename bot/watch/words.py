"""The words of the watch, in each language: own data, so that it needs no catalog of the bot."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources

from bot.watch.signs import Kind, kind_of

COACH, OPERATOR = "coach", "operator"
BEGINS, ENDS, WELL, CASES = "begins", "ends", "well", "cases"
ENGLISH = "en"


def tell_trouble(language: str, role: str, wrong: Mapping[str, datetime], now: datetime) -> str:
    """What is wrong, to somebody of this role; moments are in the zone of the programme."""
    words = _words(language, role)
    kinds = [kind for kind in Kind if any(kind_of(key) is kind for key in wrong)]
    said = [_sentence(words, kind, wrong, now) for kind in kinds]
    return "\n\n".join([words[BEGINS], *said, words[ENDS]])


def tell_well(language: str, role: str) -> str:
    """That all is well again."""
    return _words(language, role)[WELL]


def _sentence(
    words: Mapping[str, str], kind: Kind, wrong: Mapping[str, datetime], now: datetime
) -> str:
    these = [since for key, since in wrong.items() if kind_of(key) is kind]
    name = CASES if kind is Kind.CASE and len(these) > 1 else kind
    return words[name].format(time=_time(min(these), now), count=len(these))


def _time(moment: datetime, now: datetime) -> str:
    """With the day only when it was another one: 14:05, 3/11 14:05."""
    local = moment.astimezone(now.tzinfo)
    day = "" if local.date() == now.date() else f"{local.day}/{local.month} "
    return f"{day}{local:%H:%M}"


def _words(language: str, role: str) -> Mapping[str, str]:
    every = all_words()
    return every.get(language, every[ENGLISH])[role]


@cache
def all_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """All that is said: by language, role and name."""
    file = resources.files("bot.watch") / "words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
