"""What is said while a duo begins: the first meeting of three, and what the three sign."""

from dataclasses import dataclass

from bot.programme.notices.meeting_letters import Told
from bot.programme.notices.notice import Notice

# Role, name, when (ISO; empty: not yet), and how: empty is with an own tap.
Signed = tuple[tuple[str, str, str, str], ...]
ON_PAPER, SPOKEN = "paper", "spoken"


@dataclass(frozen=True, slots=True)
class DuoStarts(Notice):
    """Told to the two: who the other one is, and that the coach plans a first meeting. ``times``
    count once there is something to answer; ``asked``: the reader looked at it.
    """

    kind = "duo_starts"
    exempt = True
    role: str
    partner: str
    coach: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class DuoToStart(Notice):
    """Told to the coach: how far a duo is that begins, and what is next. ``news`` is why it is
    told now, ``about`` the name of whom. ``meeting`` is empty until it is fixed. ``called``: who
    hears the news on the phone.
    """

    kind = "duo_to_start"
    for_staff = True
    duo_id: int
    mentee: str
    mentor: str
    people: tuple[int, int]
    news: str = ""
    about: str = ""
    state: str = "starting"
    waits: bool = False
    meeting: str = ""
    zone: str = ""
    signed: Signed = ()
    mine: bool = False
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChooseFirstTimes(Notice):
    """The coach chooses up to three times: ``days`` are free days to open, ``hours`` the free
    hours of ``day``, ``chosen`` what is chosen already. ``said``: when mentee and mentor
    have time, as they told it.
    """

    kind = "choose_first_times"
    for_staff = True
    duo_id: int
    mentee: str
    mentor: str
    chosen: tuple[str, ...]
    days: tuple[str, ...] = ()
    day: str = ""
    hours: tuple[str, ...] = ()
    online: bool = False
    refused: str = ""
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstForWhom(Notice):
    """A coach wrote a time, and plans for several duos, each as (duo, mentee, mentor)."""

    kind = "first_for_whom"
    for_staff = True
    duos: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class FirstTimesOffered(Notice):
    """Which of these times suit for the first meeting of three? ``mine`` are those that do."""

    kind = "first_times_offered"
    exempt = True
    revocable = True
    duo_id: int
    round: int
    partner: str
    coach: str
    times: tuple[str, ...]
    online: bool
    branch: str | None
    mine: tuple[str, ...] = ()
    none: bool = False
    taken: bool = False


@dataclass(frozen=True, slots=True)
class FirstMeetingTold(Notice):
    """The first meeting of three, to each of them: fixed, tomorrow, off, or looked at.
    ``partner`` and ``third`` are the two others; ``stamp`` is when it was agreed.
    """

    kind = "first_meeting_told"
    exempt = True
    revocable = True
    news: str
    meeting: Told
    names: tuple[str, str]
    stamp: str
    is_coach: bool = False


@dataclass(frozen=True, slots=True)
class ConventionToSign(Notice):
    """There is a text to read and to sign. ``changed``: it is another one than they signed.
    ``staff``: the reader is the coach of the duo.
    """

    kind = "convention_to_sign"
    exempt = True
    revocable = True
    duo_id: int
    names: tuple[str, str]
    parts: int
    changed: bool = False
    reminder: bool = False
    staff: bool = False


@dataclass(frozen=True, slots=True)
class ConventionPart(Notice):
    """One part of the text, from 0; ``signed`` is when the reader signed it (ISO), or nothing.
    ``may_sign``: the time for it has come.
    """

    kind = "convention_part"
    duo_id: int
    number: int
    mark: str
    may_sign: bool
    signed: str = ""
    version: str = ""
    changed: bool = False
    staff: bool = False


@dataclass(frozen=True, slots=True)
class ConventionAnswer(Notice):
    """What became of a tap: signed, later, too early, told; ``names`` are who has not signed."""

    kind = "convention_answer"
    duo_id: int
    news: str
    names: tuple[str, ...] = ()
    staff: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmPaper(Notice):
    """The coach is asked on which of these days somebody signed on paper, which text (``mark``),
    and whether they did: who is on Telegram could sign there. ``changed``: it is another text.
    """

    kind = "confirm_paper"
    for_staff = True
    duo_id: int
    person_id: int
    first_name: str
    days: tuple[str, ...]
    version: str
    mark: str
    in_telegram: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class NotedOnPaper(Notice):
    """Told to whom it is about: the coach noted that they signed on paper, on this day."""

    kind = "noted_on_paper"
    exempt = True
    duo_id: int
    coach: str
    day: str


@dataclass(frozen=True, slots=True)
class DuoBegins(Notice):
    """All three have signed: told to each of them. ``names`` are mentee and mentor for the coach,
    and for the two the other one.
    """

    kind = "duo_begins"
    exempt = True
    names: tuple[str, ...]
    weekday: int
    at: str
    weeks: int


@dataclass(frozen=True, slots=True)
class ConventionOnPaper(Notice):
    """The text as a page to keep or to sign with ink: its title and parts, whose it is, and who
    signed when. All on it is in the language ``page_in``, of whoever signs it; empty is the
    reader's.
    """

    kind = "convention_on_paper"
    language: str
    title: str
    parts: tuple[tuple[str, str], ...]
    version: str
    branch: str | None
    since: str
    signed: Signed
    now: str
    page_in: str = ""
