"""One person, as storage gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

FIRST_NAME, BRANCH = "first_name", "branch"


@dataclass(frozen=True, slots=True)
class Person:
    """One person, opened."""

    id: int
    telegram_id: int | None
    stage: str
    role: str | None
    language: str
    branch: str | None
    answers: Mapping[str, str]
    asking: str | None
    paused_at: datetime | None
    unreachable_at: datetime | None
    asking_since: datetime | None = None
    silent_since: datetime | None = None
    paused_until: datetime | None = None
    spared_until: datetime | None = None
    road: str | None = None
    road_since: datetime | None = None
    found_at: datetime | None = None
    channel: str | None = None
    entered_in: str | None = None
    answers_for: int | None = None
    answers_until: datetime | None = None

    @property
    def first_name(self) -> str:
        """Empty until the person has told it."""
        return self.answers.get(FIRST_NAME, "")

    @property
    def nearest_branch(self) -> str | None:
        """The branch of the programme; before that, the one they named."""
        return self.branch or self.answers.get(BRANCH)


@dataclass(frozen=True, slots=True)
class Member:
    """As much of a person as the weekly question asks for."""

    first_name: str
    paused_at: datetime | None
    silent_since: datetime | None
    rested_from: datetime | None = None
    rested_until: datetime | None = None
