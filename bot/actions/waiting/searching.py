"""Who waits for a duo says whether they still look; who stopped may search again at any time."""

from dataclasses import replace

from bot.actions.coaches import tell_near
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.monthly.letters import keep_asking
from bot.actions.road import move
from bot.actions.waiting.stopping import stop_looking
from bot.actions.waiting.telling import waits_for_duo, where_you_are
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices.sessions import SeatsFreed
from bot.programme.notices.waiting import GladYouFound, SomebodyFound
from bot.programme.people import Visit
from bot.programme.road import Place, after_intake


class Searching:
    """What somebody who waits can say about it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def still(self, visit: Visit) -> None:
        """They still look: they read how long it usually takes."""
        async with self.desk.serve(visit) as talk:
            if await waits_for_duo(talk, talk.person):
                await keep_asking(talk, talk.person)
                where = await where_you_are(talk, talk.person)
                talk.replace(replace(where, thanked=True))
            elif talk.person.found_at is not None:
                talk.replace(await where_you_are(talk, talk.person))
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def found(self, visit: Visit) -> None:
        """Nobody is proposed to them any more; their coach hears it."""
        async with self.desk.serve(visit) as talk:
            if await waits_for_duo(talk, talk.person):
                freed = await stop_looking(talk, talk.person)
                await _tell_coach(talk)
                talk.replace(GladYouFound(str(talk.person.role)))
                if freed:
                    talk.reply(SeatsFreed(freed))
            elif talk.person.found_at is not None:
                talk.replace(GladYouFound(str(talk.person.role)))
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def again(self, visit: Visit) -> None:
        """They can be matched again, or go on with the training, without a new talk."""
        async with self.desk.serve(visit) as talk:
            if talk.person.found_at is None:
                show_whereabouts(talk, OLD_BUTTON)
                return
            await move(talk, talk.person, _where_again(talk), why="again")
            talk.replace(await where_you_are(talk, talk.person))


def _where_again(talk: Talk) -> Place:
    has_training = bool(talk.programme.training.keys)
    return after_intake(str(talk.person.role), has_training=has_training)


async def _tell_coach(talk: Talk) -> None:
    who = talk.person
    news = SomebodyFound(who.id, who.first_name, str(who.role))
    await tell_near(talk, who.branch, news, f"found:{who.id}")
