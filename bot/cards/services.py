"""One service on a card: what it is, whether it is open, and how to get there."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.buttons import NeedTap, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.entries import dated, said
from bot.cards.hand_over import give_rows
from bot.cards.hours import weekly_hours
from bot.cards.keeping import care_rows, doubts_for_staff, wrong_row
from bot.cards.reaching import reaching_rows
from bot.cards.referrals import later_rows
from bot.cards.ways import branch_to_call, labelled, way
from bot.i18n import Speech
from bot.programme.directory import Phone, Place as Door, Service
from bot.programme.directory.areas import slug
from bot.programme.directory.freshness import Standing, standing
from bot.programme.directory.opening import OpenNow, open_now
from bot.programme.directory.reading import read_service
from bot.programme.directory.service import in_language
from bot.programme.notices import ServiceShown
from bot.programme.people import is_staff
from bot.programme.programme import Programme


def service_shown(notice: ServiceShown, speech: Speech, programme: Programme) -> Card:
    """Everything somebody must know before they go or call."""
    service = read_service(notice.service)
    now = datetime.fromisoformat(notice.now)
    text = paragraphs(
        name_of(service, speech),
        _other_language(service, speech),
        said(service.description, speech),
        said(service.alert, speech),
        _lines(_when(service, now, speech, programme), *_phones(service, speech)),
        _lines(*_conditions(service, speech)),
        _lines(*(_door(one, speech) for one in service.places), *_web(service, speech)),
        checked(service, now, notice.doubts, speech, programme),
        doubts_for_staff(notice, service, speech, programme),
        branch_to_call(notice.branch, speech, programme),
    )
    return Card(text, service_rows(notice, service, speech))


def service_rows(notice: ServiceShown, service: Service, speech: Speech) -> Rows:
    """What can be done with a service, in the order in which it is tried.

    Call, map, website, what to say, on paper, ask me later, hand over or assure, something is
    wrong; then the ways back.
    """
    for_staff = is_staff(notice.role)
    rows = reaching_rows(service, notice.need, speech)
    if not for_staff:
        rows += later_rows(service, notice.need, notice.place, speech)
        rows += give_rows(service.key, notice.mentee, speech)
    rows += (care_rows if for_staff else wrong_row)(service.key, speech)
    person = Place.MENU if for_staff else Place.COACH
    people = one_a_row(way(person, speech), way(Place.EMERGENCY, speech))
    return rows + back_to_list(notice, speech) + people


def back_to_list(notice: ServiceShown, speech: Speech) -> Rows:
    """The list in which the service was found."""
    if not notice.need:
        return one_a_row(way(Place.FIND_HELP, speech))
    place = slug(notice.place) if notice.place else ""
    back = NeedTap(need=notice.need, place=place).pack()
    return one_a_row(Button(speech.button("Back to the list"), back))


def name_of(service: Service, speech: Speech) -> str:
    """The name of a service as its reader knows it."""
    return said(service.name, speech)


def short_name(service: Service, speech: Speech) -> str:
    """The name without what is said in brackets."""
    return name_of(service, speech).partition(" (")[0]


def one_service(service: Service, now: datetime, speech: Speech, programme: Programme) -> str:
    """What a glance must tell, in three lines: its name, what it is, and how to reach it."""
    glance = " · ".join(_at_a_glance(service, now, speech, programme))
    words = said(service.description, speech)
    return _lines(name_of(service, speech), words, glance[:1].upper() + glance[1:])


def checked(
    service: Service, now: datetime, doubts: int, speech: Speech, programme: Programme
) -> str:
    """Whether somebody of us has made sure of the entry, and when."""
    today = now.astimezone(programme.zone).date()
    since = service.assured_on or service.gathered_on or today
    when = dated(since, speech, programme)
    match standing(service, today, doubts):
        case Standing.CHECKED:
            return speech.say("We checked this on {date}.", date=when)
        case Standing.OLD:
            return _checked_long_ago(service, when, speech)
        case Standing.NEVER_CHECKED:
            return speech.say("We have not checked this yet. It dates from {date}.", date=when)
        case _:
            return speech.say(
                "This may be wrong. Does nobody answer? "
                "Then look for another service, or ask your coach."
            )


def _checked_long_ago(service: Service, when: str, speech: Speech) -> str:
    if not service.phones:
        return speech.say("We checked this on {date}. That is long ago.", date=when)
    return speech.say("We checked this on {date}. That is long ago, so call first.", date=when)


def spoken(codes: tuple[str, ...], speech: Speech) -> str:
    """Languages by their names in the reader's language, such as "Dutch and French"."""
    return speech.listed(speech.locale.languages.get(code, code) for code in codes)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _other_language(service: Service, speech: Speech) -> str:
    """Said when a text is not in the reader's language."""
    texts = [service.description, service.eligibility, service.fees, service.bring, service.alert]
    if not service.openings:  # else the hours are told by their table
        texts.append(service.hours)
    others = [in_language(one, speech.language)[1] for one in texts]
    found = tuple(dict.fromkeys(one for one in others if one))
    if not found:
        return ""
    return speech.say("I have this text only in {languages}.", languages=spoken(found, speech))


def _when(service: Service, now: datetime, speech: Speech, programme: Programme) -> str:
    if service.is_always_open:
        return speech.say("Open day and night, every day.")
    hours = service.hours.get(speech.language) or weekly_hours(service.openings, speech)
    hours = hours or said(service.hours, speech)
    if not hours:
        return _hours_unknown(service, speech)
    return _lines(
        _open_or_not(service, now, speech, programme),
        labelled(speech.say("Opening hours"), hours, speech),
    )


def _hours_unknown(service: Service, speech: Speech) -> str:
    """What to do first: call where one can, else look where the hours may stand."""
    if service.phones:
        return speech.say("I do not know the opening hours. Call first.")
    if service.website:
        return speech.say("I do not know the opening hours. Look on the website.")
    return speech.say("I do not know the opening hours.")


def _open_or_not(service: Service, now: datetime, speech: Speech, programme: Programme) -> str:
    holiday = (
        speech.say("Today is a public holiday. It may be closed: call first.")
        if service.phones
        else speech.say("Today is a public holiday. It may be closed.")
    )
    words = {
        OpenNow.OPEN: speech.say("It is open now."),
        OpenNow.CLOSED: speech.say("It is closed now."),
        OpenNow.HOLIDAY: holiday,
        OpenNow.UNKNOWN: "",
    }
    return words[open_now(service, now, programme.zone)]


def _phones(service: Service, speech: Speech) -> Iterator[str]:
    for phone in service.phones:
        yield labelled(speech.say("Phone"), _with_note(phone, speech), speech)


def _with_note(phone: Phone, speech: Speech) -> str:
    """The number as one dials it, and what it is."""
    notes = [said(phone.about, speech), speech.say("free call") if phone.is_free else ""]
    note = ", ".join(one for one in notes if one)
    return f"{phone.dial} ({note})" if note else phone.dial


def _conditions(service: Service, speech: Speech) -> Iterator[str]:
    free = speech.say("Free.") if service.is_free else ""
    rows = {
        speech.say("For whom"): said(service.eligibility, speech),
        speech.say("Cost"): said(service.fees, speech) or free,
        speech.say("Take with you"): said(service.bring, speech),
        speech.say("Languages"): spoken(service.languages, speech),
    }
    return (labelled(label, value, speech) for label, value in rows.items() if value)


def _door(place: Door, speech: Speech) -> str:
    town = f"{place.postal_code} {place.town}".strip()
    address = ", ".join(part for part in (place.street, town) if part)
    steps = {
        True: speech.say("There are no steps at the door."),
        False: speech.say("There are steps at the door."),
        None: "",
    }[place.step_free]
    return _lines(labelled(speech.say("Address"), address, speech) if address else "", steps)


def _web(service: Service, speech: Speech) -> Iterator[str]:
    if service.website:
        yield labelled(speech.say("Website"), service.website, speech)
    if service.email:
        yield labelled(speech.say("E-mail"), service.email, speech)


def _at_a_glance(
    service: Service, now: datetime, speech: Speech, programme: Programme
) -> Iterator[str]:
    if service.is_always_open:
        yield speech.say("day and night")
    else:
        state = open_now(service, now, programme.zone)
        yield from open_or_closed(state, speech)
    yield from (phone.dial for phone in service.phones[:1])
    if service.is_free:
        yield speech.say("free")
    if service.languages and speech.language not in service.languages:
        yield speech.say("speaks {languages}", languages=spoken(service.languages, speech))


def open_or_closed(state: OpenNow, speech: Speech) -> Iterator[str]:
    """Whether somebody who calls or goes now finds it open, when that is known."""
    if state is OpenNow.OPEN:
        yield speech.say("open now")
    if state is OpenNow.CLOSED:
        yield speech.say("closed now")
