"""The group of the staff: how to link it, and a case as it stands there."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.cards.buttons import CaseStep, CaseTap, Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.coach_names import some_coach
from bot.cards.ways import branch_name, way
from bot.i18n import Speech
from bot.programme.cases import CaseState, Urgency
from bot.programme.groups import GroupEvent
from bot.programme.notices import GroupCode, GroupNews, Notice, TopicCard
from bot.programme.programme import Programme
from bot.programme.topics import number_of

COMMAND = "/group"


def group_code(notice: GroupCode, speech: Speech, programme: Programme) -> Card:
    """Each step in the order in which it has to be done."""
    text = paragraphs(
        speech.say(
            "You can link a group on Telegram to {branch}.",
            branch=branch_name(notice.branch, speech, programme),
        ),
        "\n".join(
            (
                speech.say("1. Make a group for your colleagues only, and turn on topics."),
                speech.say("2. Let me in yourself, and make me an administrator."),
                speech.say("3. Write this in the group: {words}", words=_words(notice)),
            )
        ),
        speech.say_many(
            "This code works once, for {count} minute.",
            "This code works once, for {count} minutes.",
            notice.minutes,
        ),
        speech.say("I never write there who a case is about, nor what a person wrote."),
    )
    return Card(text, one_a_row(way(Place.MENU, speech)))


def group_news(notice: GroupNews, speech: Speech, programme: Programme) -> Card:
    """What became of the group, and what can be done about it."""
    branch = branch_name(notice.branch, speech, programme)
    return Card(_news(GroupEvent(notice.what), branch, speech), one_a_row(way(Place.MENU, speech)))


def topic_card(notice: TopicCard, speech: Speech, programme: Programme) -> Card:
    """How urgent it is and who has it; who it is about is told in private only."""
    is_open = notice.state != CaseState.CLOSED
    text = paragraphs(
        topic_name(notice, speech),
        _urgency(Urgency(notice.urgency), speech) if is_open else "",
        _progress(notice, speech, programme),
        _how_to_answer(notice, speech) if is_open else "",
    )
    return Card(text, _steps(notice, speech))


def topic_name(notice: TopicCard, speech: Speech) -> str:
    """The name above the topic: a number, which says nothing of anybody."""
    return speech.say("Case {number}", number=number_of(notice.case_id))


def _words(notice: GroupCode) -> str:
    return f"{COMMAND} {notice.code}"


def _news(what: GroupEvent, branch: str, speech: Speech) -> str:
    match what:
        case GroupEvent.LINKED:
            done = speech.say("The group is linked to {branch}.", branch=branch)
            return done + " " + speech.say("Each new case gets a topic there.")
        case GroupEvent.LOST:
            gone = speech.say("I cannot write in the group of {branch} any more.", branch=branch)
            return gone + " " + _still_here(speech)
        case GroupEvent.NO_RIGHTS:
            barred = speech.say("I may not make topics in the group of {branch}.", branch=branch)
            mend = speech.say("Please make me an administrator who may manage topics.")
            return f"{barred} {mend} {_still_here(speech)}"
    return _why_not_linked(what, speech)


def _why_not_linked(what: GroupEvent, speech: Speech) -> str:
    if what is GroupEvent.OF_ANOTHER:
        return speech.say("That group is linked to another branch already.")
    if what is GroupEvent.NO_TOPICS:
        why = speech.say("I cannot use that group, because it has no topics.")
        return why + " " + speech.say("Turn on topics, and write the code again.")
    return speech.say("This code does not work. Write {command} here.", command=COMMAND)


def _still_here(speech: Speech) -> str:
    return speech.say("All cases still come to each coach in private.")


def _urgency(urgency: Urgency, speech: Speech) -> str:
    words = {
        Urgency.NOW: speech.say("This cannot wait."),
        Urgency.TODAY: speech.say("Please answer today."),
        Urgency.WEEK: speech.say("Please answer this week."),
        Urgency.QUESTION: speech.say("It is just a question."),
    }
    return words[urgency]


def _progress(notice: TopicCard, speech: Speech, programme: Programme) -> str:
    when = speech.day_and_time(datetime.fromisoformat(notice.since), programme.zone)
    if notice.state == CaseState.CLOSED:
        return speech.say("Closed on {when}.", when=when)
    if notice.state == CaseState.ANSWERED:
        coach = some_coach(notice.taken_by, speech)
        return speech.say("{coach} has answered on {when}.", coach=coach, when=when)
    if notice.taken_by:
        return speech.say("{coach} has it since {when}.", coach=notice.taken_by, when=when)
    return speech.say("Waiting since {when}.", when=when)


def _how_to_answer(notice: TopicCard, speech: Speech) -> str:
    if not notice.to_person:
        return speech.say("In private I tell you who it is about.")
    return paragraphs(
        speech.say("In private I tell you who it is about."),
        speech.say("Do you reply to this message? Then I bring your words to that person.")
        + " "
        + speech.say("Everybody in this group can read them."),
    )


def _steps(notice: TopicCard, speech: Speech) -> Rows:
    """What is tapped here is answered in private, to whom it was brought."""
    if notice.state == CaseState.CLOSED:
        return ()
    do = (
        Button(speech.button("It is solved"), _tap(notice, CaseStep.CLOSE))
        if notice.taken_by
        else Button(speech.button("I take it"), _tap(notice, CaseStep.TAKE))
    )
    return one_a_row(do, Button(speech.button("Show me in private"), _tap(notice, CaseStep.SHOW)))


def _tap(notice: TopicCard, step: CaseStep) -> str:
    return CaseTap(case_id=notice.case_id, step=step).pack()


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    GroupCode: group_code,
    GroupNews: group_news,
    TopicCard: topic_card,
}
