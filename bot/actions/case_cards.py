"""The card of a case: what a coach sees of it now, on every copy, and the nudges below it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.calls import Call, call_about
from bot.actions.checks import Check, checks_of
from bot.actions.counter import Counter
from bot.programme.cases import CaseState, Reason, Urgency
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, CaseNudge
from bot.programme.obstacles import Audience as ObstacleAudience, Obstacle, each_once
from bot.programme.people import Stage
from bot.programme.registration import Question
from storage.cases import Case
from storage.ids import new_id
from storage.people import Person

# What can wait until the morning.
BY_DAY = frozenset({
    Reason.CHECK_SERVICES, Reason.SILENT, Reason.DIFFERS, Reason.RESTS, Reason.LEFT,
    Reason.NOT_DELIVERED,
})  # fmt: skip


def subject_of(case: Case) -> str:
    """What all letters about a case are about."""
    return f"case:{case.id}"


async def tell_card(
    counter: Counter, case: Case, reader_id: int, checks: Sequence[Check] | None = None
) -> None:
    """Bring the card as a new message. A case can come to the same coach again."""
    card = seen_by(await card_of(counter, case, checks), case, reader_id)
    occurrence = f"to:{reader_id}:{counter.now:%Y%m%d%H%M%S%f}"
    counter.tell(reader_id, card, subject_of(case), occurrence, lane=lane_of(card))


async def tell_cards(
    counter: Counter, case: Case, readers: Sequence[int], *, handed_by: str | None = None
) -> None:
    """Bring the card to several at once."""
    if not readers:
        return
    card = replace(await card_of(counter, case), handed_by=handed_by)
    for one in readers:
        occurrence = f"to:{one}:{counter.now:%Y%m%d%H%M%S%f}"
        seen = seen_by(card, case, one)
        counter.tell(one, seen, subject_of(case), occurrence, lane=lane_of(card))


def seen_by(card: CaseCard, case: Case, reader_id: int) -> CaseCard:
    """The card as one coach sees it: what only who has the case can do stands on no other."""
    is_other = case.taken_by not in (None, reader_id)
    asked = None if case.owner_id == reader_id else card.asked
    return replace(card, by_other=is_other, asked=asked)


async def nudge(
    counter: Counter, case: Case, readers: Sequence[int], why: str, coach: str = ""
) -> None:
    """A short reply below the card that each of them has, and not the whole text again. Only
    danger wakes anybody for it at night. ``coach`` is the colleague of whom it tells.
    """
    if not readers:
        return
    moment = f"{counter.now:%y%m%d%H%M%S%f}"
    copies = dict(await counter.tx.outbox.sent_copies(CaseCard.kind, subject_of(case)))
    wait = (
        timedelta() if case.urgency == Urgency.NOW else counter.by_day(counter.now) - counter.now
    )
    for one in readers:
        counter.tell(
            one, CaseNudge(case.id, why, case.reason == Reason.DANGER, coach),
            subject_of(case), f"{why}:{one}:{moment}",
            lane=Lane.CASE, later=wait, replies_to=copies.get(one),
        )  # fmt: skip


def lane_of(card: CaseCard) -> Lane:
    """People go first. What nobody waits for wakes nobody at night, unless somebody in danger may
    dial a number that does not answer.
    """
    return Lane.REMINDER if card.reason in BY_DAY and not card.urgent else Lane.CASE


async def card_of(counter: Counter, case: Case, checks: Sequence[Check] | None = None) -> CaseCard:
    """The case as a coach sees it now; ``checks`` is what waits for its branch, if that is known:
    to look for it costs much. Nothing that somebody typed is ever on it.
    """
    if checks is None:
        checks = await checks_of(counter, case.branch) if case.branch else ()
    urgent = [one.key for one in checks if one.is_urgent]
    call = await call_about(counter, case)
    card = await _plain_card(counter, case, call)
    return replace(
        card,
        count=len(checks),
        urgent=tuple((await counter.tx.keeping.names(urgent)).values()) if urgent else (),
        obstacles=await _obstacles_of(counter, case),
        hour=call.hour,
        and_no_meetings=call.and_no_meetings,
        also=call.also,
        tapped_at=call.tapped_at.isoformat() if call.tapped_at else None,
    )


async def _plain_card(counter: Counter, case: Case, call: Call) -> CaseCard:
    """What each case has: whom it is about, how far it is, and what its person has told."""
    owner = await _owner(counter, case)
    state, since = state_of(case)
    is_read = state is CaseState.READ and case.read_by
    read_by = await counter.tx.people.get(case.read_by or 0) if is_read else None
    about = [*await _still_here(counter, case), *([call.partner] if call.partner else [])]
    return CaseCard(
        case_id=case.id,
        reason=case.reason,
        state=state,
        since=since.isoformat(),
        names=tuple(person.first_name for person in about),
        role=_role_of(about[0]) if about and case.person_id else None,
        language=about[0].language if about and case.person_id else None,
        taken_by=owner if case.taken_by else None,
        asked=None if case.taken_by else owner,
        telegram_ids=tuple(person.telegram_id for person in about),
        about=case.about,
        urgency=case.urgency,
        audience=case.audience,
        read_before=_promise_of(case),
        waits_until=case.waits_until.isoformat() if case.waits_until else None,
        again=case.reopened_at is not None,
        read_by=read_by.first_name if read_by else None,
        may_call=case.may_call,
        tried_at=case.tried_at.isoformat() if case.tried_at else None,
    )


async def _owner(counter: Counter, case: Case) -> str | None:
    """Who has it, or answers for it while it is open; what a branch looks after is for all."""
    is_shared = case.branch is not None or case.closed_at is not None
    known = case.taken_by if is_shared else case.owner_id
    return (await counter.tx.people.get(known)).first_name if known else None


def _was_read(case: Case) -> bool:
    """What was read before it was opened again does not count any more."""
    if case.read_at is None:
        return False
    return case.reopened_at is None or case.read_at > case.reopened_at


def _promise_of(case: Case) -> str | None:
    """By when it is to be read, as long as nobody has, of what somebody asked for."""
    asked = case.reason in (Reason.ASKED, Reason.DANGER)
    waits = asked and not _was_read(case) and case.taken_at is None and case.closed_at is None
    return case.promised_at.isoformat() if waits and case.promised_at else None


async def _still_here(counter: Counter, case: Case) -> Sequence[Person]:
    """Whom a case is about, without somebody who has left meanwhile: that closed their cases. Who
    calls after that is shown to the coach, until it is solved.
    """
    about = await people_about(counter, case)
    has_left = case.person_id and case.closed_at and about[0].stage == Stage.WITHDRAWN
    return [] if has_left else about


async def people_about(counter: Counter, case: Case) -> Sequence[Person]:
    """The person who asked, or the two people of the duo; nobody when it is about a branch."""
    if case.branch:
        return []
    if case.person_id:
        return [await counter.tx.people.get(case.person_id)]
    duo = await counter.tx.duos.get(case.duo_id or 0)
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    return [people[duo.mentee_id], people[duo.mentor_id]]


async def _obstacles_of(counter: Counter, case: Case) -> tuple[tuple[str, str], ...]:
    """What the person has told since the case was opened, each once, and who may know it."""
    if case.reason != Reason.OBSTACLE or case.person_id is None:
        return ()
    told = await counter.tx.obstacles.of(case.person_id, case.opened_at)
    return each_once([(Obstacle(one.theme), ObstacleAudience(one.audience)) for one in told])


def _role_of(person: Person) -> str | None:
    return person.role or person.answers.get(Question.ROLE)


def state_of(case: Case) -> tuple[CaseState, datetime]:
    """How far a case has come, and since when."""
    if case.closed_at:
        return CaseState.CLOSED, case.closed_at
    if case.taken_at and case.answered_at:
        return CaseState.ANSWERED, case.answered_at
    if case.taken_at:
        return CaseState.TAKEN, case.taken_at
    if case.read_at and _was_read(case):
        return CaseState.READ, case.read_at
    return CaseState.OPEN, case.reopened_at or case.opened_at


async def show_copies(
    counter: Counter, case: Case, but: tuple[int, int | None] | None = None, *,
    checks: Sequence[Check] | None = None,
) -> None:  # fmt: skip
    """Show the case as it is now on every copy of its card, ``but`` for one. One that is on its
    way yet comes as the case is now, and not at all when that is closed.
    """
    card, subject = await card_of(counter, case, checks), subject_of(case)
    found = await counter.tx.standing.copies(card.kind, subject, counter.now)
    for person_id, message_id, due in found:
        seen = seen_by(card, case, person_id)
        if message_id is None:
            if case.closed_at is None:
                moment, lane = f"anew:{new_id()}", lane_of(card)
                counter.plan(person_id, seen, subject, moment, due=due, lane=lane)
        elif (person_id, message_id) != but:
            # In the lane of replies, as the card that was tapped: no change overtakes another.
            moment = f"{message_id}:{new_id()}"
            counter.tell(person_id, seen, subject, moment, lane=Lane.REPLY, edits=message_id)
