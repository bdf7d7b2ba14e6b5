"""Meetings in somebody's own calendar: a file with each letter, and a private link."""

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices import CalendarLink, CalendarShown
from bot.programme.programme import Programme


def calendar_shown(notice: CalendarShown, speech: Speech, programme: Programme) -> Card:
    """The two ways; the link only where this house has an address in the web."""
    del programme
    text = paragraphs(
        speech.say("The link is stopped. Nobody can use it now.") if notice.stopped else "",
        speech.say("A fixed meeting comes with a file. Tap it to put it in your calendar."),
        _about_the_link(notice, speech) if notice.can_link else "",
    )
    make = (way(Place.CALENDAR_LINK, speech),) if notice.can_link else ()
    stop = (way(Place.CALENDAR_STOP, speech),) if notice.has_link else ()
    return Card(
        text, one_a_row(*make, *stop, way(Place.MEETINGS, speech), way(Place.MENU, speech))
    )


def calendar_link(notice: CalendarLink, speech: Speech, programme: Programme) -> Card:
    """The link, how to use it, and how to stop it."""
    del programme
    text = paragraphs(
        f"{speech.say('This is your link:')}\n{notice.link}",
        speech.say("In your calendar, choose “Add by URL” or “Subscribe”. Paste the link there."),
        speech.say("Keep the link for yourself: it shows when and where you meet."),
        speech.say("I do not keep it. Did you lose it? Make a new one."),
    )
    opens = Button(speech.button("Open the link"), url=notice.link)
    return Card(text, one_a_row(opens, way(Place.CALENDAR_STOP, speech), way(Place.MENU, speech)))


def _about_the_link(notice: CalendarShown, speech: Speech) -> str:
    if notice.has_link:
        return speech.say("You have a link for your calendar. A new link stops the old one.")
    return speech.say("Or make a link. Then your calendar finds all your meetings by itself.")
