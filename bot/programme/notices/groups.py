"""The group of the staff: how it is linked, and what stands in it about a case."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class GroupCode(Notice):
    """The code that links a group of Telegram to a branch, and for how many minutes."""

    kind = "group_code"
    for_staff = True
    branch: str
    code: str
    minutes: int


@dataclass(frozen=True, slots=True)
class GroupNews(Notice):
    """What became of the group of a branch; ``what`` is one of ``bot.programme.groups``."""

    kind = "group_news"
    for_staff = True
    branch: str
    what: str


@dataclass(frozen=True, slots=True)
class TopicCard(Notice):
    """A case as it stands in the group, where more people read than have to know: no name of who
    it is about, not why, and no word of theirs. ``since`` is an ISO instant. ``to_person``: an
    answer can be passed on.
    """

    kind = "topic_card"
    for_staff = True
    case_id: int
    urgency: str
    state: str
    since: str
    taken_by: str = ""
    to_person: bool = True
