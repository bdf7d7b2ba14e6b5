"""What a coach says before a name when they look for somebody."""

SAID_BEFORE = ("find", "search", "zoek", "vind", "cherche", "trouve")


def name_looked_for(said: str) -> str:
    """The name alone, from normalised words: "find Jef" is about Jef."""
    first, _, rest = said.partition(" ")
    return rest if rest and first in SAID_BEFORE else said
