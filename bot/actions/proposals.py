"""Changing entries from the chat: coaches propose, coordinators decide."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.actions.counter import Talk
from bot.actions.deciding import (
    GONE,
    OUTDATED,
    card_of,
    decide,
    propose,
    service_of,
    show_copies,
    subject_of,
    theirs,
)
from bot.actions.desk import Desk
from bot.actions.keeping import name_for_staff
from bot.actions.whereabouts import OLD_BUTTON, is_long_ago, show_whereabouts
from bot.programme.directory.service import Service
from bot.programme.edits import (
    STATUSES,
    Detail,
    Field,
    Unfit,
    offered,
    read_value,
    shown_value,
)
from bot.programme.letters import Lane
from bot.programme.notices import (
    AskValue,
    ChangeEnded,
    ChooseDetail,
    ConfirmChange,
    MyChanges,
    NotForYou,
)
from bot.programme.people import Role, Visit, is_staff
from storage.ids import new_id
from storage.proposals import Proposal

LONGEST_LIST = 10
MOST_WAITING = 100
ANY_PHONE = -1
UNSENT_STAYS = timedelta(days=1)
WRITING = "change:"  # what ``asking`` holds while one of staff writes a value


class Proposals:
    """How staff change an entry."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def choose(self, visit: Visit, service: str) -> None:
        """Ask what of an entry is to be changed."""
        async with self.desk.serve(visit) as talk:
            if entry := await _entry_for_staff(talk, service):
                fields = offered(entry)
                talk.reply(ChooseDetail(service, dict(entry.name), fields=fields))

    async def begin(self, visit: Visit, service: str, field: Field, number: int) -> None:
        """Ask for the new value; of several phones, first which one is meant."""
        async with self.desk.serve(visit) as talk:
            entry = await _entry_for_staff(talk, service)
            if not entry:
                return
            phones = tuple(one.dial for one in entry.phones)
            if field is Field.PHONE and number == ANY_PHONE and len(phones) > 1:
                name = dict(entry.name)
                talk.replace(ChooseDetail(service, name, phones, which_phone=True))
            elif field in offered(entry) and _is_there(field, number, len(phones)):
                await _begin(talk, entry, Detail(field, max(number, 0)))
            else:
                show_whereabouts(talk, OLD_BUTTON)

    async def confirm(self, visit: Visit, proposal_id: int) -> None:
        """The change is right: it is made, or goes to those who decide."""
        async with self.desk.serve(visit) as talk:
            proposal = await _own(talk, proposal_id)
            if proposal is None:
                return
            since = talk.now - UNSENT_STAYS
            if not await talk.tx.proposals.send(proposal_id, talk.now, since):
                show_whereabouts(talk, OLD_BUTTON)
                return
            await _say_end(talk, proposal, await _send(talk, proposal))

    async def drop(self, visit: Visit, proposal_id: int) -> None:
        """The change is not made after all."""
        async with self.desk.serve(visit) as talk:
            proposal = await _own(talk, proposal_id)
            if proposal is None:
                return
            if proposal.sent_at:
                show_whereabouts(talk, OLD_BUTTON)
                return
            await talk.tx.proposals.drop(proposal_id)
            await _say_end(talk, proposal, "dropped")

    async def mine(self, visit: Visit) -> None:
        """Show a coordinator what waits for a decision, each with its buttons."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role != Role.COORDINATOR:
                talk.reply(NotForYou())
                return
            own = await theirs(talk, talk.person, await talk.tx.proposals.undecided(MOST_WAITING))
            talk.reply(MyChanges(len(own)))
            for proposal in own[:LONGEST_LIST]:
                card, moment = await card_of(talk, proposal), f"update:{visit.update_id}"
                talk.tell(talk.person.id, card, subject_of(proposal), moment, lane=Lane.REPLY)

    async def decide(self, visit: Visit, proposal_id: int, *, accepted: bool) -> None:
        """A coordinator accepts or refuses; who proposed it hears it."""
        async with self.desk.serve(visit) as talk:
            proposal = await talk.tx.proposals.get(proposal_id)
            if not proposal or not await theirs(talk, talk.person, [proposal]):
                talk.reply(NotForYou())
                return
            await decide(talk, proposal, talk.person.id, accepted=accepted)
            decided = await talk.tx.proposals.get(proposal_id) or proposal
            talk.replace(await card_of(talk, decided))
            await show_copies(talk, decided, but=(talk.person.id, visit.message_id))

    async def waiting(self) -> Sequence[Proposal]:
        """What waits for a decision, for the command line."""
        async with self.desk.database.reading() as tx:
            return await tx.proposals.undecided(MOST_WAITING)

    async def decide_by_hand(self, proposal_id: int, *, accepted: bool) -> bool:
        """Accept or refuse from the command line; False when nothing waits under this number."""
        async with self.desk.open() as counter:
            proposal = await counter.tx.proposals.get(proposal_id)
            if not proposal:
                return False
            done = await decide(counter, proposal, None, accepted=accepted)
            decided = await counter.tx.proposals.get(proposal_id) or proposal
            await show_copies(counter, decided)
            return done


async def hear_value(talk: Talk, text: str) -> bool:
    """Take words as the value that one of staff was asked for; False when none was."""
    proposal = await _being_written(talk)
    entry = await service_of(talk, proposal.service_key) if proposal else None
    if not proposal or not entry:
        return False
    detail = Detail.read(proposal.field)
    value = read_value(detail.field, text)
    if isinstance(value, Unfit):
        _ask(talk, entry, detail, value)
        return True
    await talk.tx.proposals.write(proposal.id, value)
    await talk.save(asking=None)
    talk.reply(_to_confirm(talk, entry, replace(proposal, value=value)))
    return True


async def _being_written(talk: Talk) -> Proposal | None:
    asking = talk.person.asking or ""
    if not is_staff(talk.person.role) or not asking.startswith(WRITING):
        return None
    if is_long_ago(talk, talk.person):
        await talk.save(asking=None)
        return None
    return await talk.tx.proposals.get(int(asking.removeprefix(WRITING)))


def _is_there(field: Field, number: int, phones: int) -> bool:
    """Only numbers are counted; one may come after the last one."""
    return number == ANY_PHONE or (field is Field.PHONE and number <= phones)


async def _begin(talk: Talk, entry: Service, detail: Detail) -> None:
    """That a service is closed for good, or open again, needs no words; all else is written."""
    language = talk.person.language
    proposal = Proposal(
        id=new_id(),
        service_key=entry.key,
        field=str(detail),
        language=language,
        proposed_at=talk.now,
        proposed_by=talk.person.id,
        value=str(detail.field) if detail.field in STATUSES else None,
        before=shown_value(entry, detail, language),
    )
    await talk.tx.proposals.begin(proposal)
    if proposal.value:
        talk.replace(_to_confirm(talk, entry, proposal))
    else:
        await talk.save(asking=f"{WRITING}{proposal.id}", asking_since=talk.now)
        _ask(talk, entry, detail)


def _ask(talk: Talk, entry: Service, detail: Detail, unfit: Unfit | None = None) -> None:
    before = shown_value(entry, detail, talk.person.language)
    talk.reply(AskValue(entry.key, dict(entry.name), str(detail), before, unfit))


def _to_confirm(talk: Talk, entry: Service, proposal: Proposal) -> ConfirmChange:
    before = shown_value(entry, Detail.read(proposal.field), talk.person.language)
    return ConfirmChange(
        proposal.id,
        dict(entry.name),
        proposal.field,
        before,
        proposal.value or "",
        decides=talk.person.role == Role.COORDINATOR,
    )


async def _entry_for_staff(talk: Talk, service: str) -> Service | None:
    """The entry for staff; anybody else is refused, and one that is gone or that nobody can read
    any more shows where the person stands.
    """
    name = await name_for_staff(talk, service)
    entry = await service_of(talk, service) if name else None
    if name and entry is None:
        show_whereabouts(talk, OLD_BUTTON)
    return entry


async def _own(talk: Talk, proposal_id: int) -> Proposal | None:
    """A proposal of who stands here; anybody else is refused."""
    proposal = await talk.tx.proposals.get(proposal_id)
    if proposal and proposal.proposed_by == talk.person.id and is_staff(talk.person.role):
        return proposal
    talk.reply(NotForYou())
    return None


async def _send(talk: Talk, proposal: Proposal) -> str:
    """A coordinator's own change is made at once; a coach's goes to those who decide."""
    if talk.person.role != Role.COORDINATOR:
        return await propose(talk, proposal)
    if await decide(talk, proposal, talk.person.id, accepted=True):
        return "made"
    is_refused = await decide(talk, proposal, talk.person.id, accepted=False)
    return OUTDATED if is_refused else GONE


async def _say_end(talk: Talk, proposal: Proposal, end: str) -> None:
    names = await talk.tx.keeping.names([proposal.service_key])
    key = proposal.service_key
    talk.replace(ChangeEnded(key, dict(names.get(key, {})), end))
