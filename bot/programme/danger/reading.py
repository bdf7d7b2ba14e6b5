"""Hearing danger in a message: suicide, violence, a child, no roof tonight, a life at risk.

The lists of phrases hear what a coach can read in them. What no list hears may still be like the
sentences from which the search for needs or the likeness to danger was learnt. Nobody is
diagnosed: all that comes of it are numbers to call and one kind question.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.programme.danger.doubt import is_only_doubt
from bot.programme.danger.likeness import likeness_of
from bot.programme.danger.phrases import Hit, Tone, phrase_lists
from bot.programme.danger.wording import written_words
from bot.programme.needs.finding import score_of

# What the search for needs may hear as danger. "I need to talk to somebody" is none.
NEEDS_OF_DANGER = (
    "crisis.suicide", "crisis.life", "crisis.poison", "crisis.missing", "violence.emergency",
    "violence.partner", "violence.sexual", "violence.child", "housing.tonight",
)  # fmt: skip
# How like danger a text must be, on the scale of the ears. What a list hears as direct may be
# harmless only where it is much like what is harmless; what no list hears has to be like danger.
# Chosen by learning from three quarters of the sentences and hearing the fourth, in turn: see
# docs/decisions/0018-hearing-danger.md.
LIKE = {
    Tone.FOREIGN: -math.inf, Tone.FOREIGN_VEILED: -math.inf, Tone.TOLD: -0.2, Tone.DIRECT: -0.2,
    Tone.VEILED: 0.15, None: 0.4,
}  # fmt: skip
# What is like something said directly is that much more like danger. Where no list hears anything,
# it has to be like danger at all: "my baby is sick" is only as short and plain as a cry.
DIRECT_AHEAD, AT_ALL = 0.3, 0.0
# How like something said directly a text must be for a coach at once. Where no list hears
# anything, the ear has to be far surer; what another told of their wish to die is never less.
# That limit and AT_ALL were chosen on all the sentences that are learnt from.
AT_ONCE = {
    Tone.FOREIGN: -math.inf, Tone.FOREIGN_VEILED: math.inf, Tone.TOLD: -math.inf,
    Tone.DIRECT: -0.6, Tone.VEILED: -0.2, None: 0.25,
}  # fmt: skip
FEW_WORDS = 3
# A cry of so many words holds no others that could make it harmless: what a list hears in it as
# direct is heard. Of the sentences it was chosen on, 0.8% of the direct ones were saved so, and
# 0.1% of the harmless ones were heard in vain.
SHORT = 8
# So many words before and after what a list found are weighed with it; of what no list hears, so
# many at a time. A cry at the end of a long message counts as much as alone.
NEAR, MOST_WORDS = 25, 60


@dataclass(frozen=True, slots=True)
class Danger:
    """What a message speaks of, as the need whose lines are shown; whether it says so directly."""

    need: str
    is_direct: bool


def hear_danger(text: str) -> Danger | None:
    """The danger that a message speaks of, in any of the languages; None when there is none."""
    written = written_words(text)
    if is_only_doubt(written):
        return None
    hits = [hit for phrases in phrase_lists() for hit in phrases.hits(written)]
    harmless = [hit for hit in hits if hit.entry.tone is Tone.HARMLESS]
    found = _plainest(hits, harmless)
    words = _without(_near(written, found), harmless)
    if not found and len(words) < FEW_WORDS:
        return None
    return _weighed(words, found, is_joke=any(one.entry.tone is Tone.JOKING for one in hits))


def _weighed(words: Sequence[str], found: Sequence[Hit], *, is_joke: bool) -> Danger | None:
    """What the lists found, if the ears think it likely; or what the ears alone hear."""
    starts = range(0, len(words) or 1, MOST_WORDS)
    parts = [likeness_of(words[start : start + MOST_WORDS]) for start in starts]
    danger, direct = (max(one) for one in zip(*parts, strict=True))
    tone = found[0].entry.tone if found else None
    is_plain = tone in (Tone.TOLD, Tone.DIRECT) and len(words) <= SHORT
    may_lead = tone is not None or danger > AT_ALL
    likeness = max(danger, direct + DIRECT_AHEAD) if may_lead else danger
    if not is_plain and likeness <= LIKE[tone]:
        return None
    at_once = direct > AT_ONCE[tone] and not is_joke
    return Danger(_need_of(found) if found else _likeliest_need(words), at_once)


def _likeliest_need(words: Sequence[str]) -> str:
    return score_of(" ".join(words), NEEDS_OF_DANGER)[0] or NEEDS_OF_DANGER[0]


def read_what_hears() -> None:
    """Read the lists and all that was learnt before anybody needs them: it takes a fifth of a
    second.
    """
    words = ("see", "you", "tomorrow")
    hear_danger(" ".join(words))
    _likeliest_need(words)


def _plainest(hits: Sequence[Hit], harmless: Sequence[Hit]) -> list[Hit]:
    """What was said in the plainest tone of danger that there is."""
    tones = (Tone.FOREIGN, Tone.TOLD, Tone.DIRECT, Tone.FOREIGN_VEILED, Tone.VEILED)
    return next((found for one in tones if (found := _standing(hits, one, harmless))), [])


def _standing(hits: Iterable[Hit], tone: Tone, harmless: Sequence[Hit]) -> list[Hit]:
    """What was said in this tone, but for what is part of a harmless phrase."""
    said = (hit for hit in hits if hit.entry.tone is tone)
    return [one for one in said if not any(one.gives_way_to(other) for other in harmless)]


def _need_of(hits: Sequence[Hit]) -> str:
    """What the longest phrase speaks of; of equal ones what cannot wait most."""
    longest = max(hits, key=lambda hit: (hit.length, -NEEDS_OF_DANGER.index(hit.entry.need)))
    return longest.entry.need


def _near(written: Sequence[str], found: Sequence[Hit]) -> dict[int, str]:
    """The words that stand near what was found, by their place; all of them if nothing was."""
    places = {place for hit in found for place in range(hit.start - NEAR, hit.end + NEAR)}
    return {place: one for place, one in enumerate(written) if not found or place in places}


def _without(written: Mapping[int, str], harmless: Sequence[Hit]) -> list[str]:
    taken = {place for hit in harmless for place in range(hit.start, hit.end)}
    return [word for place, word in written.items() if place not in taken]


def without_harmless(text: str) -> list[str]:
    """The written words of a text but for those of harmless phrases."""
    written = written_words(text)
    hits = [hit for phrases in phrase_lists() for hit in phrases.hits(written)]
    harmless = [one for one in hits if one.entry.tone is Tone.HARMLESS]
    return _without(_near(written, ()), harmless)
