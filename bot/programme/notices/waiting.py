"""What is said to people who are on the road to a duo and wait."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class WhereYouAre(Notice):
    """Where somebody stands on the road, and how long others waited: from ``low`` to ``high``
    weeks, zeros when nobody can say. ``wide``: everywhere, not only in their branch;
    ``longer``: they have waited longer than most.
    """

    kind = "where_you_are"
    place: str
    role: str
    branch: str
    trains: bool = False
    low: int = 0
    high: int = 0
    wide: bool = False
    longer: bool = False
    paused: bool = False
