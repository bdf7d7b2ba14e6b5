"""What is said when a mentor hands something over that they found for their mentee."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice
from bot.programme.notices.referrals import ServiceName


@dataclass(frozen=True, slots=True)
class HandedOver(Notice):
    """A mentor found a service for their mentee. Nothing of it stays when it is sent.

    ``name`` is empty where somebody who looks along must not read it.
    """

    kind = "handed_over"
    exempt = True
    revocable = True
    mentor: str
    service: str
    name: ServiceName
    phone: str | None


@dataclass(frozen=True, slots=True)
class HandOverDone(Notice):
    """Told to the mentor; at night the mentee gets it only in the morning."""

    kind = "hand_over_done"
    mentee: str
    in_the_morning: bool


@dataclass(frozen=True, slots=True)
class HandOverNotDone(Notice):
    """Nothing was sent: ``no_duo``, ``gone``, ``not_now``, or ``enough`` for one day.

    Why not now is the mentee's own business.
    """

    kind = "hand_over_not_done"
    why: str
    mentee: str = ""


@dataclass(frozen=True, slots=True)
class HandOverDeclined(Notice):
    """The mentee does not want it; nobody hears of it."""

    kind = "hand_over_declined"
