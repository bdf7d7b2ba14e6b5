"""Where somebody is on the road to a duo, and how long others waited there."""

from bot.actions.convention.standing import beginning_of
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.whereabouts import show_whereabouts
from bot.programme.notices.waiting import WhereYouAre
from bot.programme.people import Role, Stage, Visit, is_staff
from bot.programme.road import Place, place_of
from bot.programme.waiting.band import LOOKED_BACK, Band, Taken, band, is_longer, waits
from bot.programme.waiting.monthly import PLACES, is_asked
from storage.people import Person
from storage.seats import SeatState


class OnTheRoad:
    """What anybody on the road can ask at any moment."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """What is done, where they are, and what comes next; before the road, the question."""
        async with self.desk.serve(visit) as talk:
            if talk.person.stage == Stage.REGISTERED and not is_staff(talk.person.role):
                talk.reply(await where_you_are(talk, talk.person))
            else:
                show_whereabouts(talk)


async def where_you_are(counter: Counter, person: Person) -> WhereYouAre:
    """Where this person stands, and how long others waited there."""
    place = await _place(counter, person)
    usual, wide = await _usual(counter, person) if place in PLACES else (None, False)
    since = person.road_since if place is Place.READY else None
    return WhereYouAre(
        place=place,
        role=str(person.role),
        branch=str(person.branch or ""),
        trains=person.role == Role.MENTOR and bool(counter.programme.training.keys),
        low=usual.low if usual else 0,
        high=usual.high if usual else 0,
        wide=wide,
        longer=since is not None and is_longer(counter.now - since, usual),
        paused=person.paused_at is not None,
        found=person.found_at is not None,
        next_at=await _next_at(counter, person, place),
    )


async def _next_at(counter: Counter, person: Person, place: Place) -> str:
    """When what is planned next begins; empty when nothing is."""
    planned = None
    if place is Place.INTAKE:
        intake = await counter.tx.intakes.open_of(person.id)
        planned = intake.starts_at if intake else None
    elif place in (Place.NEW, Place.TRAINING):
        seats = await counter.tx.seats.coming_of(person.id, counter.now)
        sure = [one for one in seats if one.state == SeatState.SEATED]
        session = await counter.tx.sessions.hold(sure[0].session_id) if sure else None
        planned = session.starts_at if session else None
    elif place is Place.MATCHED and (duo := await counter.tx.duos.of(person.id)):
        here = await beginning_of(counter, duo)
        meeting = here.meeting if here else None
        planned = meeting.starts_at if meeting and not meeting.cancelled_at else None
    return planned.isoformat() if planned and planned > counter.now else ""


async def waits_for_duo(counter: Counter, person: Person) -> bool:
    """Whether they stand where one is asked each month if one still looks."""
    registered = person.stage == Stage.REGISTERED
    return registered and is_asked(person.role, await _place(counter, person))


async def _place(counter: Counter, person: Person) -> Place:
    """Who came in before roads were kept may be in a duo."""
    if person.road is None and await counter.tx.duos.of(person.id):
        return Place.IN_DUO
    return place_of(person.road)


async def _usual(counter: Counter, person: Person) -> tuple[Band | None, bool]:
    """How long people of this role waited in the branch; when they are too few, everywhere."""
    since = counter.now - LOOKED_BACK
    everywhere = [one.key for one in counter.programme.branches]
    for branches in ([str(person.branch)], everywhere):
        found = await counter.tx.road.found_since(str(person.role), branches, since)
        taken = [Taken(one.person_id, one.origin, one.goal, one.at) for one in found]
        if usual := band(tuple(waits(taken, since))):
            return usual, len(branches) > 1
    return None, False
