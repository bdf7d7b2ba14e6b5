"""What people do of their own accord: an errand is a walk through the bot, button by button."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from bot.cards.buttons import Carried, CaseStep, CaseTap, Go, Place
from bot.cards.day_buttons import GroupTap, SentenceTap
from bot.cards.duo_view_buttons import DuoViewTap
from bot.cards.meeting_buttons import (
    MeetingStep,
    MeetingTap,
    PlanStep,
    PlanTap,
    SpotTap,
    TimeStep,
    TimeTap,
    UsualTap,
)
from bot.cards.week_buttons import PauseTap, RhythmStep, RhythmTap
from bot.programme.people import Role
from bot.rehearsal.cast import Player
from bot.rehearsal.phrases import time_to_meet

Step = Callable[[Carried], bool]
MENU, CASES, DUOS = "menu", "/cases", "/duos"

# A mentee lets their mentor call them, and a week later the mentor does the same.
SHARES_NUMBER_IN = {Role.MENTEE: 2, Role.MENTOR: 3}


@dataclass(frozen=True, slots=True)
class Errand:
    """Words to begin with, then for each step a button that fits; a step may find none. ``last``
    are words again, when all steps were taken.
    """

    says: str
    steps: tuple[Step, ...] = ()
    last: str = ""


def to(place: Place) -> Step:
    """The button that leads there."""
    return lambda means: isinstance(means, Go) and means.to is place


def tap(kind: type[Carried], step: str | None = None) -> Step:
    """Any button of this kind, or one of a certain step."""
    return lambda means: (
        isinstance(means, kind) and (step is None or getattr(means, "step", None) == step)
    )


SEND = tap(PlanTap, PlanStep.SEND)
TURN = tap(TimeTap, TimeStep.TURN)
OFFER_TIMES = Errand(
    MENU, (to(Place.MEETINGS), tap(UsualTap), to(Place.PLAN_MEETING), TURN, TURN, SEND)
)
OFFER_WITH_PLACE = Errand(
    MENU,
    (to(Place.MEETINGS), to(Place.PLAN_MEETING), TURN, TURN, tap(PlanTap, PlanStep.PLACES),
     tap(SpotTap), SEND),
)  # fmt: skip
MOVE_ONE = Errand(
    MENU,
    (to(Place.MEETINGS), tap(MeetingTap, MeetingStep.SHOW), tap(MeetingTap, MeetingStep.MOVE),
     TURN, SEND),
)  # fmt: skip
TELL_SOMETHING = Errand(MENU, (to(Place.SAY), tap(GroupTap), tap(SentenceTap)))
OTHER_DAY = Errand(
    MENU,
    (to(Place.MY_QUESTION), tap(RhythmTap, RhythmStep.DAY), tap(RhythmTap, RhythmStep.SET)),
)
TAKE_A_BREAK = Errand(MENU, (to(Place.STOP), tap(PauseTap)))
LOOK_AROUND = Errand(MENU)
CLOSE_A_CASE = Errand(CASES, (tap(CaseTap, CaseStep.CLOSE),))
SEE_A_DUO = Errand(DUOS, (tap(DuoViewTap),))


def errands_of(player: Player, week: int, chance: Random) -> Iterator[Errand]:
    """What this person sets out to do in this week; weeks count from 1."""
    if player.role is Role.COACH:
        yield from (SEE_A_DUO, CLOSE_A_CASE)
    elif week not in player.character.silent:
        yield from _about_oneself(player, week)
        if player.character.rests not in {week, week - 1}:
            yield from _about_meetings(player, week, chance)


def _about_oneself(player: Player, week: int) -> Iterator[Errand]:
    character = player.character
    if week == character.rests:
        yield TAKE_A_BREAK
    if character.silent and week == character.silent.stop:
        yield LOOK_AROUND
    if week == character.other_day:
        yield OTHER_DAY
    if week == SHARES_NUMBER_IN[player.role]:
        steps = (to(Place.MEETINGS), to(Place.NUMBERS), to(Place.NUMBER_SHARE))
        yield Errand(MENU, steps, last=player.number)


def _about_meetings(player: Player, week: int, chance: Random) -> Iterator[Errand]:
    """One of the two offers times, week after week; who likes to write says when they can."""
    writes = chance.randrange(10) < player.character.writes
    if writes and (player.arranges or week % 4 == 0):
        words = time_to_meet(player.language, chance)
        yield Errand(words, (tap(TimeTap, TimeStep.TAKE), SEND))
    elif player.arranges:
        yield OFFER_WITH_PLACE if week == 1 else OFFER_TIMES
    if chance.randrange(10) < player.character.moves:
        yield MOVE_ONE
    if chance.randrange(10) == 0:
        yield TELL_SOMETHING
