"""What somebody writes about the meeting that comes, or about the times that they were offered.

Days, hours and small words may stand anywhere, and are left out before a phrase is looked for:
"I can't make it on Friday" and "vrijdag kan ik niet komen". What then remains beside the phrase is
given back, since it may be a cry for help.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.programme.meeting_phrases import (
    ALONE,
    ELSEWHERE,
    NONE_FITS,
    REASONS,
    SMALL,
    SOMEWHERE,
    YES,
    About,
)
from bot.programme.names import normalise

__all__ = ["About", "Reply", "Said", "said_about_meeting", "said_to_offer"]

LONGEST = 150  # letters; who writes more tells a story


class Reply(StrEnum):
    """What is answered to an offer, without naming a time."""

    YES = "yes"
    NONE_FITS = "none_fits"


@dataclass(frozen=True, slots=True)
class Said:
    """What is meant about a meeting, and what else was said."""

    about: About
    rest: str


def said_about_meeting(text: str) -> Said | None:
    """What a message says about a meeting that is fixed; None when it is about something else."""
    if len(text) > LONGEST:
        return None
    said = normalise(text)
    if any(f" {tail} " in f" {said} " for tail in ELSEWHERE):
        return None
    bare = _without_small(said)
    alone = _without(_without_polite(bare), _REASONS)
    if alone in _ALONE:
        return Said(_ALONE[alone], "")
    return next(_found(bare), None)


def said_to_offer(text: str) -> Reply | None:
    """What a whole message answers to times that were offered."""
    said = _without_polite(normalise(text))
    if said in _YES:
        return Reply.YES
    return Reply.NONE_FITS if said in _NONE_FITS else None


def _found(bare: str) -> Iterator[Said]:
    for phrase, about in _SOMEWHERE:
        if f" {phrase} " in f" {bare} ":
            yield Said(about, _without(bare, (phrase, *_REASONS)))


def _without_small(said: str) -> str:
    """The words but for days, hours and figures."""
    return " ".join(word for word in said.split() if word not in SMALL and not word[0].isdigit())


def _without_polite(said: str) -> str:
    return _without(said, POLITE) or said


def _without(said: str, phrases: Iterable[str]) -> str:
    """What is left of a text without these phrases."""
    for phrase in phrases:
        said = f" {said} ".replace(f" {phrase} ", " ").strip()
    return said


def _spread(table: Mapping[About, str]) -> Iterator[tuple[str, About]]:
    """Each phrase with what it says, as it is once days, hours and small words are left out."""
    for about, phrases in table.items():
        for phrase in phrases.split("|"):
            yield _without_small(phrase), about


# Said around anything; alone, "merci" and "sorry" answer nothing.
POLITE = (
    "alsjeblieft", "alstublieft", "dank je wel", "dank je", "bedankt", "merci", "sorry", "hallo",
    "hoi", "dag", "hey", "hello", "hi", "bonjour", "salut", "bonsoir", "s il te plait",
    "s il vous plait", "svp", "stp", "aub", "please", "thanks", "thank you", "desole", "desolee",
    "pardon", "excuse moi", "excusez moi", "excuseer",
)  # fmt: skip
_YES, _NONE_FITS = frozenset(YES.split("|")), frozenset(NONE_FITS.split("|"))
# The longest first: what is longer says more.
_SOMEWHERE = sorted(_spread(SOMEWHERE), key=lambda each: -len(each[0]))
_REASONS = sorted({_without_small(one) for one in REASONS}, key=len, reverse=True)
_ALONE = dict(_spread(ALONE))
