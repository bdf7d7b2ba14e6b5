"""Answering an offer: one of its times, none of them, or other ones; and taking it back."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.meeting_plans import begin_draft, may_plan, plan_card
from bot.actions.offering import agree, end_offer, end_open, subject_of_offer
from bot.actions.planning import Planning, offered_card, planning_of, show_meetings
from bot.programme.letters import Lane
from bot.programme.meetings import wall_of
from bot.programme.notices import NoneFits, OfferOver, OfferTaken
from bot.programme.people import Visit
from storage.meeting_offers import Offer, OfferState

PAST = "past"


class MeetingOffers:
    """What the two of a duo do with an offer that was sent."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def pick(self, visit: Visit, offer_id: int, wall: str) -> None:
        """Choose one of the times: the meeting is fixed, or moved."""
        async with self.desk.serve(visit) as talk:
            planning, offer = await _offer_for(talk, offer_id, mine=False)
            if not planning or not offer:
                return
            freed = planning.without(offer.meeting_id)
            if wall not in planning.still_open(offer.times):
                _show(talk, freed, offer, PAST)
            elif refused := await agree(talk, freed, offer, wall):
                _show(talk, freed, offer, refused)
            else:
                talk.replace(OfferTaken(wall))

    async def none_fits(self, visit: Visit, offer_id: int) -> None:
        """None of them suits; who offered them hears it."""
        async with self.desk.serve(visit) as talk:
            planning, offer = await _offer_for(talk, offer_id, mine=False)
            if not planning or not offer:
                return
            await end_offer(talk, planning, offer, OfferState.NONE_FITS)
            _tell_none_fits(talk, planning, offer)
            partner = planning.partner.first_name
            talk.replace(NoneFits(offer.id, partner, offer.times, mine=True))

    async def propose_others(self, visit: Visit, offer_id: int) -> None:
        """Plan other times in the place of those; they stay open until the new ones are sent."""
        async with self.desk.serve(visit) as talk:
            planning = await planning_of(talk)
            if planning is None:
                return
            if not await may_plan(talk, planning):
                return
            offer = await talk.tx.meeting_offers.get(offer_id, planning.duo.id)
            if offer is None:
                await show_meetings(talk, planning, instead=True)
                return
            draft = await begin_draft(talk, planning, offer.meeting_id)
            talk.reply(plan_card(planning.without(draft.meeting_id), draft))

    async def withdraw(self, visit: Visit, offer_id: int) -> None:
        """Take one's own offer back."""
        async with self.desk.serve(visit) as talk:
            planning, offer = await _offer_for(talk, offer_id, mine=True)
            if planning and offer:
                await end_open(talk, planning, OfferState.WITHDRAWN)
                talk.replace(
                    OfferOver(OfferState.WITHDRAWN, planning.partner.first_name, mine=True)
                )


async def _offer_for(
    talk: Talk, offer_id: int, *, mine: bool
) -> tuple[Planning | None, Offer | None]:
    """An offer that waits, for who may answer it or take it back; to anybody else what is true
    now is shown.
    """
    planning = await planning_of(talk, hold=True)
    if planning is None:
        return None, None
    offer = await talk.tx.meeting_offers.get(offer_id, planning.duo.id)
    is_whose = offer is not None and (offer.offered_by == planning.me.id) is mine
    if offer is None or not is_whose or offer.state is OfferState.DRAFT:
        await show_meetings(talk, planning, instead=True)
        return planning, None
    why = offer.state if offer.state is not OfferState.OPEN else PAST
    if why is PAST and planning.still_open(offer.times):
        return planning, offer
    talk.replace(OfferOver(why, planning.partner.first_name, mine=mine))
    await show_meetings(talk, planning)
    return planning, None


def _show(talk: Talk, planning: Planning, offer: Offer, refused: str) -> None:
    """The offer once more, and why the time that was tapped would not do."""
    talk.replace(offered_card(planning, offer, planning.partner, refused))


def _tell_none_fits(talk: Talk, planning: Planning, offer: Offer) -> None:
    first = min(planning.agenda.slot(wall_of(one)).starts_at for one in offer.times)
    card = NoneFits(offer.id, planning.me.first_name, offer.times, mine=False)
    talk.plan(
        planning.partner.id, card, subject_of_offer(offer.id), "none fits",
        due=talk.in_time(first, planning.agenda.zone), lane=Lane.REPLY,
    )  # fmt: skip
