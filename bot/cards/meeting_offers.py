"""Times that one of a duo offers to the other, and what is answered."""

from collections.abc import Iterable

from bot.cards.buttons import Go, Place
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
    OfferHeard,
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
        holiday_lines(notice.times, speech),
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
        speech.say("So you cannot plan a meeting here now. Your coach can help you both."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MEETINGS, speech)))


def meeting_offered(notice: MeetingOffered, speech: Speech, programme: Programme) -> Card:
    """Times to choose from, each a tap."""
    text = offered_text(notice, speech, programme)
    return Card(text, one_a_row(*offered_buttons(notice, speech), way(Place.COACH, speech)))


def offered_text(notice: MeetingOffered, speech: Speech, programme: Programme) -> str:
    """Who offers what, and where."""
    return paragraphs(
        refusal_words(notice.refused, speech),
        _who_offers(notice, speech),
        speech.say("Tap the time that suits you:") + f"\n{moments(notice.times, speech)}",
        holiday_lines(notice.times, speech),
        spot_lines(notice.place, notice.branch, speech, programme),
    )


def offered_buttons(notice: MeetingOffered, speech: Speech) -> list[Button]:
    """Each time, none of them, or other ones."""
    offer = notice.offer_id
    return [
        *pick_buttons(offer, notice.times, speech),
        Button(speech.button("None of these"), _offer(OfferStep.NONE_FITS, offer)),
        Button(speech.button("Propose other times"), _offer(OfferStep.OTHERS, offer)),
    ]


def pick_buttons(offer: int, times: Iterable[str], speech: Speech) -> list[Button]:
    """Times of an offer; a tap fixes the meeting."""
    return [
        Button(
            fitting(short_moment(at, speech)),
            PickTap(offer_id=offer, at=carried_wall(at)).pack(),
        )
        for at in times
    ]


def _who_offers(notice: MeetingOffered, speech: Speech) -> str:
    partner = notice.partner
    if notice.before:
        moment = wall_moment(notice.before, speech)
        says = speech.say("{partner} asks for another time or place.", partner=partner)
        says += "\n" + speech.say("Now you meet on {moment}.", moment=moment)
    else:
        says = speech.say("{partner} wants to plan a meeting with you.", partner=partner)
    if notice.instead:
        says += "\n" + speech.say("These times take the place of the ones you sent.")
    return says


def offer_heard(notice: OfferHeard, speech: Speech, programme: Programme) -> Card:
    """What seems to be meant, in full, before it is so."""
    return (_one_heard if notice.at else _none_heard)(notice, speech, programme)


def _one_heard(notice: OfferHeard, speech: Speech, programme: Programme) -> Card:
    partner, moment = notice.partner, wall_moment(notice.at, speech)
    text = paragraphs(
        speech.say("{partner} has offered this time:", partner=partner) + f"\n– {moment}",
        before_line(notice.before, partner, speech),
        holiday_lines((notice.at,), speech),
        spot_lines(notice.place, notice.branch, speech, programme),
        speech.say("Shall I fix it?"),
    )
    pick = PickTap(offer_id=notice.offer_id, at=carried_wall(notice.at)).pack()
    others = _offer(OfferStep.OTHERS, notice.offer_id)
    more = (
        Button(speech.button("See all the times"), Go(to=Place.MEETINGS).pack())
        if len(notice.times) > 1
        else Button(speech.button("Propose other times"), others)
    )
    rows = one_a_row(Button(speech.button("Yes, fix it"), pick), more, way(Place.COACH, speech))
    return Card(text, rows)


def _none_heard(notice: OfferHeard, speech: Speech, programme: Programme) -> Card:
    del programme
    text = paragraphs(
        speech.say("{partner} has offered:", partner=notice.partner)
        + f"\n{moments(notice.times, speech)}",
        speech.say("Is it right that none of these times suits you?"),
    )
    offer = notice.offer_id
    rows = one_a_row(
        Button(speech.button("None of these"), _offer(OfferStep.NONE_FITS, offer)),
        Button(speech.button("Propose other times"), _offer(OfferStep.OTHERS, offer)),
        Button(speech.button("See all the times"), Go(to=Place.MEETINGS).pack()),
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
