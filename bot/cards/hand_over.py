"""What a mentor found and gives to their mentee."""

from bot.cards.buttons import Place, ServiceTap
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.entries import said
from bot.cards.referral_buttons import GiveTap
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.hand_over import A_DAY_AT_MOST
from bot.programme.notices import HandedOver, HandOverDeclined, HandOverDone, HandOverNotDone
from bot.programme.programme import Programme


def give_rows(service: str, mentee: str, speech: Speech) -> Rows:
    """The button by which a mentor gives a service to their mentee, when they have one."""
    if not mentee:
        return ()
    words = speech.button("Give to {mentee}", mentee=mentee)
    return one_a_row(Button(words, GiveTap(service=service).pack()))


def handed_over(notice: HandedOver, speech: Speech, programme: Programme) -> Card:
    """As much as fits at a glance; the rest is one tap away, in the mentee's own language.

    Nothing tells what it is about where somebody who looks along must not know.
    """
    del programme
    text = paragraphs(
        _found(notice, speech),
        speech.say("You choose what you do with it. I tell nobody."),
    )
    show = Button(speech.button("Show me"), ServiceTap(service=notice.service).pack())
    return Card(text, one_a_row(show, way(Place.HAND_OVER_NOT, speech)))


def hand_over_done(notice: HandOverDone, speech: Speech, programme: Programme) -> Card:
    """It is on its way, and nothing comes back."""
    del programme
    if notice.in_the_morning:
        has_it = speech.say("{mentee} gets it in the morning.", mentee=notice.mentee)
    else:
        has_it = speech.say("{mentee} has got it.", mentee=notice.mentee)
    text = paragraphs(
        has_it, speech.say("I keep nothing about it, and I do not say if it was opened.")
    )
    return Card(text, one_a_row(way(Place.FIND_HELP, speech), way(Place.MENU, speech)))


def hand_over_not_done(notice: HandOverNotDone, speech: Speech, programme: Programme) -> Card:
    """Nothing was sent; what can be done instead."""
    del programme
    words = {
        "no_duo": speech.say("You have no mentee now, so I sent nothing."),
        "gone": speech.say("This service is not in my list any more."),
        "not_now": paragraphs(
            speech.say("I cannot bring {mentee} anything now.", mentee=notice.mentee),
            speech.say("You can show it when you meet."),
        ),
        "enough": paragraphs(
            speech.say_many(
                "{mentee} got {count} service from you today. That is enough to read.",
                "{mentee} got {count} services from you today. That is enough to read.",
                A_DAY_AT_MOST,
                mentee=notice.mentee,
            ),
            speech.say("You can give the next one tomorrow, or show it when you meet."),
        ),
    }
    rows = one_a_row(way(Place.FIND_HELP, speech), way(Place.MENU, speech))
    return Card(words[notice.why], rows)


def hand_over_declined(notice: HandOverDeclined, speech: Speech, programme: Programme) -> Card:
    """That is fine, and stays between the two of us."""
    del notice, programme
    text = speech.say("That is fine. I tell nobody.")
    return Card(text, one_a_row(way(Place.FIND_HELP, speech)))


def _found(notice: HandedOver, speech: Speech) -> str:
    parts = [one for one in (said(notice.name, speech), notice.phone) if one]
    if not parts:
        return speech.say("{mentor} found something for you.", mentor=notice.mentor)
    return speech.say(
        "{mentor} found this for you: {service}", mentor=notice.mentor, service=", ".join(parts)
    )
