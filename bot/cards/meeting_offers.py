"""Times that one of a duo offers to the other, and what is answered."""

from bot.cards.buttons import Place
from bot.cards.calendar import holiday_lines, moments, short_moment, wall_moment
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.meeting_buttons import OfferStep, OfferTap, PickTap, carried_wall
from bot.cards.meeting_plans import before_line, refusal_words
from bot.cards.meeting_spots import spot_lines
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices import (
    MeetingOffered,
    NoneFits,
    OfferNotSent,
    OfferOver,
    OfferSent,
    OfferTaken,
)
from bot.programme.programme import Programme


def offer_sent(notice: OfferSent, speech: Speech, programme: Programme) -> Card:
    """What was offered, and that the answer will be told."""
    text = paragraphs(
        speech.say("I send this to {partner}:", partner=notice.partner)
        + f"\n{moments(notice.times, speech)}",
        before_line(notice.before, notice.partner, speech),
        spot_lines(notice.place, notice.branch, speech, programme),
        speech.say("I tell you what {partner} says.", partner=notice.partner),
    )
    back = Button(speech.button("Take my offer back"), _offer(OfferStep.WITHDRAW, notice.offer_id))
    return Card(text, one_a_row(back, way(Place.MEETINGS, speech), way(Place.MENU, speech)))


def offer_not_sent(notice: OfferNotSent, speech: Speech, programme: Programme) -> Card:
    """The other one gets no messages now."""
    del programme
    text = paragraphs(
        speech.say("I cannot bring messages to {partner} now.", partner=notice.partner),
        speech.say("So I have sent nothing. Your coach can help you both."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MEETINGS, speech)))


def meeting_offered(notice: MeetingOffered, speech: Speech, programme: Programme) -> Card:
    """Times to choose from, each a tap."""
    offer, partner = notice.offer_id, notice.partner
    if notice.before:
        moment = wall_moment(notice.before, speech)
        says = speech.say("{partner} asks for another time or place.", partner=partner)
        says += "\n" + speech.say("Now you meet on {moment}.", moment=moment)
    else:
        says = speech.say("{partner} wants to plan a meeting with you.", partner=partner)
    text = paragraphs(
        refusal_words(notice.refused, speech),
        says,
        speech.say("Tap the time that suits you:") + f"\n{moments(notice.times, speech)}",
        holiday_lines(notice.times, speech),
        spot_lines(notice.place, notice.branch, speech, programme),
    )
    times = [
        Button(
            fitting(short_moment(at, speech)),
            PickTap(offer_id=offer, at=carried_wall(at)).pack(),
        )
        for at in notice.times
    ]
    rows = one_a_row(
        *times,
        Button(speech.button("None of these"), _offer(OfferStep.NONE_FITS, offer)),
        Button(speech.button("Propose other times"), _offer(OfferStep.OTHERS, offer)),
        way(Place.COACH, speech),
    )
    return Card(text, rows)


def offer_taken(notice: OfferTaken, speech: Speech, programme: Programme) -> Card:
    """In the place of the times, so that none is tapped again."""
    del programme
    says = speech.say("You chose: {moment}.", moment=wall_moment(notice.at, speech))
    return Card(says, one_a_row(way(Place.MEETINGS, speech)))


def none_fits(notice: NoneFits, speech: Speech, programme: Programme) -> Card:
    """That can happen; here is the way on, for both."""
    del programme
    partner = notice.partner
    if notice.mine:
        says = speech.say(
            "OK. I tell {partner} that these times do not suit you.", partner=partner
        )
    else:
        says = speech.say("These times do not suit {partner}. That can happen.", partner=partner)
        says += f"\n{moments(notice.times, speech)}"
    others = Button(
        speech.button("Propose other times"), _offer(OfferStep.OTHERS, notice.offer_id)
    )
    rows = one_a_row(others, way(Place.COACH, speech), way(Place.MENU, speech))
    return Card(says, rows)


def offer_over(notice: OfferOver, speech: Speech, programme: Programme) -> Card:
    """An old button, or an offer that somebody took back."""
    del programme
    text = (_mine_over if notice.mine else _theirs_over)(notice, speech)
    return Card(text, one_a_row(way(Place.MEETINGS, speech), way(Place.COACH, speech)))


def _mine_over(notice: OfferOver, speech: Speech) -> str:
    partner = notice.partner
    words = {
        "fixed": speech.say("{partner} has chosen one of these times.", partner=partner),
        "none_fits": speech.say("These times did not suit {partner}.", partner=partner),
        "withdrawn": speech.say("You took your offer to {partner} back.", partner=partner),
        "replaced": speech.say("There is a newer offer for you and {partner}.", partner=partner),
        "past": speech.say("The times of your offer to {partner} are past.", partner=partner),
    }
    return words[notice.why]


def _theirs_over(notice: OfferOver, speech: Speech) -> str:
    partner = notice.partner
    words = {
        "fixed": speech.say("You chose one of these times with {partner}.", partner=partner),
        "none_fits": speech.say(
            "You told {partner} that these times do not suit you.", partner=partner
        ),
        "withdrawn": speech.say("{partner} took this offer back.", partner=partner),
        "replaced": speech.say("There is a newer offer for you and {partner}.", partner=partner),
        "past": speech.say("The times that {partner} offered are past.", partner=partner),
    }
    return words[notice.why]


def _offer(step: OfferStep, offer: int) -> str:
    return OfferTap(step=step, offer_id=offer).pack()
