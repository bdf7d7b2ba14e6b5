"""What is told to coaches."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class CoachWelcome(Notice):
    """A coach or a coordinator has come in by their invitation."""

    kind = "coach_welcome"
    first_name: str
    branch: str
    role: str = "coach"


@dataclass(frozen=True, slots=True)
class InvitationRefused(Notice):
    """The link is unknown, used or too old, or the person has another role already."""

    kind = "invitation_refused"
    why: str


@dataclass(frozen=True, slots=True)
class SomebodyRegistered(Notice):
    """A new mentee or mentor waits for a duo."""

    kind = "somebody_registered"
    for_staff = True
    first_name: str
    role: str
    branch: str
    language: str


@dataclass(frozen=True, slots=True)
class SomebodyPaused(Notice):
    """Somebody of a duo takes a break, or is back, while the partner may take one too. ``until``:
    the instant (ISO) at which the break ends, when they said it.
    """

    kind = "somebody_paused"
    for_staff = True
    first_name: str
    role: str
    back: bool
    partner_rests: bool = False
    until: str | None = None


@dataclass(frozen=True, slots=True)
class SomebodyLeft(Notice):
    """Somebody of a duo has withdrawn; the duo is closed. ``meetings``: how many coming ones were
    cancelled. ``until``: the instant (ISO) at which the break of the partner ends, if known.
    """

    kind = "somebody_left"
    for_staff = True
    role: str
    partner: str
    telegram_ids: tuple[int, ...] = ()
    meetings: int = 0
    partner_rests: bool = False
    until: str | None = None


@dataclass(frozen=True, slots=True)
class SomebodyUnreachable(Notice):
    """Telegram cannot deliver to this person any more."""

    kind = "somebody_unreachable"
    for_staff = True
    first_name: str
    role: str


@dataclass(frozen=True, slots=True)
class LetterDidNotArrive(Notice):
    """One letter to this person was refused for a reason nobody knows; others may arrive."""

    kind = "letter_did_not_arrive"
    for_staff = True
    first_name: str
    role: str


@dataclass(frozen=True, slots=True)
class NewPeople(Notice):
    """Who waits for a duo: (id, first name, language, branch) of each, mentees then mentors."""

    kind = "new_people"
    mentees: tuple[tuple[int, str, str, str], ...]
    mentors: tuple[tuple[int, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ChooseMentor(Notice):
    """The second half of a duo: (id, first name, language, branch) of each mentor who is free."""

    kind = "choose_mentor"
    mentee_id: int
    mentee: str
    mentors: tuple[tuple[int, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ConfirmDuo(Notice):
    """The duo as it would be; the day and the hour of the weekly question can be changed."""

    kind = "confirm_duo"
    mentee_id: int
    mentee: str
    mentor_id: int
    mentor: str
    weekday: int
    hour: int
    choosing: str | None = None


@dataclass(frozen=True, slots=True)
class DuoMade(Notice):
    """Told to the coach who made the duo."""

    kind = "duo_made"
    mentee: str
    mentor: str
    weekday: int
    at: str
    telegram_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonTaken(Notice):
    """One of the two is in a duo by now."""

    kind = "person_taken"


@dataclass(frozen=True, slots=True)
class CaseCard(Notice):
    """A case on the coach's phone, in whatever state it is. ``since`` is an ISO instant.

    The Telegram ids stand in the order of the names, so that the coach can write to them; there
    are none of somebody who has left. A case about services has their ``count``, and the names of
    the crisis lines among them, ``urgent``. ``hour`` is the wall time at which somebody is best
    called, such as 18:00. ``obstacles``: what is in the way, each with who may know it.
    ``and_no_meetings``: such a case of the duo is open too. ``also``: role, language and hour of a
    second one to call. ``tapped_at``: when (ISO) who has to be called tapped a button again.
    """

    kind = "case_card"
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


@dataclass(frozen=True, slots=True)
class MyCases(Notice):
    """How many cases are open; each follows as a card of its own."""

    kind = "my_cases"
    count: int
