"""The weekly question: what two answers come to, and when a coach must hear of a duo."""

from collections.abc import Sequence
from enum import StrEnum


class Answer(StrEnum):
    """What one person says when asked whether the duo met."""

    MET = "met"
    NOT_MET = "not_met"
    MOVED = "moved"


class Week(StrEnum):
    """What a duo's week came to. ``..._says_one``: only one of the two has said so."""

    MET = "met"
    MET_SAYS_ONE = "met_says_one"
    MOVED = "moved"
    MOVED_SAYS_ONE = "moved_says_one"
    NOT_MET = "not_met"
    NOT_MET_SAYS_ONE = "not_met_says_one"
    DIFFERS = "differs"
    SILENT = "silent"
    PAUSED = "paused"
    MISSED_BY_US = "missed_by_us"


class Patience(StrEnum):
    """How long we wait for an answer that is not there: still, or why no more."""

    LASTS = "lasts"
    OVER = "over"
    RESTS = "rests"  # one of the two takes a break
    UNHEARD = "unheard"  # we were away, and no answer could have reached us


# Weeks of which nobody says that the two met. Of a week that we missed nobody knows, and a break
# is nobody's miss; where the two differ, one of them says that they met.
WITHOUT_A_MEETING = frozenset({
    Week.NOT_MET, Week.NOT_MET_SAYS_ONE, Week.MOVED, Week.MOVED_SAYS_ONE, Week.SILENT,
})  # fmt: skip
# Weeks that say nothing of whether two people see things alike.
_NOT_HEARD_OF_BOTH = frozenset({Week.PAUSED, Week.MISSED_BY_US, Week.SILENT})
_AGREED = {Answer.MET: Week.MET, Answer.NOT_MET: Week.NOT_MET, Answer.MOVED: Week.MOVED}
_SAYS_ONE = {
    Answer.MET: Week.MET_SAYS_ONE,
    Answer.NOT_MET: Week.NOT_MET_SAYS_ONE,
    Answer.MOVED: Week.MOVED_SAYS_ONE,
}
_SILENCE = {
    Patience.OVER: Week.SILENT,
    Patience.RESTS: Week.PAUSED,
    Patience.UNHEARD: Week.MISSED_BY_US,
}


def reconcile(mentor: Answer | None, mentee: Answer | None, patience: Patience) -> Week | None:
    """What the two answers come to; None while the patience lasts and one of them is not there.

    Who says that the meeting was moved, and who says that there was none, do not differ: neither
    says that they met. In a week of a break only a meeting counts.
    """
    if mentor is not None and mentee is not None:
        return _of_both(mentor, mentee)
    if patience is Patience.LASTS:
        return None
    one = mentor or mentee
    if one is None or (patience is Patience.RESTS and one is not Answer.MET):
        return _SILENCE[patience]
    return _SAYS_ONE[one]


def _of_both(mentor: Answer, mentee: Answer) -> Week:
    if mentor is mentee:
        return _AGREED[mentor]
    return Week.DIFFERS if Answer.MET in (mentor, mentee) else Week.MOVED_SAYS_ONE


def patience_after(outcome: Week | None, *, waits: bool) -> Patience:
    """How long we wait for what is missing in a week that came to this so far.

    An answer can come late, or be corrected; why the other one is missing stays as it was.
    """
    if waits:
        return Patience.LASTS
    if outcome is Week.MISSED_BY_US:
        return Patience.UNHEARD
    return Patience.RESTS if outcome in (Week.PAUSED, None) else Patience.OVER


def needs_coach(latest_first: Sequence[Week], misses_before_coach: int) -> bool:
    """True when as many weeks as the programme allows went by without a meeting.

    A week that we missed, and one of a break, count for neither.
    """
    recent = latest_first[:misses_before_coach]
    return len(recent) == misses_before_coach and WITHOUT_A_MEETING.issuperset(recent)


def differs_twice(latest_first: Sequence[Week]) -> bool:
    """Whether the last two weeks that were heard of are both ones about which the two differ."""
    heard = [one for one in latest_first if one not in _NOT_HEARD_OF_BOTH]
    return heard[:2] == [Week.DIFFERS, Week.DIFFERS]
