"""What the mentee and the mentor read of a proposal: reasons, and nobody's name."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.matching.buttons import MatchStep, MatchTap
from bot.cards.matching.words import reason_words
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices.matching import (
    MatchAgreed,
    MatchOver,
    MatchProposed,
    NothingProposed,
    SureToDecline,
)
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.road import Place as Stand


def match_proposed(notice: MatchProposed, speech: Speech, programme: Programme) -> Card:
    """Somebody who may fit, why, and that each decides alone."""
    why = ["• " + reason_words(about, facts, speech, programme) for about, facts in notice.reasons]
    text = paragraphs(
        _first_words(notice, speech),
        "\n".join(why),
        _onward(notice, speech),
        speech.say("When you both say yes, you read each other’s first name."),
        speech.say("Do you have a question? Ask {coach}.", coach=notice.coach),
    )
    agree = Button(speech.button("Yes, I want to meet"), _tap(notice.match_id, MatchStep.AGREE))
    decline = Button(speech.button("Not for me"), _tap(notice.match_id, MatchStep.DECLINE))
    ask = Button(speech.button("I have a question"), way(Place.COACH, speech).data)
    yes = () if notice.agreed else (agree,)
    return Card(text, one_a_row(*yes, decline, ask))


def nothing_proposed(notice: NothingProposed, speech: Speech, programme: Programme) -> Card:
    """With whom somebody is in a duo, or what comes before that."""
    del programme
    ways = (way(Place.COACH, speech), way(Place.MENU, speech))
    if notice.partner:
        text = speech.say("You and {partner} are a duo.", partner=notice.partner)
        return Card(text, one_a_row(way(Place.MEETINGS, speech), *ways))
    stand = Stand(notice.place)
    if stand is Stand.DONE:
        text = speech.say(
            "You are in no duo now. Your coach talks with you about what comes next."
        )
        return Card(text, one_a_row(*ways))
    none = (
        speech.say("You do not have a mentee yet.")
        if notice.role == Role.MENTOR
        else speech.say("You do not have a mentor yet.")
    )
    text = paragraphs(none, _before_a_proposal(stand, speech))
    first = {Stand.NEW: Place.INTAKE, Stand.INTAKE: Place.INTAKE, Stand.TRAINING: Place.TRAINING}
    ahead = (way(first[stand], speech),) if stand in first else ()
    return Card(text, one_a_row(*ahead, *ways))


def sure_to_decline(notice: SureToDecline, speech: Speech, programme: Programme) -> Card:
    """Who said yes before is asked once."""
    del programme
    text = paragraphs(
        speech.say("You said yes before. Do you want to say no now?"),
        speech.say("That is fine. You do not need a reason."),
    )
    surely = Button(
        speech.button("Yes, it is not for me"), _tap(notice.match_id, MatchStep.DECLINE_SURELY)
    )
    keep = Button(speech.button("No, I still want it"), way(Place.PROPOSAL, speech).data)
    return Card(text, one_a_row(surely, keep, way(Place.COACH, speech)))


def match_agreed(notice: MatchAgreed, speech: Speech, programme: Programme) -> Card:
    """What comes next follows in a letter of its own."""
    del notice, programme
    text = speech.say("Good news: you both said yes!")
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def match_over(notice: MatchOver, speech: Speech, programme: Programme) -> Card:
    """It does not go on; nobody reads why, and everybody reads what comes next."""
    del programme
    if notice.own:
        text = paragraphs(
            speech.say("That is fine. Thank you for telling me. You do not need a reason."),
            speech.say("You stay in the programme. {coach} looks further.", coach=notice.coach),
        )
    else:
        text = paragraphs(
            speech.say("The proposal of a duo stops here. That happens, and it says nothing about "
                       "you."),
            speech.say("You stay in the programme. {coach} looks further.", coach=notice.coach),
        )  # fmt: skip
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def _before_a_proposal(stand: Stand, speech: Speech) -> str:
    """What comes first for who waits for a duo."""
    if stand in (Stand.NEW, Stand.INTAKE):
        return speech.say("First you have a talk with a coach.")
    if stand is Stand.TRAINING:
        return speech.say("First comes your training.")
    if stand in (Stand.WAIT, Stand.OTHER_HELP):
        return speech.say("Your coach talks with you about what comes next.")
    return speech.say(
        "We look for somebody who fits you. I write to you as soon as there is a proposal."
    )


def _first_words(notice: MatchProposed, speech: Speech) -> str:
    if notice.agreed:
        return speech.say("You said yes to this proposal. The other one has not answered yet.")
    again = speech.say("I ask you once more, since I have no answer yet.") if notice.again else ""
    if notice.role == Role.MENTOR:
        news = speech.say("{coach} knows a mentee who may fit you.", coach=notice.coach)
    else:
        news = speech.say("{coach} knows a mentor who may fit you.", coach=notice.coach)
    return paragraphs(again, news, speech.say("Why {coach} thinks so:", coach=notice.coach))


def _onward(notice: MatchProposed, speech: Speech) -> str:
    if notice.agreed:
        return speech.say("I write to you as soon as I know. You can still change your mind.")
    return paragraphs(
        speech.say("Do you want to meet? You decide. “Not for me” needs no reason."),
        speech.say("You read each other's name when both of you say yes."),
    )


def _tap(match_id: int, step: MatchStep) -> str:
    return MatchTap(match_id=match_id, step=step).pack()
