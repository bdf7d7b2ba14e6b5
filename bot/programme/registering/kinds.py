"""The choices that some questions give: kinds of match, sources, interests."""

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What a match looks for: somebody who listens, who knows a sector, or who knows a job."""

    GENERIC = "generic"
    SECTOR = "sector"
    JOB = "job"


# Told beside the capacity: whether somebody has time for as long as a duo goes on.
AVAILABILITY = "availability"
CAPACITY, NOT_AVAILABLE, UNSURE = "capacity", "no", "unsure"
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
    unsure = CAPACITY in answers and answers.get(AVAILABILITY) == NOT_AVAILABLE
    return {**answers, **({CAPACITY: UNSURE} if unsure else {})}
