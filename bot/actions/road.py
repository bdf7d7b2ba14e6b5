"""The one door by which somebody comes to another place on the road to a duo."""

from dataclasses import replace

from bot.actions.counter import Counter, Talk
from bot.actions.monthly.letters import take_back
from bot.actions.seats.seating import free_all
from bot.actions.trained import is_trained
from bot.programme.notices.sessions import SeatsFreed
from bot.programme.people import Stage
from bot.programme.road import FOUND, OTHER_ROLE, NoSuchWay, Place, in_other_role, leads
from bot.programme.training.guard import NotTrained
from bot.programme.waiting.monthly import PLACES, on_arrival
from storage.people import Person
from storage.road import Step


class StoodElsewhere(Exception):
    """Another process has moved this person since they were read."""


# Nobody comes here before the training is done, or need not be.
AFTER_TRAINING = frozenset({Place.READY, Place.PROPOSED, Place.MATCHED, Place.IN_DUO})


async def move(
    counter: Counter, person: Person, to: Place, *, by: int | None = None, why: str = "",
    duo_id: int | None = None,
) -> None:  # fmt: skip
    """Bring this person to a place, and keep the step; who stands there already stays.

    ``by`` is who decided it, None for the person's own doing or the bot; ``why`` a short key.
    A mentor who comes to the training and has done it all before goes on at once. Raises NoSuchWay
    or NotTrained, which nobody should ever see: an action looks first where somebody stands, and
    whether the training of a mentor is done. Raises StoodElsewhere when another process has moved
    them meanwhile: nothing is kept then, and the update is tried again.
    """
    if person.road == to and why != OTHER_ROLE:
        return
    if not leads(person.road, to):
        raise NoSuchWay(f"From {person.road} nobody comes to {to} (person {person.id}).")
    if to in AFTER_TRAINING and not await is_trained(counter, person):
        raise NotTrained(f"Without the training nobody comes to {to} (person {person.id}).")
    await _stand(counter, person, to, found=why == FOUND)
    step = Step(person.id, person.road, to, counter.now, by, why, duo_id)
    await counter.tx.road.add(step)
    here = replace(person, road=to)
    if to is Place.TRAINING and await is_trained(counter, here):
        await move(counter, here, Place.READY, why="trained")


async def leave_road(counter: Counter, person: Person) -> None:
    """The person takes part no longer; that they left is a step too."""
    if person.road is None:
        return
    await _stand(counter, person, None)
    await counter.tx.road.add(Step(person.id, person.road, None, counter.now, person.id, "left"))


async def step_on_the_road(talk: Talk, before: Person) -> None:
    """Who is registered now waits for the talk with a coach; whom nothing fits leaves the road.
    ``before`` is the person before this answer: who goes to another branch, or is somebody else
    there, gives back the seats that do not fit any more.
    """
    registered = talk.person.stage == Stage.REGISTERED
    if registered and before.stage != Stage.REGISTERED:
        await move(talk, talk.person, Place.NEW, why="registered")
    elif registered and before.role != talk.person.role:
        await _begin_in_other_role(talk)
    elif not registered:
        await leave_road(talk, talk.person)
    stood, stands = (before.role, before.branch), (talk.person.role, talk.person.branch)
    if stood[0] and stands != stood and (freed := await free_all(talk, talk.person)):
        talk.reply(SeatsFreed(freed))


async def _begin_in_other_role(talk: Talk) -> None:
    """The road of another role begins at its beginning, unless somebody comes back at once."""
    steps = await talk.tx.road.steps_of(talk.person.id)
    last = (steps[-1].origin, steps[-1].why) if steps else None
    await move(talk, talk.person, in_other_role(last), why=OTHER_ROLE)


async def _stand(
    counter: Counter, person: Person, place: Place | None, *, found: bool = False
) -> None:
    """Write the place, also on the person who stands here. Who waits for a duo from now on is
    asked each month whether they still look; who waited before is asked nothing more about it.
    """
    asked = on_arrival(person.role, place, counter.now)
    waits_on = {person.road, place} <= {Place.READY, Place.PROPOSED} and person.road_since
    # A proposal that came to nothing ends no wait (decision 29).
    since = (person.road_since if waits_on else counter.now) if place else None
    found_at = counter.now if found else None
    new = {
        "road": place,
        "road_since": since,
        "still_ask_at": asked.ask_at,
        "still_unanswered": asked.unanswered,
        "found_at": found_at,
    }
    if not await counter.tx.people.place(person.id, person.road, **new):
        raise StoodElsewhere(f"Person {person.id} stands at {person.road} no more.")
    if isinstance(counter, Talk) and counter.person.id == person.id:
        counter.person = replace(counter.person, road=place, road_since=since, found_at=found_at)
    if person.road in PLACES:
        await take_back(counter, person.id)
