"""What is said about keeping the directory right: reports, assurances and history."""

from datetime import date, datetime

from bot.cards.buttons import Place, ServiceTap
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.edits import detail_name, named, to_service
from bot.cards.entries import dated
from bot.cards.keeping_buttons import CareStep, CareTap, FaultTap, WrongTap
from bot.cards.ways import role_name, way
from bot.i18n import Speech
from bot.programme.directory.freshness import is_shown
from bot.programme.directory.service import Service
from bot.programme.edits import Detail
from bot.programme.keeping import Deed, Fault
from bot.programme.notices import (
    Assured,
    ReportTaken,
    ServiceHistory,
    ServiceShown,
    ServicesToCheck,
    WhatIsWrong,
)
from bot.programme.people import is_staff
from bot.programme.programme import Programme


def what_is_wrong(notice: WhatIsWrong, speech: Speech, programme: Programme) -> Card:
    """What somebody may have met at the door; nobody asks why they went there."""
    del programme
    text = paragraphs(
        named(notice.name, speech),
        speech.say("What is wrong? Tap what fits best."),
        speech.say("I do not ask why you looked for it. I tell nobody that it was you."),
    )
    faults = [
        Button(fault_words(fault, speech), FaultTap(fault=fault, service=notice.service).pack())
        for fault in Fault
    ]
    return Card(text, one_a_row(*faults, to_service(notice.service, speech)))


def report_taken(notice: ReportTaken, speech: Speech, programme: Programme) -> Card:
    """Thanks, and the way on."""
    del programme
    text = paragraphs(
        speech.say("Thank you. This helps other people too."),
        speech.say("We will phone and look at it."),
    )
    on = Place.MENU if is_staff(notice.role) else Place.COACH
    return Card(text, one_a_row(way(Place.FIND_HELP, speech), way(on, speech)))


def assured(notice: Assured, speech: Speech, programme: Programme) -> Card:
    """The entry is good from now on."""
    day = dated(date.fromisoformat(notice.day), speech, programme)
    text = paragraphs(
        named(notice.name, speech),
        speech.say("Thank you. Everybody now reads: checked by our team on {day}.", day=day),
    )
    return Card(text, one_a_row(to_service(notice.service, speech), way(Place.MENU, speech)))


def service_history(notice: ServiceHistory, speech: Speech, programme: Programme) -> Card:
    """The last things that were done to an entry, with day and role, never a name."""
    lines = [_line(one, speech, programme) for one in notice.past]
    says = "\n".join(lines) or speech.say("Nothing was changed here yet.")
    text = paragraphs(named(notice.name, speech), speech.say("What was done, newest first:"), says)
    return Card(text, one_a_row(to_service(notice.service, speech), way(Place.MENU, speech)))


def services_to_check(notice: ServicesToCheck, speech: Speech, programme: Programme) -> Card:
    """What waits, each with why; a tap shows the service with its number."""
    del programme
    if not notice.services:
        done = speech.say("Nothing waits to be checked now. Thank you.")
        return Card(done, one_a_row(way(Place.MENU, speech)))
    lines = [
        speech.say("{name}: {why}", name=named(name, speech), why=_why(why, speech))
        for _, name, why in notice.services
    ]
    text = paragraphs(
        speech.say("Phone each of them and ask: is this still right?"),
        speech.say("Do not phone numbers for people in danger: look on their website."),
        "\n".join(lines),
        _and_more(notice.more, speech),
    )
    buttons = [
        Button(fitting(named(name, speech)), ServiceTap(service=key).pack())
        for key, name, _ in notice.services
    ]
    return Card(text, one_a_row(*buttons, way(Place.MENU, speech)))


def fault_words(fault: Fault, speech: Speech) -> str:
    """What somebody says is wrong."""
    words = {
        Fault.NUMBER: speech.button("Number does not work"),
        Fault.CLOSED: speech.button("Closed or moved"),
        Fault.HOURS: speech.button("Hours are wrong"),
        Fault.OTHER: speech.button("Something else"),
    }
    return words[fault]


def doubts_for_staff(
    notice: ServiceShown, service: Service, speech: Speech, programme: Programme
) -> str:
    """Who checked it, what people say against it, and whether they see it: for staff only."""
    if not is_staff(notice.role):
        return ""
    today = datetime.fromisoformat(notice.now).astimezone(programme.zone).date()
    faults = [fault_words(Fault(one), speech) for one in dict.fromkeys(notice.faults)]
    lines = (
        speech.say("Checked by {name}.", name=notice.checked_by) if notice.checked_by else "",
        speech.say("Reported as wrong: {faults}", faults=speech.listed(faults)) if faults else "",
        ""
        if is_shown(service, today, notice.doubts)
        else speech.say("People do not see this service now."),
    )
    return "\n".join(line for line in lines if line)


def wrong_row(service: str, speech: Speech) -> Rows:
    """What everybody else can do: say that something is wrong."""
    tap = WrongTap(service=service).pack()
    return one_a_row(Button(speech.button("Something is wrong"), tap))


def care_rows(service: str, speech: Speech) -> Rows:
    """What staff can do with the entry of a service."""
    words = {
        CareStep.ASSURE: speech.button("I phoned: it is right"),
        CareStep.CHANGE: speech.button("Change something"),
        CareStep.HISTORY: speech.button("History"),
    }
    return one_a_row(
        *[Button(said, CareTap(step=step, service=service).pack()) for step, said in words.items()]
    )


def _line(past: tuple[str, str, str, str], speech: Speech, programme: Programme) -> str:
    moment, deed, detail, role = past
    day = speech.date(datetime.fromisoformat(moment), programme.zone)
    done = _deed(deed, speech)
    if detail:
        what = detail_name(Detail.read(detail).field, speech)
        done = speech.say("{deed} ({detail})", deed=done, detail=what)
    if is_staff(role):
        return speech.say("{day}: {deed}, by a {role}", day=day, deed=done,
                          role=role_name(role, speech))  # fmt: skip
    return speech.say("{day}: {deed}", day=day, deed=done)


def _deed(deed: str, speech: Speech) -> str:
    """A deed that this version does not know keeps its own word."""
    words = {
        Deed.ASSURED: speech.say("checked by phone"),
        Deed.PROPOSED: speech.say("change proposed"),
        Deed.ACCEPTED: speech.say("change accepted"),
        Deed.REFUSED: speech.say("change refused"),
        Deed.EDITED: speech.say("changed"),
        Deed.HIDDEN: speech.say("hidden after reports"),
        "imported": speech.say("read from a file"),
        "removed": speech.say("taken out by a file"),
    }
    return words.get(deed, deed)


def _why(why: str, speech: Speech) -> str:
    words = {
        "closed": speech.say("a crisis line that is closed here, so people do not see it"),
        "urgent": speech.say("a crisis line that nobody has checked for long"),
        "doubted": speech.say("people say that something is wrong"),
        "too_old": speech.say("nobody has checked it for nine months"),
    }
    return words[why]


def _and_more(count: int, speech: Speech) -> str:
    if not count:
        return ""
    return speech.say_many("And {count} more.", "And {count} more.", count)
