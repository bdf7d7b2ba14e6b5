"""The weekly question: what two answers come to, and when a coach must hear of a duo."""

from collections.abc import Sequence
from enum import StrEnum


class Answer(StrEnum):
    """What one person says when asked whether the duo met."""

    MET = "met"
    NOT_MET = "not_met"


class Week(StrEnum):
    """What a duo's week came to."""

    MET = "met"
    NOT_MET = "not_met"
    SILENT = "silent"
    MISSED_BY_US = "missed_by_us"


def reconcile(
    answers: Sequence[Answer | None], *, closing: bool, we_were_away: bool = False
) -> Week | None:
    """What the two answers come to; None while an answer may still change it.

    One "we met" is enough: the programme trusts people. ``closing``: the patience is over.
    Silence is nobody's silence when ``we_were_away``: no answer could have reached us.
    """
    if Answer.MET in answers:
        return Week.MET
    if not closing and None in answers:
        return None
    if Answer.NOT_MET in answers:
        return Week.NOT_MET
    return Week.MISSED_BY_US if we_were_away else Week.SILENT


def needs_coach(latest_first: Sequence[Week], misses_before_coach: int) -> bool:
    """True when as many weeks as the programme allows went by without a meeting.

    Of a week that we missed nobody knows whether the duo met, so it counts for neither.
    """
    recent = latest_first[:misses_before_coach]
    missed = (Week.NOT_MET, Week.SILENT)
    return len(recent) == misses_before_coach and all(week in missed for week in recent)
