"""The programme the bot serves: its ages, rhythm, branches and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.programme.active_weeks.talks import Talks
from bot.programme.cases import Rung, Urgency
from bot.programme.conventions.text import NO_CONVENTION, Convention
from bot.programme.eligibility import Eligibility
from bot.programme.intakes.settings import IntakeRules
from bot.programme.matching.settings import Matching
from bot.programme.meeting_places import MeetingPlace
from bot.programme.recurrence import is_quiet
from bot.programme.training.settings import Sessions, Training

Names = Mapping[str, str]

# In the place of a branch: none of them is near.
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Ages:
    """Who may take part, in years; None where there is no limit."""

    youngest: int | None
    oldest: int | None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """When a duo is asked whether it met, and how long the answer may take; Monday is 0.

    Who has not answered is asked once more after so many hours. ``letters_a_week`` is how many
    letters one person gets that they did not ask for; ``guide_minutes`` how long a duo meets in a
    week, as a guide.
    """

    weekday: int
    at: time
    patience_days: int
    misses_before_coach: int
    ask_again_after_hours: int
    letters_a_week: int
    guide_minutes: int


@dataclass(frozen=True, slots=True)
class Meetings:
    """How meetings are planned: their usual length, the wall time of the letter on the day
    before, how many hours before they begin a second one comes, and between which full hours
    meetings are offered.
    """

    minutes: int
    day_before_at: time
    hours_before: int
    first_hour: int
    last_hour: int


@dataclass(frozen=True, slots=True)
class Digest:
    """When coaches get the weeks of their branch; Monday is 0."""

    weekday: int
    at: time


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The wall times between which nobody is disturbed, and whether whole days are quiet too."""

    start: time
    end: time
    sundays: bool
    holidays: bool


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When the coaches of a branch are at work, in wall times: spans for each weekday, Monday is
    0. On the ``closed`` days, and on public holidays, they are not.
    """

    week: Mapping[int, tuple[tuple[time, time], ...]]
    closed: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a case of one urgency may wait, in minutes.

    ``read`` is what the person is promised. Each rung waits so long before the next one is asked;
    who has taken it is reminded after ``answer``. The minutes are those of office hours, but those
    of a danger are minutes of the clock.
    """

    read: int
    rungs: Mapping[Rung, int]
    answer: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A local office, and the towns whose people it serves, in all languages.

    ``area`` is where it stands, as the directory names places: BE-BRU, BE-VLG:Gent.
    """

    key: str
    name: Names
    towns: tuple[str, ...]
    address: str
    phone: str
    region: str
    area: str
    places: tuple[MeetingPlace, ...] = ()
    office_hours: OfficeHours | None = None

    def place(self, key: str) -> MeetingPlace | None:
        """The public place of that key, or None when there is no such place any more."""
        return next((place for place in self.places if place.key == key), None)


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody else to turn to when the programme does not fit."""

    name: Names
    phone: str
    website: str
    regions: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything in which one programme differs from another.

    ``sample``: the addresses and phones of the branches are made up, and cards must say so.
    ``removed_after_hours``: when our own messages about cases are taken out of the chats; None
    when they stay. ``convention`` is what stands in the files of ``convention_folder``.
    """

    name: Names
    sample: bool
    zone: ZoneInfo
    languages: tuple[str, ...]
    mentee_ages: Ages
    mentor_ages: Ages
    eligibility: Eligibility
    length_weeks: int
    talks: Talks
    check_in: CheckIn
    quiet_hours: QuietHours
    meetings: Meetings
    matching: Matching
    intakes: IntakeRules
    digest: Digest
    sessions: Sessions
    training: Training
    office_hours: OfficeHours
    patience: Mapping[Urgency, Patience]
    removed_after_hours: int | None
    branches: tuple[Branch, ...]
    elsewhere: tuple[Service, ...]
    emergency_number: str
    privacy_version: str
    controller: str
    contact: str
    convention_folder: str
    convention: Convention = NO_CONVENTION

    def is_night(self, now: datetime) -> bool:
        """Whether an instant lies in the quiet hours, where the programme is."""
        quiet = self.quiet_hours
        return is_quiet(now.astimezone(self.zone).time(), quiet.start, quiet.end)

    def ages_of(self, role: str) -> Ages:
        """The ages asked of a mentee or of a mentor."""
        return self.mentor_ages if role == "mentor" else self.mentee_ages

    def branch(self, key: str) -> Branch | None:
        """The branch of that key, or None when there is no such branch any more."""
        return next((branch for branch in self.branches if branch.key == key), None)

    def office_hours_of(self, branch: str | None) -> OfficeHours:
        """When the coaches of a branch are at work; without hours of its own, those of all."""
        place = self.branch(branch or "")
        return (place and place.office_hours) or self.office_hours

    def services_near(self, branch: str | None) -> tuple[Service, ...]:
        """Who else can help in the region of a branch; all of them when the place is unknown."""
        place = self.branch(branch or "")
        near = tuple(one for one in self.elsewhere if place and place.region in one.regions)
        return near or self.elsewhere
