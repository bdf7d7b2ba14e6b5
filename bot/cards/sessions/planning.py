"""Planning a session, one question at a time."""

from collections.abc import Callable, Mapping, Sequence

from bot.cards.calendar import short_moment, wall_day, wall_moment
from bot.cards.card import Button, Card, Rows, fitting, one_a_row, paragraphs
from bot.cards.meeting_plans import why_asked_back
from bot.cards.opening_sentence import language_name
from bot.cards.sessions.buttons import AskTap, DraftStep, DraftStepTap, DraftTap
from bot.cards.sessions.wording import name_of, where_said
from bot.cards.ways import LANGUAGE_NAMES, labelled
from bot.i18n import Speech
from bot.programme.notices.session_staff import PlanSession
from bot.programme.programme import Programme
from bot.programme.sessions.planning import DAY, HOUR, LANGUAGE, PLACE, SEATS, WHAT, WHEN

IN_A_ROW = {WHEN: 2, HOUR: 3, SEATS: 3}
LONG_AS_A_DAY = len("2026-11-24")

Asked = tuple[str, Rows]


def plan_session(notice: PlanSession, speech: Speech, programme: Programme) -> Card:
    """What comes next; all but what and when is as usual until it is changed."""
    problem = _problem(notice.problem, speech)
    asked = _ASKED.get(notice.asks)
    if asked is None:
        return _overview(notice, problem, speech, programme)
    says, rows = asked(notice, speech, programme)
    if notice.what and notice.wall:
        onward = Button(speech.button("Go back"), AskTap(what="").pack())
    else:
        onward = _drop(speech)
    return Card(paragraphs(problem, says), (*rows, (onward,)))


def _overview(notice: PlanSession, problem: str, speech: Speech, programme: Programme) -> Card:
    """All of it, with a way to change each thing."""
    seats = speech.say_many("{count} seat", "{count} seats", notice.capacity)
    spoken = language_name(notice.language, speech.language)
    text = paragraphs(
        problem,
        name_of(notice.what, speech, programme),
        "\n".join([
            wall_moment(notice.wall, speech),
            speech.say("Where: {place}", place=where_said(notice.place, speech)),
            labelled(speech.say("Language"), spoken, speech),
            seats,
        ]),
        speech.say("Is this right? Then people of your branch can take a seat."),
    )  # fmt: skip
    changes = {
        WHEN: speech.button("Change the time"),
        PLACE: speech.button("Change the place"),
        LANGUAGE: speech.button("Change the language"),
        SEATS: speech.button("Change the seats"),
        WHAT: speech.button("Another session"),
    }
    plan = Button(speech.button("Yes, plan it"), DraftStepTap(step=DraftStep.PLAN).pack())
    asks = [Button(words, AskTap(what=what).pack()) for what, words in changes.items()]
    return Card(text, one_a_row(plan, *asks, _drop(speech)))


def _what(notice: PlanSession, speech: Speech, programme: Programme) -> Asked:
    taps = [_choice(WHAT, one, fitting(name_of(one, speech, programme))) for one in notice.choices]
    return speech.say("What do you plan?"), one_a_row(*taps)


def _when(notice: PlanSession, speech: Speech, programme: Programme) -> Asked:
    del programme
    says = speech.say("When? Write the day and the time, like: Tuesday 14:00. Or tap a day.")
    taps = [
        _choice(WHEN, one.replace(":", ""), short_moment(one, speech)) if "T" in one
        else _choice(DAY, one, fitting(wall_day(f"{one}T00:00", speech)))
        for one in notice.choices
    ]  # fmt: skip
    return says, _rows(taps, WHEN)


def _hour(notice: PlanSession, speech: Speech, programme: Programme) -> Asked:
    del programme
    day = wall_day(f"{notice.wall[:LONG_AS_A_DAY]}T00:00", speech)
    says = speech.say("At what time on {day}? Tap it, or write it, like: 13:30.", day=day)
    taps = [_choice(HOUR, one, f"{one[:2]}:{one[2:]}") for one in notice.choices]
    return says, _rows(taps, HOUR)


def _place(notice: PlanSession, speech: Speech, programme: Programme) -> Asked:
    del notice, programme
    says = speech.say("Where? Write the address. For an online session, write the link.")
    return says, one_a_row(_choice(PLACE, "", speech.button("Our office")))


def _language(notice: PlanSession, speech: Speech, programme: Programme) -> Asked:
    del programme
    taps = [_choice(LANGUAGE, one, LANGUAGE_NAMES[one]) for one in notice.choices]
    return speech.say("In which language is the session?"), one_a_row(*taps)


def _seats(notice: PlanSession, speech: Speech, programme: Programme) -> Asked:
    del programme
    taps = [_choice(SEATS, one, one) for one in notice.choices]
    return speech.say("How many people can come? Tap or write a number."), _rows(taps, SEATS)


_ASKED: Mapping[str, Callable[[PlanSession, Speech, Programme], Asked]] = {
    WHAT: _what,
    WHEN: _when,
    HOUR: _hour,
    PLACE: _place,
    LANGUAGE: _language,
    SEATS: _seats,
}


def _choice(what: str, value: str, words: str) -> Button:
    return Button(words, DraftTap(what=what, value=value).pack())


def _drop(speech: Speech) -> Button:
    return Button(speech.button("Do not plan it"), DraftStepTap(step=DraftStep.DROP).pack())


def _rows(buttons: Sequence[Button], asks: str) -> Rows:
    length = IN_A_ROW[asks]
    return tuple(
        tuple(buttons[start : start + length]) for start in range(0, len(buttons), length)
    )


def _problem(problem: str, speech: Speech) -> str:
    problems = {
        "past": speech.say("That moment is over, or more than a year away. Choose another one."),
        "not_read": speech.say("Sorry, I did not understand that."),
        "several": speech.say("Which moment do you mean? Tap it, or write it once more."),
    }
    if not problem:
        return ""
    return problems[problem] if problem in problems else why_asked_back(problem, speech)
