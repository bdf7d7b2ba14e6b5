"""Where somebody stands, derived from what they answered: a question, an obstacle, or the menu."""

from dataclasses import replace
from datetime import date, timedelta

from bot.actions.counter import Counter, Talk
from bot.programme.notices import AskQuestion, CannotJoin, Menu, OnlyWords
from bot.programme.people import Role, Stage, is_staff
from bot.programme.registration import (
    ASKED_ANEW,
    Answers,
    NotEligible,
    Problem,
    Question,
    as_told,
    place_of,
    standing,
)
from bot.programme.road import TOGETHER
from storage.people import Person

# What is written later than this is no answer to a question of then.
CORRECTION_STAYS_OPEN = timedelta(days=1)
# So long somebody knows that the programme does not fit them.
OBSTACLE_KNOWN = timedelta(days=30)
ASKED, NOT_UNDERSTOOD, OLD_BUTTON, HIDDEN = "asked", "not_understood", "old_button", "hidden"
NO_AGREEMENT = "no_agreement"


def today(counter: Counter) -> date:
    """The date on the wall, where the programme is."""
    return counter.now.astimezone(counter.programme.zone).date()


def being_asked(talk: Talk) -> Question | None:
    """The question that who stands here is to answer now."""
    return question_of(talk, talk.person)


def question_of(counter: Counter, person: Person) -> Question | None:
    """The question this person is to answer now: one they correct, or the next one."""
    if is_staff(person.role):
        return None
    if person.asking and not is_long_ago(counter, person):
        return Question(person.asking)
    step = stands_at(counter, person)
    return step if isinstance(step, Question) else None


def stands_at(
    counter: Counter, person: Person, answers: Answers | None = None
) -> Question | NotEligible | None:
    """Where somebody stands by their answers, or would stand by these. Who is registered is not
    asked what the programme did not yet ask when they came, but what another role asks.
    """
    known = person.answers if answers is None else answers
    anew = ASKED_ANEW in known and person.road not in TOGETHER
    registered = person.stage == Stage.REGISTERED and not anew
    return standing(as_told(known), counter.programme, today(counter), registered=registered)


def is_correcting(person: Person) -> bool:
    """Whether somebody gave all answers before and changes one of them."""
    return person.asking is not None and person.stage != Stage.ARRIVING


def ask(
    talk: Talk, question: Question, problem: Problem | None = None, *, offers: tuple[str, ...] = ()
) -> None:
    """Put a question, with a hint when the last answer would not do, and what it may mean."""
    talk.reply(replace(_asked(talk, question), problem=problem, offers=offers))


def show_draft(talk: Talk, question: Question, draft: str) -> None:
    """Show what was tapped so far of several choices, in the place of the question."""
    talk.replace(replace(_asked(talk, question), draft=draft))


def _asked(talk: Talk, question: Question) -> AskQuestion:
    answers = talk.person.answers
    correcting = talk.person.asking == question
    number, total = place_of(question, answers, talk.programme)
    role = answers.get(Question.ROLE)
    return AskQuestion(question, role, correcting=correcting, number=number, total=total)


async def say_not_understood(talk: Talk) -> None:
    """Show what comes next for who wrote something else. Whom the programme does not fit reads
    that whole once; after that, what there is for them.
    """
    again = False
    if talk.person.stage == Stage.NOT_ELIGIBLE:
        told = (talk.person.id, CannotJoin.kind, talk.now - OBSTACLE_KNOWN)
        again = await talk.tx.outbox.count_kept(*told) > 0
    show_whereabouts(talk, NOT_UNDERSTOOD, again=again)


def show_whereabouts(talk: Talk, greeting: str = ASKED, *, again: bool = False) -> None:
    """Show what comes next for this person, and why it is shown."""
    if question := being_asked(talk):
        ask(talk, question)
        return
    answers = talk.person.answers
    step = stands_at(talk, talk.person)
    if isinstance(step, NotEligible) and talk.person.role is None:
        role, branch = answers.get(Question.ROLE), answers.get(Question.BRANCH)
        talk.reply(CannotJoin(step.obstacle, role, branch, again))
    else:
        show_menu(talk, greeting)


def say_only_words(talk: Talk) -> None:
    """Something came that is not text: say so, and ask again what is being asked."""
    talk.reply(OnlyWords())
    if being_asked(talk):
        show_whereabouts(talk)


def is_long_ago(counter: Counter, person: Person) -> bool:
    """Whether what somebody began to change was begun more than a day ago."""
    since = person.asking_since
    open_for = counter.now - since if since else CORRECTION_STAYS_OPEN
    return is_correcting(person) and open_for >= CORRECTION_STAYS_OPEN


def show_menu(talk: Talk, greeting: str = ASKED) -> None:
    """Show what one can do here."""
    role = talk.person.role or Role.MENTEE
    paused, road = talk.person.paused_at is not None, talk.person.road or ""
    talk.reply(Menu(greeting, role, paused, road, found=talk.person.found_at is not None))
