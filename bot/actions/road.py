"""The one door by which somebody comes to another place on the road to a duo."""

from bot.actions.counter import Counter, Talk
from bot.programme.people import Stage
from bot.programme.road import NoSuchWay, Place, leads
from storage.people import Person
from storage.road import Step


async def move(
    counter: Counter, person: Person, to: Place, *, by: int | None = None, why: str = "",
    duo_id: int | None = None,
) -> None:  # fmt: skip
    """Bring this person to a place, and keep the step; who stands there already stays.

    ``by`` is who decided it, None for the person's own doing or the bot; ``why`` a short key.
    Raises NoSuchWay, which nobody should ever see: an action looks first where somebody stands.
    """
    if person.road == to:
        return
    if not leads(person.road, to):
        raise NoSuchWay(f"From {person.road} nobody comes to {to} (person {person.id}).")
    await _stand(counter, person, to)
    step = Step(person.id, person.road, to, counter.now, by, why, duo_id)
    await counter.tx.road.add(step)


async def leave_road(counter: Counter, person: Person) -> None:
    """The person takes part no longer; that they left is a step too."""
    if person.road is None:
        return
    await _stand(counter, person, None)
    await counter.tx.road.add(Step(person.id, person.road, None, counter.now, person.id, "left"))


async def step_on_the_road(talk: Talk, before: Person) -> None:
    """Who is registered now waits for the talk with a coach; whom nothing fits leaves the road.
    ``before`` is the person before this answer.
    """
    registered = talk.person.stage == Stage.REGISTERED
    if registered and before.stage != Stage.REGISTERED:
        await move(talk, talk.person, Place.NEW, why="registered")
    elif not registered:
        await leave_road(talk, talk.person)


async def _stand(counter: Counter, person: Person, place: Place | None) -> None:
    """Write the place, also on the person who stands here."""
    since = counter.now if place else None
    if isinstance(counter, Talk) and counter.person.id == person.id:
        await counter.save(road=place, road_since=since)
    else:
        await counter.tx.people.save(person.id, road=place, road_since=since)
