"""What the staff can do with all people of a colleague: look, hand over, let a colleague go."""

from collections.abc import Sequence

from bot.actions.caseloads import Caseload, caseload_of, hand_over, open_words, usual_heir
from bot.actions.colleagues import (
    colleague,
    colleagues_of,
    in_one_branch,
    is_let_in,
    named,
    staff_of,
)
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.leaving import let_go
from bot.actions.waking import waiting_for
from bot.actions.whereabouts import today
from bot.programme.notices import (
    CaseloadGiven,
    ChooseHeir,
    ColleagueShown,
    ConfirmCaseload,
    NotForYou,
    TeamShown,
    WordsAgreed,
)
from bot.programme.notices.new_coach import MayRead
from bot.programme.people import Role, Visit, is_staff
from storage.people import Person

Row = tuple[int, str, str, int, int, int, str]


class NobodyOfThatName(Exception):
    """Nobody who works here has that name, or several have it."""


class HandingOver:
    """What can be asked about the people of a colleague."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def team(self, visit: Visit) -> None:
        """Show how much each colleague of one's own branch has."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                rows = await _rows(talk, await in_one_branch(talk, talk.person))
                manages = talk.person.role == Role.COORDINATOR
                waiting = len(await waiting_for(talk, talk.person.id))
                team = (str(talk.person.branch), rows, talk.person.id, manages)
                talk.reply(TeamShown(*team, waiting))

    async def show(self, visit: Visit, person_id: int) -> None:
        """Show one colleague to who coordinates the branch."""
        async with self.desk.serve(visit) as talk:
            person = await _whose(talk, person_id)
            if person:
                (row,) = await _rows(talk, [person])
                talk.replace(ColleagueShown(row))

    async def choose_heir(self, visit: Visit, person_id: int, *, leaves: bool) -> None:
        """Ask to whom all people of a colleague go, or one's own."""
        async with self.desk.serve(visit) as talk:
            person = await _whose(talk, person_id, leaves=leaves)
            if person:
                heirs = await colleagues_of(talk, person)
                until = await _away(talk)
                away = tuple((one.first_name, until[one.id]) for one in heirs if one.id in until)
                whose = (person.id, _name(talk, person))
                talk.replace(ChooseHeir(*whose, named(heirs), leaves, away))

    async def confirm(self, visit: Visit, person_id: int, heir_id: int, *, leaves: bool) -> None:
        """Say what would go to whom, and ask once more."""
        async with self.desk.serve(visit) as talk:
            pair = await _pair(talk, person_id, heir_id, leaves=leaves)
            if pair:
                person, heir = pair
                has = await caseload_of(talk, person.id)
                name, counts = _name(talk, person), (len(has.duos), len(has.cases))
                whom = (heir.id, heir.first_name)
                talk.replace(ConfirmCaseload(person.id, name, whom, *counts, leaves))

    async def hand_over(self, visit: Visit, person_id: int, heir_id: int) -> None:
        """All people of a colleague go to another one, at one instant."""
        async with self.desk.serve(visit) as talk:
            pair = await _pair(talk, person_id, heir_id)
            if pair:
                name = _name(talk, pair[0])
                talk.replace(_given(name, pair[1], await hand_over(talk, *pair)))

    async def let_go(self, visit: Visit, person_id: int, heir_id: int) -> None:
        """A colleague leaves for good: the people go to the heir, and every right ends."""
        async with self.desk.serve(visit) as talk:
            pair = await _pair(talk, person_id, heir_id, leaves=True)
            if pair:
                caseload = await let_go(talk, *pair)
                talk.replace(_given(pair[0].first_name, pair[1], caseload, left=True))

    async def let_go_by_name(self, name: str, branch: str | None) -> CaseloadGiven:
        """The same without a chat; who takes over is who stands in, else the next of the branch.

        Raises NobodyOfThatName.
        """
        async with self.desk.open() as counter:
            person = await of_that_name(counter, name, branch)
            heir = await usual_heir(counter, person)
            caseload = await let_go(counter, person, heir)
        return _given(person.first_name, heir, caseload, left=True)

    async def hear_words(self, visit: Visit, coach_id: int, *, agreed: bool) -> None:
        """Somebody lets their new coach read what they wrote before, or not; both may change."""
        async with self.desk.serve(visit) as talk:
            coach = (await talk.tx.people.by_ids([coach_id])).get(coach_id)
            if coach is None or not is_staff(coach.role) or is_staff(talk.person.role):
                talk.reply(NotForYou())
                return
            opened = agreed and await open_words(talk, talk.person, coach)
            talk.replace(await _agreed(talk, coach, agreed=agreed, opened=opened))


async def _agreed(
    talk: Talk, coach: Person, *, agreed: bool, opened: bool
) -> WordsAgreed | MayRead:
    """What came of it. When somebody else has the question by now, it is asked for them."""
    other = await talk.tx.caseloads.closed_to(talk.person.id) if agreed and not opened else None
    if other is None:
        return WordsAgreed(coach.first_name, agreed, opened)
    return MayRead((await talk.tx.people.get(other)).first_name, other)


def _given(
    name: str, heir: Person | None, caseload: Caseload, *, left: bool = False
) -> CaseloadGiven:
    counts = (len(caseload.duos), len(caseload.cases))
    return CaseloadGiven(name, heir.first_name if heir else "", *counts, left)


def _name(talk: Talk, person: Person) -> str:
    """Empty for one's own people."""
    return "" if person.id == talk.person.id else person.first_name


async def _whose(talk: Talk, person_id: int, *, leaves: bool = False) -> Person | None:
    """Whose people these are, when who stands here may decide about them: the colleague (but not
    to let themselves go), or a coordinator of the branch. Others read that it is not theirs.
    """
    if person_id == talk.person.id and is_staff(talk.person.role) and not leaves:
        return talk.person
    other = await colleague(talk, talk.person, person_id)
    manages = talk.person.role == Role.COORDINATOR
    if manages and other and other.branch == talk.person.branch:
        return other
    talk.reply(NotForYou())
    return None


async def _pair(
    talk: Talk, person_id: int, heir_id: int, *, leaves: bool = False
) -> tuple[Person, Person] | None:
    """Who hands over, and the heir, who must work here still."""
    person = await _whose(talk, person_id, leaves=leaves)
    if person is None:
        return None
    heir = await colleague(talk, person, heir_id)
    if heir is None:
        talk.reply(NotForYou())
        return None
    return person, heir


async def _rows(counter: Counter, people: Sequence[Person]) -> tuple[Row, ...]:
    loads = await counter.tx.caseloads.loads([one.id for one in people])
    away = await _away(counter)
    return tuple(
        (one.id, one.first_name, str(one.role), loads[one.id].duos, loads[one.id].open,
         loads[one.id].unread, away.get(one.id, ""))
        for one in people
    )  # fmt: skip


async def _away(counter: Counter) -> dict[int, str]:
    """Who is on leave today, and their last day."""
    leaves = await counter.tx.staff.leaves_from(today(counter))
    now = [one for one in leaves if one.covers(today(counter))]
    return {one.person_id: one.last_day.isoformat() for one in now}


async def of_that_name(counter: Counter, name: str, branch: str | None) -> Person:
    people = await _by_name(counter, name)
    found = [one for one in people if branch in (None, one.branch)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NobodyOfThatName(f"Nobody who works here is called {name}.")
    branches = ", ".join(sorted(str(one.branch) for one in found))
    raise NobodyOfThatName(f"Several are called {name}: say which by --branch ({branches}).")


async def _by_name(counter: Counter, name: str) -> list[Person]:
    """Who of the staff has this first name; capitals do not matter."""
    wanted = name.casefold()
    return [one for one in await staff_of(counter) if one.first_name.casefold() == wanted]
