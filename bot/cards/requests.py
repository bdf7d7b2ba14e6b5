"""One's own call for a coach: what was asked, how far it is, and what can be done."""

from datetime import datetime

from bot.cards.at_once import office_is_closed
from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.request_buttons import RequestStep, RequestTap
from bot.cards.request_progress import how_far, is_it_solved
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
        how_far(notice, speech, programme),
        question_words(notice, speech),
        told_words(notice, speech),
        *_whom_to_call(notice, speech, programme),
    )
    return Card(text, answers_to(notice, speech) + _steps(notice, speech))


def _whom_to_call(notice: MyRequest, speech: Speech, programme: Programme) -> tuple[str, ...]:
    """Above what is told of a danger stands already whom to call; only that nobody is at work is
    said there too.
    """
    if notice.reason == Reason.DANGER:
        opens = notice.opens_at
        return (office_is_closed(opens, speech, programme),) if opens else ()
    return who_is_there(notice, speech, programme), in_danger(speech, programme)


def coach_has_answered(notice: CoachHasAnswered, speech: Speech, programme: Programme) -> Card:
    """Only who asked can say whether it is solved."""
    del programme
    text = paragraphs(
        speech.say("You have heard from your coach {coach}.", coach=notice.coach),
        is_it_solved(speech),
    )
    solved = _step(RequestStep.SOLVED, notice.case_id, speech)
    return Card(text, _write_or_end(solved, notice, speech))


def request_closed(notice: RequestClosed, speech: Speech, programme: Programme) -> Card:
    """The end is one on which both agree: who asked can say that it is not solved."""
    coach, danger = notice.coach, notice.reason == Reason.DANGER
    thinks = (
        speech.say("Your coach {coach} thinks that you are safe now.", coach=coach)
        if danger
        else speech.say("Your coach {coach} thinks that your question is solved.", coach=coach)
    )
    which = _which_one(notice.asked_at, speech, programme)
    text = paragraphs(thinks, which, _if_not(speech, may_reopen=notice.may_reopen, danger=danger))
    return Card(text, _after_end(notice.case_id, speech, may_reopen=notice.may_reopen))


def _which_one(asked_at: str | None, speech: Speech, programme: Programme) -> str:
    """Who may be in danger must not read that all is over."""
    if asked_at is None:
        return ""
    day = speech.day(datetime.fromisoformat(asked_at), programme.zone)
    return (
        speech.say("This is about your question of {day}.", day=day)
        + " "
        + speech.say("Your other message stays open: you may need help. A coach looks after it.")
    )


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
    danger = notice.reason == Reason.DANGER
    question = speech.say("Your question is closed.")
    closed = speech.say("This is closed now.") if danger else question
    again = _if_not(speech, may_reopen=not notice.reopened, danger=danger)
    text = paragraphs(closed, again)
    return Card(text, _after_end(notice.case_id, speech, may_reopen=not notice.reopened))


def _if_not(speech: Speech, *, may_reopen: bool, danger: bool) -> str:
    if may_reopen and danger:
        return speech.say("Are you not safe? Tap “Not solved”. Then a coach looks at it again.")
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
    to_read = isinstance(notice, CoachHasAnswered) or notice.to_read
    again = (_step(RequestStep.SHOW_AGAIN, notice.case_id, speech),) if to_read else ()
    return (*one_a_row(write_to_coach(notice.case_id, speech), *again, *ends), rest)


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
        RequestStep.SHOW_AGAIN: speech.button("Read it again"),
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
