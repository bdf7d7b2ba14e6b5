"""What is said about the week of a duo: the question, and what follows the answer."""

from dataclasses import dataclass

from bot.programme.notices.notice import Notice, Stays


@dataclass(frozen=True, slots=True)
class CheckInPrompt(Notice):
    """Did you meet? ``last_week``: the question is not about the week in which it is put.

    ``size`` is full or short, ``wording`` which of several ways to ask. ``meetings`` are the
    instants (ISO) of the meetings that were fixed for that week.
    """

    kind = "check_in_prompt"
    timely = True
    revocable = True
    prompt_id: int
    partner: str
    size: str = "full"
    last_week: bool = False
    wording: int = 0
    meetings: tuple[str, ...] = ()
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class CheckInCorrection(Notice):
    """The question once more, for who wants to change the answer."""

    kind = "check_in_correction"
    prompt_id: int


@dataclass(frozen=True, slots=True)
class CheckInHowLong(Notice):
    """They met, and the answer is kept: about how long?"""

    kind = "check_in_how_long"
    prompt_id: int


@dataclass(frozen=True, slots=True)
class CheckInHowIsIt(Notice):
    """How is it going, from 1 to 5? ``answer`` is what was said and kept before."""

    kind = "check_in_how_is_it"
    prompt_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class CheckInAnswered(Notice):
    """What the person said, the same however often a button is tapped.

    ``minutes`` is about how long they met that week, ``minutes_so_far`` in all the weeks of the
    duo; 0 where it is not known. Without ``prompt_id``, as an earlier release wrote it, there is
    nothing to change. ``asks_obstacle``: it is asked whether something is in the way;
    ``may_tell``: the person may tell it all the same.
    """

    kind = "check_in_answered"
    answer: str
    prompt_id: int = 0
    feeling: int = 0
    minutes: int = 0
    minutes_so_far: int = 0
    asks_obstacle: bool = False
    may_change: bool = True
    may_tell: bool = False


@dataclass(frozen=True, slots=True)
class CheckInNoted(Notice):
    """In the place of a question that was answered in words."""

    kind = "check_in_noted"


@dataclass(frozen=True, slots=True)
class CheckInClosed(Notice):
    """The question of an earlier week can no longer be answered."""

    kind = "check_in_closed"


@dataclass(frozen=True, slots=True)
class ObstacleQuestion(Notice):
    """What is in the way?"""

    kind = "obstacle_question"
    stays = Stays.UNTIL_HIDDEN
    prompt_id: int


@dataclass(frozen=True, slots=True)
class ObstacleAudience(Notice):
    """Who may know it?"""

    kind = "obstacle_audience"
    stays = Stays.UNTIL_HIDDEN
    prompt_id: int
    obstacle: str


@dataclass(frozen=True, slots=True)
class ObstacleHeard(Notice):
    """Who knows it now, and where there is help. ``coach`` is None when nobody can be reached.
    The answer to the question may still be changed.
    """

    kind = "obstacle_heard"
    stays = Stays.UNTIL_HIDDEN
    obstacle: str
    audience: str
    coach: str | None = None
    prompt_id: int = 0


@dataclass(frozen=True, slots=True)
class ObstacleShared(Notice):
    """Told to the mentor, whom the mentee lets know what is in the way."""

    kind = "obstacle_shared"
    stays = Stays.UNTIL_HIDDEN
    exempt = True
    revocable = True
    partner: str
    obstacle: str
