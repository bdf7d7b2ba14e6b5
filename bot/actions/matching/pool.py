"""Who of a branch can be matched now, as the rules see them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.actions.counter import Counter
from bot.programme.matching.candidates import Candidate, Circumstances, Past, candidate
from bot.programme.people import Role
from storage.people import Person

# More people than this wait in no branch; who came later is seen when others found a duo.
MOST_WAITING = 500


@dataclass(frozen=True, slots=True)
class Pool:
    """The people of a branch who can be matched, who came first in front, and what is known."""

    people: Mapping[int, Person]
    mentees: Sequence[Candidate]
    mentors: Sequence[Candidate]
    past: Past

    def mentee(self, person_id: int) -> Candidate | None:
        """The mentee of this id, while they wait here."""
        return next((one for one in self.mentees if one.id == person_id), None)

    def mentor(self, person_id: int) -> Candidate | None:
        """The mentor of this id, while they wait here."""
        return next((one for one in self.mentors if one.id == person_id), None)


async def pool_of(counter: Counter, branch: str) -> Pool:
    """Who is ready for a duo in this branch: in no duo, in no other open match, on no break."""
    found = [
        *await counter.tx.people.ready(Role.MENTEE, branch, MOST_WAITING),
        *await counter.tx.people.ready(Role.MENTOR, branch, MOST_WAITING),
    ]
    people = {one.id: one for one in found}
    tried = await counter.tx.matches.tried(people)
    return Pool(
        people,
        _candidates(counter, found, Role.MENTEE),
        _candidates(counter, found, Role.MENTOR),
        Past(tried),
    )


def circumstances(counter: Counter, person: Person) -> Circumstances:
    """What is known of somebody beside their answers."""
    since = person.road_since
    waits = (counter.now - since).days if since else 0
    away = person.paused_at is not None or person.unreachable_at is not None
    return Circumstances(person.language, str(person.branch), 1, waits, away)


def _candidates(counter: Counter, people: Collection[Person], role: Role) -> Sequence[Candidate]:
    return [
        candidate(one.id, one.answers, circumstances(counter, one))
        for one in people
        if one.role == role
    ]
