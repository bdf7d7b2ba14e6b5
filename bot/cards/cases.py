"""A case on the coach's phone, in whatever state it is."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, Mention, Rows, one_a_row, paragraphs
from bot.cards.duos import clock_time
from bot.cards.keeping_buttons import ChecksTap
from bot.cards.obstacles import obstacle_words
from bot.cards.ways import LANGUAGE_NAMES, labelled, role_name, way
from bot.i18n import Speech
from bot.programme.cases import CaseState, Reason
from bot.programme.directory.service import in_language
from bot.programme.notices import CaseCard, MyCases
from bot.programme.obstacles import Audience, Obstacle
from bot.programme.programme import Programme

MOST_NAMES = 3  # of crisis lines; the list tells the others


def case_card(notice: CaseCard, speech: Speech, programme: Programme) -> Card:
    """Who needs the coach, why, since when, and who has it."""
    names = [name or speech.say("Somebody new") for name in notice.names]
    is_open = notice.state != CaseState.CLOSED
    text = paragraphs(
        _reason(notice, names, speech, programme),
        speech.say("Tap a name to write to that person.") if is_open and names else "",
        _progress(notice, speech, programme),
    )
    mentions = tuple(map(Mention, names, notice.telegram_ids))
    return Card(text, _steps(notice, speech), mentions)


def my_cases(notice: MyCases, speech: Speech, programme: Programme) -> Card:
    """How many are open; each follows as a card of its own."""
    del programme
    if not notice.count:
        return Card(speech.say("You have no open cases."), one_a_row(way(Place.MENU, speech)))
    text = speech.say_many(
        "You have {count} open case.", "You have {count} open cases.", notice.count
    )
    return Card(text)


def _reason(notice: CaseCard, names: Sequence[str], speech: Speech, programme: Programme) -> str:
    if notice.reason == Reason.CHECK_SERVICES:
        return _to_check(notice, speech)
    if not names:
        return speech.say("This person has left, so I have forgotten what it was about.")
    if notice.reason == Reason.NO_MEETINGS:
        return paragraphs(_no_meetings(names, speech, programme), _request(notice, speech))
    if notice.reason == Reason.SILENT:
        return _to_call(notice, names, speech, programme)
    return paragraphs(
        _in_the_way(notice, names[0], speech)
        if notice.reason == Reason.OBSTACLE
        else _wants_to_talk(notice, names[0], speech),
        speech.say("Language: {language}", language=LANGUAGE_NAMES[str(notice.language)]),
    )


def _to_check(notice: CaseCard, speech: Speech) -> str:
    """What cannot wait first; a closed task has nothing left to do."""
    if notice.state == CaseState.CLOSED:
        return speech.say("All services are checked. Thank you.")
    names = [in_language(name, speech.language)[0] for name in notice.urgent]
    urgent = [*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])]
    return paragraphs(
        speech.say(
            "Urgent: a number for people in danger may be wrong. Please phone today: {names}",
            names=speech.listed(urgent),
        )
        if urgent
        else "",
        speech.say_many(
            "{count} service waits to be checked.",
            "{count} services wait to be checked.",
            notice.count,
        ),
        speech.say("People see these services again when somebody has phoned.")
        if notice.count > len(names)
        else "",
    )


def _to_call(notice: CaseCard, names: Sequence[str], speech: Speech, programme: Programme) -> str:
    """Nobody knows why somebody is silent, so this says no more than that."""
    name = names[0]
    named = {"name": name, "role": role_name(str(notice.role), speech)}
    if notice.state == CaseState.CLOSED:
        return speech.say("{name} ({role}) did not answer me for some weeks.", **named)
    return paragraphs(
        speech.say("Please call {name} ({role}).", **named),
        _tapped(notice, name, speech, programme)
        if notice.tapped_at
        else speech.say("I got no answer for some weeks, so I do not ask any more.")
        + " "
        + speech.say("When {name} writes to me, I ask again every week.", name=name),
        speech.say("Language: {language}", language=LANGUAGE_NAMES[str(notice.language)]),
        speech.say("A good time to call: around {time}", time=clock_time(notice.hour, speech))
        if notice.hour
        else "",
        *_second(notice, names, speech),
        speech.say("You also have a task for this duo because they do not meet.")
        + " "
        + speech.say("One call can be enough for both.")
        if notice.and_no_meetings
        else "",
    )


def _tapped(notice: CaseCard, name: str, speech: Speech, programme: Programme) -> str:
    """A tap may be a slip of the thumb, so the call is still wanted."""
    day = speech.day(datetime.fromisoformat(str(notice.tapped_at)), programme.zone)
    again = speech.say("{name} tapped a button again on {day}.", name=name, day=day)
    return again + " " + speech.say("So I ask again every week. Please call all the same.")


def _second(notice: CaseCard, names: Sequence[str], speech: Speech) -> Iterator[str]:
    """The other one of the duo, who does not answer either."""
    for name, (role, language, hour) in zip(names[1:], notice.also, strict=True):
        named = {"name": name, "role": role_name(role, speech)}
        yield speech.say("Please call {name} ({role}) too: no answer for some weeks.", **named)
        yield speech.say("Language: {language}", language=LANGUAGE_NAMES[language])
        yield speech.say("A good time to call: around {time}", time=clock_time(hour, speech))


def _wants_to_talk(notice: CaseCard, name: str, speech: Speech) -> str:
    if notice.role is None:
        return speech.say("{name} wants to talk to you, and is not registered yet.", name=name)
    role = role_name(notice.role, speech)
    return speech.say("{name} ({role}) wants to talk to you.", name=name, role=role)


def _in_the_way(notice: CaseCard, name: str, speech: Speech) -> str:
    """What the person told, as long as it is kept."""
    told = [_told(*one, speech) for one in notice.obstacles]
    return paragraphs(
        speech.say(
            "{name} ({role}) tells you that something is in the way.",
            name=name,
            role=role_name(notice.role, speech),
        ),
        labelled(speech.say("What it is"), speech.listed(told), speech) if told else "",
    )


def _told(obstacle: str, audience: str, speech: Speech) -> str:
    """With who knows it: what one may hear is not for the other one."""
    words = obstacle_words(Obstacle(obstacle), speech)
    if audience == Audience.MENTOR_TOO:
        return speech.say("{obstacle} (the mentor knows this)", obstacle=words)
    return speech.say("{obstacle} (only the coach knows this)", obstacle=words)


def _no_meetings(names: Sequence[str], speech: Speech, programme: Programme) -> str:
    """Silence counts too, so this says what we know and no more."""
    return speech.say_many(
        "As far as I know, {names} have not met for {count} week.",
        "As far as I know, {names} have not met for {count} weeks.",
        programme.check_in.misses_before_coach,
        names=speech.listed(names),
    )


def _request(notice: CaseCard, speech: Speech) -> str:
    if notice.state == CaseState.CLOSED:
        return ""
    return speech.say("Please contact them and ask how they are.")


def _progress(notice: CaseCard, speech: Speech, programme: Programme) -> str:
    when = speech.day_and_time(datetime.fromisoformat(notice.since), programme.zone)
    match CaseState(notice.state):
        case CaseState.OPEN | CaseState.READ:
            return speech.say("Waiting since {when}.", when=when)
        case CaseState.TAKEN | CaseState.ANSWERED:
            return speech.say("{coach} has it since {when}.", coach=notice.taken_by, when=when)
        case CaseState.CLOSED:
            return speech.say("Closed on {when}.", when=when)


def _steps(notice: CaseCard, speech: Speech) -> Rows:
    if notice.reason == Reason.CHECK_SERVICES:
        return _steps_to_check(notice, speech)
    match CaseState(notice.state):
        case CaseState.OPEN | CaseState.READ:
            return one_a_row(Button(speech.button("I take it"), _tap(notice, CaseStep.TAKE)))
        case CaseState.TAKEN | CaseState.ANSWERED:
            return one_a_row(Button(speech.button("It is solved"), _tap(notice, CaseStep.CLOSE)))
        case CaseState.CLOSED:
            return ()


def _steps_to_check(notice: CaseCard, speech: Speech) -> Rows:
    """It closes by itself when nothing waits any more."""
    if notice.state == CaseState.CLOSED:
        return ()
    show = Button(speech.button("Show them"), ChecksTap(case_id=notice.case_id).pack())
    if notice.state == CaseState.TAKEN:
        return one_a_row(show)
    return one_a_row(show, Button(speech.button("I take it"), _tap(notice, CaseStep.TAKE)))


def _tap(notice: CaseCard, step: CaseStep) -> str:
    return CaseTap(case_id=notice.case_id, step=step).pack()
