"""What is decided in a first talk, before the person hears it and after."""

from collections.abc import Mapping

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.entries import said
from bot.cards.intakes.buttons import (
    IntakeEndTap,
    IntakePersonStep,
    IntakePersonTap,
    IntakeStep,
    IntakeTap,
)
from bot.cards.intakes.writing_up import back
from bot.cards.off_telegram.by_phone import to_call_line
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.intakes.outcomes import Decision, WaitingFor
from bot.programme.notices.intakes.coach import (
    ChooseIntakeService,
    ChooseWaiting,
    ConfirmDecision,
    DecisionKept,
)
from bot.programme.people import Role
from bot.programme.programme import Programme


def choose_waiting(notice: ChooseWaiting, speech: Speech, programme: Programme) -> Card:
    """The reason the two agree on; the person reads it in kind words."""
    del programme
    text = speech.say("Why does {name} wait before going on?", name=notice.first_name)
    taps = [
        Button(
            words,
            IntakeEndTap(
                decision=Decision.WAIT, sure=0, intake_id=notice.intake_id, about=why
            ).pack(),
        )
        for why, words in reasons(speech).items()
    ]
    return Card(text, one_a_row(*taps, back(notice.intake_id, speech)))


def choose_intake_service(
    notice: ChooseIntakeService, speech: Speech, programme: Programme
) -> Card:
    """Services for what is noted; or none of them, when the coach has told where to go."""
    del programme
    intake = notice.intake_id
    asks = _which(notice, speech)
    taps = [
        Button(
            fitting(said(name, speech)),
            IntakeEndTap(
                decision=Decision.OTHER_HELP, sure=0, intake_id=intake, about=service
            ).pack(),
        )
        for service, name in notice.services
    ]
    needs = IntakeTap(step=IntakeStep.NEEDS, intake_id=intake).pack()
    none = IntakeEndTap(decision=Decision.OTHER_HELP, sure=0, intake_id=intake).pack()
    rows = one_a_row(
        *taps,
        Button(speech.button("What stands in the way"), needs),
        Button(speech.button("Without a service"), none),
        back(intake, speech),
    )
    names = "\n".join(f"• {said(name, speech)}" for _, name in notice.services)
    return Card(paragraphs(asks, names), rows)


def confirm_decision(notice: ConfirmDecision, speech: Speech, programme: Programme) -> Card:
    """What follows for the person, and once more a tap."""
    del programme
    name = notice.first_name
    reads = (
        to_call_line(name, speech)
        if notice.by_phone
        else speech.say("{name} reads it at once, in kind words.", name=name)
    )
    about = notice.why if notice.decision == Decision.WAIT else notice.service
    sure = IntakeEndTap(
        decision=Decision(notice.decision), sure=1, intake_id=notice.intake_id, about=about
    ).pack()
    rows = one_a_row(
        Button(speech.button("Yes, that is right"), sure), back(notice.intake_id, speech)
    )
    return Card(paragraphs(_follows(notice, speech), reads), rows)


def decision_kept(notice: DecisionKept, speech: Speech, programme: Programme) -> Card:
    """It is kept. From a wait or other help the coach can invite again."""
    del programme
    words = _kept_by_phone(notice, speech) if notice.by_phone else _kept_and_told(notice, speech)
    tap = IntakePersonTap(step=IntakePersonStep.SHOW, person_id=notice.person_id).pack()
    onward = way(Place.MENTORS_TRAINING if notice.training else Place.MATCH, speech)
    show = Button(speech.button("Show me"), tap) if notice.decision != Decision.GO_ON else onward
    rows = one_a_row(show, way(Place.INTAKES, speech), way(Place.MENU, speech))
    return Card(words, rows)


def _kept_and_told(notice: DecisionKept, speech: Speech) -> str:
    name = notice.first_name
    words = {
        Decision.GO_ON: speech.say("{name} goes on. I have told {name}.", name=name),
        Decision.WAIT: speech.say("{name} waits. I have told {name} how to come back.", name=name),
        Decision.OTHER_HELP: speech.say(
            "{name} has other help first. I have told {name} how to come back.", name=name
        ),
        "missed": speech.say("OK. {name} can choose another time.", name=name),
    }
    return words[notice.decision]


def _kept_by_phone(notice: DecisionKept, speech: Speech) -> str:
    """Nobody has told them yet."""
    name = notice.first_name
    words = {
        Decision.GO_ON: speech.say("I noted it: {name} goes on.", name=name),
        Decision.WAIT: speech.say("I noted it: {name} waits.", name=name),
        Decision.OTHER_HELP: speech.say("I noted it: {name} has other help first.", name=name),
        "missed": speech.say("I noted it: you did not talk."),
    }
    return paragraphs(words[notice.decision], to_call_line(name, speech))


def reasons(speech: Speech) -> Mapping[str, str]:
    """Why somebody may wait, on buttons."""
    return {
        WaitingFor.LANGUAGE: speech.button("First the language"),
        WaitingFor.STUDY: speech.button("First a course"),
        WaitingFor.HEALTH: speech.button("First health"),
        WaitingFor.FAMILY: speech.button("First the family"),
        WaitingFor.PAPERS: speech.button("First papers"),
        WaitingFor.TIME: speech.button("Little time now"),
        WaitingFor.OTHER: speech.button("Something else"),
    }


def _which(notice: ChooseIntakeService, speech: Speech) -> str:
    name = notice.first_name
    if notice.services:
        return speech.say("Which of these can help {name} first?", name=name)
    if notice.has_needs:
        return speech.say("I know no service near {name} for this.", name=name)
    return speech.say(
        "First tap what stands in the way. Then I show who can help {name}.", name=name
    )


def _follows(notice: ConfirmDecision, speech: Speech) -> str:
    name = notice.first_name
    if notice.decision == Decision.WAIT:
        why = reasons(speech)[WaitingFor(notice.why)]
        return speech.say("{name} waits a while: {why}.", name=name, why=why)
    if notice.decision == Decision.OTHER_HELP:
        service = said(notice.name, speech)
        if service:
            return speech.say(
                "First other help for {name}: {service}.", name=name, service=service
            )
        return speech.say("First other help for {name}.", name=name)
    return _goes_on(notice, speech)


def _goes_on(notice: ConfirmDecision, speech: Speech) -> str:
    name = notice.first_name
    if notice.training:
        return speech.say("{name} goes on to the training for mentors.", name=name)
    if notice.role == Role.MENTOR:
        return speech.say("{name} goes on. You can look for a mentee.", name=name)
    return speech.say("{name} goes on. You can look for a mentor.", name=name)
