"""Who waits for a mentor has found something, and may search again at any time."""

from bot.actions.coaches import coach_for
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.road import move
from bot.actions.waiting.telling import FOUND, has_found, where_you_are
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices.waiting import GladYouFound, SomebodyFound
from bot.programme.people import Role, Visit
from bot.programme.road import Place


class Searching:
    """What a mentee who waits can say about it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def found(self, visit: Visit) -> None:
        """Nobody is proposed to them any more; their coach hears it."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role == Role.MENTEE and talk.person.road == Place.READY:
                await move(talk, talk.person, Place.WAIT, why=FOUND)
                await _tell_coach(talk)
                talk.replace(GladYouFound())
            elif await has_found(talk, talk.person):
                talk.replace(GladYouFound())
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def again(self, visit: Visit) -> None:
        """They can be matched again, without a new talk."""
        async with self.desk.serve(visit) as talk:
            if not await has_found(talk, talk.person):
                show_whereabouts(talk, OLD_BUTTON)
                return
            await move(talk, talk.person, Place.READY, why="again")
            talk.replace(await where_you_are(talk, talk.person))


async def _tell_coach(talk: Talk) -> None:
    coach = await coach_for(talk, None, talk.person.branch)
    if coach:
        news = SomebodyFound(talk.person.id, talk.person.first_name)
        talk.tell(coach.id, news, f"found:{talk.person.id}", f"{talk.now:%Y%m%d%H%M%S%f}")
