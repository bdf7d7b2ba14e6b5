"""What somebody answers to the one question after they wrote of danger."""

from datetime import timedelta
from enum import StrEnum

# So long nobody who wrote of danger is asked about their week.
SPARED = timedelta(hours=24)


class MayCall(StrEnum):
    """Whether a coach may call now; FINE: nothing is wrong. NEAR leaves that open: they look for
    help that is near.
    """

    YES = "yes"
    NOT_NOW = "not_now"
    FINE = "fine"
    NEAR = "near"
