"""The letters about a first talk that is agreed, to the person and to the coach."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.enclosures import CalendarFile
from bot.cards.ics import CANCEL, PUBLISH, Entry, calendar_of
from bot.cards.intakes.buttons import IntakeStep, IntakeTap
from bot.cards.intakes.choosing import changing
from bot.cards.registering.labels import add_button
from bot.cards.told_meetings import day_off, line, map_buttons, moment_of, where
from bot.cards.ways import branch_to_call, labelled, role_name, way
from bot.i18n import Speech
from bot.programme.meeting_places import PlaceKind
from bot.programme.notices.intakes.letters import (
    IntakeCancelled,
    IntakeFixed,
    IntakeMoved,
    IntakeSoon,
    IntakeTomorrow,
    IntakeToWriteUp,
)
from bot.programme.phone_numbers import shown_number
from bot.programme.programme import Programme
from bot.programme.registration import Question
from bot.programme.told_meetings import ToldMeeting

FILE_NAME = "talk.ics"
WithFile = IntakeFixed | IntakeMoved | IntakeCancelled


def intake_fixed(notice: IntakeFixed, speech: Speech, programme: Programme) -> Card:
    """It is fixed; the file puts it in their own calendar."""
    told, name = ToldMeeting.read(notice.talk), notice.other
    if notice.for_coach:
        role = role_name(notice.role, speech)
        says = speech.say("First talk with {name} ({role}):", name=name, role=role)
    elif notice.by_coach:
        says = speech.say("{coach} has planned a talk with you:", coach=name)
    else:
        says = speech.say("Fixed: you talk with {coach}.", coach=name)
    return _agreed(notice, says, speech, programme, told)


def intake_moved(notice: IntakeMoved, speech: Speech, programme: Programme) -> Card:
    """It is another time, or another coach."""
    told, name = ToldMeeting.read(notice.talk), notice.other
    if notice.for_coach:
        says = speech.say("The first talk with {name} has a new time:", name=name)
    else:
        says = speech.say("Your talk is changed. You talk with {coach}:", coach=name)
    return _agreed(notice, says, speech, programme, told)


def intake_cancelled(notice: IntakeCancelled, speech: Speech, programme: Programme) -> Card:
    """It does not take place, and nobody has to say why."""
    moment = moment_of(ToldMeeting.read(notice.talk), speech)
    if notice.for_coach:
        card = _cancelled_for_coach(notice, moment, speech)
    else:
        card = _cancelled_for_person(notice, moment, speech)
    return _with_file(notice, card, speech, programme)


def intake_tomorrow(notice: IntakeTomorrow, speech: Speech, programme: Programme) -> Card:
    """The letter of the evening before."""
    told = ToldMeeting.read(notice.talk)
    says = speech.say("Tomorrow you talk with {coach}.", coach=notice.other)
    text = paragraphs(
        f"{says}\n{moment_of(told, speech)}", _how(told, speech, programme, for_coach=False),
        speech.say("Can you not come? That is fine. Choose another time."),
    )  # fmt: skip
    return Card(text, _rows(told, speech, programme, for_coach=False))


def intake_soon(notice: IntakeSoon, speech: Speech, programme: Programme) -> Card:
    """The letter some hours before."""
    told = ToldMeeting.read(notice.talk)
    at = speech.time(told.starts_at, told.where)
    if notice.for_coach:
        says = speech.say("First talk with {name} at {time}.", name=notice.other, time=at)
    else:
        says = speech.say("You talk with {coach} at {time}.", coach=notice.other, time=at)
    how = _how(told, speech, programme, for_coach=notice.for_coach, phone=notice.phone)
    return Card(paragraphs(says, how), _rows(told, speech, programme, for_coach=notice.for_coach))


def intake_to_write_up(notice: IntakeToWriteUp, speech: Speech, programme: Programme) -> Card:
    """The time is over; two taps, one of them without any blame."""
    del programme
    told = ToldMeeting.read(notice.talk)
    text = paragraphs(
        speech.say("Your first talk with {name}: {moment}.", name=notice.other,
                   moment=moment_of(told, speech)),
        speech.say("Did you talk? Best fill it in together."),
    )  # fmt: skip
    return Card(text, one_a_row(*after_buttons(told.id, speech), way(Place.INTAKES, speech)))


def after_buttons(intake_id: int, speech: Speech) -> tuple[Button, Button]:
    """Whether the two talked."""
    held = IntakeTap(step=IntakeStep.HELD, intake_id=intake_id).pack()
    missed = IntakeTap(step=IntakeStep.MISSED, intake_id=intake_id).pack()
    return (
        Button(speech.button("Yes, we talked"), held),
        Button(speech.button("No, we did not talk"), missed),
    )


def _agreed(
    notice: IntakeFixed | IntakeMoved, says: str, speech: Speech, programme: Programme,
    told: ToldMeeting,
) -> Card:  # fmt: skip
    text = paragraphs(
        f"{says}\n{moment_of(told, speech)}",
        day_off(told, speech),
        _how(told, speech, programme, for_coach=True, phone=notice.phone)
        if notice.for_coach else _how_to_reach(notice, told, speech, programme),
    )  # fmt: skip
    rows = _rows(told, speech, programme, for_coach=notice.for_coach)
    if told.place.kind == PlaceKind.PHONE and not notice.for_coach and not notice.phone:
        rows = (*one_a_row(add_button(Question.PHONE, speech)), *rows)
    return _with_file(notice, Card(text, rows), speech, programme)


def _how_to_reach(
    notice: IntakeFixed | IntakeMoved, told: ToldMeeting, speech: Speech, programme: Programme
) -> str:
    """Who is to be called reads on which number, or that none is known."""
    if told.place.kind != PlaceKind.PHONE:
        return _how(told, speech, programme, for_coach=False)
    spot = where(told, speech, programme)
    if notice.phone:
        calls = speech.say("Your coach calls you on {phone}.", phone=shown_number(notice.phone))
        return f"{spot}\n{calls}"
    asks = speech.say("Your coach wants to call you, and I have no number of you. Please add it.")
    return paragraphs(f"{spot}\n{asks}", branch_to_call(told.branch, speech, programme))


def _how(
    told: ToldMeeting, speech: Speech, programme: Programme, *, for_coach: bool, phone: str = ""
) -> str:
    """Where they talk, and who calls or writes when it is not at the office."""
    number = labelled(speech.say("Phone"), shown_number(phone), speech) if phone else ""
    if for_coach:
        spot = where(told, speech, programme)
        return "\n".join(one for one in (spot, number) if one)
    does = {
        PlaceKind.PHONE: speech.say("Your coach calls you."),
        PlaceKind.ONLINE: speech.say("Your coach sends you the link before it begins."),
    }.get(told.place.kind, "")
    return "\n".join(one for one in (where(told, speech, programme), does) if one)


def _rows(told: ToldMeeting, speech: Speech, programme: Programme, *, for_coach: bool) -> Rows:
    if for_coach:
        show = IntakeTap(step=IntakeStep.SHOW, intake_id=told.id).pack()
        return one_a_row(Button(speech.button("Show this talk"), show), way(Place.INTAKES, speech))
    return one_a_row(
        *map_buttons(told, speech, programme), *changing(told, speech),
        way(Place.COACH, speech), way(Place.MENU, speech),
    )  # fmt: skip


def _cancelled_for_person(notice: IntakeCancelled, moment: str, speech: Speech) -> Card:
    of = {"coach": notice.other, "moment": moment}
    if notice.why == "paused":
        says = speech.say(
            "Your talk with {coach} on {moment} is cancelled, as you take a break.", **of
        )
        more = speech.say("Choose another time when you are back.")
    elif notice.by_you:
        says = speech.say("OK, there is no talk with {coach} on {moment}.", **of)
        more = speech.say("Your coach knows it too. You can choose another time.")
    else:
        says = speech.say("Sorry, your talk with {coach} on {moment} is off.", **of)
        more = speech.say("It is not because of you. Please choose another time.")
    choose = Button(speech.button("Choose a time"), way(Place.INTAKE, speech).data)
    rows = one_a_row(choose, way(Place.INTAKE_CALL, speech), way(Place.MENU, speech))
    return Card(paragraphs(says, more), rows)


def _cancelled_for_coach(notice: IntakeCancelled, moment: str, speech: Speech) -> Card:
    of = {"name": notice.other, "moment": moment}
    words = {
        "cancelled": speech.say("The talk with {name} on {moment} is cancelled.", **of),
        "moved_on": speech.say("A colleague has the talk with {name} on {moment} now.", **of),
        "paused": speech.say("{name} takes a break. The talk on {moment} is cancelled.", **of),
        "left": speech.say("A talk on {moment} is cancelled: the person has left.", moment=moment),
        "unreachable": paragraphs(
            speech.say("I cannot reach {name}. The talk on {moment} is cancelled.", **of),
            speech.say("Please call. Perhaps the phone is new."),
        ),
        "elsewhere": speech.say("{name} is not in your branch now. No talk on {moment}.", **of),
        "coach_left": speech.say("The talk with {name} on {moment} is cancelled.", **of),
    }
    rows = one_a_row(way(Place.INTAKES, speech), way(Place.MENU, speech))
    return Card(words[notice.why], rows)


def _with_file(notice: WithFile, card: Card, speech: Speech, programme: Programme) -> Card:
    """The same card over a file for the reader's own calendar; without it the words say all."""
    told = ToldMeeting.read(notice.talk)
    is_cancelled = isinstance(notice, IntakeCancelled)
    entry = _entry(told, notice.other, notice.stamp, speech, programme, cancelled=is_cancelled)
    file = CalendarFile(FILE_NAME, calendar_of([entry], CANCEL if is_cancelled else PUBLISH))
    if is_cancelled:
        says = speech.say("Tap the file to take it out of your calendar.")
    else:
        says = speech.say("Tap the file to put it in your calendar.")
    return Card(paragraphs(card.text, says), card.rows, enclosure=file, otherwise=card.text)


def _entry(
    told: ToldMeeting, other: str, stamp: str, speech: Speech, programme: Programme, *,
    cancelled: bool,
) -> Entry:  # fmt: skip
    """With the first name of the other one at most, and not what it is about."""
    summary = speech.say("Talk with {name}", name=other) if other else speech.say("Talk")
    place = line(told, speech, programme)
    return Entry(
        told.id, told.sequence, told.starts, told.ends, told.zone, summary, place, stamp, cancelled
    )
