"""The weeks of a duo as they come in practice."""

from bot.programme.active_weeks.talks import Milestone
from bot.programme.notices import DuoCard, Notice, OurMeetings, Paused
from bot.programme.notices.active_weeks import TalkDue, WhyABreak

ENDS = "2027-06-03"

ACTIVE_WEEKS_SAMPLES: list[Notice] = [
    *[TalkDue(2**63 - 1, "Amir", "Rita", talk, ENDS) for talk in Milestone],
    WhyABreak(),
    Paused(in_duo=True, reason="exams"),
    Paused(in_duo=True, until="2026-11-24T09:05:00+00:00", reason="fasting"),
    OurMeetings("Rita", (), together=(7, 26, ENDS)),
    OurMeetings("Rita", (), together=(27, 26, ENDS)),
    DuoCard("Amir", "Rita", (), "2026-11-24T09:05:00+00:00", together=(7, 26, ENDS),
            rests=(("Amir", ""),), reasons=(("Amir", "illness"),)),
    DuoCard("Amir", "Rita", (), "2026-11-24T09:05:00+00:00", together=(27, 26, ENDS)),
]  # fmt: skip
