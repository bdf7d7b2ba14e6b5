"""What is said about a case: passed on, read, answered, and what cannot be passed on."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class CaseMessageCame(Notice):
    """Told to the coach of a case: something was written, or ``changed``. What it says is read
    after the code only.
    """

    kind = "case_message_came"
    stays = Stays.HOURS
    for_staff = True
    case_id: int
    name: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class CaseRead(Notice):
    """What was said about a case, for who may read it. Of each message: its side, its author, its
    form, its words, when it was sent (an ISO instant) and whether it was changed since.
    ``closed``: what was said before the case was handed over is not among them. ``in_danger``: the
    case is about words of danger, which may not have been kept.
    """

    kind = "case_read"
    stays = Stays.HOURS
    for_staff = True
    case_id: int
    said: tuple[tuple[str, str, str, str, str, bool], ...]
    closed: bool = False
    in_danger: bool = False


@dataclass(frozen=True, slots=True)
class CaseReadAgain(Notice):
    """In the place of what was read: it was ``changed``, or is ``gone`` as its author wants."""

    kind = "case_read_again"
    stays = Stays.UNTIL_HIDDEN
    for_staff = True
    case_id: int
    why: str


@dataclass(frozen=True, slots=True)
class CaseFile(Notice):
    """A voice message, a photo or a document about a case, for who may read it."""

    kind = "case_file"
    stays = Stays.HOURS
    for_staff = True
    case_id: int
    author: str
    form: str
    file: str
    words: str
    sent_at: str


@dataclass(frozen=True, slots=True)
class CoachWrites(Notice):
    """What a coach says to a person: words, or a file with what stands under it."""

    kind = "coach_writes"
    stays = Stays.HOURS
    exempt = True
    revocable = True
    case_id: int
    coach: str
    form: str
    words: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class PassedOn(Notice):
    """It was passed on to ``name``; to whom nobody answers yet, it waits. ``by_coach``: who may
    go on or stop. ``registers``: a question of the registration waits meanwhile. ``by_phone``:
    nobody is told before somebody calls.
    """

    kind = "passed_on"
    stays = Stays.UNTIL_HIDDEN
    case_id: int
    name: str
    by_coach: bool = False
    registers: bool = False
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class LineOpen(Notice):
    """What is written now goes to ``name``, or is a note that only coaches read. ``language``: in
    which they read, when the writer uses another one.
    """

    kind = "line_open"
    stays = Stays.UNTIL_HIDDEN
    case_id: int
    name: str
    takes: str
    minutes: int
    language: str = ""
    by_phone: bool = False


@dataclass(frozen=True, slots=True)
class LineClosed(Notice):
    """What is written from now on is passed on to nobody."""

    kind = "line_closed"


@dataclass(frozen=True, slots=True)
class NotPassedOn(Notice):
    """Why something was not passed on: its ``form``, or because the case is closed, is about two
    people, or because the person has left or cannot be reached.
    """

    kind = "not_passed_on"
    why: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class NoteKept(Notice):
    """A note among coaches is kept."""

    kind = "note_kept"
    stays = Stays.UNTIL_HIDDEN
    case_id: int


@dataclass(frozen=True, slots=True)
class ReadyAnswers(Notice):
    """The ready answers of one page, for a coach to choose from."""

    kind = "ready_answers"
    stays = Stays.UNTIL_HIDDEN
    case_id: int
    name: str
    answers: tuple[str, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ReadyAnswerLacks(Notice):
    """A day (ISO dates) or an hour has to be chosen for a ready answer."""

    kind = "ready_answer_lacks"
    stays = Stays.UNTIL_HIDDEN
    case_id: int
    answer: str
    days: tuple[str, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True)
class ReadyAnswerShown(Notice):
    """A ready answer as the person will read it, and what it means, before it is sent."""

    kind = "ready_answer_shown"
    stays = Stays.HOURS
    case_id: int
    name: str
    language: str
    words: str
    means: str
    answer: str
    day: str
    hour: str
