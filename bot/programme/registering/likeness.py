"""How much two words are alike; a pair of letters that changed places is one slip."""

NEAR_ENOUGH = 0.8
SHORTEST_GUESSED = 5  # letters; in a shorter word a slip is another word


def alike(said: str, known: str) -> float:
    """From 0 to 1; 1 is the same word."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415  # it takes time to import, and few need it

    return float(OSA.normalized_similarity(said, known))


def resembles(said: str, known: str) -> bool:
    """Whether one word is the other with a slip of the pen; the first letter is seldom wrong."""
    if said == known:
        return True
    if min(len(said), len(known)) < SHORTEST_GUESSED or said[0] != known[0]:
        return False
    return alike(said, known) >= NEAR_ENOUGH
