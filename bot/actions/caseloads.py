"""Handing all people of a colleague over in one action, and how much each colleague has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.actions.counter import Counter
from bot.actions.intakes.freeing import hand_talks
from bot.actions.passing import bring
from bot.actions.seats.inheriting import inherit
from bot.actions.teams import team_of
from bot.actions.whereabouts import today
from bot.programme.cases import Reason
from bot.programme.leaves import who_takes_over
from bot.programme.notices import CaseloadReceived, NewCoach, Notice, WordsOpened
from bot.programme.notices.new_coach import MayRead
from storage.cases import Case
from storage.duos import Duo
from storage.ids import new_id
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Caseload:
    """All that one of the staff answers for."""

    duos: Sequence[Duo]
    cases: Sequence[Case]

    @property
    def of_duos(self) -> set[int]:
        """The two of each duo."""
        return {one for duo in self.duos for one in (duo.mentee_id, duo.mentor_id)}

    @property
    def people(self) -> set[int]:
        """Everybody whose coach it is: the two of each duo, and who has an open case."""
        return self.of_duos | {case.person_id for case in self.cases if case.person_id}


async def caseload_of(counter: Counter, person_id: int) -> Caseload:
    """The duos that somebody follows, and the open cases for which they answer."""
    duos = await counter.tx.duos.followed_by(person_id)
    return Caseload(duos, await counter.tx.cases.open_of(person_id))


async def usual_heir(counter: Counter, person: Person) -> Person | None:
    """Who takes over when nobody chooses: who stands in, else somebody of the branch."""
    team = await team_of(counter)
    heir = who_takes_over(team, person.id, person.branch, today(counter))
    return await counter.tx.people.get(heir) if heir else None


async def hand_over(counter: Counter, old: Person, heir: Person) -> Caseload:
    """All duos and open cases of a colleague go to the heir, at one instant.

    Everybody whose coach it was hears the new name, and the heir gets a list. What people wrote
    to the old coach stays closed until they agree: words close only here, where somebody's coach
    changes for good. Who is given a single case, or stands in, reads what was written in it.
    """
    caseload = await caseload_of(counter, old.id)
    team = (await team_of(counter)).without([old.id])
    await counter.tx.caseloads.hand_duos(old.id, heir.id)
    await counter.tx.matches.hand(old.id, heir.id)
    await hand_talks(counter, old, heir)
    await inherit(counter, old, heir)
    for case in caseload.cases:
        await counter.tx.case_steps.unask(case.id, old.id)
        await bring(counter, case, heir.id, team)
    ids = [case.id for case in caseload.cases]
    closed = set(await counter.tx.caseloads.close_words(ids, counter.now))
    await _tell_people(counter, (old, heir), caseload, closed)
    if caseload.duos or caseload.cases:
        await _tell_heir(counter, old, heir, caseload)
    return caseload


async def _tell_people(
    counter: Counter, names: tuple[Person, Person], caseload: Caseload, closed: set[int]
) -> None:
    """Who is in a duo that somebody else follows keeps that coach, and hears of no new one."""
    old, heir = names
    for one in sorted(caseload.people):
        keeps = one not in caseload.of_duos and await counter.tx.duos.of(one)
        if keeps and one not in closed:
            continue
        news: Notice = MayRead(heir.first_name, heir.id)
        if not keeps:
            news = NewCoach(old.first_name, heir.first_name, heir.id, asks=one in closed)
        counter.tell_by_day(one, news, f"new_coach:{one}:{new_id()}")


async def _tell_heir(counter: Counter, old: Person, heir: Person, caseload: Caseload) -> None:
    """The duos and the open promises, in one letter; each case comes as a card of its own."""
    people = await counter.tx.people.by_ids(caseload.people)
    duos = tuple(
        (people[duo.mentee_id].first_name, people[duo.mentor_id].first_name)
        for duo in caseload.duos
    )
    promises = _promises(caseload.cases, people)
    danger = _in_danger(caseload.cases, people)
    news = CaseloadReceived(old.first_name, duos, promises, len(caseload.cases), danger)
    moment = f"{counter.now:%y%m%d%H%M%S%f}"
    counter.tell(heir.id, news, f"caseload:{heir.id}", moment)


def _in_danger(cases: Sequence[Case], people: Mapping[int, Person]) -> tuple[str, ...]:
    """Who may be in danger, also when a colleague has read or answered it before."""
    found = [one for one in cases if one.reason == Reason.DANGER and one.person_id]
    return tuple(people[one.person_id or 0].first_name for one in found)


def _promises(cases: Sequence[Case], people: Mapping[int, Person]) -> tuple[tuple[str, str], ...]:
    """Who waits for somebody to read what they asked, and until when; the first one first."""
    in_order = sorted(
        (one.promised_at, one.person_id)
        for one in cases
        if one.person_id and one.promised_at and not one.read_at
    )
    return tuple((people[who].first_name, at.isoformat()) for at, who in in_order)


async def adopt(counter: Counter, coach: Person) -> None:
    """Who comes in takes the duos of the branch whose coach left when nobody else was there."""
    for gone in await counter.tx.caseloads.left_alone(str(coach.branch)):
        await hand_over(counter, await counter.tx.people.get(gone), coach)


async def open_words(counter: Counter, person: Person, coach: Person) -> bool:
    """Let the new coach read what this person wrote before; the coach hears it. False when nothing
    of it is closed to that coach, or the coach has nothing of it any more.
    """
    if not await counter.tx.caseloads.open_words(person.id, coach.id):
        return False
    moment = f"{counter.now:%y%m%d%H%M%S%f}"
    counter.tell(coach.id, WordsOpened(person.first_name), f"words:{person.id}", moment)
    return True
