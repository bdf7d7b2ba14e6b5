"""Hearing danger in a message: suicide, violence, a child, no roof tonight, a life at risk.

Two ears listen. The lists of phrases hear what a coach can read in them; the search for needs
hears what resembles the sentences it has learnt from. Nobody is diagnosed: all that comes of it
are numbers to call and one kind question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.programme.danger.phrases import Hit, Tone, phrase_lists
from bot.programme.danger.wording import written_words
from bot.programme.needs.finding import score_of

# What the search for needs may hear as danger. "I need to talk to somebody" is none.
NEEDS_OF_DANGER = (
    "crisis.suicide", "crisis.life", "crisis.poison", "crisis.missing", "violence.emergency",
    "violence.partner", "violence.sexual", "violence.child", "housing.tonight",
)  # fmt: skip
# How far such a need must be ahead of "no need at all", on the scale of the search. Chosen on the
# tuned sentences: see docs/decisions/0018-hearing-danger.md.
LOUD = 0.6
FEW_WORDS = 4


@dataclass(frozen=True, slots=True)
class Danger:
    """What a message speaks of, as the need whose lines are shown; whether it says so directly."""

    need: str
    is_direct: bool


def hear_danger(text: str) -> Danger | None:
    """The danger that a message speaks of, in any of the languages; None when there is none."""
    written = written_words(text)
    hits = [hit for phrases in phrase_lists() for hit in phrases.hits(written)]
    harmless = [hit for hit in hits if hit.entry.tone is Tone.HARMLESS]
    is_joke = any(hit.entry.tone is Tone.JOKING for hit in hits)
    direct, veiled = (_standing(hits, tone, harmless) for tone in (Tone.DIRECT, Tone.VEILED))
    if direct:
        return Danger(_need_of(direct), not is_joke)
    if veiled:
        return Danger(_need_of(veiled), is_direct=False)
    return _resembling(_without(written, harmless))


def _standing(hits: Iterable[Hit], tone: Tone, harmless: Sequence[Hit]) -> list[Hit]:
    """What was said in this tone, but for what is part of a harmless phrase."""
    said = (hit for hit in hits if hit.entry.tone is tone)
    return [one for one in said if not any(one.gives_way_to(other) for other in harmless)]


def _need_of(hits: Sequence[Hit]) -> str:
    """What the longest phrase speaks of; of equal ones what cannot wait most."""
    longest = max(hits, key=lambda hit: (hit.length, -NEEDS_OF_DANGER.index(hit.entry.need)))
    return longest.entry.need


def _without(written: Sequence[str], harmless: Sequence[Hit]) -> list[str]:
    taken = {place for hit in harmless for place in range(hit.start, hit.end)}
    return [word for place, word in enumerate(written) if place not in taken]


def _resembling(words: Sequence[str]) -> Danger | None:
    """A need of danger that words resemble more than any other. One word resembles much."""
    need, ahead = score_of(" ".join(words)) if len(words) >= FEW_WORDS else ("", 0.0)
    return Danger(need, is_direct=False) if need in NEEDS_OF_DANGER and ahead > LOUD else None
