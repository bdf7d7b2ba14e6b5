"""What the two say to a proposal: each decides alone, and a no needs no reason."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.matching.both_agree import both_agree
from bot.actions.matching.closing import close
from bot.actions.matching.following import match_shown
from bot.actions.matching.proposing import proposal, subject_of
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices import NotForYou
from bot.programme.notices.matching import MatchOver, SureToDecline
from bot.programme.people import Visit
from storage.matches import DECLINED, Match

SAID_YES, SAID_NO = "said_yes", "said_no"


class MatchAnswers:
    """How a mentee or a mentor answers a proposal."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """The proposal that waits for this person, or where they stand."""
        async with self.desk.serve(visit) as talk:
            match = await talk.tx.matches.open_of(talk.person.id)
            if match:
                talk.reply(await proposal(talk, match, talk.person))
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def agree(self, visit: Visit, match_id: int) -> None:
        """Yes. When both said it they are brought together; saying it twice changes nothing."""
        async with self.desk.serve(visit) as talk:
            match = await _own(talk, match_id)
            if match is None:
                return
            if await talk.tx.matches.agree(match, talk.person.id, talk.now):
                match = await talk.tx.matches.get(match_id) or match
                await _go_on(talk, match)
            else:
                talk.replace(await proposal(talk, match, talk.person))

    async def decline(self, visit: Visit, match_id: int, *, surely: bool) -> None:
        """No; who said yes before is asked once whether they are sure."""
        async with self.desk.serve(visit) as talk:
            match = await _own(talk, match_id)
            if match is None:
                return
            if match.agreed_at(talk.person.id) and not surely:
                talk.replace(SureToDecline(match.id))
                return
            await close(talk, match, DECLINED, by=talk.person.id, but=talk.person.id)
            coach = await talk.tx.people.get(match.coach_id)
            talk.replace(MatchOver(own=True, coach=coach.first_name))
            await _tell_coach(talk, match, SAID_NO)


async def _go_on(talk: Talk, match: Match) -> None:
    """After a yes: both together, or waiting for the other one."""
    if match.mentee_agreed_at and match.mentor_agreed_at:
        await both_agree(talk, match)
        return
    talk.replace(await proposal(talk, match, talk.person))
    await _tell_coach(talk, match, SAID_YES)


async def _tell_coach(talk: Talk, match: Match, news: str) -> None:
    """The coach hears who it was: a talk may help. It is not kept."""
    shown = await match_shown(talk, match, news, talk.person.first_name)
    talk.tell(match.coach_id, shown, subject_of(match), f"{news}:{talk.person.id}")


async def _own(talk: Talk, match_id: int) -> Match | None:
    """The open match that waits for who is here; else say what is true now."""
    match = await talk.tx.matches.get(match_id)
    if match is None or talk.person.id not in (match.mentee_id, match.mentor_id):
        talk.reply(NotForYou())
        return None
    if match.closed_at is not None:
        show_whereabouts(talk, OLD_BUTTON)
        return None
    return match
