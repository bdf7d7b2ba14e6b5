"""Deciding about changes of entries: who may, what is made of it, and who hears it."""

from collections.abc import Sequence

import structlog

from bot.actions.checking import keep_tasks
from bot.actions.coaches import within_reach
from bot.actions.counter import Counter, Talk
from bot.programme.directory.reading import WrongEntry, read_service
from bot.programme.directory.service import Service
from bot.programme.directory.writing import write_service
from bot.programme.edits import Detail, changed, fitted, shown_value
from bot.programme.keeping import Deed, is_theirs
from bot.programme.letters import Lane
from bot.programme.notices import ProposalAnswered, ProposalCard
from bot.programme.people import Role
from storage.directory import Change
from storage.people import Person
from storage.proposals import Proposal

OPEN, ACCEPTED, REFUSED, GONE = "open", "accepted", "refused", "gone"
OUTDATED = "outdated"  # it waits, and fits the entry no more: it can only be refused

log = structlog.get_logger(__name__)


async def propose(talk: Talk, proposal: Proposal) -> str:
    """Bring a proposal to those who decide; what came of it: sent, waits for somebody, gone."""
    entry = await service_of(talk, proposal.service_key)
    if entry is None:
        return GONE
    await _note(talk, Deed.PROPOSED, proposal, entry, talk.person.id)
    deciders = await _deciders(talk, entry.areas)
    for one in deciders:
        card, moment = await card_of(talk, proposal), f"to:{one.id}"
        talk.tell(one.id, card, subject_of(proposal), moment)
    return "sent" if deciders else "waits"


async def decide(counter: Counter, proposal: Proposal, by: int | None, *, accepted: bool) -> bool:
    """Keep a decision, and change the entry when the answer is yes. False when somebody decided
    before, when there is no such entry any more, or when the change does not fit it any more.
    """
    await counter.tx.directory.wait_for_writers()
    entry = await service_of(counter, proposal.service_key)
    if accepted and entry and not _fitted(proposal, entry):
        return False
    accepted = accepted and entry is not None
    first = await counter.tx.proposals.decide(proposal.id, by, counter.now, accepted=accepted)
    if not first or entry is None:
        return False
    await _note(counter, _deed(proposal, by, accepted=accepted), proposal, entry, by)
    if accepted:
        await _apply(counter, proposal, entry)
    if by != proposal.proposed_by:
        answer = _answer(proposal, entry, accepted=accepted)
        counter.tell(proposal.proposed_by, answer, subject_of(proposal), "answer")
    return True


async def theirs(
    counter: Counter, person: Person, proposals: Sequence[Proposal]
) -> list[Proposal]:
    """Those of the proposals about which this person decides."""
    areas = await counter.tx.keeping.areas({one.service_key for one in proposals})
    if person.role != Role.COORDINATOR:
        return []
    coordinators = within_reach(await counter.tx.people.coordinators())
    return [
        one
        for one in proposals
        if person.id in _ids(_near(counter, coordinators, areas.get(one.service_key, ())))
    ]


async def service_of(counter: Counter, key: str) -> Service | None:
    """The service as this transaction sees it; None when there is none that can be read."""
    table = await counter.tx.directory.one(key)
    try:
        return read_service(table) if table else None
    except WrongEntry as wrong:
        log.warning("entry_unreadable", key=key, problems=wrong.problems)
        return None


def subject_of(proposal: Proposal) -> str:
    """What all letters about a proposal bear, so that they change together."""
    return f"proposal:{proposal.id}"


async def card_of(counter: Counter, proposal: Proposal) -> ProposalCard:
    """The proposal as a coordinator sees it now."""
    entry = await service_of(counter, proposal.service_key)
    people = await counter.tx.people.by_ids(_who(proposal))
    proposer = people[proposal.proposed_by].first_name
    decider = people.get(proposal.decided_by or 0)
    before = _before(proposal, entry) if entry and not proposal.decided_at else ""
    return ProposalCard(
        proposal.id,
        proposal.service_key,
        dict(entry.name) if entry else {},
        proposal.field,
        before,
        proposal.value or "",
        proposer,
        _state(proposal, entry),
        decider.first_name if decider else None,
    )


async def show_copies(
    counter: Counter, proposal: Proposal, but: tuple[int, int | None] | None = None
) -> None:
    """Show the proposal as it is now on every copy of its card, ``but`` for one."""
    card, subject = await card_of(counter, proposal), subject_of(proposal)
    for person_id, message_id in await counter.tx.outbox.sent_copies(card.kind, subject):
        if (person_id, message_id) != but:
            moment = f"{card.state}:{person_id}:{message_id}"
            counter.tell(person_id, card, subject, moment, lane=Lane.REPLY, edits=message_id)


async def _apply(counter: Counter, proposal: Proposal, entry: Service) -> None:
    detail = _fitted(proposal, entry) or Detail.read(proposal.field)
    new = changed(entry, detail, proposal.value or "", proposal.language)
    await counter.tx.directory.put([write_service(new)])
    await keep_tasks(counter)


async def _note(
    counter: Counter, deed: Deed, proposal: Proposal, entry: Service, by: int | None
) -> None:
    before = _before(proposal, entry)
    change = Change(entry.key, deed, proposal.field, before, proposal.value, by)
    await counter.tx.directory.note([change], counter.now)


def _fitted(proposal: Proposal, entry: Service) -> Detail | None:
    return fitted(entry, Detail.read(proposal.field), proposal.before)


def _before(proposal: Proposal, entry: Service) -> str:
    """What the entry says now; of a number that is gone, what it said."""
    detail = _fitted(proposal, entry)
    return shown_value(entry, detail, proposal.language) if detail else proposal.before


async def _deciders(counter: Counter, areas: Sequence[str]) -> Sequence[Person]:
    return _near(counter, within_reach(await counter.tx.people.coordinators()), areas)


def _near(
    counter: Counter, coordinators: Sequence[Person], areas: Sequence[str]
) -> Sequence[Person]:
    """The coordinators of the region of a service; where there is none, all of them."""
    near = []
    for one in coordinators:
        branch = counter.programme.branch(one.branch or "")
        if is_theirs(areas, branch.area if branch else None):
            near.append(one)
    return near or coordinators


def _ids(people: Sequence[Person]) -> set[int]:
    return {one.id for one in people}


def _who(proposal: Proposal) -> set[int]:
    decided_by = {proposal.decided_by} if proposal.decided_by else set()
    return {proposal.proposed_by, *decided_by}


def _deed(proposal: Proposal, by: int | None, *, accepted: bool) -> Deed:
    if not accepted:
        return Deed.REFUSED
    return Deed.EDITED if by == proposal.proposed_by else Deed.ACCEPTED


def _answer(proposal: Proposal, entry: Service, *, accepted: bool) -> ProposalAnswered:
    name, value = dict(entry.name), proposal.value or ""
    return ProposalAnswered(entry.key, name, proposal.field, value, accepted)


def _state(proposal: Proposal, entry: Service | None) -> str:
    if entry is None:
        return GONE
    if proposal.decided_at is None:
        return OPEN if _fitted(proposal, entry) else OUTDATED
    return ACCEPTED if proposal.is_accepted else REFUSED
