"""A meeting in words: when, how long, where, and how to find the place."""

from collections.abc import Sequence
from urllib.parse import urlencode

from bot.cards.calling import MAP
from bot.cards.card import Button
from bot.cards.day_buttons import DayStep, DayTap
from bot.cards.enclosures import Venue
from bot.i18n import Speech
from bot.programme.holidays import holiday_name
from bot.programme.meeting_places import WITH_HOURS, MeetingPlace, PlaceKind
from bot.programme.programme import Programme
from bot.programme.told_meetings import ToldMeeting

AN_HOUR = 60  # minutes


def moment_of(told: ToldMeeting, speech: Speech) -> str:
    """Day and hour at which it begins."""
    return speech.day_and_time(told.starts_at, told.where)


def when(told: ToldMeeting, speech: Speech) -> str:
    """Day and hour, and how long that really is."""
    return speech.say(
        "{moment}, about {length}", moment=moment_of(told, speech), length=_length(told, speech)
    )


def day_off(told: ToldMeeting, speech: Speech) -> str:
    """That the day is a public holiday, and what it is called; else nothing."""
    day = told.starts_at.astimezone(told.where).date()
    name = holiday_name(day, speech.language)
    if not name:
        return ""
    said = speech.day(told.starts_at, told.where)
    return speech.say("{day} is a public holiday: {holiday}.", day=said, holiday=name)


def where(told: ToldMeeting, speech: Speech, programme: Programme) -> str:
    """The place: its name and address."""
    if spot := line(told, speech, programme):
        return speech.say("Where: {place}", place=spot)
    return speech.say("You have not chosen a place yet.")


def where_exactly(told: ToldMeeting, speech: Speech, programme: Programme) -> str:
    """The place, with all that one has to know to go there."""
    place = public_place(told, programme)
    facts = facts_of(place, speech) if place else ()
    made_up = told.place.kind in WITH_HOURS and programme.sample
    note = speech.say("This is a test programme. This address is not real.") if made_up else ""
    return "\n".join(one for one in (where(told, speech, programme), *facts, note) if one)


def line(told: ToldMeeting, speech: Speech, programme: Programme) -> str:
    """The place in one line; empty when there is none yet."""
    place = told.place
    match place.kind:
        case PlaceKind.ONLINE:
            return speech.say("online")
        case PlaceKind.PHONE:
            return speech.say("by phone")
        case PlaceKind.ADDRESS:
            return place.words
        case PlaceKind.OPEN:
            return ""
    return ", ".join(part for part in _name_and_address(told, speech, programme) if part)


def public_place(told: ToldMeeting, programme: Programme) -> MeetingPlace | None:
    """The public place that is meant; None for any other, or when the branch has it no more."""
    branch = programme.branch(told.branch)
    is_public = told.place.kind is PlaceKind.PUBLIC
    return branch.place(told.place.key) if branch and is_public else None


def venue(told: ToldMeeting, speech: Speech, programme: Programme) -> Venue | None:
    """The place on a map, where somebody measured it."""
    place = public_place(told, programme)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    address = ". ".join(
        one for one in (place.address, place.hours.get(speech.language, "")) if one
    )
    return Venue(place.name[speech.language], address, place.latitude, place.longitude)


def map_buttons(told: ToldMeeting, speech: Speech, programme: Programme) -> Sequence[Button]:
    """The place on the phone's own map when somebody measured it, else a search on a map."""
    words = speech.button("Show on the map")
    if venue(told, speech, programme):
        return (Button(words, DayTap(step=DayStep.MAP, meeting_id=told.id).pack()),)
    address = _name_and_address(told, speech, programme)[1]
    return (Button(words, url=f"{MAP}?{urlencode({'query': address})}"),) if address else ()


def _name_and_address(told: ToldMeeting, speech: Speech, programme: Programme) -> tuple[str, str]:
    branch = programme.branch(told.place.key or told.branch)
    if told.place.kind is PlaceKind.ADDRESS:
        return "", told.place.words
    if place := public_place(told, programme):
        return place.name[speech.language], place.address
    if told.place.kind is PlaceKind.BRANCH and branch:
        office = speech.say("our office in {branch}", branch=branch.name[speech.language])
        return office, branch.address
    return "", ""


def facts_of(place: MeetingPlace, speech: Speech) -> Sequence[str]:
    """What is known of a public place; of what nobody knows nothing is said."""
    known = (
        place.hours.get(speech.language, ""),
        speech.say("You pay nothing there.") if place.free else "",
        speech.say("There are no steps.") if place.step_free else "",
    )
    return [one for one in known if one]


def _length(told: ToldMeeting, speech: Speech) -> str:
    minutes = int((told.ends_at - told.starts_at).total_seconds()) // 60
    if minutes % AN_HOUR:
        return speech.say_many("{count} minute", "{count} minutes", minutes)
    return speech.say_many("{count} hour", "{count} hours", minutes // AN_HOUR)
