"""The question of each month to who waits for a duo, and what comes of it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.buttons import Place as Goal
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.waiting.band import band_words
from bot.cards.waiting.buttons import SearchStep, SearchTap
from bot.cards.ways import role_name, way
from bot.cards.work.buttons import PersonTap
from bot.i18n import Speech
from bot.programme.notices import Notice
from bot.programme.notices.waiting import (
    GladYouFound,
    SomebodyFound,
    SomebodyUnheard,
    StillLooking,
    WhereYouAre,
)
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.road import Place


def still_looking(notice: StillLooking, speech: Speech, programme: Programme) -> Card:
    """The question, and that every answer is fine."""
    del programme
    text = paragraphs(
        _asked(notice, speech),
        speech.say("Every answer is fine, and you can change it later. I ask it once a month."),
    )
    still = (
        speech.button("I still want to")
        if notice.role == Role.MENTOR
        else speech.button("I still look")
    )
    answers = (
        Button(still, SearchTap(step=SearchStep.STILL).pack()),
        stop_looking(notice.role, speech),
        Button(speech.button("Take a break"), SearchTap(step=SearchStep.REST).pack()),
    )
    return Card(text, one_a_row(*answers, way(Goal.COACH, speech)))


def thanks(notice: WhereYouAre, speech: Speech, programme: Programme) -> Card:
    """They still look: who does what, and how long it usually takes."""
    rests = speech.say("You take a break. Nobody is proposed to you until you start again.")
    text = paragraphs(
        _goes_on(notice, speech),
        rests if notice.paused else "",
        band_words(notice, speech, programme),
        speech.say("In a month I ask you again. Does something change before? Tell me then."),
    )
    back = (Goal.RESUME,) if notice.paused else ()
    goals = (*back, Goal.ROAD, Goal.COACH, Goal.MENU)
    return Card(text, one_a_row(*(way(goal, speech) for goal in goals)))


def glad_you_found(notice: GladYouFound, speech: Speech, programme: Programme) -> Card:
    """Joy or thanks, who knows of it, and the door that stays open."""
    del programme
    is_mentor = notice.role == Role.MENTOR
    text = paragraphs(
        speech.say("OK, you stop for now. Thank you for being there.")
        if is_mentor
        else speech.say("How nice that you found something! Good luck with it."),
        speech.say("Your coach hears it. Nobody is proposed to you now."),
        speech.say("Do you want to be a mentor again? Tap “Search again”, at any time.")
        if is_mentor
        else speech.say(
            "Do you want to look for a mentor again? Tap “Search again”, at any time."
        ),
    )
    ways = (way(Goal.COACH, speech), way(Goal.MENU, speech))
    return Card(text, one_a_row(search_again(speech), *ways))


def somebody_found(notice: SomebodyFound, speech: Speech, programme: Programme) -> Card:
    """For the coach: a call may be nice."""
    del programme
    name = notice.first_name
    text = paragraphs(
        speech.say("{name} stops for now, and waits for no mentee.", name=name)
        if notice.role == Role.MENTOR
        else speech.say("{name} has found something, and waits for no duo now.", name=name),
        speech.say("{name} can search again with one tap. A word from you may do good.",
                   name=name),
    )  # fmt: skip
    return Card(text, one_a_row(_show(notice.person_id, speech), way(Goal.MENU, speech)))


def somebody_unheard(notice: SomebodyUnheard, speech: Speech, programme: Programme) -> Card:
    """For the coach: please call."""
    del programme
    name, role = notice.first_name, role_name(notice.role, speech)
    text = paragraphs(
        speech.say("{name} ({role}) waits for a duo. I asked twice: do you still look? There was "
                   "no answer.", name=name, role=role),
        speech.say("I do not ask again. Please call {name}. Then note here how it goes on.",
                   name=name),
    )  # fmt: skip
    return Card(text, one_a_row(_show(notice.person_id, speech), way(Goal.WORK, speech)))


def stop_looking(role: str, speech: Speech) -> Button:
    """The way out of waiting, by one tap."""
    words = (
        speech.button("I stop for now")
        if role == Role.MENTOR
        else speech.button("I found something")
    )
    return Button(words, SearchTap(step=SearchStep.FOUND).pack())


def search_again(speech: Speech) -> Button:
    """The way back into it."""
    return Button(speech.button("Search again"), SearchTap(step=SearchStep.AGAIN).pack())


def _asked(notice: StillLooking, speech: Speech) -> str:
    if notice.trains:
        return speech.say(
            "You follow the training for mentors. Do you still want to become a mentor?"
        )
    if notice.role == Role.MENTOR:
        return speech.say("You wait for a mentee. Do you still want to be a mentor?")
    return speech.say("You wait for a mentor. Do you still look for one?")


def _goes_on(notice: WhereYouAre, speech: Speech) -> str:
    if notice.place == Place.TRAINING:
        return speech.say(
            "Thank you! Go on with the training. After it your coach looks for a mentee for you."
        )
    if notice.role == Role.MENTOR:
        return speech.say("Thank you! Your coach goes on looking for a mentee for you.")
    return speech.say("Thank you! Your coach goes on looking for a mentor for you.")


def _show(person_id: int, speech: Speech) -> Button:
    return Button(speech.button("Show me"), PersonTap(person_id=person_id).pack())


CARDS: Mapping[type[Notice], Callable[[Any, Speech, Programme], Card]] = {
    GladYouFound: glad_you_found,
    SomebodyFound: somebody_found,
    SomebodyUnheard: somebody_unheard,
    StillLooking: still_looking,
}
