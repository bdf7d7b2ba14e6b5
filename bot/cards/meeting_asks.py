"""What is asked once before times are sent: the other one was faster, or the door may be shut."""

from bot.cards.calendar import holiday_lines, moments
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.meeting_buttons import PlanStep, PlanTap
from bot.cards.meeting_offers import pick_buttons
from bot.cards.meeting_plans import theirs_lines
from bot.cards.meeting_spots import spot_lines
from bot.i18n import Speech
from bot.programme.notices import MayBeShut, OffersCross
from bot.programme.programme import Programme


def offers_cross(notice: OffersCross, speech: Speech, programme: Programme) -> Card:
    """What the other one offers comes first; one's own times are kept."""
    del programme
    text = paragraphs(
        theirs_lines(notice.theirs, notice.partner, speech),
        _both(notice, speech),
        speech.say("You chose:") + f"\n{moments(notice.mine, speech)}",
        speech.say("Tap a time of {partner}, or send yours.", partner=notice.partner),
    )
    rows = one_a_row(
        *pick_buttons(notice.offer_id, notice.both or notice.theirs, speech),
        Button(speech.button("Send mine all the same"), _plan(PlanStep.SEND_MINE, notice)),
        Button(speech.button("Go back"), _plan(PlanStep.SHOW, notice)),
    )
    return Card(text, rows)


def may_be_shut(notice: MayBeShut, speech: Speech, programme: Programme) -> Card:
    """Nobody here knows it; who plans can look, or choose another place."""
    text = paragraphs(
        spot_lines(notice.place, notice.branch, speech, programme),
        speech.say("This place may be shut then:") + f"\n{moments(notice.times, speech)}",
        holiday_lines(notice.times, speech),
        speech.say("Look at the opening hours first."),
    )
    rows = one_a_row(
        Button(speech.button("Choose the place"), _plan(PlanStep.PLACES, notice)),
        Button(speech.button("It is open: send it"), _plan(PlanStep.SEND_SHUT, notice)),
        Button(speech.button("Go back"), _plan(PlanStep.SHOW, notice)),
    )
    return Card(text, rows)


def _both(notice: OffersCross, speech: Speech) -> str:
    if not notice.both:
        return ""
    says = speech.say("You both chose this. Tap it, and it is fixed:")
    return f"{says}\n{moments(notice.both, speech)}"


def _plan(step: PlanStep, notice: OffersCross | MayBeShut) -> str:
    return PlanTap(step=step, draft_id=notice.draft_id).pack()
