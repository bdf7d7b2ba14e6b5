"""Where the reader stands on the road to a duo, and what comes next, in a sentence."""

from collections.abc import Mapping

from bot.i18n import Speech
from bot.programme.notices import Menu
from bot.programme.people import Role
from bot.programme.road import Place


def where(notice: Menu, speech: Speech) -> str:
    """For the menu of who is on the way; nothing for who has a duo that meets."""
    words: Mapping[str, str] = {
        Place.NEW: speech.say("Next: your first talk with a coach. Choose a time for it."),
        Place.INTAKE: speech.say("Your first talk with a coach is planned."),
        Place.WAIT: speech.say(
            "Is it the right moment for you again? Choose a time, and you talk once more."
        ),
        Place.OTHER_HELP: speech.say(
            "You are welcome back. Choose a time for a talk when you want."
        ),
        Place.TRAINING: speech.say("Now you follow the training for mentors."),
        Place.READY: _looks(notice.role, speech),
        Place.PROPOSED: speech.say("There is a proposal of a duo for you. Tap “The proposal”."),
        Place.MATCHED: speech.say(
            "You begin as a duo. First you meet with your coach. Then all three of you sign."
        ),
    }
    return words.get(notice.road, "")


def _looks(role: str, speech: Speech) -> str:
    if role == Role.MENTOR:
        return speech.say("Your coach now looks for a mentee for you.")
    return speech.say("Your coach now looks for a mentor for you.")
