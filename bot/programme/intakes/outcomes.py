"""What may come of a first talk. No word for no: everybody is shown a way on."""

from enum import StrEnum


class Decision(StrEnum):
    """How it goes on."""

    GO_ON = "go_on"
    WAIT = "wait"
    OTHER_HELP = "other"


class WaitingFor(StrEnum):
    """Why somebody waits before they go on; the person reads it in kind words."""

    LANGUAGE = "language"
    STUDY = "study"
    HEALTH = "health"
    FAMILY = "family"
    PAPERS = "papers"
    TIME = "time"
    OTHER = "other"


LONGEST_NOTE = 500  # letters
MOST_NEEDS = 12
