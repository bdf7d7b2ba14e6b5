"""What is said to people who are on the road to a duo and wait."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class WhereYouAre(Notice):
    """Where somebody stands on the road, and how long others waited: from ``low`` to ``high``
    weeks, zeros when nobody can say. ``wide``: everywhere, not only in their branch;
    ``longer``: they have waited longer than most; ``found``: they need no duo for now;
    ``thanked``: they have just said that they still look; ``next_at``: when the next talk, session
    or first meeting begins (ISO), empty when none is planned.
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
    thanked: bool = False
    next_at: str = ""


@dataclass(frozen=True, slots=True)
class GladYouFound(Notice):
    """Said to who waited and has found something, or stops for now."""

    kind = "glad_you_found"
    role: str


@dataclass(frozen=True, slots=True)
class SomebodyFound(Notice):
    """Told to a coach: who waited has found something or stops for now, and is put to nobody."""

    kind = "somebody_found"
    for_staff = True
    person_id: int
    first_name: str
    role: str


@dataclass(frozen=True, slots=True)
class StillLooking(Notice):
    """Asked each month of who waits for a duo; ``trains``: they follow the training meanwhile."""

    kind = "still_looking"
    revocable = True
    role: str
    trains: bool = False


@dataclass(frozen=True, slots=True)
class SomebodyUnheard(Notice):
    """Told to a coach: who waits for a duo did not answer, and is asked nothing more."""

    kind = "somebody_unheard"
    for_staff = True
    person_id: int
    first_name: str
    role: str
