"""The small questions to somebody who called a coach, and what they told so far."""

from collections.abc import Mapping
from datetime import datetime

from bot.cards.card import Button, Rows, one_a_row, paragraphs
from bot.cards.request_buttons import AboutTap, MayKnowTap, UrgencyTap
from bot.cards.ways import branch_to_call, labelled
from bot.i18n import Speech
from bot.programme.cases import About, Urgency, WhoMayKnow
from bot.programme.notices import MyRequest
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.requests import URGENCIES, Asks, who_may_know

# What only two who are a duo can want to talk about.
_OF_A_DUO = (About.MEETINGS, About.PARTNER)


def question_words(notice: MyRequest, speech: Speech) -> str:
    """The question that is open; none when there is none."""
    match notice.asks:
        case Asks.ABOUT:
            return paragraphs(
                speech.say("What is it about? Tap a button."),
                speech.say("You can also write or speak to me now. I pass it on."),
            )
        case Asks.URGENCY:
            return speech.say("How soon do you want to talk?")
        case Asks.AUDIENCE:
            return paragraphs(_who_may(notice, speech))
        case _:
            return ""


def answers_to(notice: MyRequest, speech: Speech) -> Rows:
    """The buttons of that question."""
    match notice.asks:
        case Asks.ABOUT:
            return _abouts(notice, speech)
        case Asks.URGENCY:
            return one_a_row(*(_urgency(one, notice.case_id, speech) for one in URGENCIES))
        case Asks.AUDIENCE:
            return one_a_row(*_audiences(notice, speech))
        case _:
            return ()


def told_words(notice: MyRequest, speech: Speech) -> str:
    """What the person told of it, once the last question is answered."""
    if notice.asks or not (notice.about and notice.urgency and notice.audience):
        return ""
    about = about_words(notice.role, speech)[About(notice.about)]
    urgency = urgency_words(speech)[Urgency(notice.urgency)]
    knows = audience_words(speech)[WhoMayKnow(notice.audience)]
    return "\n".join((
        labelled(speech.say("What it is about"), about, speech),
        labelled(speech.say("How soon"), urgency, speech),
        labelled(speech.say("Who may know"), knows, speech),
    ))  # fmt: skip


def who_is_there(notice: MyRequest, speech: Speech, programme: Programme) -> str:
    """The office, or when it opens for who wanted to talk today, and who is there until then."""
    if notice.opens_at is None:
        return branch_to_call(notice.branch, speech, programme)
    when = speech.day_and_time(datetime.fromisoformat(notice.opens_at), programme.zone)
    return (
        speech.say("The office is closed now. It opens on {when}.", when=when)
        + " "
        + speech.say("Can it not wait? Tap “SOS”. There you see who answers now.")
    )


def about_words(role: str | None, speech: Speech) -> Mapping[About, str]:
    """The words for what a call is about."""
    partner = speech.button("My mentee") if role == Role.MENTOR else speech.button("My mentor")
    return {
        About.MEETINGS: speech.button("Our meetings"),
        About.PARTNER: partner,
        About.WORK: speech.button("Work"),
        About.HOME: speech.button("Home, money, papers"),
        About.HEALTH: speech.button("Health"),
        About.OTHER: speech.button("Something else"),
    }


def urgency_words(speech: Speech) -> Mapping[Urgency, str]:
    """The words for how long a call can wait, where a person chose it."""
    return {
        Urgency.TODAY: speech.button("Today"),
        Urgency.WEEK: speech.button("This week"),
        Urgency.QUESTION: speech.button("Just a question"),
    }


def audience_words(speech: Speech) -> Mapping[WhoMayKnow, str]:
    """The words for who may know of a call."""
    return {
        WhoMayKnow.COACH: speech.button("Only my coach"),
        WhoMayKnow.TEAM: speech.button("All the coaches here"),
        WhoMayKnow.MENTOR_TOO: speech.button("My mentor too"),
    }


def _who_may(notice: MyRequest, speech: Speech) -> str:
    health = notice.about == About.HEALTH and notice.role == Role.MENTEE
    return paragraphs(
        speech.say("Who may know what it is about?"),
        speech.say("Is your coach away? Then the one who replaces your coach knows it."),
        speech.say("Does nobody answer? Then the coordinator knows it too."),
        speech.say("I never tell your mentor anything about your health.") if health else "",
    )


def _abouts(notice: MyRequest, speech: Speech) -> Rows:
    """Two in a row, so that all of them are seen at once on a small phone."""
    words = about_words(notice.role, speech)
    taps = [
        Button(words[one], AboutTap(case_id=notice.case_id, about=one).pack())
        for one in About
        if notice.in_duo or one not in _OF_A_DUO
    ]
    return tuple(zip(taps[::2], taps[1::2], strict=True))


def _urgency(urgency: Urgency, case_id: int, speech: Speech) -> Button:
    return Button(
        urgency_words(speech)[urgency], UrgencyTap(case_id=case_id, urgency=urgency).pack()
    )


def _audiences(notice: MyRequest, speech: Speech) -> list[Button]:
    words, about = audience_words(speech), About(notice.about) if notice.about else None
    return [
        Button(words[one], MayKnowTap(case_id=notice.case_id, audience=one).pack())
        for one in who_may_know(about, notice.role, in_duo=notice.in_duo)
    ]
