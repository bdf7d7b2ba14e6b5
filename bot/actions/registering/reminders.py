"""Reminding who began to register, gently and twice; then a coach may call."""

from collections.abc import Mapping
from typing import Any

from bot.actions.check_ins import BATCH
from bot.actions.coaches import tell_branch
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.programme.notices.registration import GoOnRegistering, NotFinished
from bot.programme.people import Stage
from bot.programme.registering.reminding import (
    first_reminder,
    following_reminder,
    is_for_coach,
    is_last,
    is_left_in_peace,
)
from bot.programme.registration import NO_PHONE, Question
from storage.people import Person
from storage.unfinished import Begun

NOBODY: Mapping[str, Any] = {"remind_at": None, "reminders": None}


class Reminders:
    """What the clock does about registrations that people began."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def remind_due(self) -> int:
        """Take the step that is due for each of them; give how many they were."""
        async with self.desk.open() as counter:
            due = await counter.tx.unfinished.due(counter.now, BATCH)
            people = await counter.tx.people.by_ids([one.person_id for one in due])
            for one in due:
                await _step(counter, people[one.person_id], one)
        return len(due)


def reminded_later(counter: Counter, answers: Mapping[str, str], stage: str) -> Mapping[str, Any]:
    """The columns of who has answered just now. Nobody is reminded who did not agree to be
    written to, nor who is at the end.
    """
    if stage != Stage.ARRIVING or Question.CONSENT not in answers:
        return NOBODY
    return {"remind_at": first_reminder(counter.now), "reminders": 0}


async def forget_reminders(counter: Counter, person_id: int) -> None:
    """Who is registered now need not be reminded by what still waits for a fair moment."""
    kinds = (GoOnRegistering.kind, NotFinished.kind)
    subjects = [_to_person(person_id), _to_coaches(person_id)]
    await counter.tx.forgetting.take_back(kinds, subjects, counter.now)


async def _step(counter: Counter, person: Person, begun: Begun) -> None:
    if _is_let_be(person, begun):
        await counter.tx.people.save(person.id, **NOBODY)
        return
    if is_for_coach(begun.reminders):
        await _tell_coaches(counter, person)
    elif person.paused_at is None and person.telegram_id is not None:
        notice = GoOnRegistering(person.first_name, last=is_last(begun.reminders))
        moment = f"{begun.due:%Y%m%d%H%M%S%f}"
        counter.tell(person.id, notice, _to_person(person.id), moment)
    following = following_reminder(begun.due, begun.reminders)
    later = {"remind_at": following, "reminders": begun.reminders + 1} if following else NOBODY
    await counter.tx.people.save(person.id, **later)


def _is_let_be(person: Person, begun: Begun) -> bool:
    """Who is no longer registering, cannot be reached, or wrote of danger: a coach knows."""
    gone = person.stage != Stage.ARRIVING or person.unreachable_at is not None
    return gone or is_left_in_peace(begun.due, person.spared_until)


async def _tell_coaches(counter: Counter, person: Person) -> None:
    """A line for the coaches of the branch, when one was named, and a place in their list."""
    told = person.answers
    branch, role = told.get(Question.BRANCH, ""), told.get(Question.ROLE)
    if role is None or counter.programme.branch(branch) is None:
        return
    phone = told.get(Question.PHONE, NO_PHONE)
    shown = "" if phone == NO_PHONE else phone
    await counter.tx.people.save(person.id, entered_in=branch)
    news = NotFinished(person.first_name, role, branch, person.language, shown)
    await tell_branch(counter, branch, news, _to_coaches(person.id))


def _to_person(person_id: int) -> str:
    return f"go_on:{person_id}"


def _to_coaches(person_id: int) -> str:
    return f"unfinished:{person_id}"
