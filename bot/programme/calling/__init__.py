"""Whether somebody says, in a sentence of their own, that they want to talk to a coach.

A wish has to stand near the coach, or near "somebody of you": who only tells of the coach asks for
nothing. What is behind it, such as a reason, changes nothing.
"""

import re
from collections.abc import Iterator

from bot.programme.calling.dutch import DUTCH
from bot.programme.calling.english import ENGLISH
from bot.programme.calling.french import FRENCH
from bot.programme.calling.words import COACH, Calling
from bot.programme.names import normalise

# Who writes more says it early.
LONGEST_READ = 600  # letters
COMMA = "|"
# No request names what it wants without one of these; most messages have none.
NAMED = (
    "coa|choach|coch|coash|koach|koutch|cotch|begeleid|medewerker|iemand|mens|persoon|personne|van"
    " jullie|accompagn|quelqu|qqn|qq1|kelkun|humain|gens|de vous|human|some|person|staff|people"
    "|any|of you"
)


def wants_coach(text: str) -> bool:
    """Whether any sentence of a text asks for a coach, in any of the languages."""
    begin = text[:LONGEST_READ]
    if not _NAMED.search(begin):
        return False
    return any(_WISH.search(said) for said in _sentences(begin))


def _sentences(text: str) -> Iterator[str]:
    """Sentence by sentence in bare words, with a mark where a comma stood."""
    for sentence in _ENDS.split(text):
        parts = (normalise(part) for part in sentence.split(","))
        yield f" {COMMA} ".join(part for part in parts if part)


def _wishes(words: Calling) -> Iterator[str]:
    """Every way of one language in which a wish and a coach stand together."""
    coach, anybody = rf"{words.coach}(?!\S)", rf"{words.anybody}(?!\S)"
    near, far = _between(words, 4), _between(words, 8)
    yield rf"{words.wish} {near}{words.reach} {far}{coach}"
    yield rf"{words.wish} {near}{words.talk} {far}{anybody}"
    reason = rf"(?=$| \{COMMA}| (?:{words.why}|{_THANKS})(?!\S))"
    yield rf"{words.need} {_between(words, 3)}{coach}{reason}"
    yield rf"{words.lets} {near}{coach} {near}{words.to_me}(?!\S)"
    yield rf"{words.lets} {near}{anybody} {near}{words.rings_me}(?!\S)"
    yield rf"{_START}{words.bare} {near}{coach}(?! {words.told}(?!\S))"
    yield rf"{_START}(?:a |an |een |un |une )?{COACH} (?:\{COMMA} )?{words.called}(?!\S)"
    if words.verb_last:
        yield rf"(?:{words.wish}|ik heb|k heb) {near}{coach} {far}{words.reach}(?!\S)"
        yield rf"{words.wish} {near}{anybody} {far}{words.talk}(?!\S)"


def _between(words: Calling, most: int) -> str:
    """A few words, none of which turns the meaning round: "not", "what", "football"."""
    return rf"(?:(?!(?:{words.other}|{_SPORT})(?!\S))\S+ ){{0,{most}}}?"


_SPORT = (
    r"football|soccer|basket\w*|tennis|gym|fitness|swimming|sports?|bus|life|voice|voetbal|zwem\w*"
    r"|foot|natation|yoga|running|boxing|boks\w*|boxe"
)
_THANKS = r"merci|please|thanks|thank|dank\w*|bedankt|svp|stp|aub|pls|plz"
_GREETING = (
    r"hallo|hoi|hey|dag|goeie\w*|goede\w*|bonjour|bonsoir|salut|hello|hi|good|morning|evening|please"
    r"|pls|sorry|pardon|svp|stp|ok|aub|excuse|me|maar|mais|but|and|en|et|graag|first|eerst|d|abord"
)
_START = rf"(?:^|\{COMMA} )(?:(?:{_GREETING}) )*"
_ENDS = re.compile(r"[.;:!?\n()]+")
_NAMED = re.compile(NAMED, re.IGNORECASE)
_WISH = re.compile(
    r"(?<!\S)(?:"
    + "|".join(one for words in (DUTCH, FRENCH, ENGLISH) for one in _wishes(words))
    + ")"
)
