"""How long to wait before something is tried again that may mend itself."""

LONGEST_BACK_OFF = 60.0
JITTER_SHARE = 0.25


def back_off(tries: int, jitter: float = 0.0) -> float:
    """Seconds until the next attempt: 1, 2, 4 and so on to 60, less at most a quarter."""
    longest = min(LONGEST_BACK_OFF, 2.0 ** min(max(tries, 1) - 1, 10))
    return longest * (1 - JITTER_SHARE * jitter)
