"""What a coach reads of a call that nobody made: what the programme has seen, and no more."""

from collections.abc import Sequence

from bot.cards.card import paragraphs
from bot.cards.ways import role_name
from bot.i18n import Speech
from bot.programme.cases import Reason


def signal_words(
    reason: Reason, names: Sequence[str], role: str | None, speech: Speech, *, is_closed: bool
) -> str:
    """What was seen; as long as it is open, also what is asked of the coach."""
    if reason is Reason.DIFFERS:
        seen = speech.say(
            "{names} said different things about two weeks, one after the other.",
            names=speech.listed(names),
        )
        asked = speech.say("It can be a mistake. Please ask each of them how it is.")
        return paragraphs(seen, "" if is_closed else asked)
    name = names[0]
    seen = _seen(reason, name, role_name(role, speech), speech, is_closed=is_closed)
    return paragraphs(seen, "" if is_closed else _asked(reason, name, speech))


def _seen(reason: Reason, name: str, role: str, speech: Speech, *, is_closed: bool) -> str:
    if reason is Reason.UNREACHABLE and is_closed:
        return speech.say(
            "{name} ({role}) could not be reached on Telegram for some time.", name=name, role=role
        )
    words = {
        Reason.GOES_BADLY: speech.say(
            "{name} ({role}) told me twice that it is not going well.", name=name, role=role
        ),
        Reason.RESTS: speech.say("{name} ({role}) takes a break.", name=name, role=role),
        Reason.LEFT: speech.say(
            "The duo of {name} ({role}) has ended, because the other one left.",
            name=name,
            role=role,
        ),
        Reason.UNREACHABLE: speech.say(
            "I cannot reach {name} ({role}) on Telegram any more.", name=name, role=role
        ),
        Reason.NOT_DELIVERED: speech.say(
            "A message to {name} ({role}) did not arrive. It is a technical problem.",
            name=name,
            role=role,
        ),
    }
    return words[reason]


def _asked(reason: Reason, name: str, speech: Speech) -> str:
    words = {
        Reason.GOES_BADLY: speech.say("{name} knows that I told you. Please call.", name=name),
        Reason.RESTS: speech.say("Does the break last long? Then ask how {name} is.", name=name),
        Reason.LEFT: speech.say("Please ask {name} what is next.", name=name),
        Reason.UNREACHABLE: speech.say(
            "Please call. Perhaps the phone is new, or the person wants no messages."
        ),
        Reason.NOT_DELIVERED: speech.say(
            "New messages may arrive. Please ask {name} if all is well.", name=name
        ),
    }
    return words[reason]
