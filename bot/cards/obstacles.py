"""What stands in somebody's way: what it is, who may know it, and where there is help."""

from bot.cards.buttons import CheckInTap, Place, ThemeTap
from bot.cards.card import Button, Card, Rows, one_a_row, paragraphs
from bot.cards.check_ins import change
from bot.cards.needs import theme_words
from bot.cards.ways import way
from bot.cards.week_buttons import AudienceTap, ObstaclesTap, ObstacleTap
from bot.i18n import Speech
from bot.programme.check_ins import Answer
from bot.programme.notices import (
    ObstacleAudience,
    ObstacleHeard,
    ObstacleQuestion,
    ObstacleShared,
)
from bot.programme.obstacles import THEMES_OF, Audience, Obstacle, choices_for
from bot.programme.programme import Programme


def obstacle_question(notice: ObstacleQuestion, speech: Speech, programme: Programme) -> Card:
    """What is in the way? Nobody knows it before the person has chosen who may."""
    del programme
    text = paragraphs(
        speech.say("What is in the way? Tap what fits best."),
        speech.say("Then you choose who may know it."),
    )
    taps = [Button(obstacle_words(one, speech), _told(notice.prompt_id, one)) for one in Obstacle]
    back = CheckInTap(prompt_id=notice.prompt_id, answer=Answer.MET).pack()
    rows = tuple(zip(taps[::2], taps[1::2], strict=True))
    return Card(text, rows + one_a_row(Button(speech.button("Go back"), back)))


def obstacle_audience(notice: ObstacleAudience, speech: Speech, programme: Programme) -> Card:
    """Who may know it; the coach first. The mentor is never told about anybody's health."""
    del programme
    obstacle = Obstacle(notice.obstacle)
    text = paragraphs(
        speech.say("This is in the way: {obstacle}.", obstacle=obstacle_words(obstacle, speech)),
        speech.say("Who may know it?"),
        speech.say("I never tell your mentor anything about your health.")
        if obstacle is Obstacle.HEALTH
        else "",
        speech.say("If nobody may know it, I forget it at once."),
    )
    words = {
        Audience.COACH: speech.button("My coach"),
        Audience.NOBODY: speech.button("Nobody"),
        Audience.MENTOR_TOO: speech.button("My coach and my mentor"),
    }
    taps = [
        Button(words[one], AudienceTap(
            prompt_id=notice.prompt_id, obstacle=obstacle, audience=one
        ).pack())
        for one in choices_for(obstacle)
    ]  # fmt: skip
    back = ObstaclesTap(prompt_id=notice.prompt_id).pack()
    return Card(text, one_a_row(*taps, Button(speech.button("Go back"), back)))


def obstacle_heard(notice: ObstacleHeard, speech: Speech, programme: Programme) -> Card:
    """Who knows it now, and the way to help that needs nobody."""
    del programme
    themes = THEMES_OF[Obstacle(notice.obstacle)]
    text = paragraphs(
        _who_knows(notice, speech),
        speech.say("Here you can look for help yourself:"),
    )
    changes = [change(notice.prompt_id, speech)] if notice.prompt_id else []
    return Card(text, _help(themes, speech) + one_a_row(*changes, way(Place.COACH, speech)))


def obstacle_shared(notice: ObstacleShared, speech: Speech, programme: Programme) -> Card:
    """A mentee lets the mentor know; nothing is asked of the mentor."""
    del programme
    text = paragraphs(
        _hard_for(Obstacle(notice.obstacle), notice.partner, speech),
        speech.say("You do not have to solve it. The coach knows it too."),
    )
    return Card(text, one_a_row(way(Place.FIND_HELP, speech), way(Place.COACH, speech)))


def obstacle_words(obstacle: Obstacle, speech: Speech) -> str:
    """The words for what is in the way."""
    words = {
        Obstacle.HOUSING: speech.button("Housing"),
        Obstacle.PAPERS: speech.button("Papers"),
        Obstacle.HEALTH: speech.button("Health"),
        Obstacle.MONEY: speech.button("Money"),
        Obstacle.FAMILY: speech.button("Family"),
        Obstacle.TRANSPORT: speech.button("Transport"),
        Obstacle.MOTIVATION: speech.button("Motivation"),
        Obstacle.OTHER: speech.button("Something else"),
    }
    return words[obstacle]


def _hard_for(obstacle: Obstacle, partner: str, speech: Speech) -> str:
    """What is hard, said of the thing and not of the person."""
    words = {
        Obstacle.HOUSING: speech.say(
            "{partner} wants you to know: housing is difficult now.", partner=partner
        ),
        Obstacle.PAPERS: speech.say(
            "{partner} wants you to know: the papers are difficult now.", partner=partner
        ),
        Obstacle.HEALTH: speech.say(
            "{partner} wants you to know: it is a difficult time.", partner=partner
        ),
        Obstacle.MONEY: speech.say(
            "{partner} wants you to know: money is difficult now.", partner=partner
        ),
        Obstacle.FAMILY: speech.say(
            "{partner} wants you to know: it is a difficult time in the family.", partner=partner
        ),
        Obstacle.TRANSPORT: speech.say(
            "{partner} wants you to know: getting there is difficult now.", partner=partner
        ),
        Obstacle.MOTIVATION: speech.say(
            "{partner} wants you to know: it is difficult to keep courage now.", partner=partner
        ),
        Obstacle.OTHER: speech.say(
            "{partner} wants you to know: something else is difficult now.", partner=partner
        ),
    }
    return words[obstacle]


def _who_knows(notice: ObstacleHeard, speech: Speech) -> str:
    if notice.audience == Audience.NOBODY:
        return speech.say("OK. I tell nobody, and I have forgotten it.")
    if notice.coach is None:
        told = speech.say("No coach can be reached now. It waits safely for the first coach.")
    else:
        told = speech.say(
            "Thank you for telling it. Your coach {coach} will read it and contact you.",
            coach=notice.coach,
        )
    mentor = notice.audience == Audience.MENTOR_TOO
    return paragraphs(told, speech.say("Your mentor hears it too.") if mentor else "")


def _help(themes: tuple[str, ...], speech: Speech) -> Rows:
    doors = [Button(theme_words(one, speech), ThemeTap(theme=one).pack()) for one in themes]
    return one_a_row(*doors, way(Place.FIND_HELP, speech))


def _told(prompt_id: int, obstacle: Obstacle) -> str:
    return ObstacleTap(prompt_id=prompt_id, obstacle=obstacle).pack()
