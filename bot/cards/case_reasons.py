"""Why a coach is needed, in words: each reason says what is known, and no more."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.cards.card import paragraphs
from bot.cards.case_danger import how_to_call, wish_words
from bot.cards.case_signals import signal_words
from bot.cards.duos import clock_time
from bot.cards.obstacles import obstacle_words
from bot.cards.ways import LANGUAGE_NAMES, labelled, role_name
from bot.i18n import Speech
from bot.programme.cases import About, CaseState, Reason, Urgency, WhoMayKnow
from bot.programme.directory.service import in_language
from bot.programme.notices import CaseCard
from bot.programme.obstacles import Audience, Obstacle
from bot.programme.people import Role
from bot.programme.programme import Programme

MOST_NAMES = 3  # of crisis lines; the list tells the others


def reason_words(
    notice: CaseCard, names: Sequence[str], speech: Speech, programme: Programme
) -> str:
    """Why the coach is needed, and what is asked of them."""
    if notice.reason == Reason.CHECK_SERVICES:
        return _to_check(notice, speech)
    if not names:
        return speech.say("This person has left, so I have forgotten what it was about.")
    if notice.reason in (Reason.NO_MEETINGS, Reason.DIFFERS):
        return _of_two(notice, names, speech, programme)
    if notice.reason == Reason.SILENT:
        return _to_call(notice, names, speech, programme)
    return paragraphs(
        _of_one(notice, names[0], speech, programme),
        speech.say("Language: {language}", language=LANGUAGE_NAMES[str(notice.language)]),
    )


def _of_two(notice: CaseCard, names: Sequence[str], speech: Speech, programme: Programme) -> str:
    if notice.reason == Reason.NO_MEETINGS:
        return paragraphs(_no_meetings(names, speech, programme), _request(notice, speech))
    is_closed = notice.state == CaseState.CLOSED
    return signal_words(Reason.DIFFERS, names, None, speech, is_closed=is_closed)


def _of_one(notice: CaseCard, name: str, speech: Speech, programme: Programme) -> str:
    match Reason(notice.reason):
        case Reason.DANGER:
            return _perhaps_in_danger(notice, name, speech, programme)
        case Reason.OBSTACLE:
            return _in_the_way(notice, name, speech)
        case Reason.ASKED:
            return _wants_to_talk(notice, name, speech)
        case signal:
            is_closed = notice.state == CaseState.CLOSED
            return signal_words(signal, [name], notice.role, speech, is_closed=is_closed)


def _about_whom(notice: CaseCard, name: str, speech: Speech) -> str:
    """Words do not tell for sure who is in danger."""
    whose = speech.say("It can be about {name}, or about somebody else.", name=name)
    if not notice.partner:
        return whose
    both = {"name": name, "partner": notice.partner}
    return whose + " " + speech.say("{name} is in a duo with {partner}.", **both)


def _perhaps_in_danger(notice: CaseCard, name: str, speech: Speech, programme: Programme) -> str:
    """Nothing is known but some words, so nothing more is said; the person knows who was told."""
    if notice.state == CaseState.CLOSED:
        return speech.say("{name} wrote words that can mean danger.", name=name)
    return paragraphs(
        speech.say("{name} wrote words that can mean danger. Please call at once.", name=name),
        _about_whom(notice, name, speech),
        wish_words(notice, name, speech),
        how_to_call(name, speech),
        speech.say("{name} knows that I told you.", name=name),
        speech.say(
            "Does somebody need help this minute? Call {number}.",
            number=programme.emergency_number,
        ),
    )


def details(notice: CaseCard, speech: Speech) -> str:
    """What the person chose to say about it, and who may know it."""
    about = _about_words(notice, speech).get(notice.about or "", "")
    knows = _audience_words(speech).get(notice.audience or "", "")
    soon = _urgency_words(speech).get(notice.urgency, "") if notice.reason == Reason.ASKED else ""
    return "\n".join((
        *([labelled(speech.say("What it is about"), about, speech)] if about else []),
        *([labelled(speech.say("How soon"), soon, speech)] if soon else []),
        *([labelled(speech.say("Who may know"), knows, speech)] if knows else []),
    ))  # fmt: skip


def _about_words(notice: CaseCard, speech: Speech) -> Mapping[str, str]:
    mentor = notice.role == Role.MENTOR
    return {
        About.MEETINGS: speech.say("the meetings"),
        About.PARTNER: speech.say("the mentee") if mentor else speech.say("the mentor"),
        About.WORK: speech.say("work"),
        About.HOME: speech.say("home, money or papers"),
        About.HEALTH: speech.say("health"),
        About.OTHER: speech.say("something else"),
    }


def _urgency_words(speech: Speech) -> Mapping[str, str]:
    """A week is what is meant when nothing is said."""
    return {
        Urgency.TODAY: speech.say("today"),
        Urgency.QUESTION: speech.say("just a question, it can wait"),
    }


def _audience_words(speech: Speech) -> Mapping[str, str]:
    return {
        WhoMayKnow.COACH: speech.say(
            "only the coach, who replaces the coach, and the coordinator"
        ),
        WhoMayKnow.TEAM: speech.say("all the coaches"),
        WhoMayKnow.MENTOR_TOO: speech.say("the coaches and the mentor"),
    }


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
