"""A match comes to an end: both wait again, and nobody reads who said no."""

from bot.actions.counter import Counter
from bot.actions.matching.proposing import subject_of
from bot.actions.road import move
from bot.programme.notices.matching import MatchOver, MatchProposed
from bot.programme.people import Stage
from bot.programme.road import Place
from storage.matches import Match


async def close(
    counter: Counter, match: Match, outcome: str, *, by: int | None = None,
    but: int | None = None,
) -> bool:  # fmt: skip
    """End an open match; False when it was over. Both are told that it does not go on, but not
    the one (``but``) who has just said so and is answered.
    """
    if not await counter.tx.matches.close(match.id, outcome, counter.now):
        return False
    await counter.tx.forgetting.take_back([MatchProposed.kind], [subject_of(match)], counter.now)
    coach = await counter.tx.people.get(match.coach_id)
    for person_id in (match.mentee_id, match.mentor_id):
        person = await counter.tx.people.get(person_id)
        if person.stage != Stage.REGISTERED:
            continue
        await move(counter, person, Place.READY, by=by, why=outcome)
        if person_id != but:
            notice = MatchOver(coach=coach.first_name)
            counter.tell_by_day(person_id, notice, f"match_over:{match.id}:{person_id}")
    return True
