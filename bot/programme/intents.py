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
    MENU = "menu"
    BACK = "back"
    START = "start"
    ANSWERS = "answers"
    THANKS = "thanks"
    GOOD_NEWS = "good_news"
    HIDE = "hide"


Words = Mapping[Intent, tuple[str, ...]]
