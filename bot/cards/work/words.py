"""Words for where somebody stands, what they told, and when they have time."""

import re
from collections.abc import Iterable

from bot.i18n import Speech, isolated
from bot.programme.people import Stage
from bot.programme.road import Place
from bot.programme.work.lists import SAID_YES, UNDECIDED

A_TIME = "[1-7][mae]"


def place_words(stage: str, place: str, speech: Speech) -> str:
    """Where somebody stands, in a few words."""
    if stage == Stage.WITHDRAWN:
        return speech.say("stopped: what they told is deleted")
    if stage == Stage.NOT_ELIGIBLE:
        return speech.say("this programme does not fit them: see their answers")
    if stage != Stage.REGISTERED:
        return speech.say("registration is not finished")
    words: dict[str, str] = {
        UNDECIDED: speech.say("gave no answer to a proposal: you decide"),
        SAID_YES: speech.say("said yes, and waits for the other one"),
        Place.NEW: speech.say("new: the first talk is to be planned"),
        Place.INTAKE: speech.say("the first talk is planned"),
        Place.WAIT: speech.say("waits a while, as you agreed together"),
        Place.OTHER_HELP: speech.say("other help comes first"),
        Place.TRAINING: speech.say("follows the training"),
        Place.READY: speech.say("ready for a duo"),
        Place.PROPOSED: speech.say("thinks about a proposal"),
        Place.MATCHED: speech.say("said yes: the first meeting comes next"),
        Place.IN_DUO: speech.say("in a duo"),
        Place.DONE: speech.say("the duo has come to its end"),
    }
    return words[place or Place.READY]


def times_words(times: str, speech: Speech) -> str:
    """When somebody has time, as they told it ("1e 3a"); empty when nothing is known."""
    said = [_time(one, speech) for one in times.split() if re.fullmatch(A_TIME, one)]
    return speech.listed(said) if said else ""


def named(name: str, speech: Speech) -> str:
    """The name of somebody; who has not told theirs has none yet."""
    return isolated(name) if name else speech.say("somebody without a name yet")


def in_lines(*parts: str) -> str:
    """The parts that say something, one a line."""
    return "\n".join(part for part in parts if part)


def listed_lines(parts: Iterable[str]) -> str:
    """The same of many."""
    return in_lines(*parts)


def _time(told: str, speech: Speech) -> str:
    day = speech.weekday(int(told[0]) - 1)
    words = {
        "m": speech.say("{day} morning", day=day),
        "a": speech.say("{day} afternoon", day=day),
        "e": speech.say("{day} evening", day=day),
    }
    return words[told[1]]
