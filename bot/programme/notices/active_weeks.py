"""What is said about the weeks of a duo, and about its breaks."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class TalkDue(Notice):
    """Told to the coach: a talk with both is due. ``ends`` is the day after their last week."""

    kind = "talk_due"
    for_staff = True
    duo_id: int
    mentee: str
    mentor: str
    talk: str
    ends: str


@dataclass(frozen=True, slots=True)
class WhyABreak(Notice):
    """Why does the person take a break? They need not say it."""

    kind = "why_a_break"
