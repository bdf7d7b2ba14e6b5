"""Who takes part, and what is known of somebody who comes to the door."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The part somebody plays in the programme."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    COACH = "coach"
    COORDINATOR = "coordinator"


STAFF = frozenset({Role.COACH, Role.COORDINATOR})


def is_staff(role: str | None) -> bool:
    """Whether somebody works for the programme: a coach, or a coordinator."""
    return role in STAFF


class Stage(StrEnum):
    """How far somebody has come on the road into the programme."""

    ARRIVING = "arriving"
    NOT_ELIGIBLE = "not_eligible"
    REGISTERED = "registered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Visit:
    """One update of one person: who came, by which update, and from which message.

    ``language_code`` is what Telegram says of the person's phone, a guess until they choose.
    ``message_id`` is the message whose button was tapped, None for a message of their own;
    ``sent_as`` is the number of their own message, and ``replies_to`` of ours that it answers.
    ``is_edit``: it was sent before, and is changed now. ``in_group``: it stands in the group of
    the staff of the number ``group_id``; its own is then told below zero, so that it is none of
    their own chat. ``words``: what they wrote, when it is for a coach too, beside what it asks.
    ``speaks_for`` is who is meant by a tap of the staff in the place of somebody; ``is_plain``: a
    text that is no command, which may be such an answer too.
    """

    telegram_id: int
    update_id: int
    language_code: str | None = None
    message_id: int | None = None
    sent_as: int | None = None
    replies_to: int | None = None
    is_edit: bool = False
    in_group: bool = False
    group_id: int | None = None
    words: str = ""
    speaks_for: int | None = None
    is_plain: bool = False


def guess_language(language_code: str | None, languages: tuple[str, ...]) -> str:
    """The programme's language nearest to the phone's ("nl-BE" is "nl"), else its first one."""
    short = (language_code or "").split("-")[0].casefold()
    return short if short in languages else languages[0]
