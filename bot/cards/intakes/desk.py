"""The work of first talks, as coaches see it."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Mention, Rows, fitting, one_a_row, paragraphs
from bot.cards.intakes.buttons import (
    IntakePeopleTap,
    IntakePersonStep,
    IntakePersonTap,
    IntakeStep,
    IntakeTap,
)
from bot.cards.intakes.letters import after_buttons
from bot.cards.intakes.moments import moment_words, talk_buttons
from bot.cards.off_telegram.by_phone import to_call_line
from bot.cards.told_meetings import day_off, moment_of, where
from bot.cards.ways import LANGUAGE_NAMES, labelled, role_name, way
from bot.i18n import Speech, isolated
from bot.programme.notices.intakes.coach import (
    IntakeCallWanted,
    IntakeIsOver,
    IntakePeople,
    IntakePerson,
    IntakeShown,
    IntakesInLeave,
    IntakesShown,
    Row,
    Who,
)
from bot.programme.phone_numbers import shown_number
from bot.programme.programme import Programme
from bot.programme.road import Place as Stands
from bot.programme.told_meetings import ToldMeeting


def intakes_shown(notice: IntakesShown, speech: Speech, programme: Programme) -> Card:
    """What is to be done comes first."""
    del programme
    calls = [f"• {_described(one, speech)}" for one in notice.calls]
    text = paragraphs(
        _list(speech.say("To write up:"), notice.past, notice.zone, speech),
        "\n".join([speech.say("Want a call:"), *calls]) if calls else "",
        _list(speech.say("Coming:"), notice.coming, notice.zone, speech)
        or speech.say("No first talk is planned."),
        _counts(notice, speech),
        "" if notice.has_times else speech.say("No time is free now. Tap “My free times”."),
    )
    people = [_person_button(one) for one in notice.calls]
    talks = talk_buttons((*notice.past, *notice.coming), notice.zone, speech)
    return Card(text, one_a_row(*people, *talks, *_ways_on(notice, speech)))


def intake_people(notice: IntakePeople, speech: Speech, programme: Programme) -> Card:
    """Who has no time yet, or waits; who came first in front."""
    del programme
    if not notice.people:
        text = speech.say("Nobody is on this list now.")
    elif notice.resting:
        text = speech.say("These people wait, or have other help first. Who do you talk to again?")
    else:
        text = speech.say("These people have no time for a first talk yet. Tap a name.")
    more = (
        speech.say_many("And {count} more.", "And {count} more.", notice.more)
        if notice.more else ""
    )  # fmt: skip
    names = [_person_button(one) for one in notice.people]
    return Card(paragraphs(text, more), one_a_row(*names, way(Place.INTAKES, speech)))


def intake_person(notice: IntakePerson, speech: Speech, programme: Programme) -> Card:
    """Somebody who has no talk yet: plan one, call, or invite again."""
    del programme
    done = ""
    if notice.called:
        done = speech.say("Good. The call is off the list.")
    elif notice.taken_up:
        done = _taken_up(notice, speech)
    text = paragraphs(
        done,
        _described_long(notice, speech),
        speech.say("{name} wants a call.", name=notice.first_name) if notice.wants_call else "",
        _to_write(notice, speech),
    )
    mentions = _mentions(notice.first_name, notice.telegram_id)
    return Card(text, one_a_row(*_for_person(notice, speech)), mentions)


def intake_shown(notice: IntakeShown, speech: Speech, programme: Programme) -> Card:
    """One talk, with the next sensible thing first."""
    told = ToldMeeting.read(notice.talk)
    name = notice.other
    if notice.asks:
        moment = moment_of(told, speech)
        if notice.telegram_id:
            text = speech.say(
                "Cancel the talk with {name} on {moment}? I tell {name} at once.",
                name=name, moment=moment,
            )  # fmt: skip
        else:
            text = speech.say("Cancel the talk with {name} on {moment}?", name=name, moment=moment)
        rows = one_a_row(
            _button(speech.button("Yes, cancel it"), IntakeStep.CANCEL_SURELY, told),
            _button(speech.button("Change nothing"), IntakeStep.SHOW, told),
        )
        return Card(text, rows)
    text = paragraphs(
        _described_long(notice, speech),
        moment_of(told, speech),
        day_off(told, speech),
        where(told, speech, programme),
        labelled(speech.say("Coach"), notice.coach, speech) if notice.coach else "",
        _to_write(notice, speech),
    )
    mentions = _mentions(name, notice.telegram_id)
    return Card(text, _for_talk(notice, told, speech), mentions)


def intake_is_over(notice: IntakeIsOver, speech: Speech, programme: Programme) -> Card:
    """An old button, or one that was never theirs: the same words for both."""
    del programme
    text = speech.say("This button is about a talk that is over or changed.")
    place = Place.INTAKES if notice.staff else Place.INTAKE
    return Card(text, one_a_row(way(place, speech), way(Place.MENU, speech)))


def intake_call_wanted(notice: IntakeCallWanted, speech: Speech, programme: Programme) -> Card:
    """It stands in the list until somebody has called."""
    del programme
    says = speech.say("{name} wants a call about the first talk.", name=notice.first_name)
    text = paragraphs(says, _described_long(notice, speech), _to_write(notice, speech))
    tap = IntakePersonTap(step=IntakePersonStep.SHOW, person_id=notice.person_id).pack()
    rows = one_a_row(Button(speech.button("Show me"), tap), way(Place.INTAKES, speech))
    return Card(text, rows, _mentions(notice.first_name, notice.telegram_id))


def intakes_in_leave(notice: IntakesInLeave, speech: Speech, programme: Programme) -> Card:
    """Nobody stands before a closed door."""
    del programme
    says = speech.say("You have first talks on these days. Please move or cancel them:")
    text = _list(says, notice.talks, notice.zone, speech)
    buttons = talk_buttons(notice.talks, notice.zone, speech)
    return Card(text, one_a_row(*buttons, way(Place.INTAKES, speech)))


def _list(title: str, rows: tuple[Row, ...], zone: str, speech: Speech) -> str:
    if not rows:
        return ""
    return "\n".join([title, *(_row(one, zone, speech) for one in rows)])


def _row(row: Row, zone: str, speech: Speech) -> str:
    _, name, at, coach = row
    said = f"• {moment_words(at, zone, speech)}: {isolated(name)}"
    return f"{said} ({isolated(coach)})" if coach else said


def _counts(notice: IntakesShown, speech: Speech) -> str:
    to_plan, resting = notice.to_plan, notice.resting
    lines = [
        speech.say_many("{count} person has no time yet.", "{count} people have no time yet.",
                        to_plan) if to_plan else "",
        speech.say_many("{count} person waits or has other help first.",
                        "{count} people wait or have other help first.", resting)
        if resting else "",
    ]  # fmt: skip
    return "\n".join(one for one in lines if one)


def _ways_on(notice: IntakesShown, speech: Speech) -> list[Button]:
    ways = []
    if notice.to_plan:
        tap = IntakePeopleTap(resting=0).pack()
        ways.append(Button(speech.button("Who has no time yet"), tap))
    if notice.resting:
        tap = IntakePeopleTap(resting=1).pack()
        ways.append(Button(speech.button("Who waits"), tap))
    return [*ways, way(Place.INTAKE_HOURS, speech), way(Place.MENU, speech)]


def _taken_up(notice: IntakePerson, speech: Speech) -> str:
    says = speech.say("Good. {name} can choose a time again.", name=notice.first_name)
    called = "" if notice.telegram_id else to_call_line(notice.first_name, speech)
    return paragraphs(says, called)


def _for_person(notice: IntakePerson, speech: Speech) -> list[Button]:
    def tap(step: IntakePersonStep) -> str:
        return IntakePersonTap(step=step, person_id=notice.person_id).pack()

    ways = []
    if notice.wants_call:
        ways.append(Button(speech.button("I called"), tap(IntakePersonStep.CALLED)))
    if notice.place in (Stands.NEW, Stands.WAIT, Stands.OTHER_HELP):
        ways.append(Button(speech.button("Plan a talk"), tap(IntakePersonStep.PLAN)))
        ways.append(Button(speech.button("We talk now"), tap(IntakePersonStep.NOW)))
    if notice.place in (Stands.WAIT, Stands.OTHER_HELP):
        ways.append(Button(speech.button("Invite again"), tap(IntakePersonStep.TAKE_UP)))
    return [*ways, way(Place.INTAKES, speech), way(Place.MENU, speech)]


def _for_talk(notice: IntakeShown, told: ToldMeeting, speech: Speech) -> Rows:
    before = (
        _button(speech.button("Choose another time"), IntakeStep.MOVE, told),
        _button(speech.button("Cancel the talk"), IntakeStep.CANCEL, told),
    )
    first = after_buttons(told.id, speech) if notice.begun else before
    return one_a_row(*first, way(Place.INTAKES, speech), way(Place.MENU, speech))


def _to_write(who: IntakePerson | IntakeShown | IntakeCallWanted, speech: Speech) -> str:
    """Who is not on Telegram is called."""
    return speech.say("Tap the name to write.") if who.telegram_id else ""


def _mentions(name: str, telegram_id: int | None) -> tuple[Mention, ...]:
    return (Mention(name, telegram_id),) if telegram_id else ()


def _described_long(who: IntakePerson | IntakeShown | IntakeCallWanted, speech: Speech) -> str:
    """Who it is: name, role, language, and the number to call."""
    name = who.other if isinstance(who, IntakeShown) else who.first_name
    number = shown_number(who.phone) if who.phone else speech.say("none known")
    return "\n".join(
        (
            f"{isolated(name)}, {role_name(who.role, speech)}",
            labelled(speech.say("Language"), LANGUAGE_NAMES[who.language], speech),
            labelled(speech.say("Phone"), number, speech),
        )
    )


def _described(who: Who, speech: Speech) -> str:
    _, name, language, role = who
    return f"{isolated(name)} ({role_name(role, speech)}, {LANGUAGE_NAMES[language]})"


def _person_button(who: Who) -> Button:
    person_id, name, language, _ = who
    tap = IntakePersonTap(step=IntakePersonStep.SHOW, person_id=person_id).pack()
    return Button(fitting(f"{isolated(name)} ({LANGUAGE_NAMES[language]})"), tap)


def _button(words: str, step: IntakeStep, told: ToldMeeting) -> Button:
    return Button(words, IntakeTap(step=step, intake_id=told.id).pack())
