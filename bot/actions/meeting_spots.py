"""Choosing where to meet: far apart, at the branch, in public, or at a typed address."""

from dataclasses import replace

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.meeting_plans import go_on, plan_card
from bot.actions.planning import Planning, place_facts
from bot.programme.meeting_places import PlaceKind, read_address
from bot.programme.notices import AskAddress, ChooseMeetingPlace
from bot.programme.people import Visit
from storage.meeting_offers import Offer
from storage.meetings import KeptPlace


class MeetingSpots:
    """What one of a duo says about the place."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def offer(self, visit: Visit, draft_id: int) -> None:
        """Show where they can meet."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            branch = planning.me.nearest_branch
            talk.replace(ChooseMeetingPlace(draft.id, branch, place_facts(draft.place)))

        await go_on(self.desk, visit, draft_id, step)

    async def choose(self, visit: Visit, draft_id: int, kind: PlaceKind, key: str) -> None:
        """Choose where they meet; an address is typed."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            if kind is PlaceKind.ADDRESS:
                await talk.tx.meeting_offers.write(replace(draft, asks_place_since=talk.now))
                talk.replace(AskAddress(draft.id))
            else:
                talk.replace(plan_card(planning, await _with_place(talk, draft, kind, key)))

        await go_on(self.desk, visit, draft_id, step)


async def take_address(talk: Talk, planning: Planning, draft: Offer, text: str) -> None:
    """Take words as the address that was asked; what can be none is asked again."""
    address = read_address(text)
    if address is None:
        talk.reply(AskAddress(draft.id, unfit=True))
        return
    place = KeptPlace(PlaceKind.ADDRESS, words=address)
    chosen = replace(draft, place=place, asks_place_since=None)
    await talk.tx.meeting_offers.write(chosen)
    talk.reply(plan_card(planning, chosen))


async def _with_place(talk: Talk, draft: Offer, kind: PlaceKind, key: str) -> Offer:
    """A place that the branch no longer has changes nothing; only public ones have a key."""
    branch = talk.programme.branch(talk.person.nearest_branch or "")
    known = [one.key for one in branch.places] if branch else []
    if key not in (known if kind is PlaceKind.PUBLIC else [""]):
        return draft
    chosen = replace(draft, place=KeptPlace(kind, key), asks_place_since=None)
    await talk.tx.meeting_offers.write(chosen)
    return chosen
