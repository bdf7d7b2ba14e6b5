"""Hearing danger in a message: suicide, violence, a child, no roof tonight, a life at risk.

The lists of phrases hear what a coach can read in them. What no list hears may still be like the
sentences from which the search for needs or the likeness to danger was learnt. Nobody is
diagnosed: all that comes of it are numbers to call and one kind question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.programme.danger.likeness import likeness_of
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
# How like danger a text must be, on the scale of the likeness; chosen on the same sentences.
LIKE = 0.15
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


def without_harmless(text: str) -> str:
    """The written words of a text but for those of harmless phrases."""
    written = written_words(text)
    hits = [hit for phrases in phrase_lists() for hit in phrases.hits(written)]
    return " ".join(_without(written, [one for one in hits if one.entry.tone is Tone.HARMLESS]))


def _resembling(words: Sequence[str]) -> Danger | None:
    """What a coach would ask about though no list has it. One word resembles much."""
    text = " ".join(words)
    if len(words) < FEW_WORDS or not (_is_loud(text) or likeness_of(text) > LIKE):
        return None
    return Danger(score_of(text, NEEDS_OF_DANGER)[0] or NEEDS_OF_DANGER[0], is_direct=False)


def _is_loud(text: str) -> bool:
    """Whether it resembles a need of danger more than any other need."""
    need, ahead = score_of(text)
    return need in NEEDS_OF_DANGER and ahead > LOUD
