"""What keeps somebody from waiting in silence: a call in vain, and cases behind a button."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class CallTried(Notice):
    """Told to who called for a coach: the coach called at ``tried_at`` (ISO) and nobody picked up.
    ``other``: who is asked now, when the coach said nothing after that.
    """

    kind = "call_tried"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    case_id: int
    coach: str
    tried_at: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class StillYours(Notice):
    """Told to who hid what is about cases: how many open ones are theirs all the same."""

    kind = "still_yours"
    for_staff = True
    count: int


@dataclass(frozen=True, slots=True)
class CoachesOnly(Notice):
    """Told to who asks for cases without working for the programme."""

    kind = "coaches_only"
