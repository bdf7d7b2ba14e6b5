"""The letters about a meeting that is fixed, and what can be done from them."""

from datetime import datetime

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.day_buttons import DayStep, DayTap, LateTap
from bot.cards.enclosures import CalendarFile
from bot.cards.ics import CANCEL, PUBLISH, Entry, calendar_of
from bot.cards.meeting_buttons import MeetingStep, MeetingTap
from bot.cards.told_meetings import (
    day_off,
    line,
    map_buttons,
    moment_of,
    venue,
    when,
    where,
    where_exactly,
)
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.meetings import A_DAY
from bot.programme.notices import (
    CannotCome,
    HowLate,
    MeetingCancelled,
    MeetingFixed,
    MeetingIsOver,
    MeetingMoved,
    MeetingOff,
    MeetingPlaceShown,
    MeetingSoon,
    MeetingTomorrow,
)
from bot.programme.programme import Programme
from bot.programme.ready_sentences import MINUTES_LATE
from bot.programme.told_meetings import ToldMeeting

FILE_NAME = "duo.ics"
WithFile = MeetingFixed | MeetingMoved | MeetingCancelled | MeetingOff


def meeting_fixed(notice: MeetingFixed, speech: Speech, programme: Programme) -> Card:
    """It is fixed; the file puts it in their own calendar."""
    told = ToldMeeting.read(notice.meeting)
    says = speech.say("Fixed: you and {partner} meet.", partner=notice.partner)
    text = paragraphs(
        f"{says}\n{when(told, speech)}", day_off(told, speech), where(told, speech, programme)
    )
    rows = _rows(told, speech, programme, notice.partner, notice.stamp)
    return _with_file(notice, Card(text, rows), speech, programme)


def meeting_moved(notice: MeetingMoved, speech: Speech, programme: Programme) -> Card:
    """It is another time, or another place."""
    told = ToldMeeting.read(notice.meeting)
    if notice.by_you:
        says = speech.say("Your meeting with {partner} is changed.", partner=notice.partner)
    else:
        says = speech.say("{partner} says yes.", partner=notice.partner)
    now = speech.say("The new moment:")
    text = paragraphs(
        says, f"{now}\n{when(told, speech)}", day_off(told, speech), where(told, speech, programme)
    )
    rows = _rows(told, speech, programme, notice.partner, notice.stamp)
    return _with_file(notice, Card(text, rows), speech, programme)


def meeting_cancelled(notice: MeetingCancelled, speech: Speech, programme: Programme) -> Card:
    """It does not take place, and nobody has to say why."""
    told = ToldMeeting.read(notice.meeting)
    moment, partner = moment_of(told, speech), notice.partner
    if notice.by_you:
        says = speech.say("OK, you do not meet on {moment}.", moment=moment)
        more = speech.say("{partner} knows it too.", partner=partner)
    else:
        says = speech.say("{partner} cannot come on {moment}.", partner=partner, moment=moment)
        more = speech.say("So you do not meet then. That can happen.")
        if notice.another:
            more += "\n" + speech.say("{partner} is choosing another moment.", partner=partner)
    rows = one_a_row(way(Place.MEETINGS, speech), way(Place.SAY, speech), way(Place.MENU, speech))
    return _with_file(notice, Card(paragraphs(says, more), rows), speech, programme)


def meeting_off(notice: MeetingOff, speech: Speech, programme: Programme) -> Card:
    """The duo has ended, and so this meeting does not take place."""
    moment = moment_of(ToldMeeting.read(notice.meeting), speech)
    text = paragraphs(
        speech.say("Your meeting of {moment} does not take place.", moment=moment),
        speech.say("Your coach will tell you more."),
    )
    card = Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))
    return _with_file(notice, card, speech, programme)


def meeting_tomorrow(notice: MeetingTomorrow, speech: Speech, programme: Programme) -> Card:
    """The letter of the day before."""
    told = ToldMeeting.read(notice.meeting)
    says = speech.say("Tomorrow you meet {partner}.", partner=notice.partner)
    text = paragraphs(
        f"{says}\n{moment_of(told, speech)}", day_off(told, speech), where(told, speech, programme)
    )
    return Card(text, _rows(told, speech, programme, notice.partner))


def meeting_soon(notice: MeetingSoon, speech: Speech, programme: Programme) -> Card:
    """The letter some hours before."""
    told = ToldMeeting.read(notice.meeting)
    at = speech.time(told.starts_at, told.where)
    says = speech.say("You meet {partner} at {time}.", partner=notice.partner, time=at)
    text = paragraphs(says, where(told, speech, programme))
    return Card(text, _rows(told, speech, programme, notice.partner))


def meeting_place_shown(notice: MeetingPlaceShown, speech: Speech, programme: Programme) -> Card:
    """A venue, which a phone can lead to; in words where nobody measured the place."""
    told = ToldMeeting.read(notice.meeting)
    rows = _rows(told, speech, programme, notice.partner)[-2:]
    place = where_exactly(told, speech, programme)
    return Card(place, rows, enclosure=venue(told, speech, programme))


def how_late(notice: HowLate, speech: Speech, programme: Programme) -> Card:
    """Three answers; the other one is told in their own language."""
    del programme
    told = ToldMeeting.read(notice.meeting)
    text = paragraphs(
        speech.say("How late will you be?"),
        speech.say("I tell {partner} at once.", partner=notice.partner),
    )
    taps = [
        Button(
            speech.button("{minutes} minutes", minutes=minutes),
            LateTap(meeting_id=told.id, minutes=minutes).pack(),
        )
        for minutes in MINUTES_LATE
    ]
    return Card(text, one_a_row(*taps, _cannot(told, speech), _stands(told, speech)))


def cannot_come(notice: CannotCome, speech: Speech, programme: Programme) -> Card:
    """Another time or none; nobody hears anything before one of them is chosen."""
    del programme
    told = ToldMeeting.read(notice.meeting)
    text = paragraphs(
        speech.say(
            "You cannot come on {moment}. That can happen.", moment=moment_of(told, speech)
        ),
        speech.say("{partner} does not know it yet.", partner=notice.partner),
        speech.say(
            "Tap another moment or cancel. Then I tell {partner} at once.", partner=notice.partner
        ),
    )
    rows = one_a_row(*changing(told.id, speech), _stands(told, speech))
    return Card(text, rows)


def meeting_is_over(notice: MeetingIsOver, speech: Speech, programme: Programme) -> Card:
    """An old button, or one that was never theirs: the same words for both."""
    del notice, programme
    text = speech.say("This button is about a meeting that is over or changed.")
    return Card(text, one_a_row(way(Place.MEETINGS, speech), way(Place.MENU, speech)))


def changing(meeting_id: int, speech: Speech, *, can_come: bool = False) -> tuple[Button, ...]:
    """Another time, or not at all. Of who cannot come, either way this one does not take place."""
    another = MeetingStep.MOVE if can_come else MeetingStep.INSTEAD
    move = MeetingTap(step=another, meeting_id=meeting_id).pack()
    cancel = MeetingTap(step=MeetingStep.CANCEL_SURELY, meeting_id=meeting_id).pack()
    return (
        Button(speech.button("Choose another time"), move),
        Button(speech.button("Cancel the meeting"), cancel),
    )


def late_button(told: ToldMeeting, speech: Speech) -> Button:
    """Say that one comes later."""
    data = DayTap(step=DayStep.LATE, meeting_id=told.id).pack()
    return Button(speech.button("I will be late"), data)


def _rows(
    told: ToldMeeting, speech: Speech, programme: Programme, partner: str, stamp: str = ""
) -> Rows:
    """What can be done; nobody knows a day before, when it was told at ``stamp``, to be late."""
    is_far = stamp and told.starts_at - datetime.fromisoformat(stamp) >= A_DAY
    late = () if is_far else (late_button(told, speech),)
    tell = Button(speech.button("Tell {partner} more", partner=partner), Go(to=Place.SAY).pack())
    found = map_buttons(told, speech, programme)
    return one_a_row(*found, *late, _cannot(told, speech), tell, way(Place.MEETINGS, speech))


def _cannot(told: ToldMeeting, speech: Speech) -> Button:
    data = DayTap(step=DayStep.CANNOT, meeting_id=told.id).pack()
    return Button(speech.button("I cannot come"), data)


def _stands(told: ToldMeeting, speech: Speech) -> Button:
    data = MeetingTap(step=MeetingStep.KEEP, meeting_id=told.id).pack()
    return Button(speech.button("Change nothing"), data)


def _with_file(notice: WithFile, card: Card, speech: Speech, programme: Programme) -> Card:
    """The same card over a file for the reader's own calendar; without it the words say all."""
    told = ToldMeeting.read(notice.meeting)
    is_cancelled = isinstance(notice, MeetingCancelled | MeetingOff)
    partner = "" if isinstance(notice, MeetingOff) else notice.partner
    about = (told, partner, notice.stamp)
    entry = entry_of(*about, speech, programme, cancelled=is_cancelled)
    file = CalendarFile(FILE_NAME, calendar_of([entry], CANCEL if is_cancelled else PUBLISH))
    if is_cancelled:
        says = speech.say("Tap the file to take it out of your calendar.")
    else:
        says = speech.say("Tap the file to put it in your calendar.")
    return Card(paragraphs(card.text, says), card.rows, enclosure=file, otherwise=card.text)


def entry_of(
    told: ToldMeeting,
    partner: str,
    stamp: str,
    speech: Speech,
    programme: Programme,
    *,
    cancelled: bool = False,
) -> Entry:
    """The meeting as it stands in a calendar, with the first name of the other one at most."""
    summary = (
        speech.say("Meeting with {partner}", partner=partner)
        if partner
        else speech.say("Meeting of your duo")
    )
    return Entry(
        told.id, told.sequence, told.starts, told.ends, told.zone, summary,
        line(told, speech, programme), stamp, cancelled,
    )  # fmt: skip
