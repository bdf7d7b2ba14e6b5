"""What coaches see of first talks: their time, the people, and what is written up."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.programme.notices.intakes.person import Told
from bot.programme.notices.notice import Notice, Stays

# One talk in a list: its id, the first name, when it begins (ISO), and the coach if another one.
Row = tuple[int, str, str, str]
# Somebody in a list: the id, first name, language, and role.
Who = tuple[int, str, str, str]


@dataclass(frozen=True, slots=True)
class IntakesShown(Notice):
    """The work of first talks in a branch: to write up, to come, to call, and how many people
    have no time yet (``to_plan``), or wait (``resting``).
    """

    kind = "intakes_shown"
    for_staff = True
    past: tuple[Row, ...]
    coming: tuple[Row, ...]
    calls: tuple[Who, ...]
    to_plan: int
    resting: int
    zone: str
    has_times: bool


@dataclass(frozen=True, slots=True)
class IntakePeople(Notice):
    """Who has no time yet, or with ``resting`` who waits or has other help first."""

    kind = "intake_people"
    for_staff = True
    people: tuple[Who, ...]
    resting: bool
    more: int = 0


@dataclass(frozen=True, slots=True)
class IntakePerson(Notice):
    """One of them. ``place`` on the road; ``phone`` "" when none is known. ``wants_call``."""

    kind = "intake_person"
    for_staff = True
    person_id: int
    first_name: str
    role: str
    language: str
    place: str
    phone: str
    wants_call: bool
    telegram_id: int | None
    called: bool = False
    taken_up: bool = False


@dataclass(frozen=True, slots=True)
class IntakeShown(Notice):
    """One talk to come, for a coach. ``asks``: whether it shall be cancelled. ``begun``: it can
    be written up.
    """

    kind = "intake_shown"
    for_staff = True
    talk: Told
    other: str
    coach: str
    role: str
    language: str
    phone: str
    telegram_id: int | None
    begun: bool
    asks: bool = False


@dataclass(frozen=True, slots=True)
class IntakeIsOver(Notice):
    """The button was about a talk that is over or changed, or that was never theirs."""

    kind = "intake_is_over"
    staff: bool = False


@dataclass(frozen=True, slots=True)
class IntakeWriteUp(Notice):
    """What is known so far of a talk that took place."""

    kind = "intake_write_up"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    intake_id: int
    first_name: str
    role: str
    needs: tuple[str, ...]
    has_note: bool
    training: bool
    told: str = ""
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class ChooseIntakeNeeds(Notice):
    """What stands in the way: the themes, or the needs of one; those in ``chosen`` are noted."""

    kind = "choose_intake_needs"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    intake_id: int
    first_name: str
    theme: str
    chosen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskIntakeNote(Notice):
    """The coach writes what is to be remembered of the talk. ``problem``: long."""

    kind = "ask_intake_note"
    for_staff = True
    intake_id: int
    first_name: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ChooseIntakeAnswer(Notice):
    """The answers that can be corrected with the person there, as they are now."""

    kind = "choose_intake_answer"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    intake_id: int
    first_name: str
    answers: Mapping[str, str]
    role: str
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class AskIntakeAnswer(Notice):
    """The coach writes the right answer. ``problem``: why the last one would not do."""

    kind = "ask_intake_answer"
    for_staff = True
    intake_id: int
    first_name: str
    question: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ChooseWaiting(Notice):
    """Why does the person wait?"""

    kind = "choose_waiting"
    for_staff = True
    intake_id: int
    first_name: str


@dataclass(frozen=True, slots=True)
class ChooseIntakeService(Notice):
    """Which service fits: key and names of each, found by the needs that are noted."""

    kind = "choose_intake_service"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    intake_id: int
    first_name: str
    services: tuple[tuple[str, Mapping[str, str]], ...]
    has_needs: bool


@dataclass(frozen=True, slots=True)
class ConfirmDecision(Notice):
    """What is decided, before the person hears it."""

    kind = "confirm_decision"
    for_staff = True
    stays = Stays.UNTIL_HIDDEN
    intake_id: int
    first_name: str
    role: str
    decision: str
    why: str
    service: str
    name: Mapping[str, str]
    training: bool
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class DecisionKept(Notice):
    """It is decided, and the person knows it; a talk that was ``missed`` comes again.
    ``training``: who goes on goes to that of mentors. ``by_phone``: somebody has to call them.
    """

    kind = "decision_kept"
    for_staff = True
    first_name: str
    decision: str
    person_id: int
    training: bool = False
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class IntakeCallWanted(Notice):
    """Somebody would like to be called for the first talk."""

    kind = "intake_call_wanted"
    for_staff = True
    revocable = True
    person_id: int
    first_name: str
    role: str
    language: str
    phone: str
    telegram_id: int | None


@dataclass(frozen=True, slots=True)
class IntakesInLeave(Notice):
    """First talks on days on which a coach will be away: each is moved or cancelled by them."""

    kind = "intakes_in_leave"
    for_staff = True
    talks: tuple[Row, ...]
    zone: str
