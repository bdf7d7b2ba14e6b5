"""Hearing what stands in somebody's way, and telling only whom they choose."""

from bot.actions.check_in_answers import own_answer
from bot.actions.coaches import coach_for
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.open_cases import add_to_case, open_case
from bot.programme.cases import Reason
from bot.programme.notices import (
    CheckInClosed,
    Notice,
    ObstacleAudience,
    ObstacleHeard,
    ObstacleQuestion,
    ObstacleShared,
)
from bot.programme.obstacles import Audience, Obstacle, audience_of
from bot.programme.people import Role, Visit
from storage.cases import Case, new_case
from storage.duos import Duo
from storage.obstacles import ToldObstacle


class Obstacles:
    """What a mentee can tell after the weekly question."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask(self, visit: Visit, prompt_id: int) -> None:
        """Ask what is in the way."""
        async with self.desk.serve(visit) as talk:
            talk.replace(await _refused(talk, prompt_id) or ObstacleQuestion(prompt_id))

    async def choose(self, visit: Visit, prompt_id: int, obstacle: Obstacle) -> None:
        """Ask who may know it. Nothing is kept yet."""
        async with self.desk.serve(visit) as talk:
            refused = await _refused(talk, prompt_id)
            talk.replace(refused or ObstacleAudience(prompt_id, obstacle))

    async def tell(
        self, visit: Visit, prompt_id: int, obstacle: Obstacle, wanted: Audience
    ) -> None:
        """Tell whom the person chose; what nobody may know is not kept."""
        async with self.desk.serve(visit) as talk:
            if refused := await _refused(talk, prompt_id):
                talk.replace(refused)
                return
            audience = audience_of(obstacle, wanted)
            told = ToldObstacle(obstacle, audience)
            coach = None if audience is Audience.NOBODY else await _tell(talk, told)
            talk.replace(ObstacleHeard(obstacle, audience, coach, prompt_id))


async def _refused(talk: Talk, prompt_id: int) -> Notice | None:
    """Why nothing can be told now: only a mentee can, for as long as the answer may change."""
    said = await own_answer(talk, prompt_id)
    if isinstance(said, Notice):
        return said
    return None if talk.person.role == Role.MENTEE else CheckInClosed()


async def _tell(talk: Talk, told: ToldObstacle) -> str | None:
    """Bring it to the coach, and to the mentor who may know it; give the name of the coach. What
    an open case holds already is told to nobody again.
    """
    duo = await talk.tx.duos.of(talk.person.id)
    case, known = await _open_case(talk)
    if told not in known:
        await talk.tx.obstacles.keep(talk.person.id, told, talk.now)
        if duo and told.audience == Audience.MENTOR_TOO:
            _tell_mentor(talk, duo, told)
        if case is None:
            case = await _new_case(talk, duo)
        else:
            await add_to_case(talk, case)
    holder = case.taken_by or case.coach_id if case else None
    return (await talk.tx.people.get(holder)).first_name if holder else None


async def _open_case(talk: Talk) -> tuple[Case | None, list[ToldObstacle]]:
    """The open case of this person, and what it holds."""
    case = await talk.tx.cases.open_for(f"{Reason.OBSTACLE}:{talk.person.id}")
    if case is None:
        return None, []
    return case, list(await talk.tx.obstacles.of(talk.person.id, case.opened_at))


async def _new_case(talk: Talk, duo: Duo | None) -> Case:
    coach = await coach_for(talk, duo, talk.person.nearest_branch)
    coach_id = coach.id if coach else None
    case = new_case(Reason.OBSTACLE, coach_id, talk.now, person_id=talk.person.id)
    await open_case(talk, case)
    return case


def _tell_mentor(talk: Talk, duo: Duo, told: ToldObstacle) -> None:
    notice = ObstacleShared(talk.person.first_name, told.theme)
    moment = f"obstacle:{talk.now:%Y%m%d%H%M%S%f}"
    talk.tell(duo.mentor_id, notice, f"duo:{duo.id}", moment)
