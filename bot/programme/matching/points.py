"""What speaks for a pair, and how much: a help for the coach who decides, never a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.programme.languages import LANGUAGES
from bot.programme.matching.candidates import ANY, EVERY_DAY, WELL, Candidate
from bot.programme.matching.conditions import shared_languages, shared_times

# So many shared interests are as good as more of them.
ENOUGH_INTERESTS = 3
# Whoever waits as long as this has all the points of waiting.
LONG_WAIT_DAYS = 84
HALF = 0.5


class Criterion(StrEnum):
    """What speaks for a pair; the programme file gives each its weight."""

    SECTOR = "sector"
    JOB = "job"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    TRAVEL = "travel"
    WAITING = "waiting"


Weights = Mapping[Criterion, int]


@dataclass(frozen=True, slots=True)
class Points:
    """How much one criterion gives, of how much it can give, and the facts behind it: keys of
    sectors or interests, codes of languages, words of a job, weeks.
    """

    criterion: Criterion
    points: float
    most: int
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two people may fit, as both of them may read it: it names nobody."""

    about: str
    facts: tuple[str, ...]


def points_of(mentee: Candidate, mentor: Candidate, weights: Weights) -> tuple[Points, ...]:
    """What each criterion gives this pair, in the order of the criteria."""
    return tuple(
        Points(one, weights[one] * share, weights[one], facts)
        for one, (share, facts) in _shares(mentee, mentor).items()
    )


def worth_of(mentee: Candidate, mentor: Candidate, weights: Weights) -> float:
    """All points of a pair together."""
    shares = _shares(mentee, mentor)
    return sum(weights[one] * share for one, (share, _) in shares.items())


def reasons(mentee: Candidate, mentor: Candidate, most: int = 3) -> tuple[Reason, ...]:
    """The plainest reasons for a pair, at most so many; the language they share is among them."""
    shares = _shares(mentee, mentor)
    found = [
        Reason(one, shares[one][1])
        for one in (Criterion.JOB, Criterion.SECTOR, Criterion.INTERESTS, Criterion.LANGUAGES)
        if shares[one][0] and shares[one][1]
    ]
    speak = Reason("speak", shared_languages(mentee, mentor)[:2])
    times = Reason("times", shared_times(mentee, mentor))
    near = Reason("branch", (mentee.branch,) if mentee.branch == mentor.branch else ())
    every = [*found[:1], speak, *found[1:], times, near]
    return tuple(one for one in every if one.facts)[:most]


def _shares(
    mentee: Candidate, mentor: Candidate
) -> Mapping[Criterion, tuple[float, tuple[str, ...]]]:
    """Of each criterion how much of it there is, from 0 to 1, and the facts behind it."""
    return {
        Criterion.SECTOR: _sector(mentee, mentor),
        Criterion.JOB: _job(mentee, mentor),
        Criterion.LANGUAGES: _languages(mentee, mentor),
        Criterion.INTERESTS: _interests(mentee, mentor),
        Criterion.TRAVEL: _travel(mentee, mentor),
        Criterion.WAITING: _waiting(mentee),
    }


def _sector(mentee: Candidate, mentor: Candidate) -> tuple[float, tuple[str, ...]]:
    """A mentee to whom any sector is right fits a bit with everybody."""
    shared = tuple(sorted((mentee.sectors & mentor.sectors) - {ANY}))
    if shared:
        return 1.0, shared
    return (HALF if ANY in mentee.sectors | mentor.sectors else 0.0), ()


def _job(mentee: Candidate, mentor: Candidate) -> tuple[float, tuple[str, ...]]:
    """The kind of match that the mentee wants: their own job, their sector, or a broad view."""
    shared = tuple(sorted(mentee.job & mentor.job))
    if shared:
        return 1.0, shared
    sectors = (mentee.sectors & mentor.sectors) - {ANY}
    fits = {"job": False, "sector": bool(sectors), "generic": bool(mentor.has_network)}
    return (HALF if fits.get(mentee.kind) else 0.0), ()


def _languages(mentee: Candidate, mentor: Candidate) -> tuple[float, tuple[str, ...]]:
    """A language of work that the mentee still learns, and that the mentor speaks well."""
    learns = (code for code in LANGUAGES if 0 < mentee.languages.get(code, 0) <= EVERY_DAY)
    helped = tuple(sorted(code for code in learns if mentor.languages.get(code, 0) >= WELL))
    return (1.0 if helped else 0.0), helped


def _interests(mentee: Candidate, mentor: Candidate) -> tuple[float, tuple[str, ...]]:
    shared = tuple(sorted(mentee.interests & mentor.interests))
    return min(len(shared) / ENOUGH_INTERESTS, 1.0), shared


def _travel(mentee: Candidate, mentor: Candidate) -> tuple[float, tuple[str, ...]]:
    same = mentee.branch == mentor.branch
    return (1.0 if same else HALF), ((mentee.branch,) if same else ())


def _waiting(mentee: Candidate) -> tuple[float, tuple[str, ...]]:
    """Of the mentee alone: a mentor who waits long has no need of a duo."""
    return min(mentee.waiting_days / LONG_WAIT_DAYS, 1.0), (str(mentee.waiting_days // 7),)
