"""The card of a case: what a coach sees of it now, on every copy, and the nudges below it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions.calls import Call, call_about
from bot.actions.case_people import obstacles_of, role_of, still_here
from bot.actions.checks import Check, checks_of
from bot.actions.counter import Counter
from bot.actions.removing import take_out_standing
from bot.programme.cases import CaseState, Reason, Urgency
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, CaseNudge
from storage.cases import Case
from storage.ids import new_id

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
    """Bring the card of a new case."""
    _tell(counter, case, await card_of(counter, case, checks), reader_id)


async def tell_cards(counter: Counter, case: Case, readers: Sequence[int]) -> None:
    """Bring the card to several at once, as a new message. When it came to one of them before, the
    older one goes: two cards of one case would have the same buttons.
    """
    if not readers:
        return
    await take_out_older(counter, [case], readers)
    card = await card_of(counter, case)
    for one in readers:
        _tell(counter, case, card, one)


def _tell(counter: Counter, case: Case, card: CaseCard, reader_id: int) -> None:
    seen, occurrence = seen_by(card, case, reader_id), f"to:{reader_id}:{new_id()}"
    counter.tell(reader_id, seen, subject_of(case), occurrence, lane=lane_of(card))


async def take_out_older(counter: Counter, cases: Sequence[Case], readers: Sequence[int]) -> None:
    """Take the cards of these cases out of the chats of these readers, who get them anew."""
    found = await counter.tx.standing.about(CaseCard.kind, [subject_of(one) for one in cases])
    gone = {(one.person_id, one.message_id) for one in found if one.person_id in readers}
    counter.letters = [
        one
        for one in counter.letters
        if (one.to, one.edits) not in gone or not isinstance(one.notice, CaseCard)
    ]
    for reader in readers:
        old = [one for one in found if one.person_id == reader]
        await take_out_standing(counter, reader, old, f"older:{reader}:{new_id()}")


def seen_by(card: CaseCard, case: Case, reader_id: int) -> CaseCard:
    """The card as one coach sees it: what only who has the case can do stands on no other, and who
    answers for it now reads from whom it came.
    """
    is_other = case.taken_by not in (None, reader_id)
    asked = None if case.owner_id == reader_id else card.asked
    is_given = case.coach_id == reader_id and case.handed_by != reader_id
    handed_by = card.handed_by if is_given else None
    return replace(card, by_other=is_other, asked=asked, handed_by=handed_by)


async def nudge(
    counter: Counter, case: Case, readers: Sequence[int], why: str, coach: str = ""
) -> None:
    """A short reply below the card that each of them has, and not the whole text again; who has no
    card any more gets that, and who may not see the case any more gets nothing. Only danger wakes
    anybody for it at night. ``coach`` is the colleague of whom it tells.
    """
    if not readers:
        return
    moment = _moment(counter)
    copies = dict(await counter.tx.outbox.sent_copies(CaseCard.kind, subject_of(case)))
    wait = (
        timedelta() if case.urgency == Urgency.NOW else counter.by_day(counter.now) - counter.now
    )
    if case.closed_at is None:
        await _tell_let_in(counter, case, [one for one in readers if one not in copies])
        readers = [one for one in readers if one in copies]
    for one in readers:
        counter.tell(
            one, CaseNudge(case.id, why, case.reason == Reason.DANGER, coach),
            subject_of(case), f"{why}:{one}:{moment}",
            lane=Lane.CASE, later=wait, replies_to=copies.get(one),
        )  # fmt: skip


async def _tell_let_in(counter: Counter, case: Case, readers: Sequence[int]) -> None:
    """Who has no card may have lost it with the right to see it."""
    if readers:
        let_in = await counter.tx.case_steps.let_in(case.id, readers)
        await tell_cards(counter, case, [one for one in readers if one in let_in])


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
    card = await _with_coaches(counter, case, await _plain_card(counter, case, call))
    partner = await _partner(counter, case) if case.reason == Reason.DANGER else None
    return replace(
        card,
        partner=partner,
        count=len(checks),
        urgent=tuple((await counter.tx.keeping.names(urgent)).values()) if urgent else (),
        obstacles=await obstacles_of(counter, case),
        hour=call.hour,
        and_no_meetings=call.and_no_meetings,
        also=call.also,
        tapped_at=call.tapped_at.isoformat() if call.tapped_at else None,
    )


async def _plain_card(counter: Counter, case: Case, call: Call) -> CaseCard:
    """What each case has: whom it is about, how far it is, and what its person has told."""
    owner = await _owner(counter, case)
    state, since = state_of(case)
    about = [*await still_here(counter, case), *([call.partner] if call.partner else [])]
    return CaseCard(
        case_id=case.id,
        reason=case.reason,
        state=state,
        since=since.isoformat(),
        names=tuple(person.first_name for person in about),
        role=role_of(about[0]) if about and case.person_id else None,
        language=about[0].language if about and case.person_id else None,
        taken_by=owner if case.taken_by else None,
        asked=None if case.taken_by else owner,
        telegram_ids=tuple(person.telegram_id or 0 for person in about),
        about=case.about,
        urgency=case.urgency,
        audience=case.audience,
        read_before=_promise_of(case),
        promise_is_over=case.promised_at is not None and case.promised_at <= counter.now,
        waits_until=case.waits_until.isoformat() if case.waits_until else None,
        again=case.reopened_at is not None,
        may_call=case.may_call,
        tried_at=case.tried_at.isoformat() if case.tried_at else None,
    )


async def _with_coaches(counter: Counter, case: Case, card: CaseCard) -> CaseCard:
    """The same card with who read and answered it, and from whom it came."""
    waits = case.taken_at is None and case.closed_at is None
    is_read = card.state == CaseState.READ
    return replace(
        card,
        read_by=await _name(counter, case.read_by if is_read else None),
        answered_by=await _name(counter, case.last_answer_by),
        answered_at=case.last_answer_at.isoformat() if case.last_answer_at else None,
        handed_by=await _name(counter, case.handed_by if waits else None),
        handed_how=case.handed_how if waits else None,
    )


async def _owner(counter: Counter, case: Case) -> str | None:
    """Who has it, or answers for it while it is open; what a branch looks after is for all."""
    is_shared = case.branch is not None or case.closed_at is not None
    known = case.taken_by if is_shared else case.owner_id
    return await _name(counter, known)


async def _partner(counter: Counter, case: Case) -> str | None:
    """The other one of the duo: words of danger may be about them."""
    duo = (
        await counter.tx.duos.of(case.person_id) if case.person_id and not case.closed_at else None
    )
    other = duo.partner_of(case.person_id or 0) if duo else None
    return await _name(counter, other)


async def _name(counter: Counter, person_id: int | None) -> str | None:
    return (await counter.tx.people.get(person_id)).first_name if person_id else None


def _moment(counter: Counter) -> str:
    return f"{counter.now:%Y%m%d%H%M%S%f}"


def _promise_of(case: Case) -> str | None:
    """By when it is to be read, as long as nobody has, of what somebody asked for."""
    asked = case.reason in (Reason.ASKED, Reason.DANGER)
    waits = asked and case.read_at is None and case.taken_at is None and case.closed_at is None
    return case.promised_at.isoformat() if waits and case.promised_at else None


def state_of(case: Case) -> tuple[CaseState, datetime]:
    """How far a case has come, and since when."""
    if case.closed_at:
        return CaseState.CLOSED, case.closed_at
    if case.taken_at and case.answered_at:
        return CaseState.ANSWERED, case.last_answer_at or case.answered_at
    if case.taken_at:
        return CaseState.TAKEN, case.taken_at
    if case.read_at:
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
