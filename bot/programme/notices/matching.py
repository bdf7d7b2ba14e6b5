"""What is said while a mentee and a mentor are brought together."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice

# About what, and the facts: see ``bot.programme.matching.points.Reason``.
Reasons = tuple[tuple[str, tuple[str, ...]], ...]
# Of each criterion (criterion, points, most, facts).
Given = tuple[tuple[str, int, int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ToMatch(Notice):
    """Who waits for a duo, for a coach: each mentee with the mentor who fits best when everybody
    gets one (0 and "" for nobody), from ``first`` on of ``total``; then who waits for an answer
    as (match, mentee, mentor).
    """

    kind = "to_match"
    for_staff = True
    mentees: tuple[tuple[int, str, int, str], ...]
    waiting: tuple[tuple[int, str, str], ...] = ()
    free_mentors: int = 0
    first: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class MentorsFor(Notice):
    """A page of the mentors for one mentee, from ``first`` on of ``total``: those that fit, the
    best ones in front, as (mentor, name, points); then the ``others``, of whom only the names are
    told, since something is in the way. ``why``: what each of the best few is given.
    """

    kind = "mentors_for"
    for_staff = True
    mentee_id: int
    mentee: str
    fitting: tuple[tuple[int, str, int], ...]
    others: tuple[tuple[int, str], ...]
    most: int
    why: tuple[Given, ...] = ()
    first: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class PairShown(Notice):
    """Two people side by side, for a coach: what is ``in_the_way``, what each did not tell
    (``untold``), and the points of each criterion as (criterion, points, most, facts).
    """

    kind = "pair_shown"
    for_staff = True
    mentee_id: int
    mentee: str
    mentor_id: int
    mentor: str
    in_the_way: tuple[str, ...]
    untold: tuple[str, ...]
    points: Given
    languages: tuple[str, ...]
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchShown(Notice):
    """A match for its coach: who said yes already, since when it waits, and what came of it.
    ``news``: why it is shown now. ``called``: who hears it on the phone; ``spared``: who never
    heard of the proposal, so that there is nothing to tell.
    """

    kind = "match_shown"
    for_staff = True
    match_id: int
    mentee: str
    mentor: str
    asked_at: str
    agreed: tuple[str, ...] = ()
    outcome: str = ""
    news: str = ""
    who: str = ""
    called: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchLeft(Notice):
    """One of two who were put to each other has left; ``name`` is the other one, who waits. They
    hear it on the phone (``by_phone``), or never heard of the proposal (``spared``).
    """

    kind = "match_left"
    for_staff = True
    name: str
    by_phone: bool = False
    spared: bool = False


@dataclass(frozen=True, slots=True)
class PersonNotFree(Notice):
    """One of the two whom a coach chose cannot be put to anybody now."""

    kind = "person_not_free"
    for_staff = True


@dataclass(frozen=True, slots=True)
class MatchProposed(Notice):
    """Put to the mentee and the mentor: somebody who may fit, with plain reasons and no name.
    ``again``: they were asked before; ``agreed``: they said yes, and the other one has not yet.
    """

    kind = "match_proposed"
    exempt = True
    match_id: int
    role: str
    coach: str
    reasons: Reasons
    agreed: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class NothingProposed(Notice):
    """No proposal waits: with whom they are in a duo, or else what comes before a proposal, by
    where they stand on the road.
    """

    kind = "nothing_proposed"
    role: str
    place: str
    partner: str = ""


@dataclass(frozen=True, slots=True)
class SureToDecline(Notice):
    """Asked of who said yes and now says no."""

    kind = "sure_to_decline"
    match_id: int


@dataclass(frozen=True, slots=True)
class MatchAgreed(Notice):
    """Both said yes, for the one who was the second; what comes next is a letter of its own."""

    kind = "match_agreed"


@dataclass(frozen=True, slots=True)
class MatchOver(Notice):
    """A proposal does not go on; nobody reads why. ``own``: they said no themselves."""

    kind = "match_over"
    exempt = True
    own: bool = False
    coach: str = ""
