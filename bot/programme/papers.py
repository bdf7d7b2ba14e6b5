"""Whether somebody says that they have no residence papers, in any of the languages.

Who has none goes by another road to a doctor: the OCMW or CPAS pays, not a health fund.
"""

import re

from bot.programme.names import normalise

NO_PAPERS = re.compile(
    r"\b(?:"
    r"(?:geen|zonder) (?:\w+ )?(?:papieren|verblijf\w*|documenten)|illegaal|ongedocumenteerd\w*"
    r"|(?:sans|pas de|pas|aucun|aucuns) (?:\w+ )?(?:papiers?|titre de sejour|sejour)"
    r"|en situation irreguliere|clandestine?"
    r"|(?:no|without|any) (?:\w+ )?(?:papers|residence permit|documents|permit)|undocumented"
    r")\b"
)
HEALTH = "health."
WITHOUT_PAPERS = "health.ama"


def says_no_papers(text: str) -> bool:
    """Whether a text says that its writer has no right of residence on paper."""
    return bool(NO_PAPERS.search(normalise(text)))


def for_status(needs: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The needs, best first, as they are for who wrote this: care without papers is a need of its
    own.
    """
    if not needs or not needs[0].startswith(HEALTH) or not says_no_papers(text):
        return needs
    return (WITHOUT_PAPERS, *(one for one in needs if one != WITHOUT_PAPERS))
