"""What is said when we could not hear anybody for a while: an answer may have got lost."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice


@dataclass(frozen=True, slots=True)
class CheckInOfferedAgain(Notice):
    """The open question of the week once more; the earlier buttons work as well. The facts are
    those of the first question.
    """

    kind = "check_in_offered_again"
    timely = True
    revocable = True
    prompt_id: int
    partner: str
    size: str = "full"
    last_week: bool = False
    wording: int = 0
    meetings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionOfferedAgain(Notice):
    """The question of the registration at which somebody stands, once more."""

    kind = "question_offered_again"
    revocable = True
    question: str
    role: str | None = None
    correcting: bool = False
