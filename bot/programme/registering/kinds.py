"""The choices that some questions give: kinds of match, sources, interests."""

from collections.abc import Mapping
from enum import StrEnum

from bot.programme.registering.questions import NO, UNSURE, Question


class Kind(StrEnum):
    """What a match looks for: somebody who listens, who knows a sector, or who knows a job."""

    GENERIC = "generic"
    SECTOR = "sector"
    JOB = "job"


# Told beside the capacity: whether somebody has time for as long as a duo goes on.
AVAILABILITY = "availability"
EMPLOYER = "employer"
SOURCES = (
    "vdab", "actiris", "ocmw", "integration", "school", "association", "friend", "other",
)  # fmt: skip
INTERESTS = (
    "sport", "walking", "music", "cooking", "reading", "film", "art", "games", "travel", "garden",
    "computers", "languages",
)  # fmt: skip
MOST_MENTEES = 3
# What stands on the buttons for years of work.
SOME_EXPERIENCE = ("5", "10", "20", "30")


def as_said(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers as they were given: who is not sure of the time told no number of mentees."""
    unsure = Question.CAPACITY in answers and answers.get(AVAILABILITY) == NO
    return {**answers, **({Question.CAPACITY: UNSURE} if unsure else {})}
