"""What a coach reads of who is not on Telegram: nothing was sent, somebody has to call."""

from collections.abc import Iterable

from bot.cards.card import paragraphs
from bot.i18n import Speech


def to_call_line(name: str, speech: Speech) -> str:
    """What would have been sent becomes a task."""
    return speech.say(
        "{name} is not on Telegram. So a task comes on the list: call {name}.", name=name
    )


def to_call_lines(names: Iterable[str], speech: Speech) -> str:
    """The same for each of them."""
    return "\n".join(to_call_line(one, speech) for one in names)


def write_to_say(name: str, speech: Speech) -> str:
    """What a coach writes is read out by whoever calls."""
    return paragraphs(speech.say("Write now what shall be said."), to_call_line(name, speech))


def sent_to(name: str, speech: Speech, *, by_phone: bool) -> str:
    """What a coach wrote is on its way, or waits for a call."""
    if by_phone:
        return to_call_line(name, speech)
    return speech.say("I have sent it to {name}.", name=name)
