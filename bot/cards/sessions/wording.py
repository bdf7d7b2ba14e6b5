"""A session in words: what it is, when, where, in which language, and whether there is a seat."""

from bot.cards.buttons import Place
from bot.cards.calendar import short_moment
from bot.cards.card import Button, fitting, paragraphs
from bot.cards.enclosures import CalendarFile
from bot.cards.ics import CANCEL, PUBLISH, Entry, calendar_of
from bot.cards.opening_sentence import language_name
from bot.cards.sessions.buttons import SessionStep, SessionTap
from bot.cards.ways import labelled, way
from bot.i18n import Speech
from bot.programme.holidays import holiday_name
from bot.programme.programme import Programme
from bot.programme.sessions.told import ToldSession, is_link
from bot.programme.training.settings import INFO

FILE_NAME = "session.ics"
AN_HOUR = 60  # minutes
SEATED, WAITING, HELD = "seated", "waiting", "held"


def name_of(what: str, speech: Speech, programme: Programme) -> str:
    """What a session is called; a module that is gone from the programme by its key."""
    if what == INFO:
        return speech.say("Info session")
    module = programme.training.module(what)
    return module.name[speech.language] if module else what


def moment(told: ToldSession, speech: Speech) -> str:
    """Day and hour."""
    return speech.day_and_time(told.starts_at, told.where)


def short(told: ToldSession, speech: Speech) -> str:
    """As much of the moment as fits on a button."""
    wall = told.starts_at.astimezone(told.where).replace(tzinfo=None)
    return short_moment(wall.isoformat(timespec="minutes"), speech)


def place(told: ToldSession, speech: Speech, programme: Programme) -> str:
    """Where it is, in one line; the address in the web only for who has a seat."""
    if told.is_online:
        return told.place if told.state == SEATED else speech.say("online")
    branch = programme.branch(told.branch)
    if told.place or branch is None:
        return told.place or told.branch
    office = speech.say("our office in {branch}", branch=branch.name[speech.language])
    return f"{office}, {branch.address}"


def details(told: ToldSession, speech: Speech, programme: Programme) -> str:
    """When, how long, where and in which language: a line each."""
    length = _length(told.minutes, speech)
    lines = [
        speech.say("{moment}, about {length}", moment=moment(told, speech), length=length),
        _day_off(told, speech),
        speech.say("Where: {place}", place=place(told, speech, programme)),
        labelled(speech.say("Language"), language_name(told.language, speech.language), speech),
        _made_up(told, speech, programme),
    ]
    return "\n".join(line for line in lines if line)


def whole(told: ToldSession, speech: Speech, programme: Programme) -> str:
    """The name, and all there is to know."""
    return f"{name_of(told.what, speech, programme)}\n{details(told, speech, programme)}"


def listed(number: int, told: ToldSession, speech: Speech, programme: Programme) -> str:
    """The same in a few lines, under its number in a list."""
    where = place(told, speech, programme)
    language = language_name(told.language, speech.language)
    return f"{number}. {moment(told, speech)}\n{where}, {language}\n{seats(told, speech)}"


def seats(told: ToldSession, speech: Speech) -> str:
    """Whether the reader has a seat, or can have one."""
    if told.state == SEATED:
        return speech.say("You have a seat.")
    if told.state == WAITING:
        return speech.say("You wait for a seat.")
    if told.state == HELD:
        return speech.say("A seat is kept for you.")
    if told.free:
        return speech.say_many("{count} seat is free.", "{count} seats are free.", told.free)
    return speech.say("All seats are taken.")


def actions(told: ToldSession, speech: Speech) -> tuple[Button, ...]:
    """What the reader can do about their seat."""
    if told.state == SEATED:
        return (give_back(told, speech),)
    if told.state == WAITING:
        words = speech.button("Stop waiting")
        return (Button(words, tap(SessionStep.GIVE, told)),)
    if told.state == HELD:
        return (take(told, speech), decline(told, speech))
    if told.free:
        return (take(told, speech),)
    return (Button(speech.button("Wait for a seat"), tap(SessionStep.TAKE, told)),)


def take(told: ToldSession, speech: Speech) -> Button:
    """Take a seat."""
    return Button(speech.button("I want a seat"), tap(SessionStep.TAKE, told))


def give_back(told: ToldSession, speech: Speech) -> Button:
    """Give a seat back."""
    return Button(speech.button("I cannot come"), tap(SessionStep.GIVE, told))


def decline(told: ToldSession, speech: Speech) -> Button:
    """Leave a seat that is kept to the next one."""
    return Button(speech.button("No, thank you"), tap(SessionStep.GIVE, told))


def onward(told: ToldSession, speech: Speech) -> tuple[Button, ...]:
    """Back to what there is, and to the menu."""
    first = Place.SESSIONS if told.is_info else Place.TRAINING
    return way(first, speech), way(Place.MENU, speech)


def tap(step: SessionStep, told: ToldSession) -> str:
    """What a button about this session carries."""
    return SessionTap(step=step, session_id=told.id).pack()


def opens(
    number: int, told: ToldSession, speech: Speech, step: SessionStep = SessionStep.SHOW
) -> Button:
    """The button that shows the session of that number in a list."""
    return Button(fitting(f"{number}. {short(told, speech)}"), tap(step, told))


def file_of(
    sessions: tuple[ToldSession, ...], stamp: str, speech: Speech, programme: Programme, *,
    cancelled: bool = False,
) -> CalendarFile:  # fmt: skip
    """Sessions as a file for the reader's own calendar."""
    entries = [
        Entry(
            one.id, one.sequence, one.starts, one.ends_at.isoformat(), one.zone,
            name_of(one.what, speech, programme), place(one, speech, programme), stamp, cancelled,
        )
        for one in sessions
    ]  # fmt: skip
    return CalendarFile(FILE_NAME, calendar_of(entries, CANCEL if cancelled else PUBLISH))


def into_calendar(text: str, speech: Speech, *, cancelled: bool = False) -> str:
    """The text of a letter under which stands a file."""
    if cancelled:
        return paragraphs(text, speech.say("Tap the file to take it out of your calendar."))
    return paragraphs(text, speech.say("Tap the file to put it in your calendar."))


def where_said(kept: str, speech: Speech) -> str:
    """A place that is being chosen, as its coach wrote it."""
    if is_link(kept):
        return f"{speech.say('online')} ({kept})"
    return kept or speech.say("our office")


def _day_off(told: ToldSession, speech: Speech) -> str:
    day = told.starts_at.astimezone(told.where).date()
    name = holiday_name(day, speech.language)
    if not name:
        return ""
    said = speech.day(told.starts_at, told.where)
    return speech.say("{day} is a public holiday: {holiday}.", day=said, holiday=name)


def _made_up(told: ToldSession, speech: Speech, programme: Programme) -> str:
    if told.place or not programme.sample:
        return ""
    return speech.say("This is a test programme. This address is not real.")


def _length(minutes: int, speech: Speech) -> str:
    hours, rest = divmod(minutes, AN_HOUR)
    if not rest:
        return speech.say_many("{count} hour", "{count} hours", hours)
    if hours > 1 and rest == AN_HOUR // 2:
        return speech.say("{hours} and a half hours", hours=hours)
    return speech.say_many("{count} minute", "{count} minutes", minutes)
