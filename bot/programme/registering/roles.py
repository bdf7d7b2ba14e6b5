"""Who somebody wants to be in a duo, said in a sentence."""

from bot.programme.names import normalise
from bot.programme.people import Role

_HELPS = (
    "mentor worden", "mentor zijn", "ik ben mentor", "als mentor", "vrijwilliger",
    "mensen helpen", "iemand helpen", "iemand begeleiden", "mensen begeleiden", "jongeren helpen",
    "anderen helpen", "nieuwkomers helpen", "vluchtelingen helpen", "mijn ervaring delen",
    "devenir mentor", "etre mentor", "je suis mentor", "comme mentor", "benevole",
    "aider quelqu un", "aider les gens", "aider des gens", "aider les jeunes", "aider des jeunes",
    "aider les autres", "aider une personne", "aider des personnes", "accompagner quelqu un",
    "partager mon experience",
    "become a mentor", "be a mentor", "be mentor", "i am a mentor", "i m a mentor", "as a mentor",
    "volunteer", "help people", "help somebody", "help someone", "help others",
    "help young people", "help newcomers", "share my experience",
)  # fmt: skip
_IS_HELPED = (
    "zoek een mentor", "zoek mentor", "wil een mentor", "heb een mentor nodig", "zoek werk",
    "zoek een job", "werk zoeken", "werk vinden", "job vinden", "wil werken",
    "cherche un mentor", "cherche mentor", "veux un mentor", "voudrais un mentor",
    "besoin d un mentor", "cherche un travail", "cherche du travail", "cherche un emploi",
    "cherche un job", "trouver un travail", "trouver du travail", "trouver un emploi",
    "veux travailler",
    "look for a mentor", "looking for a mentor", "want a mentor", "need a mentor",
    "find a mentor", "look for a job", "look for work", "looking for work", "looking for a job",
    "find a job", "find work", "need a job", "want to work",
)  # fmt: skip
# With one of these a sentence may say the opposite, or ask: then nothing is guessed.
_UNSURE = frozenset({
    "geen", "niet", "nooit", "wat", "hoe", "wie", "pas", "jamais", "ni", "quoi", "comment", "qui",
    "not", "no", "never", "don", "dont", "what", "how", "who", "or", "ou", "of",
})  # fmt: skip
# With one of these it is others who should help.
_ASKS_OTHERS = frozenset({"kan", "kunnen", "mij", "me", "moi", "can", "could", "peut", "peux"})


def role_said(text: str) -> Role | None:
    """The role that a sentence chooses; None where it names both, none, or may mean the opposite.

    Who helps others to find work wants to be a mentor: "work" is what the other one looks for.
    """
    words = normalise(text)
    told = set(words.split())
    if told & _UNSURE:
        return None
    if _names(words, _HELPS) and not told & _ASKS_OTHERS:
        return Role.MENTOR
    return Role.MENTEE if _names(words, _IS_HELPED) else None


def _names(words: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {one} " in f" {words} " for one in phrases)
