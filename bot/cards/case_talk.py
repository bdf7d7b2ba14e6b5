"""What people and coaches say to each other about a case, and what goes with it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.cards.buttons import CaseStep, CaseTap, Go, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.enclosures import Relayed
from bot.cards.off_telegram.by_phone import sent_to, write_to_say
from bot.cards.ways import LANGUAGE_NAMES, way, way_on
from bot.i18n import Speech
from bot.programme.cases import Form, Side, Takes
from bot.programme.notices import (
    CaseFile,
    CaseMessageCame,
    CaseRead,
    CaseReadAgain,
    CoachWrites,
    LineClosed,
    LineOpen,
    NoteKept,
    NotPassedOn,
    PassedOn,
)
from bot.programme.programme import Programme


def case_message_came(notice: CaseMessageCame, speech: Speech, programme: Programme) -> Card:
    """The first line is all that a locked phone shows, so it names nobody."""
    del programme
    name = _who(notice.name, speech)
    changed = speech.say("{name} changed a message.", name=name)
    who = changed if notice.changed else speech.say("It comes from {name}.", name=name)
    text = paragraphs(speech.say("There is a message for you."), who)
    return Card(text, _steps(notice.case_id, speech, CaseStep.READ, CaseStep.REPLY))


def case_read(notice: CaseRead, speech: Speech, programme: Programme) -> Card:
    """What was said, the oldest first."""
    lines = [_line(one, speech, programme) for one in notice.said]
    nothing = _nothing(notice, speech) if not notice.closed else ""
    before = speech.say("What was said to the coach before stays closed until this person agrees.")
    steps = (CaseStep.REPLY, CaseStep.READY, CaseStep.NOTE)
    said = paragraphs(speech.say("What was said:"), *lines) if lines else nothing
    text = paragraphs(before if notice.closed else "", said)
    return Card(text, _steps(notice.case_id, speech, *steps))


def _nothing(notice: CaseRead, speech: Speech) -> str:
    """Words of danger that were not kept were written all the same."""
    if notice.in_danger:
        return speech.say("I have not kept those words. Please call.")
    return speech.say("Nobody has written anything yet.")


def case_read_again(notice: CaseReadAgain, speech: Speech, programme: Programme) -> Card:
    """In the place of what was read before."""
    del programme
    if notice.why == "gone":
        gone = speech.say("What stood here was erased. This person wants it so.")
        return Card(gone, one_a_row(way(Place.MENU, speech)))
    text = speech.say("What stood here was changed. Read it again to see how it is now.")
    return Card(text, _steps(notice.case_id, speech, CaseStep.READ))


def case_file(notice: CaseFile, speech: Speech, programme: Programme) -> Card:
    """A file, with who sent it and when."""
    when = _moment(notice.sent_at, speech, programme)
    from_whom = speech.say("From {name}, {when}", name=_who(notice.author, speech), when=when)
    text = "\n".join(part for part in (from_whom, notice.words) if part)
    otherwise = f"{from_whom}\n{_not_shown(speech)}"
    rows = _steps(notice.case_id, speech, CaseStep.REPLY)
    return Card(text, rows, enclosure=Relayed(notice.form, notice.file), otherwise=otherwise)


def coach_writes(notice: CoachWrites, speech: Speech, programme: Programme) -> Card:
    """Who says it, and what; a tap answers."""
    del programme
    says = speech.say("{coach} (coach):", coach=notice.coach)
    words = notice.words
    answer = speech.button("Answer {name}", name=notice.coach)
    rows = one_a_row(Button(answer, _tap(notice.case_id, CaseStep.REPLY)))
    if notice.file:
        text = "\n".join(part for part in (says, words) if part)
        otherwise = "\n".join(part for part in (says, words, _not_shown(speech)) if part)
        return Card(text, rows, enclosure=Relayed(notice.form, notice.file), otherwise=otherwise)
    return Card(f"{says}\n{words or speech.say('This part was taken away.')}", rows)


def passed_on(notice: PassedOn, speech: Speech, programme: Programme) -> Card:
    """To whom, and how to stop when more would go there too."""
    del programme
    if notice.by_coach:
        text = sent_to(_who(notice.name, speech), speech, by_phone=notice.by_phone)
        again = Button(speech.button("Send more"), _tap(notice.case_id, CaseStep.REPLY))
        return Card(text, one_a_row(again, _stop(speech)))
    if notice.name:
        text = speech.say("I pass it on to {name}.", name=notice.name)
    else:
        text = speech.say("I keep it for your coach.")
    return Card(text, one_a_row(way_on(speech, registers=notice.registers)))


def line_open(notice: LineOpen, speech: Speech, programme: Programme) -> Card:
    """What to do now, and what it is for."""
    del programme
    if notice.takes == Takes.NOTE:
        text = paragraphs(
            speech.say("Write your note now."),
            speech.say("Only coaches read it. The person never sees it."),
        )
        return Card(text, one_a_row(_stop(speech)))
    name = notice.name or speech.say("your coach")
    if notice.by_phone:
        return Card(write_to_say(name, speech), one_a_row(_stop(speech)))
    says = speech.say("Write or speak now. I pass it on to {name}.", name=name)
    takes = speech.say("You can also send a photo or a document.")
    stays = speech.say("I do this for {minutes} minutes.", minutes=notice.minutes)
    tongue = LANGUAGE_NAMES.get(notice.language)
    reads = speech.say("{name} reads: {language}.", name=notice.name, language=tongue or "")
    told = paragraphs(says, reads if tongue else "", f"{takes} {stays}")
    return Card(told, one_a_row(_stop(speech)))


def line_closed(notice: LineClosed, speech: Speech, programme: Programme) -> Card:
    """From now on what is typed is for the bot again."""
    del notice, programme
    text = speech.say("All right. I pass nothing more on.")
    return Card(text, one_a_row(way(Place.MENU, speech)))


def not_passed_on(notice: NotPassedOn, speech: Speech, programme: Programme) -> Card:
    """What cannot be passed on is said, with another way."""
    del programme
    ways = (way(Place.COACH, speech), way(Place.MENU, speech))
    return Card(_REFUSALS[notice.why](notice, speech), one_a_row(*ways))


def note_kept(notice: NoteKept, speech: Speech, programme: Programme) -> Card:
    """A note is kept, and read with the rest."""
    del programme
    text = speech.say("I keep your note. Only coaches can read it.")
    return Card(text, _steps(notice.case_id, speech, CaseStep.READ))


def _wrong_form(notice: NotPassedOn, speech: Speech) -> str:
    del notice
    return paragraphs(
        speech.say("I cannot pass this on."),
        speech.say("I can pass on text, voice messages, photos and documents."),
    )


def _closed(notice: NotPassedOn, speech: Speech) -> str:
    del notice
    return paragraphs(
        speech.say("This talk with your coach is over, so I did not pass it on."),
        speech.say("Do you need your coach again? Tap below."),
    )


def _closed_for_coach(notice: NotPassedOn, speech: Speech) -> str:
    return paragraphs(
        speech.say("This case is closed, so I did not send it."),
        speech.say("Tap the name on the card to write to {name}.", name=_who(notice.name, speech)),
    )


def _of_two(notice: NotPassedOn, speech: Speech) -> str:
    del notice
    return speech.say("This is about two people. Tap a name on the card to write to one of them.")


def _left(notice: NotPassedOn, speech: Speech) -> str:
    del notice
    return speech.say("This person has left. I cannot send it.")


def _unreachable(notice: NotPassedOn, speech: Speech) -> str:
    name = _who(notice.name, speech)
    return speech.say("I cannot reach {name} on Telegram now. Please call.", name=name)


def _not_yours(notice: NotPassedOn, speech: Speech) -> str:
    del notice
    why = speech.say("The case is not for you, or this person wants only their own coach.")
    return paragraphs(speech.say("This was not sent."), why)


_REFUSALS: Mapping[str, Callable[[NotPassedOn, Speech], str]] = {
    "form": _wrong_form, "closed": _closed, "closed_for_coach": _closed_for_coach, "two": _of_two,
    "left": _left, "unreachable": _unreachable, "not_yours": _not_yours,
}  # fmt: skip


def _line(said: tuple[str, str, str, str, str, bool], speech: Speech, programme: Programme) -> str:
    """Who said what, and when. A note says that it is one; of a file the kind."""
    side, name, form, words, sent_at, changed = said
    when = _moment(sent_at, speech, programme)
    named = {"name": _who(name, speech), "when": when}
    head = (
        speech.say("Note of {name}, {when}", **named)
        if side == Side.NOTE
        else speech.say("{name}, {when}", **named)
    )
    changed_too = f"{head} {speech.say('(changed)')}" if changed else head
    return "\n".join(part for part in (changed_too, _kind(form, speech), words) if part)


def _kind(form: str, speech: Speech) -> str:
    match Form(form):
        case Form.TEXT:
            return ""
        case Form.VOICE:
            return speech.say("(voice message)")
        case Form.PHOTO:
            return speech.say("(photo)")
        case Form.DOCUMENT:
            return speech.say("(document)")


def _steps(case_id: int, speech: Speech, *steps: CaseStep) -> Rows:
    words = {
        CaseStep.READ: speech.button("Read"),
        CaseStep.REPLY: speech.button("Reply"),
        CaseStep.READY: speech.button("Ready answers"),
        CaseStep.NOTE: speech.button("Note for coaches"),
    }
    return one_a_row(*(Button(words[step], _tap(case_id, step)) for step in steps))


def _tap(case_id: int, step: CaseStep) -> str:
    return CaseTap(case_id=case_id, step=step).pack()


def _stop(speech: Speech) -> Button:
    return Button(speech.button("That is all"), Go(to=Place.LINE_STOP).pack())


def _moment(sent_at: str, speech: Speech, programme: Programme) -> str:
    return speech.day_and_time(datetime.fromisoformat(sent_at), programme.zone)


def _who(name: str, speech: Speech) -> str:
    return name or speech.say("Somebody new")


def _not_shown(speech: Speech) -> str:
    return speech.say("Something was sent with it that cannot be shown here.")
