"""Both said yes: from here on they know each other, and the duo begins."""

from bot.actions.counter import Counter
from bot.actions.duos import form_duo
from bot.actions.matching.following import match_shown
from bot.actions.matching.proposing import subject_of
from bot.actions.road import move
from bot.programme.road import Place
from storage.matches import AGREED, Match

BOTH = "both"


async def both_agree(counter: Counter, match: Match) -> None:
    """Bring the two together, once: who comes second finds the match closed and does nothing."""
    if not await counter.tx.matches.close(match.id, AGREED, counter.now):
        return
    coach = await counter.tx.people.get(match.coach_id)
    for person_id in (match.mentee_id, match.mentor_id):
        person = await counter.tx.people.get(person_id)
        await move(counter, person, Place.MATCHED, why="both_agreed")
    mentee = await counter.tx.people.get(match.mentee_id)
    mentor = await counter.tx.people.get(match.mentor_id)
    usual = counter.programme.check_in
    await form_duo(counter, (mentee, mentor), coach, usual.weekday, usual.at)
    shown = await match_shown(counter, match, BOTH)
    counter.tell(coach.id, shown, subject_of(match), BOTH)
