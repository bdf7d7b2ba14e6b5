"""Somebody who can be matched, as the rules see them."""

from collections.abc import Mapping, Set as AbstractSet
from dataclasses import dataclass, field

from bot.programme.names import normalise

# How well a language is spoken: 1 a little, 2 for every day, 3 well, 4 the mother tongue.
A_LITTLE, EVERY_DAY, WELL, MOTHER_TONGUE = 1, 2, 3, 4
ANY = "any"
# Words of a job that say nothing about it.
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person who waits for a duo.

    ``languages`` maps a code to how well it is spoken; it is never empty, since everybody talks
    with the bot in one. ``times`` are the half-days on which they can meet ("1e" is Monday
    evening); empty sets and None mean that they did not tell. ``places_left``: in how many more
    duos they can be. ``waiting_days`` counts from when they could be matched.
    """

    id: int
    branch: str
    languages: Mapping[str, int]
    sectors: AbstractSet[str] = frozenset()
    kind: str = ""
    job: AbstractSet[str] = frozenset()
    times: AbstractSet[str] = frozenset()
    interests: AbstractSet[str] = frozenset()
    online: bool | None = None
    has_network: bool | None = None
    places_left: int = 1
    waiting_days: int = 0
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of somebody beside their answers; ``language`` is that of their chat."""

    language: str
    branch: str
    places_left: int = 1
    waiting_days: int = 0
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """Pairs that were tried and did not go on, each as (mentee, mentor), and those of them of
    which both wish to try again.
    """

    tried: AbstractSet[tuple[int, int]] = field(default_factory=frozenset)
    wished: AbstractSet[tuple[int, int]] = field(default_factory=frozenset)


def candidate(person_id: int, answers: Mapping[str, str], known: Circumstances) -> Candidate:
    """Read somebody from what they answered; an answer that is missing or odd counts as none."""
    return Candidate(
        id=person_id,
        branch=known.branch,
        languages=_languages(answers.get("languages", ""), known.language),
        sectors=_words(answers.get("sector", "")),
        kind=answers.get("kind", ""),
        job=job_words(answers.get("job", "")),
        times=_words(answers.get("times", "")),
        interests=_words(answers.get("interests", "")),
        online=_yes_or_no(answers.get("online", "")),
        has_network=_yes_or_no(answers.get("network", "")),
        places_left=known.places_left,
        waiting_days=known.waiting_days,
        is_away=known.is_away,
    )


def job_words(text: str) -> frozenset[str]:
    """The words of a job by which two jobs are compared; short ones say nothing."""
    return frozenset(word for word in normalise(text).split() if len(word) >= _SHORTEST_WORD)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _languages(text: str, of_chat: str) -> Mapping[str, int]:
    """Who wrote nothing of the language of their chat uses it here at least every day."""
    found = {of_chat: EVERY_DAY}
    for part in text.split():
        code, _, level = part.partition(":")
        if level in ("1", "2", "3", "4"):
            found[code] = int(level)
    return found


def _yes_or_no(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)
