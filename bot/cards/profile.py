"""What Telegram shows of the bot itself: its commands, and who it is, in each language."""

from collections.abc import Mapping

from bot.cards.ways import who_i_am
from bot.i18n import Speech
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
        "stop": speech.say("Take a break"),
        "resume": speech.say("Start again after a break"),
        "privacy": speech.say("Your privacy"),
        "hide": speech.say("Hide private messages"),
    }


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
