"""Being asked later whether a service helped, and what comes after the answer."""

from datetime import datetime

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.entries import said
from bot.cards.referral_buttons import (
    BarrierTap,
    ForgetTap,
    LaterStep,
    LaterTap,
    OutcomeTap,
)
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.directory.areas import region_of, slug
from bot.programme.directory.service import Service
from bot.programme.notices import (
    BarrierHeard,
    BarrierQuestion,
    ReferralEnded,
    ReferralKept,
    ReferralNotKept,
    ReferralOffer,
    ReferralOver,
    ReferralQuestion,
)
from bot.programme.programme import Programme
from bot.programme.referrals import KEPT_AT_MOST, Barrier, Outcome, may_be_asked_about


def later_rows(service: Service, need: str, place: str | None, speech: Speech) -> Rows:
    """The button of a service that begins it, where it is safe to ask."""
    if not may_be_asked_about(service, need):
        return ()
    tap = later_tap(LaterStep.OFFER, service.key, need, place)
    return one_a_row(Button(speech.button("Ask me if it helped"), tap))


def later_tap(step: LaterStep, service: str, need: str, place: str | None) -> str:
    """What it carries: the place when there is room, else its region, else nothing."""
    words = (slug(place), slug(region_of(place))) if place else ()
    for word in words:
        try:
            return LaterTap(step=step, service=service, need=need, place=word).pack()
        except ValueError:
            continue
    return LaterTap(step=step, service=service, need=need).pack()


def referral_offer(notice: ReferralOffer, speech: Speech, programme: Programme) -> Card:
    """What is kept, until when, and who sees it; then yes or no."""
    text = paragraphs(
        speech.say(
            "May I ask you on {day} if {service} helped you?",
            day=_day(notice.ask_at, speech, programme),
            service=said(notice.name, speech),
        ),
        speech.say_many(
            "Then I keep the service and your question until you answer: {count} day at most.",
            "Then I keep the service and your question until you answer: {count} days at most.",
            KEPT_AT_MOST.days,
        )
        + " "
        + speech.say("Nobody sees it: only numbers without names remain."),
    )
    yes = later_tap(LaterStep.KEEP, notice.service, notice.need, notice.place)
    return Card(
        text,
        one_a_row(Button(speech.button("Yes, ask me"), yes), way(Place.REFERRAL_NOT, speech)),
    )


def referral_kept(notice: ReferralKept, speech: Speech, programme: Programme) -> Card:
    """When the question comes, and how to stop it."""
    name = said(notice.name, speech)
    if notice.ask_at is None:
        says = speech.say("I have already asked you about {service}.", service=name)
    else:
        day = _day(notice.ask_at, speech, programme)
        says = speech.say("Good. On {day} I ask you about {service}.", day=day, service=name)
    text = paragraphs(says, speech.say("It is one question. You do not have to answer."))
    forget = ForgetTap(referral_id=notice.referral_id).pack()
    return Card(
        text, one_a_row(Button(speech.button("Do not ask me"), forget), way(Place.MENU, speech))
    )


def referral_not_kept(notice: ReferralNotKept, speech: Speech, programme: Programme) -> Card:
    """Nothing is kept, and help can be found all the same."""
    del programme
    words = {
        "no": speech.say("That is fine. I keep nothing about it and I ask nothing."),
        "left": paragraphs(
            speech.say("You no longer agree that I keep something about you. So I cannot ask."),
            speech.say("Do you want to take part again? Then write: start."),
        ),
        "gone": speech.say("I cannot ask about this service later."),
    }
    return Card(words[notice.why], one_a_row(way(Place.FIND_HELP, speech)))


def referral_question(notice: ReferralQuestion, speech: Speech, programme: Programme) -> Card:
    """How did it go? Asked once."""
    del programme
    choices = {
        Outcome.HELPED: speech.button("It helped me"),
        Outcome.NOT_HELPED: speech.button("I went, no help"),
        Outcome.NOT_REACHED: speech.button("I could not reach them"),
        Outcome.REFUSED: speech.button("They said no"),
        Outcome.NOT_NEEDED: speech.button("I do not need it now"),
    }
    taps = [
        Button(words, OutcomeTap(referral_id=notice.referral_id, outcome=outcome).pack())
        for outcome, words in choices.items()
    ]
    text = paragraphs(
        speech.say(
            "I promised to ask you about {service}. How did it go?",
            service=said(notice.name, speech),
        ),
        speech.say("I ask only once. You do not have to answer."),
    )
    return Card(text, one_a_row(*taps))


def referral_ended(notice: ReferralEnded, speech: Speech, programme: Programme) -> Card:
    """Warm and short; nothing is kept."""
    del programme
    if notice.outcome == Outcome.HELPED:
        says = speech.say("That is good to hear. Thank you for telling me!")
    else:
        says = speech.say("That is fine. Thank you for telling me!")
    text = paragraphs(says, speech.say("I keep nothing about it now."))
    return Card(text, one_a_row(way(Place.FIND_HELP, speech), way(Place.MENU, speech)))


def barrier_question(notice: BarrierQuestion, speech: Speech, programme: Programme) -> Card:
    """No blame; nobody has to say it."""
    del programme
    choices = {
        Barrier.CLOSED: speech.button("It was closed"),
        Barrier.FULL: speech.button("It was full"),
        Barrier.LANGUAGE: speech.button("The language"),
        Barrier.PAPERS: speech.button("The papers"),
        Barrier.COST: speech.button("The price"),
        Barrier.DISTANCE: speech.button("It is too far"),
        Barrier.AFRAID: speech.button("I was afraid"),
        Barrier.OTHER: speech.button("Something else"),
        Barrier.UNSAID: speech.button("I prefer not to say"),
    }
    taps = [
        Button(words, BarrierTap(referral_id=notice.referral_id, barrier=barrier).pack())
        for barrier, words in choices.items()
    ]
    text = paragraphs(
        speech.say("Thank you for telling me. It is not because of you."),
        speech.say("What made it difficult? Then I show you what else there is."),
    )
    return Card(text, one_a_row(*taps))


def barrier_heard(notice: BarrierHeard, speech: Speech, programme: Programme) -> Card:
    """The list of what else there is follows; the coach comes only when wished."""
    del programme
    text = paragraphs(
        speech.say("Thank you. We learn from it, and nobody sees that it was you."),
        speech.say("Here is what else there is. Your coach is happy to help too.")
        if notice.others
        else speech.say("I know nothing else for this. Your coach is happy to help."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.FIND_HELP, speech)))


def referral_over(notice: ReferralOver, speech: Speech, programme: Programme) -> Card:
    """True for who answered, for who is late, and for who never was asked."""
    del notice, programme
    text = paragraphs(
        speech.say("This question is closed. You do not have to do anything."),
        speech.say("Do you still need help?"),
    )
    return Card(text, one_a_row(way(Place.FIND_HELP, speech), way(Place.COACH, speech)))


def _day(moment: str, speech: Speech, programme: Programme) -> str:
    return speech.day(datetime.fromisoformat(moment), programme.zone)
