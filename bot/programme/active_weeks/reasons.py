"""Why somebody takes a break, in a word that they may choose and need not."""

from enum import StrEnum


class Reason(StrEnum):
    """A class of reasons; which one it is only their own coach sees."""

    HOLIDAY = "holiday"
    EXAMS = "exams"
    ILLNESS = "illness"
    JOB_TRIAL = "job_trial"
    FAMILY = "family"
    FASTING = "fasting"
    OTHER = "other"
    NONE = "none"
