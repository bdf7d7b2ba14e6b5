"""Reading and signing: the text in short parts, and what became of a tap."""

from datetime import datetime

from bot.cards.buttons import Go, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.convention.buttons import (
    ConventionTap,
    FirstStep,
    FirstTap,
    PartTap,
    SignStep,
    SignTap,
)
from bot.cards.duos import clock_time
from bot.cards.paper.press import can_print
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices.convention import (
    ConventionAnswer,
    ConventionPart,
    ConventionToSign,
    DuoBegins,
)
from bot.programme.programme import Programme


def convention_to_sign(notice: ConventionToSign, speech: Speech, programme: Programme) -> Card:
    """There is something to read; nobody has to hurry."""
    del programme
    text = paragraphs(
        _why_now(notice, speech),
        speech.say_many("It has {count} short part.", "It has {count} short parts.", notice.parts),
        ""
        if notice.staff
        else speech.say("Do you have a question? Ask it first. Signing on paper is possible too."),
    )
    read = PartTap(duo_id=notice.duo_id).pack()
    later = ConventionTap(step=SignStep.LATER, duo_id=notice.duo_id).pack()
    return Card(
        text,
        one_a_row(
            Button(speech.button("Read it"), read),
            Button(speech.button("Not yet"), later),
            _asks(notice, speech),
        ),
    )


def convention_part(notice: ConventionPart, speech: Speech, programme: Programme) -> Card:
    """One thought; under the last one it can be signed."""
    text = programme.convention.text(speech.language)
    number = min(notice.number, len(text.parts) - 1)
    part, is_last = text.parts[number], number == len(text.parts) - 1
    place = speech.say("{number} of {count}", number=number + 1, count=len(text.parts))
    said = paragraphs(
        speech.say("The text is another one now. Please read it from here.")
        if notice.changed
        else "",
        f"{text.title}, {place}",
        f"{part.title}\n{part.text}",
        _signed_on(notice, speech, programme) if is_last else "",
        _how_to_sign(notice, speech, is_last=is_last),
    )
    buttons: list[Button] = []
    if not is_last:
        buttons.append(_turn(speech.button("Next"), notice, number + 1))
    elif notice.may_sign and not notice.signed:
        sign = SignTap(duo_id=notice.duo_id, mark=notice.mark).pack()
        buttons.append(Button(speech.button("I agree and sign"), sign))
        later = ConventionTap(step=SignStep.LATER, duo_id=notice.duo_id).pack()
        buttons.append(Button(speech.button("Not yet"), later))
    if number:
        buttons.append(_turn(speech.button("Go back"), notice, number - 1))
    if is_last:
        buttons.extend(_paper(notice.duo_id, speech))
    return Card(said, one_a_row(*buttons, _asks(notice, speech), way(Place.MENU, speech)))


def convention_answer(notice: ConventionAnswer, speech: Speech, programme: Programme) -> Card:
    """What is true now, after a tap."""
    del programme
    buttons: list[Button] = []
    if notice.news in ("time_fixed", "other_time"):
        show = FirstTap(step=FirstStep.MEETING, duo_id=notice.duo_id).pack()
        buttons.append(Button(speech.button("See the meeting"), show))
    elif notice.news != "cancelled":
        buttons.append(_turn(speech.button("Our agreement"), notice, 0))
    if notice.news == "signed":
        buttons.extend(_paper(notice.duo_id, speech))
    human = way(Place.MY_DUOS if notice.staff else Place.COACH, speech)
    card = one_a_row(*buttons, human, way(Place.MENU, speech))
    return Card(_what_is_true(notice, speech), card)


def duo_begins(notice: DuoBegins, speech: Speech, programme: Programme) -> Card:
    """All three have signed."""
    del programme
    rhythm = {"weekday": speech.weekday(notice.weekday), "time": clock_time(notice.at, speech)}
    if len(notice.names) > 1:
        mentee, mentor = notice.names
        text = paragraphs(
            speech.say("All three of you have signed."),
            speech.say("The weeks of {mentee} and {mentor} begin.", mentee=mentee, mentor=mentor),
            speech.say("I ask them each {weekday} at {time} if they met.", **rhythm),
        )
        return Card(text, one_a_row(way(Place.MY_DUOS, speech), way(Place.MENU, speech)))
    text = paragraphs(
        speech.say("All three of you have signed."),
        speech.say(
            "Your {count} weeks with {name} begin now.", count=notice.weeks, name=notice.names[0]
        ),
        speech.say("Each {weekday} at {time} I ask you one question: did you meet?", **rhythm),
        speech.say("You can choose another day for it."),
    )
    places = (Place.PLAN_MEETING, Place.MY_QUESTION, Place.AGREEMENT, Place.COACH, Place.MENU)
    return Card(text, one_a_row(*(way(place, speech) for place in places)))


def _why_now(notice: ConventionToSign, speech: Speech) -> str:
    names = speech.listed(notice.names)
    if notice.changed:
        return paragraphs(
            speech.say("The text of your agreement with {names} has changed.", names=names),
            speech.say("I keep what you signed before, and your duo goes on."),
            speech.say("Please read the new text. Do you agree? Then sign it too."),
        )
    if notice.reminder:
        return speech.say(
            "Your agreement with {names} waits for you. There is no hurry.", names=names
        )
    return paragraphs(
        speech.say("After your first meeting with {names} comes the agreement.", names=names),
        speech.say("You can read it now, and sign it when you agree."),
    )


def _what_is_true(notice: ConventionAnswer, speech: Speech) -> str:
    names = speech.listed(notice.names) if notice.names else ""
    waits = speech.say("Not signed yet: {names}.", names=names) if names else ""
    full = speech.say("All three of you have signed.")
    words = {
        "signed": paragraphs(speech.say("Thank you. You have signed."), waits or full),
        "as_it_is": waits or full,
        "later": paragraphs(
            speech.say("That is fine. There is no hurry."),
            speech.say("You can talk about it with {names} at any time.", names=names),
        ),
        "too_early": speech.say(
            "First you meet with {names}. After that you can sign.", names=names
        ),
        "objected": speech.say("OK, that note does not count. I tell {names} now.", names=names),
        "to_sign": speech.say("You have had your first meeting. You can read your agreement."),
        "time_fixed": speech.say("That suits all three of you. It is fixed."),
        "other_time": speech.say(
            "I have asked {names} for another time. Until then this one stands.", names=names
        ),
        "cancelled": speech.say(
            "OK, it does not take place. {names} plans another time with you.", names=names
        ),
    }
    return words[notice.news]


def _signed_on(notice: ConventionPart, speech: Speech, programme: Programme) -> str:
    if not notice.signed:
        return ""
    date = speech.date(datetime.fromisoformat(notice.signed), programme.zone)
    return speech.say("You signed this text on {date}.", date=date)


def _how_to_sign(notice: ConventionPart, speech: Speech, *, is_last: bool) -> str:
    """Why there is no button to sign here, and when there is one."""
    if notice.signed or (is_last and notice.may_sign):
        return ""
    if notice.may_sign:
        return speech.say("You can sign below the last part.")
    return speech.say(
        "You cannot sign yet: the first meeting comes before that. After it I write to you, and "
        "then you can sign below the last part."
    )


def _turn(words: str, notice: ConventionPart | ConventionAnswer, to: int) -> Button:
    return Button(words, PartTap(duo_id=notice.duo_id, number=to).pack())


def _paper(duo_id: int, speech: Speech) -> list[Button]:
    """Where nothing is printed here there is no such button: the text in the chat says all."""
    tap = ConventionTap(step=SignStep.PRINT, duo_id=duo_id).pack()
    return [Button(speech.button("As a PDF"), tap)] if can_print() else []


def _asks(notice: ConventionToSign | ConventionPart, speech: Speech) -> Button:
    """The coach; who is that sees the duos."""
    if notice.staff:
        return way(Place.MY_DUOS, speech)
    return Button(speech.button("I have a question"), Go(to=Place.COACH).pack())
