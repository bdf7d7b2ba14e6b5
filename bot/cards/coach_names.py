"""The name of a coach in a sentence; of who has left for good no name is kept."""

from bot.i18n import Speech


def a_coach(name: str | None, speech: Speech) -> str:
    """The name, or a plain word within a sentence."""
    return name or speech.say("a coach")


def some_coach(name: str | None, speech: Speech) -> str:
    """The name, or a plain word at the beginning of a sentence."""
    return name or speech.say("A coach")
