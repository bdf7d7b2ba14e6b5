"""Samples of what is said about the group of the staff, and in it."""

from bot.programme.cases import CaseState, Urgency
from bot.programme.groups import GroupEvent
from bot.programme.notices import GroupCode, GroupNews, Notice, TopicCard

LARGEST_ID = 2**63 - 1
SINCE = "2026-11-21T17:00:00+00:00"

GROUP_SAMPLES: list[Notice] = [
    GroupCode("brussels", "04821907", 30),
    *[GroupNews("brussels", event) for event in GroupEvent],
    *[TopicCard(LARGEST_ID, urgency, CaseState.OPEN, SINCE) for urgency in Urgency],
    TopicCard(LARGEST_ID, Urgency.TODAY, CaseState.TAKEN, SINCE, "Els"),
    TopicCard(LARGEST_ID, Urgency.WEEK, CaseState.CLOSED, SINCE),
    TopicCard(LARGEST_ID, Urgency.WEEK, CaseState.OPEN, SINCE, to_person=False),
]
