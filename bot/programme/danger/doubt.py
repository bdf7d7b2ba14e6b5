"""Who answers a question with "I do not know" is in doubt, and in no danger.

The ears are unsure of so few words: "ik weet niet" was heard as a child that is missing. Only what
says nothing else counts; "I do not know any more" and "I do not know what to do" may say more,
and are left to the ears.
"""

from collections.abc import Collection

CORE = frozenset({"weet", "sais", "know", "idee", "idea", "sure", "zeker"})
_BESIDE = """
ik het dat niet nog echt goed zo geen enkel wat er van schrijven zeggen antwoorden je j ne n pas
trop bien encore vraiment quoi ecrire repondre dire aucune ca c est i do not dont no really yet am
im that it
"""
BESIDE = frozenset(_BESIDE.split())


def is_only_doubt(words: Collection[str]) -> bool:
    """Whether these words (as they are written, in small letters, without accents) say only that
    somebody does not know.
    """
    said = frozenset(words)
    return bool(said & CORE) and said <= CORE | BESIDE
