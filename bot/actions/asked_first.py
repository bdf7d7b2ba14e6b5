"""What is asked once before times are sent: the other one was faster, or the door may be shut."""

from bot.actions.counter import Talk
from bot.actions.planning import Planning, place_facts, waits_for_me
from bot.programme.meeting_places import WITH_HOURS
from bot.programme.meetings import may_be_shut, wall_of
from bot.programme.notices import MayBeShut, OffersCross
from storage.meeting_offers import Offer


def perhaps_shut(planning: Planning, draft: Offer) -> MayBeShut | None:
    """The times at which nobody may open the door of an office or a library."""
    shut = [one for one in draft.times if may_be_shut(wall_of(one), draft.minutes)]
    if draft.place.kind not in WITH_HOURS or not shut:
        return None
    return MayBeShut(draft.id, tuple(shut), place_facts(draft.place), planning.me.nearest_branch)


async def crossing_of(talk: Talk, planning: Planning, draft: Offer) -> OffersCross | None:
    """What the other one has offered since this was begun, or at one of the same times."""
    offer = await waits_for_me(talk, planning)
    if offer is None:
        return None
    theirs = planning.still_open(offer.times)
    both = tuple(one for one in theirs if one in draft.times)
    is_newer = not draft.made_at or not offer.made_at or offer.made_at > draft.made_at
    if not both and not is_newer:
        return None
    partner = planning.partner.first_name
    return OffersCross(draft.id, offer.id, partner, theirs, draft.times, both)
