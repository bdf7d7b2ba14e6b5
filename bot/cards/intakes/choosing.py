"""Choosing a time for the first talk, and the talk that is planned."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.intakes.buttons import (
    IntakePageTap,
    IntakePersonStep,
    IntakePersonTap,
    IntakeStep,
    IntakeTap,
)
from bot.cards.intakes.moments import moment_words, time_buttons, times_lines
from bot.cards.told_meetings import day_off, map_buttons, moment_of, where
from bot.cards.ways import branch_to_call, people_to_call, way
from bot.i18n import Speech
from bot.programme.notices.intakes.person import (
    IntakeCallNoted,
    IntakeTimes,
    IntakeTimesFree,
    MyIntake,
    NoIntakeNeeded,
    NoIntakeTimes,
)
from bot.programme.phone_numbers import shown_number
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting


def intake_times(notice: IntakeTimes, speech: Speech, programme: Programme) -> Card:
    """A tap on a time fixes it; a person is one tap away."""
    taken = speech.say("Sorry, that time is not free any more.") if notice.taken else ""
    if notice.name:
        asks = speech.say("When does {name} talk with a coach?", name=notice.name)
    else:
        asks = speech.say("When do you want to talk with a coach?")
    stays = _stays(notice.before, notice.zone, speech) if notice.before else ""
    long = "" if notice.name else speech.say("The talk takes about half an hour.")
    end = "" if notice.name else branch_to_call(notice.branch, speech, programme)
    text = paragraphs(taken, asks, times_lines(notice, speech), stays, long, end)
    return Card(text, (*time_buttons(notice, speech), *_ways_on(notice, speech)))


def no_intake_times(notice: NoIntakeTimes, speech: Speech, programme: Programme) -> Card:
    """Said as it is, with a promise that is kept and a person to call."""
    if notice.name:
        says = speech.say("No time is free for {name} now.", name=notice.name)
        more = "" if notice.before else _when_free(notice, speech)
        back = IntakePersonTap(step=IntakePersonStep.SHOW, person_id=notice.person_id).pack()
        rows = one_a_row(
            way(Place.INTAKE_HOURS, speech), Button(speech.button("Go back"), back),
            way(Place.INTAKES, speech),
        )  # fmt: skip
        return Card(paragraphs(says, more), rows)
    if notice.before:
        says = speech.say("No other time is free now. Your talk stays as it is.")
    else:
        says = paragraphs(
            speech.say("No time is free for a talk now. I am sorry."),
            speech.say("I write to you when a time is free. You do not have to do anything."),
        )
    text = paragraphs(says, people_to_call(notice.branch, speech, programme))
    return Card(text, one_a_row(way(Place.INTAKE_CALL, speech), way(Place.MENU, speech)))


def my_intake(notice: MyIntake, speech: Speech, programme: Programme) -> Card:
    """When and where, and two taps to change it."""
    told = ToldMeeting.read(notice.talk)
    moment, coach = moment_of(told, speech), notice.coach
    if notice.asks:
        text = paragraphs(
            speech.say("Cancel your talk with {coach} on {moment}?", coach=coach, moment=moment),
            speech.say("That is fine. You can choose another time whenever you want."),
        )
        rows = one_a_row(
            Button(speech.button("Yes, cancel it"), _tap(IntakeStep.CANCEL_SURELY, told)),
            Button(speech.button("Choose another time"), _tap(IntakeStep.MOVE, told)),
            Button(speech.button("Change nothing"), _tap(IntakeStep.SHOW, told)),
        )
        return Card(text, rows)
    text = paragraphs(
        speech.say("You talk with {coach}:", coach=coach) + f"\n{moment}",
        day_off(told, speech),
        where(told, speech, programme),
    )
    rows = one_a_row(
        *map_buttons(told, speech, programme), *changing(told, speech),
        way(Place.INTAKE_CALL, speech), way(Place.MENU, speech),
    )  # fmt: skip
    return Card(text, rows)


def changing(told: ToldMeeting, speech: Speech) -> tuple[Button, ...]:
    """Another time, or not at all."""
    return (
        Button(speech.button("Choose another time"), _tap(IntakeStep.MOVE, told)),
        Button(speech.button("Cancel the talk"), _tap(IntakeStep.CANCEL, told)),
    )


def no_intake_needed(notice: NoIntakeNeeded, speech: Speech, programme: Programme) -> Card:
    """There is nothing to plan, and why."""
    words = {
        "talked": speech.say("You have had your talk. Your coach still notes what you decided."),
        "goes_on": speech.say("You do not need a first talk now. I write when there is news."),
        "over": speech.say("This button is about a talk that is over or changed."),
    }
    text = paragraphs(words[notice.why], people_to_call(notice.branch, speech, programme))
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def intake_call_noted(notice: IntakeCallNoted, speech: Speech, programme: Programme) -> Card:
    """Somebody calls; who gave no number is written to."""
    if notice.phone:
        says = speech.say("OK. A coach calls you on {phone}.", phone=shown_number(notice.phone))
    else:
        says = speech.say("OK. A coach writes to you here, on Telegram, about a time.")
    when = speech.say("That is during office hours.")
    text = paragraphs(f"{says} {when}", people_to_call(notice.branch, speech, programme))
    return Card(text, one_a_row(way(Place.INTAKE, speech), way(Place.MENU, speech)))


def intake_times_free(notice: IntakeTimesFree, speech: Speech, programme: Programme) -> Card:
    """As promised."""
    text = paragraphs(
        speech.say("Good news: there are free times for your talk with a coach."),
        branch_to_call(notice.branch, speech, programme),
    )
    choose = Button(speech.button("Choose a time"), way(Place.INTAKE, speech).data)
    return Card(text, one_a_row(choose, way(Place.INTAKE_CALL, speech)))


def _stays(before: str, zone: str, speech: Speech) -> str:
    return speech.say(
        "The talk of {moment} stays until you tap a new time.",
        moment=moment_words(before, zone, speech),
    )


def _ways_on(notice: IntakeTimes, speech: Speech) -> Rows:
    ways = []
    if notice.has_more:
        page = 0 if notice.page is None else notice.page + 1
        tap = IntakePageTap(page=page, person_id=notice.person_id, moves=notice.moves).pack()
        words = (
            speech.button("Another day") if notice.page is None else speech.button("Later days")
        )
        ways.append(Button(words, tap))
    if notice.name:
        return one_a_row(*ways, way(Place.INTAKES, speech))
    return one_a_row(*ways, way(Place.INTAKE_CALL, speech), way(Place.MENU, speech))


def _tap(step: IntakeStep, told: ToldMeeting) -> str:
    return IntakeTap(step=step, intake_id=told.id).pack()


def _when_free(notice: NoIntakeTimes, speech: Speech) -> str:
    """Who is not on Telegram is called by somebody."""
    if not notice.by_phone:
        return speech.say("I write to {name} when a time is free.", name=notice.name)
    return speech.say(
        "{name} is not on Telegram. When a time is free, a task comes on the list: call {name}.",
        name=notice.name,
    )
