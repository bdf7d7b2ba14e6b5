"""What is said while one of a duo offers times to the other.

Times are wall times such as 2026-11-24T14:00, as it is where the duo meets. A ``place`` is its
kind, the key of a public place, and typed words; ``branch`` is the one whose places are meant.
``before`` is when the meeting is that would be moved, or empty.
"""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice

PlaceFacts = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PlanMeeting(Notice):
    """Choose one or more times. ``usual`` is the one they are used to; ``refused`` is why the last
    one could not be chosen; ``month`` is this one, such as 2026-11.
    """

    kind = "plan_meeting"
    draft_id: int
    month: str
    partner: str
    suggested: tuple[str, ...]
    chosen: tuple[str, ...]
    place: PlaceFacts
    branch: str | None
    usual: str = ""
    next_week: bool = False
    before: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class ChooseDay(Notice):
    """A month, week by week; days that cannot be chosen are empty. ``earlier`` and ``later`` are
    the months beside it, or empty.
    """

    kind = "choose_day"
    draft_id: int
    month: str
    weeks: tuple[tuple[str, ...], ...]
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class ChooseHour(Notice):
    """The free times of a day. ``fine``: each hour leads to its minutes."""

    kind = "choose_hour"
    draft_id: int
    day: str
    times: tuple[str, ...]
    fine: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmTimes(Notice):
    """What was understood of somebody's words, to be confirmed; ``chosen`` is all that would be
    sent. ``note`` is what is special about the time in the night in which the clock changes;
    ``theirs`` are times that the other one has offered.
    """

    kind = "confirm_times"
    draft_id: int
    partner: str
    understood: str
    chosen: tuple[str, ...]
    place: PlaceFacts
    branch: str | None
    note: str = ""
    before: str = ""
    theirs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskTime(Notice):
    """Words that leave the time open: why, and what may have been meant."""

    kind = "ask_time"
    draft_id: int
    month: str
    why: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChooseMeetingPlace(Notice):
    """Where shall they meet?"""

    kind = "choose_meeting_place"
    draft_id: int
    branch: str | None
    place: PlaceFacts


@dataclass(frozen=True, slots=True)
class AskAddress(Notice):
    """The next words are the address. ``unfit``: the last ones were none."""

    kind = "ask_address"
    draft_id: int
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class OfferSent(Notice):
    """What the reader has offered, and waits for."""

    kind = "offer_sent"
    offer_id: int
    partner: str
    times: tuple[str, ...]
    place: PlaceFacts
    branch: str | None
    before: str = ""


@dataclass(frozen=True, slots=True)
class OfferNotSent(Notice):
    """The other one gets no messages now; the coach can help."""

    kind = "offer_not_sent"
    partner: str


@dataclass(frozen=True, slots=True)
class MeetingOffered(Notice):
    """The other one offers times. ``refused`` is why the last one tapped would not do;
    ``instead``: they take the place of what the reader had offered.
    """

    kind = "meeting_offered"
    exempt = True
    revocable = True
    offer_id: int
    partner: str
    times: tuple[str, ...]
    place: PlaceFacts
    branch: str | None
    before: str = ""
    refused: str = ""
    instead: bool = False


@dataclass(frozen=True, slots=True)
class OffersCross(Notice):
    """Before times are sent: the other one has just offered ``theirs``. ``both`` are the times in
    both offers.
    """

    kind = "offers_cross"
    draft_id: int
    offer_id: int
    partner: str
    theirs: tuple[str, ...]
    mine: tuple[str, ...]
    both: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MayBeShut(Notice):
    """Before times are sent: at ``times`` the place may be shut."""

    kind = "may_be_shut"
    draft_id: int
    times: tuple[str, ...]
    place: PlaceFacts
    branch: str | None


@dataclass(frozen=True, slots=True)
class OfferHeard(Notice):
    """Words that seem to choose one of the times, or none where ``at`` is empty: is it so?"""

    kind = "offer_heard"
    offer_id: int
    partner: str
    at: str
    times: tuple[str, ...]
    place: PlaceFacts
    branch: str | None
    before: str = ""


@dataclass(frozen=True, slots=True)
class OfferTaken(Notice):
    """The reader has chosen one of the times."""

    kind = "offer_taken"
    at: str


@dataclass(frozen=True, slots=True)
class NoneFits(Notice):
    """None of the times suits. ``mine``: the reader said so."""

    kind = "none_fits"
    exempt = True
    offer_id: int
    partner: str
    times: tuple[str, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class OfferOver(Notice):
    """What became of an offer whose button was tapped: its state, or past."""

    kind = "offer_over"
    why: str
    partner: str
    mine: bool
