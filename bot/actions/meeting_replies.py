"""What somebody writes about the meeting that comes, or about times that they were offered."""

from collections.abc import Collection
from datetime import date

from bot.actions.answering import A_SENTENCE, cries_out
from bot.actions.counter import Talk
from bot.actions.meeting_letters import told_meeting
from bot.actions.meeting_plans import begin_draft, may_plan, plan_card, take_time
from bot.actions.planning import Planning, offered_card, place_facts, planning_in_duo, waits_for_me
from bot.programme.meeting_talk import About, Reply, Said, said_about_meeting, said_to_offer
from bot.programme.meetings import A_DAY, text_of, wall_of
from bot.programme.needs.finding import find_needs
from bot.programme.notices import (
    AskTime,
    CancelMeeting,
    CannotCome,
    HowLate,
    MeetingShown,
    Notice,
    OfferHeard,
)
from bot.programme.when import Ask, Understood, days_named, read_when
from storage.meeting_offers import Offer
from storage.meetings import Meeting


async def hear_about_meeting(talk: Talk, text: str) -> Said | None:
    """Show what can be done about the meeting that is meant; None when none is. Who says more
    than that and cries for help is heard elsewhere.
    """
    said = said_about_meeting(text)
    if said is None or _is_need(said):
        return None
    planning = await planning_in_duo(talk)
    if planning is None or not planning.coming:
        return None
    zone = planning.agenda.zone
    if said.about is About.MOVE:
        await _move(talk, planning, read_when(text, talk.person.language, talk.now, zone))
    else:
        days = days_named(text, talk.person.language, talk.now, zone)
        _show(talk, planning, _meant(planning, days), said.about)
    return said


async def hear_reply_to_offer(talk: Talk, text: str) -> bool:
    """Take "yes" or "none suits me" as said of the times that the other one has offered, and ask
    whether it is so.
    """
    reply = said_to_offer(text)
    if reply is None:
        return False
    planning = await planning_in_duo(talk)
    offer = await waits_for_me(talk, planning) if planning else None
    if planning is None or offer is None:
        return False
    times = planning.still_open(offer.times)
    if reply is Reply.NONE_FITS:
        talk.reply(heard(planning, offer, ""))
    elif len(times) == 1:
        talk.reply(heard(planning, offer, times[0]))
    else:
        talk.reply(offered_card(planning, offer, planning.partner))
    return True


def heard(planning: Planning, offer: Offer, wall: str) -> OfferHeard:
    """Asks whether this time was meant; none of them where it is empty."""
    moves = planning.meeting(offer.meeting_id)
    return OfferHeard(
        offer.id, planning.partner.first_name, wall, planning.still_open(offer.times),
        place_facts(offer.place), planning.me.nearest_branch, moves.wall if moves else "",
    )  # fmt: skip


async def take_read(
    talk: Talk, planning: Planning, draft: Offer, read: Understood | Ask | None
) -> None:
    """Go on with a draft by what was read of somebody's words."""
    if isinstance(read, Understood):
        talk.reply(await take_time(talk, planning, draft, text_of(read.at)))
        return
    why, choices = (read.why, read.choices) if read else ("", ())
    fit = tuple(text_of(one) for one in choices if planning.agenda.refusal(one) is None)
    talk.reply(AskTime(draft.id, planning.month, why, fit))


def _is_need(said: Said) -> bool:
    """Whether the rest cries for help, or is about something else than not coming."""
    is_more = said.about is not About.CANNOT and len(said.rest.split()) >= A_SENTENCE
    return cries_out(said.rest) or (is_more and bool(find_needs(said.rest)))


def _meant(planning: Planning, days: Collection[date]) -> Meeting:
    """The meeting on one of these days, or the next one."""
    on_day = (one for one in planning.coming if wall_of(one.wall).date() in days)
    return next(on_day, planning.coming[0])


async def _move(talk: Talk, planning: Planning, read: Understood | Ask | None) -> None:
    """Plan another time for the next meeting; it stays until the other one agrees."""
    if not await may_plan(talk, planning):
        return
    draft = await begin_draft(talk, planning, planning.coming[0].id)
    freed = planning.without(draft.meeting_id)
    if read is None:
        talk.reply(plan_card(freed, draft))
    else:
        await take_read(talk, freed, draft, read)


def _show(talk: Talk, planning: Planning, meeting: Meeting, about: About) -> None:
    """The card with the buttons for what was said; nobody else is told anything yet."""
    told, partner = told_meeting(meeting, planning.people).facts(), planning.partner.first_name
    near = meeting.starts_at - talk.now < A_DAY
    cards: dict[About, Notice] = {
        About.CANNOT: CannotCome(told, partner), About.CANCEL: CancelMeeting(told, partner),
    }  # fmt: skip
    if near:
        cards[About.LATE] = HowLate(told, partner)
    talk.reply(cards.get(about) or MeetingShown(told, partner, near=near))
