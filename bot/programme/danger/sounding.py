"""What only sounds like danger: "ik schrik me dood" is no need for the suicide line."""

from bot.programme.danger.reading import NEEDS_OF_DANGER, without_harmless
from bot.programme.needs.finding import find_needs

# "Mijn telefoon is dood" sounds as if somebody wanted to call.
SOUNDED = (*NEEDS_OF_DANGER, "crisis.talk", "isolation.talk")


def needs_meant(text: str) -> tuple[str, ...]:
    """The needs that a text names, best first; none that only its harmless phrases sound like."""
    needs = find_needs(text)
    if not needs or needs[0] not in SOUNDED:
        return needs
    return find_needs(" ".join(without_harmless(text)))
