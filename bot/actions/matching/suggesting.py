"""What a coach sees of who could be put to whom, and asking the two."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.matching.answering import show_proposal
from bot.actions.matching.assignment import assigned
from bot.actions.matching.following import match_shown
from bot.actions.matching.pool import Pool, pool_of
from bot.actions.matching.proposing import propose
from bot.actions.road import move
from bot.programme.matching.candidates import Candidate
from bot.programme.matching.conditions import (
    Condition,
    in_the_way,
    shared_languages,
    shared_times,
)
from bot.programme.matching.points import Weights, points_of
from bot.programme.matching.suggestions import best_for, worth
from bot.programme.notices import NotForYou
from bot.programme.notices.matching import (
    Given,
    MentorsFor,
    PairShown,
    PersonNotFree,
    ToMatch,
)
from bot.programme.people import Visit, is_staff
from bot.programme.road import Place
from storage.matches import Match, new_match

ON_A_PAGE = 10
# So many of those who fit best are shown with what speaks for them.
SHOWN_WHY = 3


class Suggestions:
    """What a coach can ask about matching the people of their branch."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def to_match(self, visit: Visit) -> None:
        """Who waits for a duo, each with the mentor who fits best when everybody gets one."""
        best = await self._best(visit)
        async with self.desk.serve(visit) as talk:
            if visit.is_plain and not is_staff(talk.person.role):
                # Said by a mentee or a mentor, the same words ask who is found for them.
                await show_proposal(talk)
            elif _is_for_staff(talk):
                talk.reply(await _page(talk, best, 0))

    async def turn_to(self, visit: Visit, page: int) -> None:
        """Another page of them, in the place of this one; the first one is 0."""
        best = await self._best(visit)
        async with self.desk.serve(visit) as talk:
            if _is_for_staff(talk):
                talk.replace(await _page(talk, best, page))

    async def mentors_for(self, visit: Visit, mentee_id: int, page: int = 0) -> None:
        """A page of the mentors for one mentee, those first that fit best."""
        async with self.desk.serve(visit) as talk:
            if not _is_for_staff(talk):
                return
            pool = await pool_of(talk, str(talk.person.branch))
            mentee = pool.mentee(mentee_id)
            talk.replace(_mentors_for(talk, pool, mentee, page) if mentee else PersonNotFree())

    async def show_pair(self, visit: Visit, mentee_id: int, mentor_id: int) -> None:
        """Two people side by side: what speaks for it, and what is in the way."""
        async with self.desk.serve(visit) as talk:
            if not _is_for_staff(talk):
                return
            if match := await _open_match(talk, mentee_id, mentor_id):
                talk.replace(await match_shown(talk, match))
                return
            pool = await pool_of(talk, str(talk.person.branch))
            pair = _pair(pool, mentee_id, mentor_id)
            talk.replace(_pair_shown(talk, pool, *pair) if pair else PersonNotFree())

    async def ask_both(self, visit: Visit, mentee_id: int, mentor_id: int, *, again: bool) -> None:
        """Put the two to each other; ``again``: the coach knows that both wish to try once more.
        Asking twice changes nothing, and nothing that must hold is passed.
        """
        async with self.desk.serve(visit) as talk:
            if not _is_for_staff(talk):
                return
            match = await _open_match(talk, mentee_id, mentor_id)
            pool = await pool_of(talk, str(talk.person.branch))
            pair = _pair(pool, mentee_id, mentor_id)
            if match is None and pair and _may_be_asked(pool, *pair, again=again):
                match = await _begin(talk, pool, *pair)
            elif match is None and pair:
                talk.replace(_pair_shown(talk, pool, *pair))
                return
            talk.replace(await match_shown(talk, match) if match else PersonNotFree())

    async def _best(self, visit: Visit) -> Mapping[int, int]:
        """The mentor of each mentee when everybody gets one, reckoned before the transaction and
        beside the event loop: with hundreds of people it takes seconds.
        """
        async with self.desk.database.reading() as tx:
            coach = await tx.people.by_telegram(visit.telegram_id)
            if coach is None or not is_staff(coach.role):
                return {}
            counter = Counter(tx, self.desk.clock.now(), self.desk.programme)
            pool = await pool_of(counter, str(coach.branch))
        return await asyncio.to_thread(_reckoned, pool, self.desk.programme.matching.weights)


def _reckoned(pool: Pool, weights: Weights) -> Mapping[int, int]:
    pairs = assigned(worth(pool.mentees, pool.mentors, pool.past, weights))
    return {pool.mentees[row].id: pool.mentors[column].id for row, column in pairs}


def _is_for_staff(talk: Talk) -> bool:
    if is_staff(talk.person.role):
        return True
    talk.reply(NotForYou())
    return False


async def _page(talk: Talk, best: Mapping[int, int], page: int) -> ToMatch:
    branch = str(talk.person.branch)
    pool = await pool_of(talk, branch)
    first = page * ON_A_PAGE if page * ON_A_PAGE < len(pool.mentees) else 0
    rows = []
    for mentee in pool.mentees[first : first + ON_A_PAGE]:
        mentor = best.get(mentee.id, 0)
        name = pool.people[mentor].first_name if mentor in pool.people else ""
        rows.append((mentee.id, pool.people[mentee.id].first_name, mentor, name))
    free = len(pool.mentors)
    return ToMatch(tuple(rows), await _waiting(talk, branch), free, first, len(pool.mentees))


async def _waiting(talk: Talk, branch: str) -> tuple[tuple[int, str, str], ...]:
    """The oldest open matches of the branch, each as the two names: as many as fit, and one."""
    found = await talk.tx.matches.open_in(branch, ON_A_PAGE + 1)
    people = await talk.tx.people.by_ids(
        {who for one in found for who in (one.mentee_id, one.mentor_id)}
    )
    return tuple(
        (one.id, people[one.mentee_id].first_name, people[one.mentor_id].first_name)
        for one in found
    )


def _mentors_for(talk: Talk, pool: Pool, mentee: Candidate, page: int) -> MentorsFor:
    weights = talk.programme.matching.weights
    fitting = best_for(mentee, pool.mentors, pool.past, weights)
    known = {one.mentor_id for one in fitting}
    others = [one.id for one in pool.mentors if one.id not in known]
    first = page * ON_A_PAGE if page * ON_A_PAGE < len(pool.mentors) else 0
    here = fitting[first : first + ON_A_PAGE]
    after = max(0, first - len(fitting))
    best = [] if first else [pool.mentor(one.mentor_id) for one in here[:SHOWN_WHY]]
    return MentorsFor(
        mentee_id=mentee.id,
        mentee=pool.people[mentee.id].first_name,
        fitting=tuple(
            (one.mentor_id, pool.people[one.mentor_id].first_name, round(one.points))
            for one in here
        ),
        others=tuple(
            (one, pool.people[one].first_name)
            for one in others[after : after + ON_A_PAGE - len(here)]
        ),
        most=sum(weights.values()),
        why=tuple(_given(talk, mentee, mentor) for mentor in best if mentor),
        first=first,
        total=len(pool.mentors),
    )


def _given(talk: Talk, mentee: Candidate, mentor: Candidate) -> Given:
    """What each criterion gives the two."""
    return tuple(
        (one.criterion, round(one.points), one.most, one.facts)
        for one in points_of(mentee, mentor, talk.programme.matching.weights)
    )


def _pair(pool: Pool, mentee_id: int, mentor_id: int) -> tuple[Candidate, Candidate] | None:
    mentee, mentor = pool.mentee(mentee_id), pool.mentor(mentor_id)
    return (mentee, mentor) if mentee and mentor else None


def _pair_shown(talk: Talk, pool: Pool, mentee: Candidate, mentor: Candidate) -> PairShown:
    return PairShown(
        mentee_id=mentee.id,
        mentee=pool.people[mentee.id].first_name,
        mentor_id=mentor.id,
        mentor=pool.people[mentor.id].first_name,
        in_the_way=in_the_way(mentee, mentor, pool.past),
        untold=_untold(mentee, mentor),
        points=_given(talk, mentee, mentor),
        languages=shared_languages(mentee, mentor),
        times=shared_times(mentee, mentor),
    )


def _untold(mentee: Candidate, mentor: Candidate) -> tuple[str, ...]:
    """What one of the two did not tell, so that the coach asks."""
    return tuple(
        name
        for name, told in (
            ("times", mentee.times and mentor.times),
            ("sector", mentee.sectors and mentor.sectors),
        )
        if not told
    )


def _may_be_asked(pool: Pool, mentee: Candidate, mentor: Candidate, *, again: bool) -> bool:
    """Nothing is in the way but, when both wish it, that they were put together before."""
    obstacles: Sequence[Condition] = in_the_way(mentee, mentor, pool.past)
    return not obstacles or (again and obstacles == (Condition.BEFORE,))


async def _open_match(talk: Talk, mentee_id: int, mentor_id: int) -> Match | None:
    """The open match of just these two, when it is one of the coach's branch."""
    match = await talk.tx.matches.open_of(mentee_id)
    if match is None or match.mentor_id != mentor_id:
        return None
    mentee = await talk.tx.people.get(mentee_id)
    return match if mentee.branch == talk.person.branch else None


async def _begin(talk: Talk, pool: Pool, mentee: Candidate, mentor: Candidate) -> Match | None:
    """Ask both; None when somebody else was quicker."""
    remind_at = talk.now + timedelta(days=talk.programme.matching.remind_after_days)
    match = new_match((mentee.id, mentor.id), talk.person.id, talk.now, remind_at)
    if not await talk.tx.matches.begin(match):
        return await talk.tx.matches.open_of(mentee.id)
    for one in (mentee, mentor):
        person = pool.people[one.id]
        await move(talk, person, Place.PROPOSED, by=talk.person.id, why="asked")
        await propose(talk, match, person)
    return match
