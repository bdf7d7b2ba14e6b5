"""Waking coaches for danger: each has one message of it at a time, which counts how many wait."""

from collections.abc import Sequence
from datetime import timedelta

from bot.actions.case_cards import nudge, subject_of, tell_cards
from bot.actions.counter import Counter
from bot.actions.removing import take_out_standing
from bot.programme.cases import Nudge, Reason
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, CaseNudge
from storage.cases import Case
from storage.ids import new_id
from storage.standing import StandingMessage

# Nobody is woken more often, however many wait; meanwhile the message that stands is changed.
AT_MOST_EVERY = timedelta(minutes=10)
# From then on the words say what to do when nobody can.
IS_LONG = timedelta(hours=1)
# Whoever has more than this is told of so many.
MOST_COUNTED = 50


async def wake(counter: Counter, case: Case, readers: Sequence[int]) -> None:
    """Tell these that nobody has taken a case. Who has no card of it any more gets that."""
    if case.reason != Reason.DANGER or not readers:
        await nudge(counter, case, readers, Nudge.WAITS)
        return
    copies = dict(await counter.tx.outbox.sent_copies(CaseCard.kind, subject_of(case)))
    await tell_cards(counter, case, [one for one in readers if one not in copies])
    there = [one for one in readers if one in copies]
    subjects = [_subject(one) for one in there]
    found = await counter.tx.standing.about(CaseNudge.kind, subjects) if there else ()
    for one in there:
        old = [message for message in found if message.person_id == one]
        await _wake(counter, case, (one, copies[one]), old)


async def waiting_for(counter: Counter, reader_id: int) -> Sequence[Case]:
    """The cases of danger that came to this coach and that nobody has taken."""
    lists = counter.tx.case_lists
    own = await lists.own(reader_id, MOST_COUNTED)
    others = await lists.others(reader_id, MOST_COUNTED)
    found = (*own.cases, *others.cases)
    return [one for one in found if one.reason == Reason.DANGER and one.taken_by is None]


async def _wake(
    counter: Counter, case: Case, reader: tuple[int, int], old: Sequence[StandingMessage]
) -> None:
    """A new message in the place of the one before; too soon after it, only that one changes."""
    reader_id, card = reader
    news, subject = await _news(counter, case, reader_id), _subject(reader_id)
    since = counter.now - AT_MOST_EVERY
    if await counter.tx.standing.kept_after(reader_id, CaseNudge.kind, subject, since):
        for one in old[-1:]:
            counter.tell(
                reader_id, news, f"{subject}:now", str(new_id()),
                lane=Lane.REPLY, edits=one.message_id,
            )  # fmt: skip
        return
    await take_out_standing(counter, reader_id, old, f"woken:{reader_id}:{new_id()}")
    below = card if news.waiting == 1 else None
    counter.tell(reader_id, news, subject, str(new_id()), lane=Lane.CASE, replies_to=below)


async def _news(counter: Counter, case: Case, reader_id: int) -> CaseNudge:
    waiting = await waiting_for(counter, reader_id)
    since = min(one.reopened_at or one.opened_at for one in (case, *waiting))
    return CaseNudge(
        case.id, Nudge.WAITS, in_danger=True, waiting=max(len(waiting), 1),
        is_long=counter.now - since >= IS_LONG,
    )  # fmt: skip


def _subject(reader_id: int) -> str:
    return f"waits:{reader_id}"
