"""The meetings to come, what waits for an answer, and the ways to a next meeting."""

import json
from typing import cast

from bot.cards.active_weeks.weeks import weeks_line
from bot.cards.buttons import Place
from bot.cards.calendar import moments, short_moment
from bot.cards.card import Button, Card, fitting, one_a_row, paragraphs
from bot.cards.meeting_buttons import MeetingStep, MeetingTap, OfferStep, OfferTap
from bot.cards.meeting_offers import offered_buttons, offered_text
from bot.cards.meetings import usual_button, usual_line
from bot.cards.told_meetings import line, moment_of
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.meetings import text_of
from bot.programme.notices import MeetingOffered, OurMeetings
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting


def our_meetings(notice: OurMeetings, speech: Speech, programme: Programme) -> Card:
    """What comes, what waits for an answer, and the ways to a next meeting."""
    coming = [ToldMeeting.read(one) for one in notice.coming]
    rests = speech.say("Your break does not change your meetings. Tap one to cancel it.")
    asked = _waiting(notice)
    text = paragraphs(
        rests if notice.resting else "",
        offered_text(asked, speech, programme) if asked else "",
        _what_comes(coming, notice.partner, speech, programme),
        _what_waits(notice, speech),
        usual_line(notice.usual, speech, next_week=notice.next_week),
        weeks_line(*notice.together, speech),
    )
    buttons = [
        *(offered_buttons(asked, speech) if asked else ()),
        *(_meeting(one, speech) for one in coming),
        *_take_back(notice, speech),
        *usual_button(notice.usual, speech, next_week=notice.next_week),
        way(Place.PLAN_MEETING, speech),
        way(Place.SAY, speech),
        way(Place.NUMBERS, speech),
        way(Place.CALENDAR, speech),
        way(Place.AGREEMENT, speech),
        way(Place.COACH, speech),
        way(Place.MENU, speech),
    ]
    return Card(text, one_a_row(*buttons))


def _meeting(told: ToldMeeting, speech: Speech) -> Button:
    data = MeetingTap(step=MeetingStep.SHOW, meeting_id=told.id).pack()
    return Button(fitting(short_moment(_wall(told), speech)), data)


def _what_comes(
    coming: list[ToldMeeting], partner: str, speech: Speech, programme: Programme
) -> str:
    if not coming:
        return speech.say("There is no meeting with {partner} planned now.", partner=partner)
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


def _waiting(notice: OurMeetings) -> MeetingOffered | None:
    if not notice.waiting:
        return None
    return cast(
        "MeetingOffered",
        MeetingOffered.from_facts(MeetingOffered.kind, json.loads(notice.waiting)),
    )
