"""What is said to people who are on the road to a duo and wait."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class WhereYouAre(Notice):
    """Where somebody stands on the road, and how long others waited: from ``low`` to ``high``
    weeks, zeros when nobody can say. ``wide``: everywhere, not only in their branch;
    ``longer``: they have waited longer than most; ``found``: they need no duo for now.
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
    found: bool = False


@dataclass(frozen=True, slots=True)
class GladYouFound(Notice):
    """Said to who waited and has found something."""

    kind = "glad_you_found"


@dataclass(frozen=True, slots=True)
class SomebodyFound(Notice):
    """Told to a coach: a mentee who waited has found something, and is put to nobody now."""

    kind = "somebody_found"
    for_staff = True
    person_id: int
    first_name: str
