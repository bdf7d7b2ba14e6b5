"""Reaching a service: its numbers to tap, its place, its address in the web."""

from collections.abc import Sequence
from urllib.parse import urlencode

from bot.cards.buttons import Place as Way
from bot.cards.card import Button, Card, one_a_row
from bot.cards.enclosures import Contact, Venue
from bot.cards.entries import said
from bot.cards.opening_sentence import say_buttons
from bot.cards.service_buttons import CallTap, MapTap
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import Place, Service
from bot.programme.notices import NumberToCall, OnTheMap
from bot.programme.programme import Programme

MOST_NUMBERS = 3
MAP = "https://www.openstreetmap.org/search"


def number_to_call(notice: NumberToCall, speech: Speech, programme: Programme) -> Card:
    """A contact, which a phone can call. A short number stands alone, as phones would show it
    with a plus in a contact.
    """
    del programme
    service = read_service(notice.service)
    phone, name = service.phones[notice.number], said(service.name, speech)
    says = say_buttons(service, notice.need, speech) or (way(Way.MENU, speech),)
    rows = one_a_row(*says)
    if phone.international is None:
        return Card(phone.dial, rows)
    return Card(f"{name}\n{phone.dial}", rows, enclosure=Contact(phone.international, name))


def on_the_map(notice: OnTheMap, speech: Speech, programme: Programme) -> Card:
    """A venue, which a phone can lead to."""
    del programme
    service = read_service(notice.service)
    place = next(one for one in service.places if one.latitude is not None)
    name, address = said(service.name, speech), address_of(place)
    rows = one_a_row(*call_buttons(service, notice.need, speech))
    venue = Venue(name, address, place.latitude or 0.0, place.longitude or 0.0)
    return Card(f"{name}\n{address}", rows, enclosure=venue)


def call_buttons(service: Service, need: str, speech: Speech) -> Sequence[Button]:
    """A button for each number, the first few."""
    return [
        Button(
            speech.button("Call {number}", number=phone.dial),
            CallTap(service=service.key, number=number, need=need).pack(),
        )
        for number, phone in enumerate(service.phones[:MOST_NUMBERS])
    ]


def map_buttons(service: Service, need: str, speech: Speech) -> Sequence[Button]:
    """The place on the phone's own map when somebody measured it, else a search on a map."""
    if not service.places:
        return ()
    words, first = speech.button("Show on the map"), service.places[0]
    if any(one.latitude is not None for one in service.places):
        return (Button(words, MapTap(service=service.key, need=need).pack()),)
    return (Button(words, url=f"{MAP}?{urlencode({'query': address_of(first)})}"),)


def website_buttons(service: Service, speech: Speech) -> Sequence[Button]:
    """The website, when there is one."""
    return (Button(speech.button("Website"), url=service.website),) if service.website else ()


def address_of(place: Place) -> str:
    """The address as it stands on a letter, in one line."""
    return ", ".join(part for part in (place.street, f"{place.postal_code} {place.town}".strip())
                     if part)  # fmt: skip
