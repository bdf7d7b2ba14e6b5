"""What coaches hear of people: who has come in, who takes a break, who has left."""

from collections.abc import Iterable
from datetime import datetime

from bot.cards.buttons import Place
from bot.cards.card import Card, Mention, one_a_row, paragraphs
from bot.cards.registering.labels import label
from bot.cards.ways import LANGUAGE_NAMES, branch_name, labelled, menu_rows, role_name, way
from bot.i18n import Speech
from bot.programme.notices import (
    CoachWelcome,
    InvitationRefused,
    SomebodyLeft,
    SomebodyPaused,
    SomebodyRegistered,
    SomebodyUnreachable,
)
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.registration import Question


def coach_welcome(notice: CoachWelcome, speech: Speech, programme: Programme) -> Card:
    """A coach or a coordinator has come in by their invitation."""
    coordinates = notice.role == Role.COORDINATOR
    text = paragraphs(
        speech.say("Welcome, {name}! You are a coordinator now.", name=notice.first_name)
        if coordinates
        else speech.say("Welcome, {name}! You are a coach now.", name=notice.first_name),
        speech.say("Your branch: {branch}", branch=branch_name(notice.branch, speech, programme)),
        speech.say("Here you follow your people on their way to a duo.")
        + " "
        + speech.say("You also hear who asks for you."),
        speech.say("Coaches propose changes to the list of services. You decide about them.")
        if coordinates
        else "",
    )
    return Card(text, menu_rows(notice.role, speech))


def invitation_refused(notice: InvitationRefused, speech: Speech, programme: Programme) -> Card:
    """The same words for every link that does not work."""
    del programme
    if notice.why == "role":
        return Card(speech.say("You take part already, so you cannot use this link."))
    text = speech.say(
        "This link does not work any more. Each link works once, for three days. "
        "Ask for a new link."
    )
    return Card(text)


def somebody_registered(notice: SomebodyRegistered, speech: Speech, programme: Programme) -> Card:
    """A new mentee or mentor waits, or somebody who takes part is the other one now."""
    facts = {
        "name": notice.first_name,
        "role": role_name(notice.role, speech),
        "branch": branch_name(notice.branch, speech, programme),
        "language": LANGUAGE_NAMES[notice.language],
    }
    if notice.was is None:
        text = speech.say("New: {name}, {role} in {branch}. Language: {language}.", **facts)
    else:
        text = speech.say(
            "{name} is now {role} in {branch} (until today: {before}). Language: {language}.",
            before=role_name(notice.was, speech),
            **facts,
        )
    return Card(
        paragraphs(text, _to_talk_about(notice, speech)),
        one_a_row(way(Place.NEW_PEOPLE, speech)),
    )


def _to_talk_about(notice: SomebodyRegistered, speech: Speech) -> str:
    """What somebody would rather tell a person than a bot."""
    about = [label(Question(one), speech) for one in notice.to_talk_about]
    if not about:
        return ""
    return labelled(speech.say("To talk about together"), speech.listed(about), speech)


def somebody_paused(notice: SomebodyPaused, speech: Speech, programme: Programme) -> Card:
    """A break, or the end of it; no reason is known and none is needed."""
    named = {"name": notice.first_name, "role": role_name(notice.role, speech)}
    if notice.back and not notice.partner_rests:
        return Card(
            speech.say("{name} ({role}) is back. I ask the duo every week again.", **named)
        )
    if notice.back:
        news = speech.say("{name} ({role}) is back. The other one still takes a break.", **named)
    elif notice.until is not None:
        day = speech.day(datetime.fromisoformat(notice.until), programme.zone)
        news = speech.say("{name} ({role}) takes a break until {day}.", day=day, **named)
    else:
        news = speech.say("{name} ({role}) takes a break.", **named)
    return Card(paragraphs(news, speech.say("I do not ask this duo anything during the break.")))


def somebody_left(notice: SomebodyLeft, speech: Speech, programme: Programme) -> Card:
    """One of a duo has withdrawn; the name is gone, the partner's is not."""
    text = paragraphs(
        speech.say(
            "The {role} of {partner} has left the programme. The duo has ended.",
            role=role_name(notice.role, speech),
            partner=notice.partner,
        ),
        "\n".join(_of_who_stays(notice, speech, programme)),
        speech.say("Please contact {partner}.", partner=notice.partner)
        + " "
        + speech.say("Tap the name to write."),
    )
    mentions = tuple(Mention(notice.partner, one) for one in notice.telegram_ids)
    return Card(text, one_a_row(way(Place.MY_DUOS, speech), way(Place.MENU, speech)), mentions)


def _of_who_stays(notice: SomebodyLeft, speech: Speech, programme: Programme) -> Iterable[str]:
    if notice.meetings:
        yield speech.say_many(
            "{count} meeting that was to come is cancelled.",
            "{count} meetings that were to come are cancelled.",
            notice.meetings,
        )
    if notice.until:
        day = speech.date(datetime.fromisoformat(notice.until), programme.zone)
        yield speech.say("{name} takes a break until {date}.", name=notice.partner, date=day)
    elif notice.partner_rests:
        yield speech.say("{name} takes a break.", name=notice.partner)


def somebody_unreachable(
    notice: SomebodyUnreachable, speech: Speech, programme: Programme
) -> Card:
    """Telegram does not deliver any more."""
    del programme
    text = paragraphs(
        speech.say(
            "I cannot reach {name} ({role}) on Telegram any more.",
            name=notice.first_name,
            role=role_name(notice.role, speech),
        ),
        speech.say("Please call. Perhaps the phone is new, or the person wants no messages."),
    )
    return Card(text)
