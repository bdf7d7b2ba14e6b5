"""How a case goes from one coach to another, or waits."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class CaseHeld(Notice):
    """A colleague has the case that somebody wanted to do something about."""

    kind = "case_held"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    coach: str


@dataclass(frozen=True, slots=True)
class CaseHanded(Notice):
    """The case went to a colleague, as who had it wanted, who can say why in a note."""

    kind = "case_handed"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    coach: str


@dataclass(frozen=True, slots=True)
class HandCase(Notice):
    """To whom a case can be handed: (id, first name) of each."""

    kind = "hand_case"
    stays = Stays.UNTIL_HIDDEN
    case_id: int
    people: tuple[tuple[int, str], ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SureToHand(Notice):
    """Asked once before a case goes to this colleague."""

    kind = "sure_to_hand"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    person_id: int
    coach: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayCaseAside(Notice):
    """Until when a case can wait: after so many days, each with its instant (ISO)."""

    kind = "lay_case_aside"
    stays = Stays.UNTIL_HIDDEN
    case_id: int
    days: tuple[tuple[int, str], ...]
    about: tuple[str, ...] = ()
