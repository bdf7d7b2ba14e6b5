"""How far one's own call for a coach is, in words."""

from datetime import datetime

from bot.cards.card import paragraphs
from bot.i18n import Speech
from bot.programme.cases import CaseState, Reason
from bot.programme.notices import MyRequest
from bot.programme.programme import Programme
from bot.programme.requests import may_end


def how_far(notice: MyRequest, speech: Speech, programme: Programme) -> str:
    """Who has it and what they did, or until when somebody reads it."""
    coach = notice.coach
    if coach is None and notice.reason == Reason.DANGER:
        return paragraphs(
            speech.say("No coach can be reached now. I am sorry. I go on asking."),
            speech.say("You do not have to wait. Tap “SOS” to talk to somebody now."),
        )
    if coach is None:
        return paragraphs(
            speech.say(
                "No coach can be reached now. Your question waits safely for the first coach."
            ),
            _tries_again(notice, speech, programme),
        )
    if notice.wants_call and notice.state != CaseState.ANSWERED:
        return _to_be_called(notice, coach, speech, programme)
    return _worked(notice, coach, speech, programme)


def _to_be_called(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    return paragraphs(
        _wants_call(notice, coach, speech),
        _promise(notice, coach, speech, programme) if notice.state == CaseState.OPEN else "",
        _only_coaches(speech),
    )


def _wants_call(notice: MyRequest, coach: str, speech: Speech) -> str:
    """No "now" while the office is closed; who is new has no coach of their own yet."""
    if notice.registers:
        return speech.say(
            "I have told a coach of the office, {coach}, that you want a call.", coach=coach
        )
    if notice.opens_at:
        return speech.say("I have told your coach {coach} that you want a call.", coach=coach)
    return speech.say("I have told your coach {coach} that you want a call now.", coach=coach)


def _worked(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    match CaseState(notice.state):
        case CaseState.OPEN | CaseState.CLOSED:
            return paragraphs(
                _received(notice, coach, speech),
                _promise(notice, coach, speech, programme),
                _only_coaches(speech) if notice.reason == Reason.DANGER else "",
            )
        case CaseState.READ:
            return _read(notice, coach, speech) if coach else speech.say("A coach has read it.")
        case CaseState.TAKEN:
            return _worked_on(notice, coach, speech, programme)
        case CaseState.ANSWERED:
            answered = speech.say("Your coach {coach} has answered you.", coach=coach)
            return paragraphs(answered, is_it_solved(speech) if may_end(notice.reason) else "")


def _read(notice: MyRequest, coach: str, speech: Speech) -> str:
    if notice.reason == Reason.DANGER:
        return speech.say("Your coach {coach} has read it.", coach=coach)
    return speech.say("Your coach {coach} has read your question.", coach=coach)


def _received(notice: MyRequest, coach: str, speech: Speech) -> str:
    if notice.reopened:
        return speech.say("Thank you for telling me. Now {coach} has your question.", coach=coach)
    if notice.reason == Reason.DANGER:
        return _told_of_danger(notice, coach, speech)
    if notice.again:
        return speech.say("Your coach {coach} already has your question.", coach=coach)
    if notice.reason == Reason.GOES_BADLY:
        # It comes unasked, so a locked phone shows no more than this.
        return paragraphs(
            speech.say("There is a message for you."),
            speech.say("You told me twice that it is not going well."),
            speech.say("I have asked your coach {coach} to contact you.", coach=coach),
            speech.say("You do not want that? Tap “No, thank you”."),
        )
    return _told_of_wish(notice, coach, speech)


def _told_of_wish(notice: MyRequest, coach: str, speech: Speech) -> str:
    """Who is in the middle of the questions has no coach of their own yet."""
    if notice.registers:
        return speech.say(
            "I have told a coach of the office, {coach}, that you want to talk.", coach=coach
        )
    return speech.say("I have told your coach {coach} that you want to talk.", coach=coach)


def _told_of_danger(notice: MyRequest, coach: str, speech: Speech) -> str:
    if notice.registers:
        return speech.say(
            "I have told a coach of the office, {coach}, that you may need help now.", coach=coach
        )
    return speech.say("I have told your coach {coach} that you may need help now.", coach=coach)


def _promise(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    """Until when it is read; what could not be kept is said as it is."""
    if notice.held_until:
        return _nobody_read(notice, coach, speech) + " " + _tries_again(notice, speech, programme)
    if notice.is_late:
        others = speech.say("I am asking other coaches too.") if notice.others else ""
        return f"{speech.say('It takes longer than I said. I am sorry.')} {others}".strip()
    if notice.promised_at is None:
        return ""
    when = _when(notice.promised_at, speech, programme)
    return speech.say("{coach} reads this before {when}.", coach=coach, when=when)


def _nobody_read(notice: MyRequest, coach: str, speech: Speech) -> str:
    """Only who was asked is named."""
    if notice.others:
        sorry = speech.say("It takes longer than I said. I am sorry.") if notice.is_late else ""
        asked = speech.say("I have asked other coaches too. Nobody could read it yet.")
        return f"{sorry} {asked}".strip()
    return speech.say("{coach} could not read it yet. I am sorry.", coach=coach)


def _only_coaches(speech: Speech) -> str:
    return speech.say("Only coaches hear of it. You can write more to your coach here.")


def _tries_again(notice: MyRequest, speech: Speech, programme: Programme) -> str:
    if notice.held_until is None:
        return ""
    when = _when(notice.held_until, speech, programme)
    return speech.say("I ask again on {when}. Your question comes first then.", when=when)


def _worked_on(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    if notice.reason == Reason.DANGER:
        return paragraphs(
            speech.say("Your coach {coach} knows it now and will contact you.", coach=coach),
            _only_coaches(speech),
        )
    works = speech.say("Your coach {coach} is working on your question.", coach=coach)
    if notice.waits_until is None:
        return works
    day = speech.day(datetime.fromisoformat(notice.waits_until), programme.zone)
    return paragraphs(works, speech.say("{coach} goes on with it on {day}.", coach=coach, day=day))


def _when(moment: str, speech: Speech, programme: Programme) -> str:
    return speech.day_and_time(datetime.fromisoformat(moment), programme.zone)


def is_it_solved(speech: Speech) -> str:
    return speech.say("Is it solved? If not, tap “Write more”.")
