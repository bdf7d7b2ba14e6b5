"""What is said about services that somebody wants to be asked about."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays

# The name of a service in each language it has one in.
ServiceName = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReferralOffer(Notice):
    """Before anything is kept: what would be, until when, and who would see it.

    ``service`` is the key; ``place`` is an area. ``ask_at`` is when it would be asked (ISO).
    """

    kind = "referral_offer"
    stays = Stays.UNTIL_HIDDEN
    service: str
    name: ServiceName
    need: str
    place: str
    ask_at: str


@dataclass(frozen=True, slots=True)
class ReferralKept(Notice):
    """The person agreed; the question comes at ``ask_at`` (ISO instant), or came already."""

    kind = "referral_kept"
    stays = Stays.UNTIL_HIDDEN
    referral_id: int
    name: ServiceName
    ask_at: str | None


@dataclass(frozen=True, slots=True)
class ReferralNotKept(Notice):
    """Nothing is kept: the person said ``no``, has ``left`` the programme, or it is ``gone``."""

    kind = "referral_not_kept"
    why: str


@dataclass(frozen=True, slots=True)
class ReferralQuestion(Notice):
    """Did it help? Asked once."""

    kind = "referral_question"
    stays = Stays.UNTIL_HIDDEN
    revocable = True
    referral_id: int
    name: ServiceName


@dataclass(frozen=True, slots=True)
class ReferralEnded(Notice):
    """It helped, or help is not needed any more."""

    kind = "referral_ended"
    stays = Stays.UNTIL_HIDDEN
    outcome: str


@dataclass(frozen=True, slots=True)
class BarrierQuestion(Notice):
    """What stood in the way? Nobody has to say it."""

    kind = "barrier_question"
    stays = Stays.UNTIL_HIDDEN
    referral_id: int


@dataclass(frozen=True, slots=True)
class BarrierHeard(Notice):
    """Thank you; what else there is follows, when ``others`` says that there is something."""

    kind = "barrier_heard"
    stays = Stays.UNTIL_HIDDEN
    others: bool = True


@dataclass(frozen=True, slots=True)
class ReferralOver(Notice):
    """There is no such question any more: it was answered, or its time is over."""

    kind = "referral_over"
    stays = Stays.UNTIL_HIDDEN


@dataclass(frozen=True, slots=True)
class BarriersShown(Notice):
    """What stood in the way in a region: for each service its name and (barrier, count) pairs.

    A service without a name stands for all others together.
    """

    kind = "barriers_shown"
    region: str
    services: tuple[tuple[ServiceName, tuple[tuple[str, int], ...]], ...]
