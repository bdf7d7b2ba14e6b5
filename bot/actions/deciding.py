"""Deciding about changes of entries: who may, what is made of it, and who hears it."""

from collections.abc import Sequence

from bot.actions.checking import keep_tasks
from bot.actions.coaches import within_reach
from bot.actions.counter import Counter, Talk
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Service
from bot.programme.directory.writing import write_service
from bot.programme.edits import Detail, changed, shown_value
from bot.programme.keeping import Deed, is_theirs
from bot.programme.letters import Lane
from bot.programme.notices import ProposalAnswered, ProposalCard
from bot.programme.people import Role
from storage.directory import Change
from storage.people import Person
from storage.proposals import Proposal

OPEN, ACCEPTED, REFUSED, GONE = "open", "accepted", "refused", "gone"


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
    before, or when there is no such entry any more.
    """
    entry = await service_of(counter, proposal.service_key)
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
    """The service as this transaction sees it; None when there is none."""
    table = await counter.tx.directory.one(key)
    return read_service(table) if table else None


def subject_of(proposal: Proposal) -> str:
    """What all letters about a proposal bear, so that they change together."""
    return f"proposal:{proposal.id}"


async def card_of(counter: Counter, proposal: Proposal) -> ProposalCard:
    """The proposal as a coordinator sees it now."""
    entry = await service_of(counter, proposal.service_key)
    people = await counter.tx.people.by_ids(_who(proposal))
    proposer = people[proposal.proposed_by].first_name
    decider = people.get(proposal.decided_by or 0)
    before = ""
    if entry and not proposal.decided_at:
        before = shown_value(entry, Detail.read(proposal.field), proposal.language)
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
    detail, value = Detail.read(proposal.field), proposal.value or ""
    new = changed(entry, detail, value, proposal.language)
    await counter.tx.directory.put([write_service(new)])
    await keep_tasks(counter)


async def _note(
    counter: Counter, deed: Deed, proposal: Proposal, entry: Service, by: int | None
) -> None:
    before = shown_value(entry, Detail.read(proposal.field), proposal.language)
    change = Change(entry.key, deed, proposal.field, before, proposal.value, by)
    await counter.tx.directory.note([change], counter.now)


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
        return OPEN
    return ACCEPTED if proposal.is_accepted else REFUSED
