"""What is said about the training of mentors."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice
from bot.programme.sessions.told import Told

# The key of a module, what is known of it (done, seated, waiting, held, open, none), its session.
Row = tuple[str, str, Told | None]


@dataclass(frozen=True, slots=True)
class TrainingShown(Notice):
    """Each module and its next date. ``excepted``: the rest need not be done."""

    kind = "training_shown"
    rows: tuple[Row, ...]
    excepted: bool = False


@dataclass(frozen=True, slots=True)
class TrainingLater(Notice):
    """The training comes after the talk with a coach; these modules are in it."""

    kind = "training_later"
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModuleDates(Notice):
    """All dates of one module in the languages of the reader."""

    kind = "module_dates"
    what: str
    sessions: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class SeriesTaken(Notice):
    """The reader has a seat in each of these; the modules ``without`` have no date that fits."""

    kind = "series_taken"
    sessions: tuple[Told, ...]
    without: tuple[str, ...]
    stamp: str


@dataclass(frozen=True, slots=True)
class ModuleMissed(Notice):
    """The reader was not there. A seat in the ``following`` session is kept ``until`` then."""

    kind = "module_missed"
    exempt = True
    revocable = True
    session: Told
    following: Told | None = None
    until: str = ""


@dataclass(frozen=True, slots=True)
class TrainingDone(Notice):
    """The training is done, or a coach says that the rest need not be."""

    kind = "training_done"
    exempt = True
    revocable = True
    excepted: bool


@dataclass(frozen=True, slots=True)
class MentorsInTraining(Notice):
    """The mentors of a branch in training: who, and how many of how many modules are done."""

    kind = "mentors_in_training"
    branch: str
    mentors: tuple[tuple[int, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class MentorTraining(Notice):
    """What one mentor has done; ``reason``: why the rest need not be, recorded by ``by``.
    ``needs_more``: before a match the rest is to be done, or a reason recorded.
    """

    kind = "mentor_training"
    person_id: int
    name: str
    rows: tuple[tuple[str, str], ...]
    reason: str = ""
    by: str = ""
    needs_more: bool = True


@dataclass(frozen=True, slots=True)
class AskException(Notice):
    """Why need this mentor not do the rest? ``unfit``: what was written is too short or long."""

    kind = "ask_exception"
    person_id: int
    name: str
    unfit: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmException(Notice):
    """Surely? The reason as it was written."""

    kind = "confirm_exception"
    person_id: int
    name: str
    reason: str
