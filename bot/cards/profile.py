"""What Telegram shows of the bot itself: its commands, and who it is, in each language."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.card import Card
from bot.cards.ways import who_i_am
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.new_coach import StaffCommands
from bot.programme.programme import Programme


def commands(speech: Speech) -> Mapping[str, str]:
    """The commands in the menu beside the text field, each with what it does."""
    return {
        "menu": speech.say("What can I do here?"),
        "find": speech.say("Find help: housing, papers, health, money"),
        "sos": speech.say("Emergency: whom to call"),
        "coach": speech.say("Talk to my coach"),
        "help": speech.say("How does this work?"),
        "language": speech.say("Choose another language"),
        "answers": speech.say("See or change my answers"),
        "sessions": speech.say("Info sessions near me"),
        "training": speech.say("My training as a mentor"),
        "agreement": speech.say("Read or sign our agreement"),
        "road": speech.say("Where am I, and what comes next?"),
        "stop": speech.say("Take a break"),
        "resume": speech.say("Start again after a break"),
        "privacy": speech.say("Your privacy"),
        "hide": speech.say("Hide private messages"),
    }


def commands_of_staff(speech: Speech) -> Mapping[str, str]:
    """The same for who works for the programme."""
    return {
        "menu": speech.say("What can I do here?"),
        "work": speech.say("My work: new people, duos, calls"),
        "person": speech.say("Enter somebody who is not on Telegram"),
        "cases": speech.say("Who needs me now"),
        "people": speech.say("New people"),
        "match": speech.say("Who waits for a duo"),
        "intakes": speech.say("First talks"),
        "duos": speech.say("My duos"),
        "sessions": speech.say("Sessions of my branch"),
        "training": speech.say("Mentors in training"),
        "team": speech.say("My team"),
        "away": speech.say("My leave"),
        "code": speech.say("My codes"),
        "find": speech.say("Find help: housing, papers, health, money"),
        "hide": speech.say("Hide private messages"),
        "language": speech.say("Choose another language"),
        "help": speech.say("How does this work?"),
    }


def staff_commands(notice: StaffCommands, speech: Speech, programme: Programme) -> Card:
    """Not shown: Telegram puts it into the menu beside the text field."""
    del programme
    listed = tuple(commands_of_staff(speech).items()) if notice.works_here else ()
    return Card(speech.say("What can I do here?"), commands=listed)


def description(speech: Speech, programme: Programme) -> str:
    """Shown in an empty chat, before the start; Telegram allows 512 characters."""
    says = (*who_i_am(speech, programme), speech.say("Tap “Start” to begin."))
    return " ".join(says)


def short_description(speech: Speech, programme: Programme) -> str:
    """Shown on the bot's profile; Telegram allows 120 characters."""
    return speech.say(
        "The assistant of {programme} for mentees and mentors.",
        programme=programme.name[speech.language],
    )


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    StaffCommands: staff_commands
}
