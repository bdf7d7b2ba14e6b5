"""The letter with the question of the month, which is taken back when it is out of place."""

from collections.abc import Mapping

from bot.actions.counter import Counter
from bot.programme.notices.waiting import StillLooking
from bot.programme.waiting.monthly import heard
from storage.people import Person

# The columns of who takes part no longer.
ASKED_NOTHING: Mapping[str, None] = {"still_ask_at": None, "still_unanswered": None}


def subject_of(person_id: int) -> str:
    """What the letters with this question to one person have in common."""
    return f"still:{person_id}"


async def take_back(counter: Counter, person_id: int) -> None:
    """They have answered, or stand elsewhere: what still waits is not sent any more."""
    subjects = [subject_of(person_id)]
    await counter.tx.forgetting.take_back([StillLooking.kind], subjects, counter.now)


async def keep_asking(counter: Counter, person: Person) -> None:
    """They said something: the next question comes in a month, and this one is answered."""
    await counter.tx.searching.hear(person.id, heard(counter.now))
    await take_back(counter, person.id)
