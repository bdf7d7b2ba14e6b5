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


def reconcile(answers: Sequence[Answer | None], *, closing: bool) -> Week | None:
    """What the two answers come to; None while an answer may still change it.

    One "we met" is enough: the programme trusts people. ``closing``: the patience is over.
    """
    if Answer.MET in answers:
        return Week.MET
    if not closing and None in answers:
        return None
    return Week.NOT_MET if Answer.NOT_MET in answers else Week.SILENT


def needs_coach(latest_first: Sequence[Week], misses_before_coach: int) -> bool:
    """True when as many weeks as the programme allows went by without a meeting."""
    recent = latest_first[:misses_before_coach]
    return len(recent) == misses_before_coach and Week.MET not in recent
