"""The guard before a match: whether a mentor has done the training, or need not."""

from bot.actions.counter import Counter
from bot.programme.people import Role
from bot.programme.training.guard import may_be_matched, was_ready
from storage.people import Person


async def is_trained(counter: Counter, person: Person, *, but_last: bool = False) -> bool:
    """Whether nothing of the training stands between this person and a match. Only mentors have
    one, and who was ready before stays so; ``but_last``: before the last step that they took.
    """
    modules = counter.programme.training.keys
    if person.role != Role.MENTOR or person.road is None or not modules:
        return True
    done = (await counter.tx.seats.attended([person.id])).get(person.id, frozenset())
    excepted = person.id in await counter.tx.training.excepted([person.id])
    if may_be_matched(modules, done, excepted=excepted):
        return True
    steps = await counter.tx.road.steps_of(person.id)
    counted = steps[:-1] if but_last else steps
    return was_ready((one.origin, one.goal, one.why) for one in counted)
