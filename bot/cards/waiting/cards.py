"""Where somebody is on the road to a duo, and how long it usually takes."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import Place as Goal
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.waiting.band import band_words
from bot.cards.waiting.buttons import SearchStep, SearchTap
from bot.cards.ways import labelled, people_to_call, way
from bot.cards.work.buttons import PersonTap
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.waiting import GladYouFound, SomebodyFound, WhereYouAre
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.road import Place

_ONWARD: Mapping[str, tuple[Goal, ...]] = {
    Place.NEW: (Goal.INTAKE, Goal.SESSIONS),
    Place.INTAKE: (Goal.INTAKE, Goal.SESSIONS),
    Place.WAIT: (Goal.INTAKE,),
    Place.OTHER_HELP: (Goal.FIND_HELP, Goal.INTAKE),
    Place.TRAINING: (Goal.TRAINING,),
    Place.READY: (Goal.ANSWERS,),
    Place.PROPOSED: (Goal.PROPOSAL,),
    Place.MATCHED: (Goal.AGREEMENT,),
    Place.IN_DUO: (Goal.MEETINGS,),
    Place.DONE: (),
}
_TALKED = frozenset(Place) - {Place.NEW, Place.INTAKE, Place.WAIT, Place.OTHER_HELP}


def where_you_are(notice: WhereYouAre, speech: Speech, programme: Programme) -> Card:
    """What is done, where they are, what comes next, and a way to a human."""
    place = Place(notice.place)
    lines = (
        labelled(speech.say("What is done"), speech.listed(_done(notice, place, speech)), speech),
        labelled(speech.say("Where you are now"), _now(notice, place, speech), speech),
        labelled(speech.say("What comes next"), _next(place, speech), speech),
    )
    rests = speech.say("You take a break. Nobody is proposed to you until you start again.")
    text = paragraphs(
        speech.say("This is your road to a duo."),
        "\n".join(lines),
        rests if notice.paused else "",
        band_words(notice, speech, programme),
        speech.say("Do you have a question? Tap “My coach”."),
        people_to_call(notice.branch, speech, programme),
    )
    back = (Goal.RESUME,) if notice.paused else ()
    goals = (*back, *_ONWARD[place], Goal.COACH, Goal.MENU)
    ways = (way(goal, speech) for goal in goals)
    return Card(text, one_a_row(*_about_the_search(notice, speech), *ways))


def glad_you_found(notice: GladYouFound, speech: Speech, programme: Programme) -> Card:
    """Joy, who knows of it, and the door that stays open."""
    del notice, programme
    text = paragraphs(
        speech.say("How nice that you found something! Good luck with it."),
        speech.say("Your coach hears it. Nobody is proposed to you now."),
        speech.say("Do you want to look for a mentor again? Tap “Search again”, at any time."),
    )
    ways = (way(Goal.COACH, speech), way(Goal.MENU, speech))
    return Card(text, one_a_row(_again(speech), *ways))


def somebody_found(notice: SomebodyFound, speech: Speech, programme: Programme) -> Card:
    """For the coach: a call may be nice."""
    del programme
    text = paragraphs(
        speech.say("{name} has found something, and waits for no duo now.",
                   name=notice.first_name),
        speech.say("{name} can search again with one tap. A word from you may do good.",
                   name=notice.first_name),
    )  # fmt: skip
    show = Button(speech.button("Show me"), PersonTap(person_id=notice.person_id).pack())
    return Card(text, one_a_row(show, way(Goal.MENU, speech)))


def _about_the_search(notice: WhereYouAre, speech: Speech) -> tuple[Button, ...]:
    """A mentee who waits may have found something; who has, may search again."""
    if notice.found:
        return (_again(speech),)
    if notice.place == Place.READY and notice.role == Role.MENTEE:
        tap = SearchTap(step=SearchStep.FOUND).pack()
        return (Button(speech.button("I found something"), tap),)
    return ()


def _again(speech: Speech) -> Button:
    return Button(speech.button("Search again"), SearchTap(step=SearchStep.AGAIN).pack())


def _done(notice: WhereYouAre, place: Place, speech: Speech) -> list[str]:
    """What lies behind them."""
    trained = notice.trains and place in _TALKED and place is not Place.TRAINING
    steps = (
        (True, speech.say("your registration")),
        (place in _TALKED, speech.say("the talk with a coach")),
        (trained, speech.say("the training")),
        (place in (Place.IN_DUO, Place.DONE), speech.say("the first meeting")),
    )
    return [words for is_done, words in steps if is_done]


def _now(notice: WhereYouAre, place: Place, speech: Speech) -> str:
    looks = (
        speech.say("you can be matched. Your coach looks for a mentee for you.")
        if notice.role == Role.MENTOR
        else speech.say("you can be matched. Your coach looks for a mentor for you.")
    )
    words = {
        Place.NEW: speech.say("you plan a talk with a coach."),
        Place.INTAKE: speech.say("your talk with a coach is planned."),
        Place.WAIT: speech.say("you wait a while. Your coach knows about it."),
        Place.OTHER_HELP: speech.say("other help comes first, as you agreed with your coach."),
        Place.TRAINING: speech.say("you follow the training."),
        Place.READY: looks,
        Place.PROPOSED: speech.say("there is a proposal. Each of you two decides alone."),
        Place.MATCHED: speech.say("you both said yes."),
        Place.IN_DUO: speech.say("you are in a duo."),
        Place.DONE: speech.say("your duo has come to its end."),
    }
    return words[place]


def _next(place: Place, speech: Speech) -> str:
    """What comes next, and who does it."""
    words = {
        Place.NEW: speech.say("you choose a time. In that talk a coach gets to know you."),
        Place.INTAKE: speech.say("you and your coach decide together how it goes on."),
        Place.WAIT: speech.say("you talk with your coach. You can plan that talk at any time."),
        Place.OTHER_HELP: speech.say("when you are ready, you plan a new talk with your coach."),
        Place.TRAINING: speech.say("after the training your coach looks for a mentee for you."),
        Place.READY: speech.say(
            "when somebody may fit, I write to you. Then you decide. You do not have to do "
            "anything now."
        ),
        Place.PROPOSED: speech.say(
            "when both say yes, your coach plans a first meeting. Else your coach looks further."
        ),
        Place.MATCHED: speech.say("your coach plans the first meeting. Then you sign together."),
        Place.IN_DUO: speech.say("you two meet each week. I ask each week if you met."),
        Place.DONE: speech.say("your coach tells you what else is possible."),
    }
    return words[place]


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    GladYouFound: glad_you_found,
    SomebodyFound: somebody_found,
    WhereYouAre: where_you_are,
}
