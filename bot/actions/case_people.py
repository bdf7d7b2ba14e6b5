"""Whom a case is about, and what they have told."""

from collections.abc import Sequence

from bot.actions.counter import Counter
from bot.programme.cases import Reason
from bot.programme.obstacles import Audience, Obstacle, each_once
from bot.programme.people import Stage
from bot.programme.registration import Question
from storage.cases import Case
from storage.people import Person


async def still_here(counter: Counter, case: Case) -> Sequence[Person]:
    """Whom a case is about, without somebody who has left meanwhile: that closed their cases. Who
    calls after that is shown to the coach, until it is solved.
    """
    about = await people_about(counter, case)
    has_left = case.person_id and case.closed_at and about[0].stage == Stage.WITHDRAWN
    return [] if has_left else about


async def people_about(counter: Counter, case: Case) -> Sequence[Person]:
    """The person who asked, or the two people of the duo; nobody when it is about a branch."""
    if case.branch:
        return []
    if case.person_id:
        return [await counter.tx.people.get(case.person_id)]
    duo = await counter.tx.duos.get(case.duo_id or 0)
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    return [people[duo.mentee_id], people[duo.mentor_id]]


async def obstacles_of(counter: Counter, case: Case) -> tuple[tuple[str, str], ...]:
    """What the person has told since the case was opened, each once, and who may know it."""
    if case.reason != Reason.OBSTACLE or case.person_id is None:
        return ()
    told = await counter.tx.obstacles.of(case.person_id, case.opened_at)
    return each_once([(Obstacle(one.theme), Audience(one.audience)) for one in told])


def role_of(person: Person) -> str | None:
    return person.role or person.answers.get(Question.ROLE)
