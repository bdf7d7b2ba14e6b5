"""What is told to coaches."""

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
    """A new mentee or mentor waits for a duo. ``to_talk_about``: what they would rather tell a
    coach than the bot. ``was``: the role in which they took part until now, if it is another one.
    """

    kind = "somebody_registered"
    for_staff = True
    first_name: str
    role: str
    branch: str
    language: str
    to_talk_about: tuple[str, ...] = ()
    was: str | None = None


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
