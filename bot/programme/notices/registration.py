"""What is said on the way into the programme."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class AskQuestion(Notice):
    """One question of the registration, with a kind hint when the last answer would not do.

    It is the ``number``-th of ``total``, zeros where that is not told. ``offers`` are answers that
    the last one may have meant, ``draft`` is what was tapped so far of several choices.
    """

    kind = "ask_question"
    question: str
    role: str | None = None
    problem: str | None = None
    correcting: bool = False
    number: int = 0
    total: int = 0
    offers: tuple[str, ...] = ()
    draft: str = ""


@dataclass(frozen=True, slots=True)
class AnswerTaken(Notice):
    """The tapped question, closed: what was asked and what was chosen."""

    kind = "answer_taken"
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class ConsentRefused(Notice):
    """The person does not agree to the privacy text."""

    kind = "consent_refused"


@dataclass(frozen=True, slots=True)
class CannotJoin(Notice):
    """The programme does not fit, and who can help instead. ``again``: they read so before."""

    kind = "cannot_join"
    obstacle: str
    role: str | None
    branch: str | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Registered(Notice):
    """All questions are answered. ``in_danger``: what they wrote of danger is open still;
    ``coach`` knows of it.
    """

    kind = "registered"
    first_name: str
    role: str
    branch: str
    has_coach: bool = True
    in_danger: bool = False
    coach: str | None = None


@dataclass(frozen=True, slots=True)
class AnswersOverview(Notice):
    """Everything a person told, each with a button to change it."""

    kind = "answers_overview"
    answers: dict[str, str]
    complete: bool
    in_duo: bool
    to_add: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswersToAdd(Notice):
    """What somebody did not tell yet, and may."""

    kind = "answers_to_add"
    questions: tuple[str, ...]
    role: str | None = None


@dataclass(frozen=True, slots=True)
class GoOnRegistering(Notice):
    """Somebody began to register and did not come to the end. ``last``: nobody asks again."""

    kind = "go_on_registering"
    first_name: str
    last: bool = False


@dataclass(frozen=True, slots=True)
class NotFinished(Notice):
    """Told to coaches: somebody began to register in their branch, and does not answer."""

    kind = "not_finished"
    for_staff = True
    first_name: str
    role: str
    branch: str
    language: str
    phone: str = ""
