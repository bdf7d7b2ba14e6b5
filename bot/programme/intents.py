"""What somebody may ask for in any state of a conversation."""

from collections.abc import Mapping
from enum import StrEnum


class Intent(StrEnum):
    """What somebody asks for in words of their own."""

    HELP = "help"
    FIND_HELP = "find_help"
    EMERGENCY = "emergency"
    LANGUAGE = "language"
    STOP = "stop"
    RESUME = "resume"
    PRIVACY = "privacy"
    COACH = "coach"
    MEETINGS = "meetings"
    AGREEMENT = "agreement"
    INTAKE = "intake"
    MENU = "menu"
    BACK = "back"
    START = "start"
    ANSWERS = "answers"
    THANKS = "thanks"
    GOOD_NEWS = "good_news"
    HIDE = "hide"
    WORK = "work"
    PROPOSAL = "proposal"
    MATCH = "match"
    UNCLEAR = "unclear"
    SESSIONS = "sessions"
    TRAINING = "training"
    ROAD = "road"


# What people say to each other too: "hello", "I do not know", "I would like a meeting".
FOR_A_TALK = frozenset(
    {
        Intent.HELP,
        Intent.FIND_HELP,
        Intent.START,
        Intent.MEETINGS,
        Intent.SESSIONS,
        Intent.TRAINING,
        Intent.PROPOSAL,
        Intent.MATCH,
        Intent.ROAD,
    }
)
# What is done at once, and has to be known by the coach to whom it was written.
BOTH = frozenset({Intent.STOP, Intent.RESUME, Intent.EMERGENCY})
# Said by who asks for something: what only resembles danger in it is none.
CALM = frozenset({Intent.HELP, Intent.COACH, Intent.UNCLEAR})
Words = Mapping[Intent, tuple[str, ...]]
