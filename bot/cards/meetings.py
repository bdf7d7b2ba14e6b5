"""The meetings to come, and before one of them is cancelled."""

from bot.cards.buttons import Place
from bot.cards.calendar import wall_moment
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.meeting_buttons import (
    MeetingStep,
    MeetingTap,
    UsualTap,
    carried_wall,
)
from bot.cards.meeting_letters import late_button
from bot.cards.told_meetings import map_buttons, moment_of, where_exactly
from bot.cards.ways import people_to_call, way
from bot.i18n import Speech
from bot.programme.notices import CancelMeeting, MeetingShown, NoMeetings
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting


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
    text = paragraphs(
        kept, f"{says}\n{moment_of(told, speech)}", where_exactly(told, speech, programme)
    )
    late = (late_button(told, speech),) if notice.near else ()
    cancel = Button(speech.button("Cancel it"), _tap(told.id, MeetingStep.CANCEL))
    rows = one_a_row(
        *map_buttons(told, speech, programme),
        *late,
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


def _tap(meeting_id: int, step: MeetingStep) -> str:
    return MeetingTap(step=step, meeting_id=meeting_id).pack()
