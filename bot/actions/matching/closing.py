"""A match comes to an end: both wait again, and nobody reads who said no."""

from dataclasses import dataclass

from bot.actions.counter import Counter
from bot.actions.matching.proposing import is_untold, subject_of
from bot.actions.road import move
from bot.actions.standing_in.scope import is_off_telegram
from bot.programme.notices.matching import MatchOver, MatchProposed
from bot.programme.people import Stage
from bot.programme.road import Place
from storage.matches import Match


@dataclass(frozen=True, slots=True)
class Ended:
    """By name, who hears of the end on the phone, and who never heard of the proposal."""

    called: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()


NOT_ENDED = Ended()


async def close(
    counter: Counter, match: Match, outcome: str, *, by: int | None = None,
    but: int | None = None,
) -> Ended | None:  # fmt: skip
    """End an open match; None when it was over. Both are told that it does not go on, but not
    the one (``but``) who has just said so and is answered, nor who never heard of it.
    """
    if not await counter.tx.matches.close(match.id, outcome, counter.now):
        return None
    called, spared = [], []
    coach = await counter.tx.people.get(match.coach_id)
    for person_id in (match.mentee_id, match.mentor_id):
        person = await counter.tx.people.get(person_id)
        if person.stage != Stage.REGISTERED:
            continue
        await move(counter, person, Place.READY, by=by, why=outcome)
        if person_id == but:
            continue
        if await is_untold(counter, match, person):
            spared.append(person.first_name)
            continue
        notice = MatchOver(coach=coach.first_name)
        counter.tell_by_day(person_id, notice, f"match_over:{match.id}:{person_id}")
        if is_off_telegram(person):
            called.append(person.first_name)
    await counter.tx.forgetting.take_back([MatchProposed.kind], [subject_of(match)], counter.now)
    return Ended(tuple(called), tuple(spared))
