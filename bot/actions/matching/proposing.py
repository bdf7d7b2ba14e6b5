"""The proposal as it is put to one of the two: reasons, and nobody's name."""

from bot.actions.counter import Counter
from bot.actions.matching.pool import circumstances
from bot.programme.letters import Lane
from bot.programme.matching.candidates import candidate
from bot.programme.matching.points import reasons
from bot.programme.notices.matching import MatchProposed, Reasons
from bot.programme.people import Role
from storage.matches import Match
from storage.people import Person


async def propose(counter: Counter, match: Match, person: Person, *, again: bool = False) -> None:
    """Put it to one of the two, by day."""
    notice = await proposal(counter, match, person, again=again)
    due = counter.by_day(counter.now)
    occurrence = f"{person.id}:{'again' if again else 'first'}"
    counter.plan(person.id, notice, subject_of(match), occurrence, due=due, lane=Lane.REPLY)


async def proposal(
    counter: Counter, match: Match, person: Person, *, again: bool = False
) -> MatchProposed:
    """What is put to this one of the two now."""
    coach = await counter.tx.people.get(match.coach_id)
    return MatchProposed(
        match_id=match.id,
        role=str(person.role or Role.MENTEE),
        coach=coach.first_name,
        reasons=await _reasons(counter, match),
        agreed=match.agreed_at(person.id) is not None,
        again=again,
    )


async def is_untold(counter: Counter, match: Match, person: Person) -> bool:
    """Whether nobody has put it to this one of the two yet."""
    return await counter.tx.calls.is_untold(person.id, MatchProposed.kind, subject_of(match))


def subject_of(match: Match) -> str:
    """What all letters about one match are about."""
    return f"match:{match.id}"


async def _reasons(counter: Counter, match: Match) -> Reasons:
    people = await counter.tx.people.by_ids((match.mentee_id, match.mentor_id))
    two = [
        candidate(one, people[one].answers, circumstances(counter, people[one]))
        for one in (match.mentee_id, match.mentor_id)
    ]
    return tuple((one.about, one.facts) for one in reasons(two[0], two[1]))
