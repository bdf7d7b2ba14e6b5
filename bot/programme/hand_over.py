"""What a mentor hands over to their mentee."""

from bot.programme.directory.service import Service
from bot.programme.referrals import may_be_asked_about

# Somebody who gets more in a day reads none of it.
A_DAY_AT_MOST = 5


def may_be_named(service: Service) -> bool:
    """Whether its name may come unasked, on a phone that somebody else may be looking at."""
    return may_be_asked_about(service, "")
