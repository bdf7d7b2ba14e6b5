"""What is said to the two people of a duo."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class DuoEnded(Notice):
    """Told to the one who stays when the other has left the programme."""

    kind = "duo_ended"
    exempt = True


@dataclass(frozen=True, slots=True)
class CoachHasRead(Notice):
    """The coach has read the call, or has ``taken`` it. ``told``: the person told what is in the
    way. A call for another ``reason`` than a wish to talk is called so.
    """

    kind = "coach_has_read"
    stays = Stays.UNTIL_HIDDEN
    coach: str
    told: bool = False
    reason: str = ""
    case_id: int = 0
    taken: bool = True
