"""What the two say to a proposal: each decides alone, and a no needs no reason."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.matching.both_agree import both_agree
from bot.actions.matching.closing import NOT_ENDED, Ended, close
from bot.actions.matching.following import match_shown
from bot.actions.matching.proposing import proposal, subject_of
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.notices import NotForYou, Notice
from bot.programme.notices.matching import (
    MatchAgreed,
    MatchOver,
    MatchProposed,
    NothingProposed,
    SureToDecline,
)
from bot.programme.people import Role, Stage, Visit, is_staff
from bot.programme.registration import YES, Problem, Question, read_answer
from bot.programme.road import Place, place_of
from storage.matches import DECLINED, Match
from storage.people import Person

SAID_YES, SAID_NO = "said_yes", "said_no"


class MatchAnswers:
    """How a mentee or a mentor answers a proposal."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """The proposal that waits for this person, or why there is none."""
        async with self.desk.serve(visit) as talk:
            await show_proposal(talk)

    async def agree(self, visit: Visit, match_id: int) -> None:
        """Yes. When both said it they are brought together; saying it twice changes nothing."""
        async with self.desk.serve(visit) as talk:
            if match := await _own(talk, match_id):
                talk.replace(await _agree(talk, match))

    async def decline(self, visit: Visit, match_id: int, *, surely: bool) -> None:
        """No; who said yes before is asked once whether they are sure."""
        async with self.desk.serve(visit) as talk:
            if match := await _own(talk, match_id):
                talk.replace(await _decline(talk, match, surely=surely))


async def show_proposal(talk: Talk) -> None:
    """What is put to who stands here; without a proposal the truth of their road."""
    person = talk.person
    if is_staff(person.role) or person.stage != Stage.REGISTERED:
        show_whereabouts(talk)
    elif match := await talk.tx.matches.open_of(person.id):
        talk.reply(await proposal(talk, match, person))
    else:
        talk.reply(await _nothing_proposed(talk, person))


async def _nothing_proposed(talk: Talk, person: Person) -> NothingProposed:
    partner = ""
    if duo := await talk.tx.duos.of(person.id):
        other = duo.mentor_id if person.id == duo.mentee_id else duo.mentee_id
        partner = (await talk.tx.people.get(other)).first_name
    return NothingProposed(str(person.role or Role.MENTEE), place_of(person.road), partner)


async def answer_match_in_words(talk: Talk, text: str) -> bool:
    """Take a written yes or no as the answer to the proposal that waits; False when there is none
    or it is neither.
    """
    if talk.person.road != Place.PROPOSED:
        return False
    said = read_answer(Question.CONSENT, text, talk.programme, talk.now.date())
    match = await talk.tx.matches.open_of(talk.person.id)
    if isinstance(said, Problem) or match is None:
        return False
    agrees = said[Question.CONSENT] == YES
    talk.reply(await (_agree(talk, match) if agrees else _decline(talk, match)))
    return True


async def _agree(talk: Talk, match: Match) -> Notice:
    """After a yes: both together, or waiting for the other one."""
    await talk.tx.calls.answered(talk.person.id, MatchProposed.kind, talk.now)
    if not await talk.tx.matches.agree(match, talk.person.id, talk.now):
        return await proposal(talk, match, talk.person)
    now = await talk.tx.matches.get(match.id) or match
    if now.mentee_agreed_at and now.mentor_agreed_at:
        await both_agree(talk, now)
        return MatchAgreed()
    await _tell_coach(talk, now, SAID_YES)
    return await proposal(talk, now, talk.person)


async def _decline(talk: Talk, match: Match, *, surely: bool = False) -> Notice:
    """After a no: both wait again. Nothing that is kept says who said it."""
    if match.agreed_at(talk.person.id) and not surely:
        return SureToDecline(match.id)
    ended = await close(talk, match, DECLINED, but=talk.person.id)
    if ended is None:
        talk.tx.people.forget_known()
        now = await talk.tx.people.get(talk.person.id)
        return await _nothing_proposed(talk, now)
    await _tell_coach(talk, match, SAID_NO, ended)
    coach = await talk.tx.people.get(match.coach_id)
    return MatchOver(own=True, coach=coach.first_name)


async def _tell_coach(talk: Talk, match: Match, news: str, ended: Ended = NOT_ENDED) -> None:
    """The coach hears who it was: a talk may help. It is not kept."""
    now = await talk.tx.matches.get(match.id) or match
    shown = await match_shown(talk, now, news, talk.person.first_name, ended)
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
