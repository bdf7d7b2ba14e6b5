"""One's own call for a coach: what was asked, how far it is, and what can be done."""

from datetime import datetime

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.request_buttons import RequestStep, RequestTap
from bot.cards.request_questions import answers_to, question_words, told_words, who_is_there
from bot.cards.ways import in_danger, way, way_on
from bot.i18n import Speech
from bot.programme.cases import About, CaseState, Reason
from bot.programme.notices import (
    CoachHasAnswered,
    MentorMayKnow,
    MyRequest,
    RequestClosed,
)
from bot.programme.programme import Programme
from bot.programme.requests import may_end


def my_request(notice: MyRequest, speech: Speech, programme: Programme) -> Card:
    """How far it is, then the question that is open, or what was told."""
    if notice.state == CaseState.CLOSED:
        return _closed(notice, speech)
    text = paragraphs(
        _how_far(notice, speech, programme),
        question_words(notice, speech),
        told_words(notice, speech),
        who_is_there(notice, speech, programme),
        in_danger(speech, programme),
    )
    return Card(text, answers_to(notice, speech) + _steps(notice, speech))


def coach_has_answered(notice: CoachHasAnswered, speech: Speech, programme: Programme) -> Card:
    """Only who asked can say whether it is solved."""
    del programme
    text = paragraphs(
        speech.say("Your coach {coach} has answered you.", coach=notice.coach),
        _is_it_solved(speech),
    )
    solved = _step(RequestStep.SOLVED, notice.case_id, speech)
    return Card(text, _write_or_end(solved, notice, speech))


def request_closed(notice: RequestClosed, speech: Speech, programme: Programme) -> Card:
    """The end is one on which both agree: who asked can say that it is not solved."""
    del programme
    text = paragraphs(
        speech.say("Your coach {coach} thinks that your question is solved.", coach=notice.coach),
        _if_not(speech, may_reopen=notice.may_reopen),
    )
    return Card(text, _after_end(notice.case_id, speech, may_reopen=notice.may_reopen))


def mentor_may_know(notice: MentorMayKnow, speech: Speech, programme: Programme) -> Card:
    """A mentee lets the mentor know; nothing is asked of the mentor."""
    del programme
    text = paragraphs(
        _asked_about(About(notice.about), notice.partner, speech),
        speech.say("{partner} wants you to know it.", partner=notice.partner)
        + " "
        + speech.say("You do not have to solve it. The coach helps."),
    )
    return Card(text, one_a_row(way(Place.COACH, speech), way(Place.MENU, speech)))


def _closed(notice: MyRequest, speech: Speech) -> Card:
    text = paragraphs(
        speech.say("Your question is closed."), _if_not(speech, may_reopen=not notice.reopened)
    )
    return Card(text, _after_end(notice.case_id, speech, may_reopen=not notice.reopened))


def _how_far(notice: MyRequest, speech: Speech, programme: Programme) -> str:
    coach = notice.coach
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
        speech.say("I have told your coach {coach} that you want a call now.", coach=coach),
        speech.say("Only coaches hear of it. You can write more to your coach here."),
        _promise(notice, coach, speech, programme) if notice.state == CaseState.OPEN else "",
    )


def _worked(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    match CaseState(notice.state):
        case CaseState.OPEN | CaseState.CLOSED:
            return paragraphs(
                _received(notice, coach, speech), _promise(notice, coach, speech, programme)
            )
        case CaseState.READ if notice.reason == Reason.DANGER:
            return speech.say("Your coach {coach} has read it.", coach=coach)
        case CaseState.READ:
            return speech.say("Your coach {coach} has read your question.", coach=coach)
        case CaseState.TAKEN:
            return _worked_on(notice, coach, speech, programme)
        case CaseState.ANSWERED:
            answered = speech.say("Your coach {coach} has answered you.", coach=coach)
            solved = _is_it_solved(speech) if may_end(notice.reason) else ""
            return paragraphs(answered, solved)


def _received(notice: MyRequest, coach: str, speech: Speech) -> str:
    if notice.reopened:
        return speech.say("Thank you for telling me. Now {coach} has your question.", coach=coach)
    if notice.again:
        return speech.say("Your coach {coach} already has your question.", coach=coach)
    if notice.reason == Reason.DANGER:
        return paragraphs(
            speech.say("I have told your coach {coach} that you may need help now.", coach=coach),
            speech.say("Only coaches hear of it. You can write more to your coach here."),
        )
    if notice.reason == Reason.GOES_BADLY:
        # It comes unasked, so a locked phone shows no more than this.
        return paragraphs(
            speech.say("There is a message for you."),
            speech.say("You told me twice that it is not going well."),
            speech.say("I have asked your coach {coach} to contact you.", coach=coach),
            speech.say("You do not want that? Tap “No, thank you”."),
        )
    return speech.say("I have told your coach {coach} that you want to talk.", coach=coach)


def _promise(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    """Until when it is read; what could not be kept is said as it is."""
    if notice.held_until:
        nobody = speech.say("I have asked all the coaches. Nobody could read it yet.")
        return nobody + " " + _tries_again(notice, speech, programme)
    if notice.is_late:
        return (
            speech.say("It takes longer than I said. I am sorry.")
            + " "
            + speech.say("I am asking other coaches too.")
        )
    if notice.promised_at is None:
        return ""
    when = _when(notice.promised_at, speech, programme)
    return speech.say("{coach} reads this before {when}.", coach=coach, when=when)


def _tries_again(notice: MyRequest, speech: Speech, programme: Programme) -> str:
    if notice.held_until is None:
        return ""
    when = _when(notice.held_until, speech, programme)
    return speech.say("I ask again on {when}. Your question comes first then.", when=when)


def _worked_on(notice: MyRequest, coach: str, speech: Speech, programme: Programme) -> str:
    works = speech.say("Your coach {coach} is working on your question.", coach=coach)
    if notice.waits_until is None:
        return works
    day = speech.day(datetime.fromisoformat(notice.waits_until), programme.zone)
    return paragraphs(works, speech.say("{coach} goes on with it on {day}.", coach=coach, day=day))


def _when(moment: str, speech: Speech, programme: Programme) -> str:
    return speech.day_and_time(datetime.fromisoformat(moment), programme.zone)


def _is_it_solved(speech: Speech) -> str:
    return speech.say("Is it solved? If not, tap “Write more”.")


def _if_not(speech: Speech, *, may_reopen: bool) -> str:
    if may_reopen:
        return speech.say("Is it not solved? Tap “Not solved”. Then a coach looks at it again.")
    return speech.say("Do you need your coach again? Tap “My coach”.")


def _steps(notice: MyRequest, speech: Speech) -> Rows:
    """While a question is open the end is not offered yet."""
    if notice.asks:
        on = (way_on(speech, registers=True),) if notice.registers else ()
        return one_a_row(*on, way(Place.EMERGENCY, speech))
    if notice.reason == Reason.GOES_BADLY and notice.state == CaseState.OPEN:
        return _write_or_end(_not_wanted(notice.case_id, speech), notice, speech)
    end = _step(RequestStep.SOLVED, notice.case_id, speech) if may_end(notice.reason) else None
    return _write_or_end(end, notice, speech)


def _write_or_end(
    end: Button | None, notice: MyRequest | CoachHasAnswered, speech: Speech
) -> Rows:
    """The way to the coach, the way out, and what stands under everything."""
    ends = (end,) if end else ()
    registers = isinstance(notice, MyRequest) and notice.registers
    rest = (way(Place.EMERGENCY, speech), way_on(speech, registers=registers))
    return (*one_a_row(write_to_coach(notice.case_id, speech), *ends), rest)


def _not_wanted(case_id: int, speech: Speech) -> Button:
    """What nobody asked for can be declined."""
    tap = RequestTap(case_id=case_id, step=RequestStep.SOLVED)
    return Button(speech.button("No, thank you"), tap.pack())


def _after_end(case_id: int, speech: Speech, *, may_reopen: bool) -> Rows:
    first = (
        _step(RequestStep.NOT_SOLVED, case_id, speech) if may_reopen else way(Place.COACH, speech)
    )
    return one_a_row(first, way(Place.MENU, speech))


def write_to_coach(case_id: int, speech: Speech) -> Button:
    """What is written or spoken after it goes to the coach."""
    return Button(
        speech.button("Write more"), CaseTap(case_id=case_id, step=CaseStep.REPLY).pack()
    )


def _step(step: RequestStep, case_id: int, speech: Speech) -> Button:
    words = {
        RequestStep.SOLVED: speech.button("Solved, thank you"),
        RequestStep.NOT_SOLVED: speech.button("Not solved"),
    }
    return Button(words[step], RequestTap(case_id=case_id, step=step).pack())


def _asked_about(about: About, partner: str, speech: Speech) -> str:
    """What a mentor can be told; of health, and of the mentor, there is no sentence."""
    words = {
        About.MEETINGS: speech.say(
            "{partner} has asked the coach for help with your meetings.", partner=partner
        ),
        About.WORK: speech.say(
            "{partner} has asked the coach for help with work.", partner=partner
        ),
        About.HOME: speech.say(
            "{partner} has asked the coach for help with the home, money or papers.",
            partner=partner,
        ),
    }
    other = speech.say("{partner} has asked the coach for help.", partner=partner)
    return words.get(about, other)
