"""What becomes of a letter after a send: a pure table from outcome to settlement."""

from datetime import datetime, timedelta

from bot.post.outcome import Kind, Outcome
from bot.programme.letters import Lane, rests
from bot.programme.notices import CaseCard, CoachWrites, MyRequest, NumbersShared
from storage.letters import DEAD, DROPPED, SENT, WAITING, ClaimedLetter, Settlement

# An ambiguous send is repeated once: never more than two copies. Help is repeated until sure.
UNSURE_BEFORE_GIVING_UP = 2
# What must not stay as it is after it was taken back, not even when it was on its way by then.
RECALLED = (NumbersShared.kind, CaseCard.kind, MyRequest.kind, CoachWrites.kind)
STATES = {
    Kind.DONE: SENT,
    Kind.WAIT: WAITING,
    Kind.RETRY: WAITING,
    Kind.GONE: WAITING,
    Kind.UNWANTED: DROPPED,
}


def unsendable(letter: ClaimedLetter, now: datetime) -> Settlement | None:
    """Dropped before it is sent: for who takes a break, and for who cannot be reached."""
    resting = letter.paused and rests(letter.role, Lane(letter.lane))
    if resting or not letter.reachable:
        return Settlement(letter.id, letter.leased_until, DROPPED, now)
    return None


def settlement_of(
    letter: ClaimedLetter,
    outcome: Outcome,
    now: datetime,
    machine_now: datetime,
    message_id: int | None,
) -> Settlement:
    """What to write about a letter after one send; a change of a message is never ambiguous."""
    again = machine_now + timedelta(seconds=outcome.wait)
    if outcome.kind is Kind.AMBIGUOUS:
        return _unsure(letter, now, again)
    state = STATES.get(outcome.kind, DEAD)
    return Settlement(
        letter.id,
        letter.leased_until,
        state,
        now,
        again=again if state == WAITING else None,
        message_id=message_id,
        edits=None if outcome.kind is Kind.GONE else letter.edits,
        recalls=letter.kind in RECALLED and outcome.kind is Kind.DONE,
        counted=outcome.kind not in (Kind.WAIT, Kind.GONE),
    )


def _unsure(letter: ClaimedLetter, now: datetime, again: datetime) -> Settlement:
    last = letter.unsure + 1 >= UNSURE_BEFORE_GIVING_UP and letter.lane != Lane.CASE
    if last:
        return Settlement(letter.id, letter.leased_until, DEAD, now, unsure=True)
    return Settlement(letter.id, letter.leased_until, WAITING, now, again, unsure=True)
