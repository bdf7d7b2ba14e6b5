"""Who works for the programme beside whoever asks, and what only they may ask."""

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.actions.counter import Counter, Talk
from bot.programme.notices import NotForYou
from bot.programme.people import is_staff
from storage.people import Person

# Nobody reads a longer list of buttons.
MOST_NAMES = 20


async def staff_of(counter: Counter) -> Sequence[Person]:
    """All who work for the programme, coaches first."""
    return await counter.tx.people.staff()


def is_let_in(talk: Talk) -> bool:
    """Whether who stands here works for the programme; others read that it is not theirs."""
    if is_staff(talk.person.role):
        return True
    talk.reply(NotForYou())
    return False


async def colleagues_of(counter: Counter, person: Person) -> list[Person]:
    """The others of the staff, those of the same branch in front."""
    others = [one for one in await staff_of(counter) if one.id != person.id]
    return sorted(others, key=lambda one: one.branch != person.branch)


async def colleague(counter: Counter, person: Person, wanted: int) -> Person | None:
    """One of the others by id; None for anybody who does not work here."""
    others = await colleagues_of(counter, person)
    return next((one for one in others if one.id == wanted), None)


def named(people: Iterable[Person]) -> tuple[tuple[int, str], ...]:
    """Ids and first names, as buttons need them; the first ones when there are many."""
    return tuple((one.id, one.first_name) for one in islice(people, MOST_NAMES))


async def in_one_branch(counter: Counter, person: Person) -> Sequence[Person]:
    """The staff of this person's branch, with the person."""
    return [one for one in await staff_of(counter) if one.branch == person.branch]
