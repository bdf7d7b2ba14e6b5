"""The phone numbers of the two: seen only while both want it, and by nobody else."""

from bot.cards.buttons import Place
from bot.cards.card import Card, one_a_row, paragraphs
from bot.cards.ways import labelled, way
from bot.i18n import Speech
from bot.programme.notices import (
    AskNumber,
    NumberNotShared,
    NumberOffered,
    NumbersShared,
    NumbersTakenBack,
    PhonesShown,
)
from bot.programme.phone_numbers import shown_number
from bot.programme.programme import Programme

SOMEBODY_ELSE = "somebody_else"


def phones_shown(notice: PhonesShown, speech: Speech, programme: Programme) -> Card:
    """How it stands, and what each of the two can do."""
    del programme
    partner = notice.partner
    only_both = speech.say("You see each other's number only when you both want it.")
    menu = way(Place.MENU, speech)
    if notice.mine:
        mine = speech.say("Your number for {partner}: {number}", partner=partner,
                          number=shown_number(notice.mine))  # fmt: skip
        waits = speech.say("{partner} sees it when you both share.", partner=partner)
        text = paragraphs(mine, waits)
        return Card(text, one_a_row(way(Place.NUMBER_STOP, speech), menu))
    if notice.wanted:
        says = speech.say("{partner} would like to share numbers with you.", partner=partner)
    else:
        says = speech.say("Would you like to call each other, you and {partner}?", partner=partner)
    return Card(paragraphs(says, only_both), one_a_row(way(Place.NUMBER_SHARE, speech), menu))


def ask_number(notice: AskNumber, speech: Speech, programme: Programme) -> Card:
    """Typed, or by one tap below the text field; the menu is a way out."""
    del programme
    text = paragraphs(
        _problem(notice, speech),
        speech.say("Which number may {partner} see?", partner=notice.partner),
        speech.say("Write the number here. Or tap “Share my number” below."),
        speech.say("{partner} sees it only when you both share.", partner=notice.partner),
    )
    keys = (speech.button("Share my number"), speech.button("Menu"))
    return Card(text, number_keys=keys)


def number_offered(notice: NumberOffered, speech: Speech, programme: Programme) -> Card:
    """The other one wants to; this one is free to or not."""
    del programme
    text = paragraphs(
        speech.say("{partner} would like to share numbers with you.", partner=notice.partner),
        speech.say("You see each other's number only when you both want it."),
        speech.say("You can stop at any time."),
    )
    return Card(text, one_a_row(way(Place.NUMBER_SHARE, speech), way(Place.NUMBER_NOT, speech)))


def numbers_shared(notice: NumbersShared, speech: Speech, programme: Programme) -> Card:
    """Both numbers, which a phone calls by a tap."""
    del programme
    partner, number = notice.partner, shown_number(notice.number)
    text = paragraphs(
        speech.say("You and {partner} share your phone numbers.", partner=partner),
        labelled(partner, number, speech),
        speech.say("Your number for {partner}: {number}", partner=partner,
                   number=shown_number(notice.mine)),
    )  # fmt: skip
    return Card(text, one_a_row(way(Place.NUMBER_STOP, speech), way(Place.MENU, speech)))


def numbers_taken_back(notice: NumbersTakenBack, speech: Speech, programme: Programme) -> Card:
    """It stands in the place of the number, in both chats."""
    del programme
    partner = notice.partner
    if not partner:
        text = speech.say("The phone numbers are no longer shared.")
        return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))
    if notice.by_you:
        says = speech.say("OK. {partner} no longer sees your number here.", partner=partner)
    else:
        says = speech.say("You and {partner} no longer share numbers. That can happen.",
                          partner=partner)  # fmt: skip
    rest = speech.say("Somebody may have written a number down. I cannot change that.")
    text = paragraphs(says, rest if notice.by_you else "")
    return Card(text, one_a_row(way(Place.NUMBERS, speech), way(Place.MENU, speech)))


def number_not_shared(notice: NumberNotShared, speech: Speech, programme: Programme) -> Card:
    """Nothing is shared, and nobody is told."""
    del notice, programme
    text = speech.say("OK, I share nothing. Nobody hears of it.")
    return Card(text, one_a_row(way(Place.MENU, speech)))


def _problem(notice: AskNumber, speech: Speech) -> str:
    if not notice.problem:
        return ""
    if notice.problem == SOMEBODY_ELSE:
        return speech.say("That is the number of somebody else. I can only share your own.")
    return speech.say("I cannot read this as a phone number. Write it like 0470 12 34 56.")
