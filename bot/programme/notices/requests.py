"""What is said to somebody who called a coach: how far it is, and the small questions about it."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class MyRequest(Notice):
    """One's own call, in whatever state it is, with the small question that is open.

    ``promised_at``: until when (ISO) it is read; ``is_late``: that was not kept. ``held_until``:
    when (ISO) coaches are there again, while nobody is. ``waits_until``: when (ISO) the coach goes
    on with it. ``again``: it was open before; ``reopened``: it was closed, and was not solved.
    ``wants_call``: somebody in danger wants to be called now. ``opens_at``: when (ISO) the office
    opens, when it is closed for the rest of the day on which somebody wants to talk.
    ``registers``: a question of the registration waits meanwhile. ``others``: more than one coach
    was asked. ``to_read``: a coach wrote something that can be shown once more.
    """

    kind = "my_request"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    case_id: int
    reason: str
    state: str
    coach: str | None = None
    branch: str | None = None
    role: str | None = None
    in_duo: bool = False
    promised_at: str | None = None
    is_late: bool = False
    held_until: str | None = None
    waits_until: str | None = None
    asks: str | None = None
    about: str | None = None
    urgency: str | None = None
    audience: str | None = None
    again: bool = False
    reopened: bool = False
    wants_call: bool = False
    opens_at: str | None = None
    registers: bool = False
    others: bool = False
    to_read: bool = False


@dataclass(frozen=True, slots=True)
class DangerWaits(Notice):
    """Nobody has read words of danger by the time that was promised; at ``next_at`` (ISO) others
    are asked. ``branch`` is whose office can be called.
    """

    kind = "danger_waits"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    case_id: int
    next_at: str
    branch: str | None = None


@dataclass(frozen=True, slots=True)
class NotAnswered(Notice):
    """The coach who had taken it gave no answer; ``other`` is asked now, when there is anybody."""

    kind = "not_answered"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    case_id: int
    coach: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class CoachHasAnswered(Notice):
    """The coach has answered, in the chat or on the phone: is it solved?"""

    kind = "coach_has_answered"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    revocable = True
    case_id: int
    coach: str


@dataclass(frozen=True, slots=True)
class RequestClosed(Notice):
    """The coach has closed it. ``may_reopen``: it can be opened again, once. ``asked_at``: of when
    (ISO) it is, while a danger of the same person stays open.
    """

    kind = "request_closed"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    case_id: int
    coach: str
    may_reopen: bool = True
    reason: str = ""
    asked_at: str | None = None


@dataclass(frozen=True, slots=True)
class MentorMayKnow(Notice):
    """Told to the mentor, whom the mentee lets know what the coach was called about."""

    kind = "mentor_may_know"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    revocable = True
    partner: str
    about: str
