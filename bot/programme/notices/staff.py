"""What the staff hear of each other: who is away, who stands in, who has which people."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice

# The id and the first name of a colleague.
Named = tuple[int, str]


@dataclass(frozen=True, slots=True)
class AwayShown(Notice):
    """The leaves of who reads it: (id, first day, last day, who stands in) of each, as dates of
    ISO. ``days`` can be chosen as the first of a new one; ``page`` is the page of them. ``deputy``
    is who is asked when there is no leave. ``old``: what was tapped is not possible any more.
    """

    kind = "away_shown"
    for_staff = True
    leaves: tuple[tuple[int, str, str, str], ...]
    days: tuple[str, ...]
    today: str
    page: int = 0
    deputy: str = ""
    old: bool = False


@dataclass(frozen=True, slots=True)
class ChooseLastDay(Notice):
    """Until when somebody is away who leaves on ``first``; dates of ISO."""

    kind = "choose_last_day"
    for_staff = True
    first: str
    days: tuple[str, ...]
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseDeputy(Notice):
    """Who stands in from the first day to the last; with no days, whenever there is no answer."""

    kind = "choose_deputy"
    for_staff = True
    colleagues: tuple[Named, ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class LeaveKept(Notice):
    """Somebody is away; ``passed_on``: how many open cases went on at once."""

    kind = "leave_kept"
    for_staff = True
    first: str
    last: str
    deputy: str = ""
    passed_on: int = 0


@dataclass(frozen=True, slots=True)
class BackAgain(Notice):
    """The leave is over: how many open cases came back, and how many others go on with."""

    kind = "back_again"
    for_staff = True
    came_back: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class StandIn(Notice):
    """Told to who stands in for a colleague; without days, whenever there is no answer. ``over``:
    not any more.
    """

    kind = "stand_in"
    for_staff = True
    name: str
    first: str = ""
    last: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class DeputyNamed(Notice):
    """Who is asked when the reader does not answer; "" when nobody is named."""

    kind = "deputy_named"
    for_staff = True
    name: str


@dataclass(frozen=True, slots=True)
class TeamShown(Notice):
    """How much each colleague of a branch has: (id, name, role, duos, open cases, those that
    nobody has read yet, the last day of a leave (ISO) or "") of each. ``manages``: the reader, who
    has this id, coordinates the branch. ``in_danger``: how many that came to the reader may be in
    danger while nobody has taken it.
    """

    kind = "team_shown"
    for_staff = True
    branch: str
    colleagues: tuple[tuple[int, str, str, int, int, int, str], ...]
    reader_id: int
    manages: bool
    in_danger: int = 0


@dataclass(frozen=True, slots=True)
class ColleagueShown(Notice):
    """One colleague, for who coordinates the branch; the same facts as in ``TeamShown``."""

    kind = "colleague_shown"
    for_staff = True
    colleague: tuple[int, str, str, int, int, int, str]


@dataclass(frozen=True, slots=True)
class ChooseHeir(Notice):
    """To whom all people of a colleague go. ``name`` is "" for the reader's own. ``leaves``: the
    colleague leaves the programme. ``away``: the names of those who are on leave, and until when.
    """

    kind = "choose_heir"
    for_staff = True
    person_id: int
    name: str
    colleagues: tuple[Named, ...]
    leaves: bool = False
    away: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmCaseload(Notice):
    """Asked once more before so many duos and open cases go to the heir."""

    kind = "confirm_caseload"
    for_staff = True
    person_id: int
    name: str
    heir: Named
    duos: int
    cases: int
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class CaseloadGiven(Notice):
    """Told to who has handed over. ``heir`` is "" when there is nobody to whom it could go."""

    kind = "caseload_given"
    for_staff = True
    name: str
    heir: str
    duos: int
    cases: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class CaseloadReceived(Notice):
    """Told to who follows these duos from now on, (mentee, mentor) of each. ``promises``: who was
    promised that a coach reads it, and until when (ISO instant). ``danger``: who may be in danger.
    """

    kind = "caseload_received"
    for_staff = True
    name: str
    duos: tuple[tuple[str, str], ...]
    promises: tuple[tuple[str, str], ...]
    cases: int
    danger: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewCoach(Notice):
    """Told to each person whose coach is somebody else from now on. ``asks``: what they wrote to
    the old one stays closed until they let the new one read it.
    """

    kind = "new_coach"
    exempt = True
    old: str
    new: str
    coach_id: int
    asks: bool = False


@dataclass(frozen=True, slots=True)
class WordsAgreed(Notice):
    """What somebody decided about what they wrote before; ``opened``: it can be read now."""

    kind = "words_agreed"
    exempt = True
    coach: str
    agreed: bool
    opened: bool = True


@dataclass(frozen=True, slots=True)
class WordsOpened(Notice):
    """Told to the new coach: this person lets you read what they wrote before."""

    kind = "words_opened"
    for_staff = True
    name: str


@dataclass(frozen=True, slots=True)
class NoLongerStaff(Notice):
    """The last thing told to who has worked for the programme."""

    kind = "no_longer_staff"
    exempt = True


@dataclass(frozen=True, slots=True)
class ColleagueLeft(Notice):
    """Told to who stays in the branch: a colleague has left. ``has_group``: the staff has a group,
    from which somebody has to take them.
    """

    kind = "colleague_left"
    for_staff = True
    name: str
    has_group: bool = False


@dataclass(frozen=True, slots=True)
class CaseNumbers(Notice):
    """How fast people get an answer: (branch, how many asked, the middle wait in minutes of office
    hours, promises kept, and not kept, open now) of each; -1 where it may not be told.
    """

    kind = "case_numbers"
    for_staff = True
    branches: tuple[tuple[str, int, int, int, int, int], ...]
    weeks: int
