"""The first meeting of three, as the two and their coach read of it."""

from dataclasses import replace

from bot.cards.buttons import Place
from bot.cards.calendar import moments, short_moment
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.convention.buttons import (
    FirstStep,
    FirstTap,
    NoneSuitsTap,
    SuitsTap,
)
from bot.cards.enclosures import CalendarFile
from bot.cards.ics import CANCEL, PUBLISH, Entry, calendar_of
from bot.cards.meeting_buttons import carried_wall
from bot.cards.told_meetings import day_off, line, map_buttons, moment_of, when, where_exactly
from bot.cards.ways import branch_name, way
from bot.i18n import Speech
from bot.programme.notices.convention import DuoStarts, FirstMeetingTold, FirstTimesOffered
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting

FILE_NAME = "duo.ics"


def duo_starts(notice: DuoStarts, speech: Speech, programme: Programme) -> Card:
    """Good news, and what comes now."""
    del programme
    if notice.asked:
        news = speech.say("You and {partner} are a duo.", partner=notice.partner)
    elif notice.role == Role.MENTOR:
        news = speech.say("Good news! You are a duo with {mentee}.", mentee=notice.partner)
    else:
        news = speech.say("Good news! {mentor} is your mentor.", mentor=notice.partner)
    text = paragraphs(
        news,
        speech.say("Your coach is {coach}.", coach=notice.coach),
        speech.say("First you meet with three: you two and {coach}.", coach=notice.coach)
        + " "
        + speech.say("{coach} asks you soon which time suits you.", coach=notice.coach),
        speech.say("After that you can sign your agreement. Then your weeks together begin."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def first_times_offered(notice: FirstTimesOffered, speech: Speech, programme: Programme) -> Card:
    """Each time that suits is one tap; the first one that suits both is fixed."""
    names = {"partner": notice.partner, "coach": notice.coach}
    text = paragraphs(
        speech.say("That time is not free any more.") if notice.taken else "",
        speech.say("Your first meeting: you, {partner} and {coach}.", **names),
        _where(notice, speech, programme),
        _asks(notice, speech),
        _said(notice, speech),
    )
    taps = [_suits(notice, at, speech) for at in notice.times]
    none = NoneSuitsTap(round=notice.round, duo_id=notice.duo_id).pack()
    rows = one_a_row(
        *taps,
        *((Button(speech.button("No time suits me"), none),) if notice.times else ()),
        way(Place.COACH, speech),
    )
    return Card(text, rows)


def first_meeting_told(notice: FirstMeetingTold, speech: Speech, programme: Programme) -> Card:
    """When and where it is, with a file for one's own calendar."""
    told = ToldMeeting.read(notice.meeting)
    with_whom = speech.listed(notice.names)
    if notice.news == "off":
        return _off(notice, told, (speech, programme))
    text = paragraphs(
        _news(notice, with_whom, speech),
        when(told, speech),
        day_off(told, speech),
        where_exactly(told, speech, programme),
    )
    rows = one_a_row(
        *map_buttons(told, speech, programme),
        *_changes(notice, told, speech),
        *(() if notice.is_coach else (way(Place.COACH, speech),)),
        way(Place.MENU, speech),
    )
    card = Card(text, rows)
    if notice.news in ("fixed", "moved"):
        return _with_file(notice, told, card, (speech, programme))
    return card


def _off(notice: FirstMeetingTold, told: ToldMeeting, said: tuple[Speech, Programme]) -> Card:
    """Nobody has to say why; the coach is the one who plans anew."""
    speech, _ = said
    says = speech.say(
        "The first meeting with {names} on {moment} does not take place.",
        names=speech.listed(notice.names),
        moment=moment_of(told, speech),
    )
    next_ = (
        speech.say("Please plan another time with them.")
        if notice.is_coach
        else speech.say("You do not have to say why. Your coach plans another time with you.")
    )
    card = Card(paragraphs(says, next_), one_a_row(*_plans(notice, told, speech)))
    return _with_file(notice, told, card, said)


def _where(notice: FirstTimesOffered, speech: Speech, programme: Programme) -> str:
    if notice.online:
        return speech.say("You meet online. Your coach sends you the link.")
    branch = branch_name(notice.branch, speech, programme)
    return speech.say("You meet at our office in {branch}.", branch=branch)


def _asks(notice: FirstTimesOffered, speech: Speech) -> str:
    if not notice.times:
        return speech.say("Your coach offers you other times soon.")
    asks = speech.say("Which times suit you? Tap every one that suits.")
    return f"{asks}\n{moments(notice.times, speech)}"


def _said(notice: FirstTimesOffered, speech: Speech) -> str:
    if notice.none:
        return speech.say("OK, none of these. Your coach looks for another time with you.")
    if not notice.mine or not notice.times:
        return ""
    says = speech.say("You can come then:")
    wait = speech.say("As soon as it suits {partner} too, it is fixed.", partner=notice.partner)
    return f"{says}\n{moments(notice.mine, speech)}\n{wait}"


def _suits(notice: FirstTimesOffered, at: str, speech: Speech) -> Button:
    tap = SuitsTap(at=carried_wall(at), round=notice.round, duo_id=notice.duo_id).pack()
    mark = "✓ " if at in notice.mine else ""
    return Button(fitting(f"{mark}{short_moment(at, speech)}"), tap)


def _news(notice: FirstMeetingTold, names: str, speech: Speech) -> str:
    if notice.news == "tomorrow":
        return speech.say("Tomorrow is your first meeting with {names}.", names=names)
    if notice.news == "moved":
        return speech.say("Your first meeting with {names} has a new time:", names=names)
    return speech.say("Fixed: your first meeting with {names}.", names=names)


def _changes(notice: FirstMeetingTold, told: ToldMeeting, speech: Speech) -> list[Button]:
    step = FirstStep.PLAN if notice.is_coach else FirstStep.OTHER_TIME
    other = FirstTap(step=step, duo_id=told.duo_id).pack()
    cancel = FirstTap(step=FirstStep.CANCEL, duo_id=told.duo_id).pack()
    return [
        Button(speech.button("Another time"), other),
        Button(speech.button("I cannot come"), cancel),
    ]


def _plans(notice: FirstMeetingTold, told: ToldMeeting, speech: Speech) -> list[Button]:
    if not notice.is_coach:
        return [way(Place.COACH, speech), way(Place.MENU, speech)]
    plan = FirstTap(step=FirstStep.PLAN, duo_id=told.duo_id).pack()
    return [Button(speech.button("Plan it"), plan), way(Place.MENU, speech)]


def _with_file(
    notice: FirstMeetingTold, told: ToldMeeting, card: Card, said: tuple[Speech, Programme]
) -> Card:
    speech, programme = said
    is_off = notice.news == "off"
    summary = speech.say("First meeting with {names}", names=speech.listed(notice.names))
    place = line(told, speech, programme)
    entry = Entry(
        told.id, told.sequence, told.starts, told.ends, told.zone, summary, place, notice.stamp,
        is_off,
    )  # fmt: skip
    file = CalendarFile(FILE_NAME, calendar_of([entry], CANCEL if is_off else PUBLISH))
    says = (
        speech.say("Tap the file to take it out of your calendar.")
        if is_off
        else speech.say("Tap the file to put it in your calendar.")
    )
    return replace(card, text=paragraphs(card.text, says), enclosure=file, otherwise=card.text)
