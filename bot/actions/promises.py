"""What somebody was promised: by when it is read, and what comes when it is not."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.actions.case_cards import show_copies
from bot.actions.case_standing import Standing
from bot.actions.counter import Counter
from bot.programme.cases import Reason, Urgency
from bot.programme.ladder import before_promise
from bot.programme.letters import Lane
from bot.programme.notices import DangerWaits, NotAnswered, Notice
from bot.programme.notices.waking import CallTried
from bot.programme.promise import promised
from bot.programme.requests import is_known_to_person
from storage.cases import Case

# Whoever called for one of these reads by when somebody reads it.
PROMISED = frozenset({Reason.ASKED, Reason.DANGER})


def promise(standing: Standing, since: datetime) -> datetime:
    """By when a case is read that was opened then, or opened once more."""
    return promised(standing.case.urgency, since, standing.pace.patience, standing.pace.office)


def not_too_late(standing: Standing, at: datetime, now: datetime) -> datetime:
    """When to look at the case: then, or sooner, so that a promise can be kept yet."""
    due = _waited_for(standing.case)
    soonest = before_promise(due, now, standing.pace) if due else None
    return min(at, soonest) if soonest else at


def is_last_call(standing: Standing, now: datetime) -> bool:
    """Whether the promise runs out soon, and nobody has read the case."""
    due = _waited_for(standing.case)
    if due is None or standing.pace.urgency == Urgency.NOW or due <= now:
        return False
    return before_promise(due, now, standing.pace) is None


def _waited_for(case: Case) -> datetime | None:
    """The promise, as long as somebody waits for it."""
    return case.promised_at if case.reason in PROMISED and case.read_at is None else None


async def say_late(counter: Counter, case: Case) -> None:
    """In danger a promise that was not kept comes as a message of its own, once a promise; every
    card says that it is over.
    """
    due = case.promised_at if case.urgency == Urgency.NOW else None
    if due is None or due > counter.now or case.read_at or case.person_id is None:
        return
    subject = f"case:{case.id}"
    if await counter.tx.standing.kept_after(case.person_id, DangerWaits.kind, subject, due):
        return
    await show_copies(counter, case)
    person = await counter.tx.people.get(case.person_id)
    late = DangerWaits(
        case.id, str(case.next_at and case.next_at.isoformat()), person.nearest_branch
    )
    moment = f"late:{due.isoformat()}"
    counter.tell(case.person_id, late, subject, moment, lane=Lane.CASE)


async def say_not_answered(counter: Counter, case: Case, others: Sequence[int]) -> None:
    """Who had taken it, and was waited for, gave no answer: the person hears who is asked now. It
    waits for the morning, unless somebody may be in danger.
    """
    if case.person_id is None or case.taken_by is None or not is_known_to_person(case.reason):
        return
    other = next(iter(others), None)
    names = await counter.tx.people.by_ids({one for one in (case.taken_by, other) if one})
    coach, next_one = names[case.taken_by].first_name, names[other].first_name if other else None
    late: Notice = NotAnswered(case.id, coach, next_one)
    if case.tried_at and case.tried_at >= (case.taken_at or case.opened_at):
        late = CallTried(case.id, coach, case.tried_at.isoformat(), next_one)
    by_day = counter.by_day(counter.now) - counter.now
    wait = timedelta() if case.urgency == Urgency.NOW else by_day
    moment = f"not_answered:{counter.now:%y%m%d%H%M%S%f}"
    counter.tell(case.person_id, late, f"case:{case.id}", moment, lane=Lane.CASE, later=wait)


def say_tried(counter: Counter, case: Case, coach: str) -> None:
    """A coach called and nobody picked up: who may wait for that call hears when it was."""
    if case.person_id is None or not is_known_to_person(case.reason):
        return
    tried, moment = counter.now.isoformat(), f"tried:{counter.now:%y%m%d%H%M%S%f}"
    news = CallTried(case.id, coach, tried)
    counter.tell(case.person_id, news, f"case:{case.id}", moment, lane=Lane.CASE)
