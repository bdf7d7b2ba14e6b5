"""What a coach reads of a match that waits for answers, or is over."""

from datetime import datetime

from bot.cards.buttons import Place
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.matching.buttons import MatchStep, MatchTap
from bot.cards.off_telegram.by_phone import to_call_line, to_call_lines
from bot.cards.ways import way
from bot.i18n import Speech
from bot.programme.notices.matching import MatchLeft, MatchShown, PersonNotFree
from bot.programme.programme import Programme


def match_shown(notice: MatchShown, speech: Speech, programme: Programme) -> Card:
    """How far it is, and what the coach can do."""
    names = {"mentee": notice.mentee, "mentor": notice.mentor}
    text = paragraphs(
        speech.say("{mentee} and {mentor}", **names),
        _news(notice, speech),
        _stand(notice, speech, programme),
        *(_not_told(name, speech) for name in notice.spared),
        to_call_lines(notice.called, speech),
    )
    return Card(text, _steps(notice, speech))


def match_left(notice: MatchLeft, speech: Speech, programme: Programme) -> Card:
    """Who left is named nowhere any more."""
    del programme
    text = paragraphs(
        speech.say("The one to whom you proposed {name} has left.", name=notice.name),
        _left_behind(notice, speech),
    )
    return Card(text, one_a_row(way(Place.MATCH, speech), way(Place.MENU, speech)))


def person_not_free(notice: PersonNotFree, speech: Speech, programme: Programme) -> Card:
    """The list has changed since it was shown."""
    del notice, programme
    text = speech.say("One of these two is not free now. Please look at the list again.")
    return Card(text, one_a_row(way(Place.MATCH, speech), way(Place.MENU, speech)))


def _left_behind(notice: MatchLeft, speech: Speech) -> str:
    name = notice.name
    if not notice.by_phone and not notice.spared:
        return speech.say("{name} can be matched again, and knows that it does not go on.",
                          name=name)  # fmt: skip
    says = speech.say("{name} can be matched again.", name=name)
    return paragraphs(
        says, _not_told(name, speech) if notice.spared else to_call_line(name, speech)
    )


def _not_told(name: str, speech: Speech) -> str:
    return speech.say("{name} had not heard of the proposal. There is nothing to tell.", name=name)


def _said_no(notice: MatchShown, speech: Speech) -> str:
    if notice.called or notice.spared:
        return speech.say("{name} would rather look further. No reason is needed.",
                          name=notice.who)  # fmt: skip
    return speech.say(
        "{name} would rather look further. No reason is needed. The other one only reads that "
        "it does not go on.",
        name=notice.who,
    )


def _news(notice: MatchShown, speech: Speech) -> str:
    """Why it is shown now."""
    words = {
        "said_yes": speech.say("{name} said yes.", name=notice.who),
        "said_no": _said_no(notice, speech),
        "no_answer": speech.say(
            "There is no answer yet. You decide: ask again, or stop the proposal."
        ),
        "asked_again": speech.say("I ask who did not answer, once a day at most."),
        "paused": speech.say("{name} takes a break now. You decide how it goes on.",
                             name=notice.who),
        "unreachable": speech.say("I cannot reach {name} now. You decide how it goes on.",
                                  name=notice.who),
    }  # fmt: skip
    return words.get(notice.news, "")


def _stand(notice: MatchShown, speech: Speech, programme: Programme) -> str:
    over = {
        "agreed": speech.say("They are a duo now."),
        "declined": speech.say("It does not go on. Both can be matched again."),
        "let_go": speech.say("You stopped the proposal. You can look again for each of them."),
        "left": speech.say("One of them has left. The other one can be matched again."),
    }
    if notice.outcome:
        return over[notice.outcome]
    asked = speech.date(datetime.fromisoformat(notice.asked_at), programme.zone)
    silent = [name for name in (notice.mentee, notice.mentor) if name not in notice.agreed]
    said = [
        speech.say("Asked on {date}.", date=asked),
        *(speech.say("{name} said yes.", name=name) for name in notice.agreed),
        *(speech.say("{name} has not answered yet.", name=name) for name in silent),
    ]
    return "\n".join(said)


def _steps(notice: MatchShown, speech: Speech) -> Rows:
    onward = (way(Place.MATCH, speech), way(Place.MENU, speech))
    if notice.outcome or len(notice.agreed) == len((notice.mentee, notice.mentor)):
        return one_a_row(*onward)
    return one_a_row(
        Button(speech.button("Ask again"), _tap(notice, MatchStep.ASK_AGAIN)),
        Button(speech.button("Stop the proposal"), _tap(notice, MatchStep.LET_GO)),
        *onward,
    )


def _tap(notice: MatchShown, step: MatchStep) -> str:
    return MatchTap(match_id=notice.match_id, step=step).pack()
