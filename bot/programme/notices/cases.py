"""What coaches see of cases. Nothing here holds a word that somebody typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class CaseCard(Notice):
    """A case on the coach's phone, in whatever state it is. ``since`` is an ISO instant.

    The Telegram ids stand in the order of the names, so that the coach can write to them; there
    are none of somebody who has left. A case about services has their ``count``, and the names of
    the crisis lines among them, ``urgent``. ``hour`` is the wall time at which somebody is best
    called, such as 18:00. ``obstacles``: what is in the way, each with who may know it.
    ``and_no_meetings``: such a case of the duo is open too. ``also``: role, language and hour of a
    second one to call. ``tapped_at``: when (ISO) who has to be called tapped a button again.
    ``read_before``: until when (ISO) the person was told that somebody reads it. ``waits_until``:
    the instant (ISO) at which it comes back. ``again``: the person said that it was not solved.
    ``read_by`` has read it, and nobody has taken it. ``may_call``: what somebody in danger said
    about a call. ``tried_at``: when (ISO) a coach called and nobody picked up.
    ``by_other``: a colleague of the reader has it. ``asked``: the colleague who answers for it as
    long as nobody has it. ``handed_by``: the colleague from whom it came to the reader, and
    ``handed_how``. ``answered_by`` was the last to answer, at ``answered_at`` (ISO).
    ``promise_is_over``: ``read_before`` has passed. ``partner``: the other one of the duo of
    somebody who may be in danger.
    """

    kind = "case_card"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    reason: str
    state: str
    since: str
    names: tuple[str, ...]
    role: str | None = None
    language: str | None = None
    taken_by: str | None = None
    telegram_ids: tuple[int, ...] = ()
    count: int = 0
    urgent: tuple[Mapping[str, str], ...] = ()
    obstacles: tuple[tuple[str, str], ...] = ()
    hour: str | None = None
    and_no_meetings: bool = False
    also: tuple[tuple[str, str, str], ...] = ()
    tapped_at: str | None = None
    about: str | None = None
    urgency: str = "week"
    audience: str | None = None
    read_before: str | None = None
    waits_until: str | None = None
    again: bool = False
    read_by: str | None = None
    may_call: str | None = None
    tried_at: str | None = None
    by_other: bool = False
    asked: str | None = None
    handed_by: str | None = None
    handed_how: str | None = None
    answered_by: str | None = None
    answered_at: str | None = None
    promise_is_over: bool = False
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class MyCases(Notice):
    """How many cases are open, and of how many more colleagues take care who were asked with the
    reader. So many as are ``shown`` follow, each as a card of its own: those of the ``page`` that
    was asked for, the first being 0.
    """

    kind = "my_cases"
    count: int
    elsewhere: int
    shown: int
    page: int = 0
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class CaseNudge(Notice):
    """A short reply below the card of a case: why it needs the coach now.

    ``in_danger``: somebody may be in danger. ``coach`` is the colleague of whom it tells.
    ``waiting``: how many may be in danger while nobody looks after them. ``is_long``: one of them
    waits for an hour and more.
    """

    kind = "case_nudge"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    why: str
    in_danger: bool = False
    coach: str = ""
    waiting: int = 1
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class HowCallWent(Notice):
    """Whether the coach who called has spoken to the person."""

    kind = "how_call_went"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int


@dataclass(frozen=True, slots=True)
class SureToClose(Notice):
    """Asked once before a case of danger is closed."""

    kind = "sure_to_close"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    name: str
