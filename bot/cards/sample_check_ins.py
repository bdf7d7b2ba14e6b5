"""Samples of what is said about the week of a duo, and about what is in the way."""

from bot.programme.answering import FEELINGS, HARD, WORDINGS, Size
from bot.programme.check_ins import Answer
from bot.programme.notices import (
    CheckInAnswered,
    CheckInClosed,
    CheckInCorrection,
    CheckInHowIsIt,
    CheckInHowLong,
    CheckInNoted,
    CheckInOfferedAgain,
    CheckInPrompt,
    MyQuestion,
    Notice,
    ObstacleAudience,
    ObstacleHeard,
    ObstacleQuestion,
    ObstacleShared,
)
from bot.programme.obstacles import Audience, Obstacle, choices_for

PROMPT = 2**63 - 1
TUESDAY, THURSDAY = "2026-11-24T13:00:00+00:00", "2026-11-26T13:00:00+00:00"

CHECK_IN_SAMPLES: list[Notice] = [
    *[CheckInPrompt(PROMPT, "Rita", last_week=last_week, wording=wording)
      for last_week in (False, True)
      for wording in range(WORDINGS)],
    CheckInPrompt(PROMPT, "Rita", reminder=True),
    CheckInPrompt(PROMPT, "Rita", Size.SHORT),
    CheckInPrompt(PROMPT, "Rita", meetings=(TUESDAY,)),
    CheckInPrompt(PROMPT, "Rita", last_week=True, meetings=(TUESDAY, THURSDAY)),
    CheckInOfferedAgain(PROMPT, "Rita"),
    CheckInCorrection(PROMPT),
    CheckInHowLong(PROMPT),
    *[CheckInHowIsIt(PROMPT, answer) for answer in Answer],
    *[CheckInAnswered(answer, PROMPT) for answer in Answer],
    *[CheckInAnswered(Answer.MET, PROMPT, feeling, 120, 300, asks_obstacle=feeling <= HARD)
      for feeling in FEELINGS],
    CheckInAnswered(Answer.MET, PROMPT, 3, 60, 60, may_change=False),
    CheckInAnswered(Answer.NOT_MET, PROMPT, 1, asks_obstacle=True),
    CheckInAnswered(Answer.MET, PROMPT, 4, 60, 60, may_tell=True),
    CheckInNoted(),
    CheckInClosed(),
    ObstacleQuestion(PROMPT),
    *[ObstacleAudience(PROMPT, one) for one in Obstacle],
    *[ObstacleHeard(one, audience, coach, PROMPT)
      for one in Obstacle
      for audience in choices_for(one)
      for coach in ("Els", None)
      if coach is None or audience is not Audience.NOBODY],
    *[ObstacleShared("Amir", one) for one in Obstacle if one is not Obstacle.HEALTH],
    MyQuestion(6, "18:00", TUESDAY),
    MyQuestion(6, "18:00", TUESDAY, "day"),
    MyQuestion(6, "18:00", TUESDAY, "hour"),
    MyQuestion(6, "18:00", TUESDAY, changed=True),
    MyQuestion(6, "18:00", TUESDAY, resting=True),
    *[MyQuestion(6, "18:00", TUESDAY, answer=answer, prompt_id=PROMPT, asks_obstacle=True)
      for answer in Answer],
    MyQuestion(6, "18:00", None),
]  # fmt: skip
