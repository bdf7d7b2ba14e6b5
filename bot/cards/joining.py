"""Where the registration leads: into the programme, or to somebody else who can help."""

from bot.cards.buttons import Choose, Place
from bot.cards.card import Button, Card, one_a_row, paragraphs
from bot.cards.danger_question import knows_of_danger
from bot.cards.registering.labels import change_button
from bot.cards.ways import (
    branch_name,
    in_danger,
    labelled,
    menu_rows,
    people_to_call,
    way,
    ways_to_help,
)
from bot.i18n import Speech
from bot.programme.notices import CannotJoin, ConsentRefused, Registered
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.registration import YES, Obstacle, Question
from bot.programme.road import Place as Stand


def consent_refused(notice: ConsentRefused, speech: Speech, programme: Programme) -> Card:
    """Not agreeing is fine; there is a way that needs no bot."""
    del notice
    text = paragraphs(
        speech.say("That is fine. I ask you nothing more and I keep no answers."),
        people_to_call(None, speech, programme),
        speech.say("Did you change your mind? Then tap the button."),
    )
    agree = Choose(question=Question.CONSENT, value=YES).pack()
    rows = one_a_row(Button(speech.button("I agree after all"), agree))
    return Card(text, rows + ways_to_help(speech))


def cannot_join(notice: CannotJoin, speech: Speech, programme: Programme) -> Card:
    """Said kindly, with who can help instead; once, and then in few words."""
    if notice.again:
        return _can_help_still(notice, speech, programme)
    text = paragraphs(
        _obstacle(notice, speech, programme),
        _help_elsewhere(notice, speech, programme),
        speech.say("Did you make a mistake? Then change your answer."),
    )
    changes = [change_button(one, speech) for one in _behind(Obstacle(notice.obstacle))]
    onward = (Place.COACH, Place.LANGUAGE)
    rows = one_a_row(*changes, *(way(place, speech) for place in onward))
    return Card(text, rows + ways_to_help(speech))


def _can_help_still(notice: CannotJoin, speech: Speech, programme: Programme) -> Card:
    """Whoever goes on writing needs something else than to read once more that they cannot."""
    text = paragraphs(
        speech.say("Sorry, I did not understand that."),
        speech.say("I can still help you: to find help, or to talk to a coach."),
        in_danger(speech, programme),
    )
    changes = [change_button(one, speech) for one in _behind(Obstacle(notice.obstacle))]
    return Card(text, ways_to_help(speech) + one_a_row(way(Place.COACH, speech), *changes))


def registered(notice: Registered, speech: Speech, programme: Programme) -> Card:
    """All is answered: what happens next."""
    branch = branch_name(notice.branch, speech, programme)
    thanks = speech.say("Thank you, {name}. You are registered.", name=notice.first_name)
    if notice.in_danger:
        text = paragraphs(thanks, _stays_open(notice, speech), in_danger(speech, programme))
        return Card(text, menu_rows(notice.role, speech, road=Stand.NEW))
    following = _following(notice, branch, speech, programme)
    waiting = (
        speech.say("Tap “My first talk” and choose a time. It takes about half an hour.")
        if notice.has_coach
        else people_to_call(notice.branch, speech, programme)
    )
    check = speech.say("Do you want to check your answers? Tap “My answers”.")
    rows = menu_rows(notice.role, speech, road=Stand.NEW)
    return Card(paragraphs(thanks, following, waiting, check), rows)


def _stays_open(notice: Registered, speech: Speech) -> str:
    """What somebody wrote of danger matters more than what comes next."""
    if notice.coach:
        return knows_of_danger(notice.coach, speech, new=False)
    return speech.say("No coach can be reached now. I am sorry. I go on asking.")


def _behind(obstacle: Obstacle) -> tuple[Question, ...]:
    """The answers an obstacle follows from."""
    answers = {
        Obstacle.NO_BRANCH: (Question.BRANCH,),
        Obstacle.OTHER_ROOTS: (Question.ROOTS, Question.ROLE),
        Obstacle.NO_RIGHT_TO_WORK: (Question.RIGHT_TO_WORK, Question.ROLE),
    }
    return answers.get(obstacle, (Question.YEAR_OF_BIRTH, Question.ROLE))


def _obstacle(notice: CannotJoin, speech: Speech, programme: Programme) -> str:
    ages = programme.ages_of(notice.role or Role.MENTEE)
    thanks = speech.say("Thank you for your answers.")
    sentences = {
        Obstacle.TOO_YOUNG: speech.say(
            "This part of the programme is for people of {age} and older.", age=ages.youngest
        ),
        Obstacle.TOO_OLD: speech.say(
            "This part of the programme is for people up to {age} years.", age=ages.oldest
        ),
        Obstacle.NO_BRANCH: speech.say("We do not have a branch near you yet."),
        Obstacle.OTHER_ROOTS: speech.say(
            "This programme was made for people with roots in other countries."
        ),
        Obstacle.NO_RIGHT_TO_WORK: speech.say(
            "For this programme you need a paper that lets you work."
        ),
    }
    kind = speech.say("So I cannot register you now. It is not because of you.")
    return " ".join((thanks, sentences[Obstacle(notice.obstacle)], kind))


def _help_elsewhere(notice: CannotJoin, speech: Speech, programme: Programme) -> str:
    """Services for job-seekers; a mentor is asked to call the branch, since help is welcome."""
    if notice.role == Role.MENTOR:
        welcome = speech.say("Do you want to help in another way? We are happy to hear from you.")
        return paragraphs(welcome, people_to_call(notice.branch, speech, programme))
    lines = [
        labelled(one.name[speech.language], f"{one.phone}, {one.website}", speech)
        for one in programme.services_near(notice.branch)
    ]
    free = speech.say("These services help people to find work, for free:")
    return paragraphs("\n".join((free, *lines)), people_to_call(notice.branch, speech, programme))


def _following(notice: Registered, branch: str, speech: Speech, programme: Programme) -> str:
    """Only what is true: a branch without a coach does not look for anybody yet."""
    if not notice.has_coach:
        return speech.say("There is no coach in {branch} yet. The first one will see your name.",
                          branch=branch)  # fmt: skip
    if notice.role == Role.MENTOR and programme.training.modules:
        return speech.say("Next: a talk with a coach in {branch}. Then comes the training, and "
                          "then we look for a mentee.", branch=branch)  # fmt: skip
    if notice.role == Role.MENTOR:
        return speech.say("Next: a talk with a coach in {branch}. Then we look for a mentee.",
                          branch=branch)  # fmt: skip
    return speech.say("Next: a talk with a coach in {branch}. Then we look for a mentor.",
                      branch=branch)  # fmt: skip
