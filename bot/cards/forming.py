"""Forming a duo, step by step, as the coach sees it."""

from bot.cards.buttons import DuoStep, DuoTap, MenteeTap, Place
from bot.cards.card import Button, Card, Mention, Rows, one_a_row, paragraphs
from bot.cards.duos import clock_time
from bot.cards.ways import LANGUAGE_NAMES, labelled, way
from bot.i18n import Speech, isolated
from bot.programme.notices import (
    ChooseMentor,
    ConfirmDuo,
    DuoMade,
    NewPeople,
    PersonTaken,
)
from bot.programme.programme import Programme
from bot.programme.proposal import hours_of

Listed = tuple[tuple[int, str, str, str], ...]
DAYS = range(7)


def new_people(notice: NewPeople, speech: Speech, programme: Programme) -> Card:
    """Who waits for a duo; a tap on a mentee begins to form one."""
    del programme
    if not notice.mentees and not notice.mentors:
        text = speech.say("Nobody is waiting for a duo now. I write to you when somebody comes.")
        return Card(text, one_a_row(way(Place.MENU, speech)))
    begin = speech.say("Tap a mentee to form a duo.") if notice.mentees and notice.mentors else ""
    text = paragraphs(
        _group(speech.say("Mentees"), notice.mentees, speech),
        _group(speech.say("Mentors"), notice.mentors, speech),
        begin,
    )
    taps = [
        Button(_described(name, language), MenteeTap(mentee_id=mentee).pack())
        for mentee, name, language, _ in notice.mentees
    ]
    return Card(text, one_a_row(*taps, way(Place.MENU, speech)))


def choose_mentor(notice: ChooseMentor, speech: Speech, programme: Programme) -> Card:
    """The second half of the duo."""
    del programme
    if not notice.mentors:
        text = speech.say("No mentor is free in your branch now.")
    else:
        text = speech.say("Which mentor is right for {mentee}?", mentee=notice.mentee)
    taps = [
        Button(
            _described(name, language),
            DuoTap(step=DuoStep.SHOW, mentee_id=notice.mentee_id, mentor_id=mentor).pack(),
        )
        for mentor, name, language, _ in notice.mentors
    ]
    return Card(text, one_a_row(*taps, way(Place.NEW_PEOPLE, speech)))


def confirm_duo(notice: ConfirmDuo, speech: Speech, programme: Programme) -> Card:
    """The duo as it would be, or the choice of its day or hour."""
    if notice.choosing == "day":
        text = speech.say("On which day do I ask this duo if they met?")
        return Card(text, one_a_row(*(_day(notice, day, speech) for day in DAYS)))
    if notice.choosing == "hour":
        text = speech.say("At what time do I ask this duo if they met?")
        return Card(
            text, one_a_row(*(_hour(notice, hour, speech) for hour in hours_of(programme)))
        )
    text = paragraphs(
        speech.say("{mentee} and {mentor}", mentee=notice.mentee, mentor=notice.mentor),
        speech.say("I ask them each {weekday} at {time} if they met.", **_rhythm(notice, speech)),
        speech.say("Do you want to form this duo? I tell both of them at once."),
    )
    return Card(text, _decisions(notice, speech))


def duo_made(notice: DuoMade, speech: Speech, programme: Programme) -> Card:
    """It is done, and both know it; the coach is to contact them about their first meeting."""
    del programme
    names = {"mentee": notice.mentee, "mentor": notice.mentor}
    text = paragraphs(
        speech.say("{mentee} and {mentor} are a duo now. I have told both of them.", **names),
        speech.say(
            "I ask them each {weekday} at {time} if they met.",
            weekday=speech.weekday(notice.weekday),
            time=clock_time(notice.at, speech),
        ),
        speech.say("They wait to hear from you about their first meeting."),
        speech.say("Tap a name to write to that person."),
    )
    mentions = tuple(map(Mention, names.values(), notice.telegram_ids))
    onward = one_a_row(way(Place.NEW_PEOPLE, speech), way(Place.MY_DUOS, speech))
    return Card(text, onward, mentions)


def person_taken(notice: PersonTaken, speech: Speech, programme: Programme) -> Card:
    """The list has changed since it was shown."""
    del notice, programme
    text = speech.say("One of these two is not free any more. Please look at the list again.")
    return Card(text, one_a_row(way(Place.NEW_PEOPLE, speech)))


def _group(title: str, people: Listed, speech: Speech) -> str:
    if not people:
        return labelled(title, speech.say("nobody"), speech)
    return "\n".join([title, *(f"• {_described(name, says)}" for _, name, says, _ in people)])


def _described(name: str, language: str) -> str:
    return f"{isolated(name)} ({LANGUAGE_NAMES[language]})"


def _rhythm(notice: ConfirmDuo, speech: Speech) -> dict[str, str]:
    return {
        "weekday": speech.weekday(notice.weekday),
        "time": clock_time(f"{notice.hour:02}:00", speech),
    }


def _decisions(notice: ConfirmDuo, speech: Speech) -> Rows:
    return one_a_row(
        Button(speech.button("Yes, form this duo"), _tap(notice, DuoStep.FORM)),
        Button(speech.button("Another day"), _tap(notice, DuoStep.DAY)),
        Button(speech.button("Another time"), _tap(notice, DuoStep.HOUR)),
        way(Place.NEW_PEOPLE, speech),
    )


def _day(notice: ConfirmDuo, weekday: int, speech: Speech) -> Button:
    return Button(speech.weekday(weekday), _tap(notice, DuoStep.SHOW, weekday=weekday))


def _hour(notice: ConfirmDuo, hour: int, speech: Speech) -> Button:
    return Button(clock_time(f"{hour:02}:00", speech), _tap(notice, DuoStep.SHOW, hour=hour))


def _tap(notice: ConfirmDuo, step: DuoStep, **changed: int) -> str:
    rhythm = {"weekday": notice.weekday, "hour": notice.hour, **changed}
    ids = {"mentee_id": notice.mentee_id, "mentor_id": notice.mentor_id}
    return DuoTap(step=step, **ids, **rhythm).pack()
