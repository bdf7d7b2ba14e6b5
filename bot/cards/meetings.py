"""The meetings to come, and before one of them is cancelled."""

from bot.cards.buttons import Place
from bot.cards.calendar import moments, short_moment, wall_moment
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.day_buttons import DayStep, DayTap
from bot.cards.meeting_buttons import (
    MeetingStep,
    MeetingTap,
    OfferStep,
    OfferTap,
    UsualTap,
    carried_wall,
)
from bot.cards.told_meetings import line, map_buttons, moment_of, when, where
from bot.cards.ways import people_to_call, way
from bot.i18n import Speech
from bot.programme.meetings import text_of
from bot.programme.notices import CancelMeeting, MeetingOff, MeetingShown, NoMeetings, OurMeetings
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting


def our_meetings(notice: OurMeetings, speech: Speech, programme: Programme) -> Card:
    """What comes, what waits for an answer, and the ways to a next meeting."""
    coming = [ToldMeeting.read(one) for one in notice.coming]
    rests = speech.say("Your break does not change your meetings. Tap one to cancel it.")
    text = paragraphs(
        rests if notice.resting else "",
        _what_comes(coming, notice.partner, speech, programme),
        _what_waits(notice, speech),
        usual_line(notice.usual, speech, next_week=notice.next_week),
    )
    meetings = [
        Button(fitting(short_moment(_wall(one), speech)), _tap(one.id, MeetingStep.SHOW))
        for one in coming
    ]
    buttons = [
        *meetings,
        *_take_back(notice, speech),
        *usual_button(notice.usual, speech, next_week=notice.next_week),
        way(Place.PLAN_MEETING, speech),
        way(Place.SAY, speech),
        way(Place.NUMBERS, speech),
        way(Place.CALENDAR, speech),
        way(Place.COACH, speech),
        way(Place.MENU, speech),
    ]
    return Card(text, one_a_row(*buttons))


def no_meetings(notice: NoMeetings, speech: Speech, programme: Programme) -> Card:
    """Who is in no duo yet, or not any more."""
    text = paragraphs(
        speech.say("You are not in a duo now. In a duo you can plan meetings here."),
        people_to_call(notice.branch, speech, programme),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def meeting_shown(notice: MeetingShown, speech: Speech, programme: Programme) -> Card:
    """One meeting, with what can be done about it."""
    told = ToldMeeting.read(notice.meeting)
    kept = speech.say("OK. Nothing is changed.") if notice.kept else ""
    says = speech.say("You meet {partner}.", partner=notice.partner)
    text = paragraphs(kept, f"{says}\n{when(told, speech)}", where(told, speech, programme))
    late = DayTap(step=DayStep.LATE, meeting_id=told.id).pack()
    cancel = Button(speech.button("Cancel it"), _tap(told.id, MeetingStep.CANCEL))
    rows = one_a_row(
        *map_buttons(told, speech, programme),
        Button(speech.button("I will be late"), late),
        move_button(told.id, speech),
        cancel,
        way(Place.MEETINGS, speech),
        way(Place.COACH, speech),
    )
    return Card(text, rows)


def cancel_meeting(notice: CancelMeeting, speech: Speech, programme: Programme) -> Card:
    """Before it is cancelled; nobody has to say why."""
    del programme
    told = ToldMeeting.read(notice.meeting)
    text = paragraphs(
        speech.say("Cancel the meeting of {moment}?", moment=moment_of(told, speech)),
        speech.say("I tell {partner}. You do not have to say why.", partner=notice.partner),
    )
    keep = Button(speech.button("No, we meet"), _tap(told.id, MeetingStep.KEEP))
    rows = one_a_row(cancel_button(told.id, speech), move_button(told.id, speech), keep)
    return Card(text, rows)


def meeting_off(notice: MeetingOff, speech: Speech, programme: Programme) -> Card:
    """The duo has ended, and so this meeting does not take place."""
    del programme
    moment = wall_moment(notice.at, speech)
    text = paragraphs(
        speech.say("Your meeting of {moment} does not take place.", moment=moment),
        speech.say("Your coach will tell you more."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def move_button(meeting_id: int, speech: Speech) -> Button:
    """Another time or place; the meeting stays until the other one agrees."""
    return Button(speech.button("Another time or place"), _tap(meeting_id, MeetingStep.MOVE))


def cancel_button(meeting_id: int, speech: Speech) -> Button:
    """Cancel, without being asked again."""
    return Button(speech.button("Yes, cancel it"), _tap(meeting_id, MeetingStep.CANCEL_SURELY))


def usual_line(usual: str, speech: Speech, *, next_week: bool) -> str:
    """When the two could meet as they are used to."""
    if not usual:
        return ""
    moment = wall_moment(usual, speech)
    if next_week:
        return speech.say("The same time next week: {moment}.", moment=moment)
    return speech.say("Your usual time: {moment}.", moment=moment)


def usual_button(usual: str, speech: Speech, *, next_week: bool) -> list[Button]:
    """One tap offers it."""
    if not usual:
        return []
    tap = UsualTap(at=carried_wall(usual)).pack()
    return [Button(usual_words(speech, next_week=next_week), tap)]


def usual_words(speech: Speech, *, next_week: bool) -> str:
    """What the button says that offers the usual time at once."""
    return speech.button("Same time next week") if next_week else speech.button("Our usual time")


def _what_comes(
    coming: list[ToldMeeting], partner: str, speech: Speech, programme: Programme
) -> str:
    if not coming:
        return speech.say("You have no meeting with {partner} yet.", partner=partner)
    lines = [_line(one, speech, programme) for one in coming]
    return "\n".join((speech.say("You meet {partner}:", partner=partner), *lines))


def _line(told: ToldMeeting, speech: Speech, programme: Programme) -> str:
    place = line(told, speech, programme)
    return "– " + ", ".join(part for part in (moment_of(told, speech), place) if part)


def _what_waits(notice: OurMeetings, speech: Speech) -> str:
    if not notice.offered:
        return ""
    says = speech.say("You wait for the answer of {partner}:", partner=notice.partner)
    return f"{says}\n{moments(notice.offered, speech)}"


def _take_back(notice: OurMeetings, speech: Speech) -> list[Button]:
    if not notice.offered:
        return []
    tap = OfferTap(step=OfferStep.WITHDRAW, offer_id=notice.offer_id).pack()
    return [Button(speech.button("Take my offer back"), tap)]


def _wall(told: ToldMeeting) -> str:
    return text_of(told.starts_at.astimezone(told.where).replace(tzinfo=None))


def _tap(meeting_id: int, step: MeetingStep) -> str:
    return MeetingTap(step=step, meeting_id=meeting_id).pack()
