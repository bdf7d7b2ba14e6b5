"""What people like to tap: pure decisions from the buttons they see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.cards.buttons import Carried, CaseStep, CaseTap, CheckInTap
from bot.cards.day_buttons import DayStep, DayTap, LateTap, SentenceTap
from bot.cards.meeting_buttons import (
    MeetingStep,
    MeetingTap,
    OfferStep,
    OfferTap,
    PickTap,
    PlanStep,
    PlanTap,
)
from bot.cards.week_buttons import (
    AgainTap,
    AudienceTap,
    CorrectionTap,
    FeelingTap,
    LengthTap,
    ObstaclesTap,
    ObstacleTap,
    PauseTap,
)
from bot.programme.check_ins import Answer
from bot.programme.obstacles import Audience
from bot.rehearsal.seen import Choice

# How much somebody likes a button; nobody taps what they like 0.
Liking = float
Taste = Callable[[Any, "Mood"], Liking]
A_LITTLE = 0.01  # for what is tapped only where nothing else invites
USUAL_MINUTES = 120  # what two who meet once a week most often say


@dataclass(frozen=True, slots=True)
class Mood:
    """What is true of somebody now, as far as it changes what they tap.

    ``answer`` is what they say of this week, ``feeling`` how they are, from 1 to 5. ``tells`` says
    whether they speak of what is in the way, ``corrects`` whether they tap the wrong button
    first, ``fits`` whether a time that is offered suits them. Some are ``late`` for a meeting,
    or ``cannot`` come.
    """

    answer: Answer = Answer.MET
    feeling: int = 4
    tells: bool = False
    corrects: bool = False
    fits: bool = True
    late: bool = False
    cannot: bool = False


def chosen(choices: Sequence[Choice], mood: Mood, chance: Random) -> Choice | None:
    """The button that somebody taps; None when there is none for them."""
    likings = [liking(choice.means, mood) for choice in choices]
    return chance.choices(choices, likings)[0] if any(likings) else None


def liking(means: Carried, mood: Mood) -> Liking:
    """How much somebody in this mood likes what a button means."""
    taste = TASTES.get(type(means))
    return taste(means, mood) if taste else 0.0


def _answer(means: CheckInTap, mood: Mood) -> Liking:
    return float((means.answer == mood.answer) is not mood.corrects)


def _length(means: LengthTap, mood: Mood) -> Liking:
    del mood
    return 3.0 if means.minutes == USUAL_MINUTES else 1.0


def _feeling(means: FeelingTap, mood: Mood) -> Liking:
    return float(means.feeling == mood.feeling)


def _audience(means: AudienceTap, mood: Mood) -> Liking:
    """Most let their coach know, as it is offered first."""
    del mood
    return 3.0 if means.audience is Audience.COACH else 1.0


def _case(means: CaseTap, mood: Mood) -> Liking:
    """A coach takes what comes; it is closed when they have talked."""
    del mood
    return float(means.step is CaseStep.TAKE)


def _offer(means: OfferTap, mood: Mood) -> Liking:
    """Whom no time suits says so or offers others, as does whose times did not suit."""
    if means.step is OfferStep.NONE_FITS:
        return float(not mood.fits)
    return float(means.step is OfferStep.OTHERS) * (A_LITTLE if mood.fits else 1.0)


def _plan(means: PlanTap, mood: Mood) -> Liking:
    """Whoever offers for the second time offers all that is suggested."""
    del mood
    return float(means.step is PlanStep.ALL)


def _day(means: DayTap, mood: Mood) -> Liking:
    wanted = {DayStep.LATE: mood.late, DayStep.CANNOT: mood.cannot}
    return float(wanted.get(means.step, False))


def _meeting(means: MeetingTap, mood: Mood) -> Liking:
    """Who cannot come looks for another time, or cancels."""
    wanted = {MeetingStep.MOVE, MeetingStep.CANCEL, MeetingStep.CANCEL_SURELY}
    return float(mood.cannot and means.step in wanted)


TASTES: Mapping[type[Carried], Taste] = {
    CheckInTap: _answer,
    CorrectionTap: lambda means, mood: float(means.answer == mood.answer),
    AgainTap: lambda _, mood: float(mood.corrects),
    LengthTap: _length,
    FeelingTap: _feeling,
    ObstaclesTap: lambda _, mood: A_LITTLE * mood.tells,
    ObstacleTap: lambda *_: 1.0,
    AudienceTap: _audience,
    PauseTap: lambda *_: 1.0,
    CaseTap: _case,
    OfferTap: _offer,
    PlanTap: _plan,
    MeetingTap: _meeting,
    PickTap: lambda _, mood: float(mood.fits),
    DayTap: _day,
    LateTap: lambda *_: 1.0,
    SentenceTap: lambda _, mood: float(mood.tells),
}
