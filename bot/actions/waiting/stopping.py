"""Who waits needs no duo for now, by their own word or by that of the coach who called them."""

from bot.actions.counter import Counter
from bot.actions.road import move
from bot.actions.seats.seating import free_all
from bot.programme.road import FOUND, Place
from storage.people import Person


async def stop_looking(counter: Counter, person: Person, *, by: int | None = None) -> int:
    """Nobody is put to them from now on, and their seats in the training are for others: give how
    many seats these were.
    """
    trains = person.road == Place.TRAINING
    await move(counter, person, Place.WAIT, by=by, why=FOUND)
    return await free_all(counter, person) if trains else 0
