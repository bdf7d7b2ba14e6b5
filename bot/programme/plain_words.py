"""What plain words mean in any state of a conversation: "stop", "hulp", "parler à mon coach".

Only a whole message counts. A word inside a longer sentence may be part of an answer.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from bot.programme.intents import Intent
from bot.programme.names import normalise
from bot.programme.utterances import UTTERANCES

__all__ = ["Intent", "understand"]

LONGEST_REQUEST = 100

# What ends a talk and asks for nothing.
AGREED = (
    "ok", "oke", "okay", "ok ik ga", "ik ga", "is goed", "dat is goed", "goed", "prima", "top",
    "in orde", "tot straks", "tot dan", "tot morgen", "d'accord", "ok j'y vais", "j'y vais",
    "ça va", "ça marche", "entendu", "à demain", "à bientôt", "parfait", "ok i go",
    "ok i am going", "i am going", "all right", "alright", "fine", "good", "perfect", "see you",
    "see you tomorrow",
)  # fmt: skip

# Said around a request without changing it.
POLITE = (
    "s'il vous plaît", "s'il te plaît", "als het kan", "als je wil", "thank you", "dank je wel",
    "dank u wel", "alstublieft", "alsjeblieft", "bedankt", "dankjewel", "dank je", "dank u",
    "please", "thanks", "merci", "graag", "svp", "stp", "aub", "ajb", "pls", "plz",
    "maintenant", "nu", "now", "eens", "even", "ok", "okay",
)  # fmt: skip
GREETINGS = (
    "hallo", "hoi", "hey", "dag", "goedendag", "goeiedag", "goedemorgen", "goedemiddag",
    "goedenavond", "bonjour", "bonsoir", "salut", "hello", "hi", "good morning",
    "good afternoon", "good evening", "beste",
)  # fmt: skip
EXCUSES = ("sorry", "pardon", "excuseer", "excuse me")


def understand(text: str) -> Intent | None:
    """What a whole message asks for, in any of the languages; None when it may be an answer."""
    said = normalise(text)
    if len(said) > LONGEST_REQUEST:
        return None
    points = (point for rest in _without_greetings(said) for point in _without_thanks(rest))
    meanings = [_MEANINGS[point] for point in points if point in _MEANINGS]
    least = _least(said)
    telling = (one for one in meanings if one not in least)
    return next(telling, meanings[0] if meanings else None)


def begins_with_coach(text: str) -> bool:
    """Whether a sentence begins by asking for the coach, and goes on to say why."""
    said = normalise(text)
    starts = {said, *_without_greetings(said)}
    return any(one.startswith(_TO_COACH) for one in starts) or _asks_first(text)


def _asks_first(text: str) -> bool:
    """Whether what stands before the first comma or point asks for the coach by itself. Who only
    names the coach there tells of them: "My coach, Els, is ill".
    """
    first, _, rest = _PAUSE.sub("\n", text.strip(), count=1).partition("\n")
    asks = understand(first) is Intent.COACH and len(normalise(first).split()) >= _A_REQUEST
    return asks and bool(normalise(rest))


def is_agreed(text: str) -> bool:
    """Whether somebody says no more than that it is all right: "ok", "d'accord", "ok ik ga"."""
    said = normalise(text)
    points = {point for rest in _without_greetings(said) for point in _without_thanks(rest)}
    return bool(points & _AGREED)


def _least(said: str) -> Collection[Intent]:
    """What counts only when nothing else was said. "Hello, thank you" is thanks; but who says
    sorry first asks for something, and thanks for it in advance.
    """
    asks = said.startswith(_EXCUSES)
    return (Intent.START, Intent.THANKS) if asks else (Intent.START,)


def _without_greetings(said: str) -> Iterator[str]:
    """What was said, and what is left of it greeting by greeting."""
    yield said
    for words in _BEFORE:
        if said.startswith(f"{words} "):
            yield from _without_greetings(said.removeprefix(f"{words} "))


def _without_thanks(said: str) -> Iterator[str]:
    """What was said, and what is left of it thanks by thanks."""
    yield said
    for words in _AFTER:
        if said.endswith(f" {words}"):
            yield from _without_thanks(said.removesuffix(f" {words}"))


def _spellings(utterance: str) -> tuple[str, str]:
    """With its apostrophes, and without, as thumbs write it: "j'ai" and "jai"."""
    return normalise(utterance), normalise(utterance.replace("'", ""))


_AGREED = frozenset(normalise(words) for words in AGREED)
_AFTER = tuple(normalise(words) for words in POLITE)
_BEFORE = tuple(normalise(words) for words in (*GREETINGS, *EXCUSES, *POLITE))
_EXCUSES = tuple(f"{normalise(words)} " for words in EXCUSES)
_MEANINGS: Mapping[str, Intent] = {
    spelling: intent
    for words in UTTERANCES.values()
    for intent, utterances in words.items()
    for utterance in utterances
    for spelling in _spellings(utterance)
}
_PAUSE = re.compile(r"[,.;:!?\n]+")
_A_REQUEST = 3  # words
# Shorter ones begin other sentences too: "my coach is ill".
_WORDS_OF_REQUEST = 5
_TO_COACH = tuple(
    f"{words} "
    for words, intent in _MEANINGS.items()
    if intent is Intent.COACH and len(words.split()) >= _WORDS_OF_REQUEST
)
