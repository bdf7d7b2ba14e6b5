"""What somebody writes to the question whether a coach may call, instead of tapping."""

from bot.programme.danger.answers import MayCall
from bot.programme.intents import Intent
from bot.programme.names import normalise
from bot.programme.plain_words import begins_with_coach, understand

# Said around an answer without changing it.
_AROUND = frozenset(
    normalise(
        "please thanks thank you me now a an the can could may would will i my with to and it is "
        "that this for like aub ajb alstublieft alsjeblieft mij nu een de mag kan dat het ik met "
        "en zou wil je u voor eens even van jullie bedankt dank svp stp s il te plait vous merci "
        "maintenant un une le la je j m me moi peut peux que qu avec et veux voudrais aimerais "
        "real echte vraie vrai want wanna right doe het"
    ).split()
)
_BEGINS_YES = frozenset(normalise("yes yeah yep yess ja jawel joa oui ouais").split())
_YES = _BEGINS_YES | frozenset(
    normalise(
        "ok okay oke sure alright call calling ring talk speak person human somebody someone "
        "coach goed graag bel bellen praten spreken iemand mens persoon "
        "accord appelle appeler appelez rappelle parler quelqu humain personne volontiers d"
    ).split()
)
_NO = frozenset(normalise("no nope not dont don nee neen niet liever geen non pas ne nan").split())
_LATER = frozenset(normalise("later tard plus rather t hoeft besoin need nodig yet").split())
_FINE = frozenset(
    normalise("fine joke joking kidding alles grapje lachen tout bien ca blague rigole").split()
)
_WITH_FINE = frozenset(
    normalise("am im only just was well gaat ben om maar va vais c etait").split()
)
# One of these words alone is no answer to a question of yes or no.
_SAYS_NOTHING = frozenset({"personne", "d", "humain"})


def answer_in_words(text: str) -> MayCall | None:
    """The answer that these words are: a yes, or a wish to talk to a person, is a yes; None when
    they are something else. Whoever says yes may say more.
    """
    words = normalise(text).split()
    if not words:
        return None
    if _NO & {*words}:
        return _a_no({*words})
    if understand(text) is Intent.COACH or begins_with_coach(text):
        return MayCall.YES
    says_yes = bool(_YES & {*words} - _SAYS_NOTHING) and {*words} <= _YES | _AROUND
    says_more = words[0] in _BEGINS_YES and not _FINE & {*words}
    return MayCall.YES if says_yes or says_more else None


def _a_no(words: set[str]) -> MayCall | None:
    """A no with more than an answer in it is looked at by nobody but a person."""
    if not words <= _NO | _AROUND | _YES | _FINE | _WITH_FINE | _LATER:
        return None
    return MayCall.FINE if _FINE & words else MayCall.NOT_NOW
