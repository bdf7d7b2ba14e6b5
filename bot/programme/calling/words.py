"""What the rule knows of a language: pieces of regular expressions on words without capitals,
accents and marks: "I'd" is "i d". Learners' spellings stand among the others.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calling:
    """The words of one language from which the wish for a coach is made.

    ``wish`` asks for something to be done and ``need`` for somebody; ``reach`` and ``talk`` are
    what one does with a coach and with anybody; ``lets`` asks that somebody else does ``to_me``,
    or, when it is anybody, ``rings_me``. ``bare`` begins a message by itself. ``why`` may follow
    a need, ``told`` follows what is only told, ``called`` follows "coach" at the very beginning,
    and ``other`` never stands between.
    """

    coach: str
    anybody: str
    wish: str
    need: str
    reach: str
    talk: str
    lets: str
    to_me: str
    rings_me: str
    bare: str
    why: str
    told: str
    called: str
    other: str
    verb_last: bool = False


# As it is heard, and as thumbs write it.
COACH = "(?:coach(?:es)?|coatch|choach|caoch|coch|coash|koach|koutch|cotch|coache)"
