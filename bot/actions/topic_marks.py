"""A case in the group of its branch: marked when it changed, and put into a card."""

from bot.actions.counter import Counter
from bot.programme.cases import CaseState
from bot.programme.notices import TopicCard
from storage import Transaction
from storage.cases import Case


async def mark_topics(counter: Counter) -> None:
    """What is new, or somebody else has, or has ended, is shown anew in the group, whoever of the
    coaches could be told of it.
    """
    if counter.tx.cases.changed:
        await counter.tx.case_topics.look_at(counter.tx.cases.changed)
        counter.tx.cases.changed = set()


async def topic_card_of(tx: Transaction, case: Case) -> TopicCard:
    """The case as everybody in the group may see it."""
    holder = await tx.people.get(case.taken_by) if case.taken_by else None
    state, since = CaseState.OPEN, case.reopened_at or case.opened_at
    if case.closed_at:
        state, since = CaseState.CLOSED, case.closed_at
    elif case.taken_at:
        state, since = CaseState.TAKEN, case.taken_at
        if case.answered_at:
            state, since = CaseState.ANSWERED, case.last_answer_at or case.answered_at
    name = holder.first_name if holder else ""
    to_person = case.person_id is not None
    return TopicCard(case.id, case.urgency, state, since.isoformat(), name, to_person)
