"""What the person reads after a first talk; each card leads on, and to a person."""

from bot.cards.buttons import Place, ServiceTap
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.entries import said
from bot.cards.registering.labels import label
from bot.cards.registering.values import value_of
from bot.cards.ways import labelled, people_to_call, way
from bot.i18n import Speech
from bot.programme.intakes.outcomes import WaitingFor
from bot.programme.notices.intakes.person import (
    AnswerCorrected,
    IntakeGoesOn,
    IntakeMissed,
    IntakeOtherHelp,
    IntakeTakenUp,
    IntakeWaits,
)
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.registration import Question


def intake_missed(notice: IntakeMissed, speech: Speech, programme: Programme) -> Card:
    """No blame: it can happen to anybody."""
    del programme
    text = paragraphs(
        speech.say("You and {coach} did not talk. That can happen.", coach=notice.coach),
        speech.say("Do you still want to talk? Then choose another time."),
    )
    return Card(text, one_a_row(_choose(speech), way(Place.INTAKE_CALL, speech)))


def intake_goes_on(notice: IntakeGoesOn, speech: Speech, programme: Programme) -> Card:
    """What comes next."""
    del programme
    if notice.training:
        following = speech.say("Next comes the training for mentors. Tap “My training”.")
    elif notice.role == Role.MENTOR:
        following = speech.say("Your coach now looks for a mentee for you.")
    else:
        following = speech.say("Your coach now looks for a mentor for you.")
    text = paragraphs(
        speech.say("Thank you for your talk with {coach}.", coach=notice.coach),
        following,
        "" if notice.training else speech.say("I write to you when there is news."),
    )
    training = (way(Place.TRAINING, speech),) if notice.training else ()
    return Card(text, one_a_row(*training, way(Place.COACH, speech), way(Place.MENU, speech)))


def intake_waits(notice: IntakeWaits, speech: Speech, programme: Programme) -> Card:
    """Why, in kind words; the way back is open at any moment."""
    text = paragraphs(
        speech.say("Thank you for your talk with {coach}.", coach=notice.coach),
        _why(notice.why, speech),
        speech.say("Is it the right moment for you again? Choose a time, and you talk once more."),
        people_to_call(notice.branch, speech, programme),
    )
    rows = one_a_row(_choose(speech), way(Place.COACH, speech), way(Place.FIND_HELP, speech))
    return Card(text, rows)


def intake_other_help(notice: IntakeOtherHelp, speech: Speech, programme: Programme) -> Card:
    """A service where there is one, a human now, and the way back later."""
    found = ", ".join(one for one in (said(notice.name, speech), notice.phone) if one)
    if found:
        helps = speech.say(
            "{coach} knows who can help you first: {service}", coach=notice.coach, service=found
        )
    elif notice.service:
        helps = speech.say("{coach} found help for you. Tap “Show me”.", coach=notice.coach)
    else:
        helps = speech.say("{coach} told you who can help you first.", coach=notice.coach)
    text = paragraphs(
        speech.say("Thank you for your talk."),
        helps,
        speech.say("You are welcome back. Choose a time for a talk when you want."),
        people_to_call(notice.branch, speech, programme),
    )
    show = (
        [Button(speech.button("Show me"), ServiceTap(service=notice.service).pack())]
        if notice.service
        else []
    )
    rows = one_a_row(
        *show, way(Place.FIND_HELP, speech), way(Place.COACH, speech), _choose(speech)
    )
    return Card(text, rows)


def intake_taken_up(notice: IntakeTakenUp, speech: Speech, programme: Programme) -> Card:
    """An invitation, not a duty."""
    del programme
    text = paragraphs(
        speech.say("{coach} would like to talk with you again.", coach=notice.coach),
        speech.say("Do you want to go on? Then choose a time."),
    )
    return Card(text, one_a_row(_choose(speech), way(Place.INTAKE_CALL, speech)))


def answer_corrected(notice: AnswerCorrected, speech: Speech, programme: Programme) -> Card:
    """Nobody changes an answer behind somebody's back."""
    asked = Question(notice.question)
    value = value_of(asked, notice.value, notice.role, speech, programme)
    text = paragraphs(
        speech.say("{coach} changed one of your answers, with you.", coach=notice.coach),
        labelled(label(asked, speech), value, speech),
        speech.say("Is this not right? Tap “My answers” and change it."),
    )
    return Card(text, one_a_row(way(Place.ANSWERS, speech), way(Place.MENU, speech)))


def _choose(speech: Speech) -> Button:
    return Button(speech.button("Choose a time"), way(Place.INTAKE, speech).data)


def _why(why: str, speech: Speech) -> str:
    words = {
        WaitingFor.LANGUAGE: speech.say("You first learn more of the language. Then you go on."),
        WaitingFor.STUDY: speech.say("You first finish your course. Then you go on."),
        WaitingFor.HEALTH: speech.say("You first take care of yourself. That comes first."),
        WaitingFor.FAMILY: speech.say("Your family needs you first. Then you go on."),
        WaitingFor.PAPERS: speech.say("Your papers come first. Then you go on."),
        WaitingFor.TIME: speech.say("You have little time now. You go on when you have more."),
        WaitingFor.OTHER: speech.say("You agreed with your coach to wait a while."),
    }
    return words[WaitingFor(why)]
