"""Where somebody stands, derived from what they answered: a question, an obstacle, or the menu."""

from datetime import date, timedelta

from bot.actions.counter import Talk
from bot.programme.notices import AskQuestion, CannotJoin, Menu
from bot.programme.people import Role, Stage
from bot.programme.registration import NotEligible, Problem, Question, standing
from storage.people import Person

# What is written later than this is no answer to a question of then.
CORRECTION_STAYS_OPEN = timedelta(days=1)
ASKED, NOT_UNDERSTOOD, OLD_BUTTON = "asked", "not_understood", "old_button"


def today(talk: Talk) -> date:
    """The date on the wall, where the programme is."""
    return talk.now.astimezone(talk.programme.zone).date()


def being_asked(talk: Talk) -> Question | None:
    """The question this person is to answer now: one they correct, or the next one."""
    if talk.person.role == Role.COACH:
        return None
    if talk.person.asking and not _is_long_ago(talk):
        return Question(talk.person.asking)
    step = standing(talk.person.answers, talk.programme, today(talk))
    return step if isinstance(step, Question) else None


def is_correcting(person: Person) -> bool:
    """Whether somebody gave all answers before and changes one of them."""
    return person.asking is not None and person.stage != Stage.ARRIVING


def ask(talk: Talk, question: Question, problem: Problem | None = None) -> None:
    """Put a question, with a hint when the last answer would not do."""
    answers = talk.person.answers
    correcting = talk.person.asking == question
    talk.reply(AskQuestion(question, answers.get(Question.ROLE), problem, correcting))


def show_whereabouts(talk: Talk, greeting: str = ASKED) -> None:
    """Show what comes next for this person, and why it is shown."""
    if question := being_asked(talk):
        ask(talk, question)
        return
    answers = talk.person.answers
    step = standing(answers, talk.programme, today(talk))
    if isinstance(step, NotEligible) and talk.person.role is None:
        role, branch = answers.get(Question.ROLE), answers.get(Question.BRANCH)
        talk.reply(CannotJoin(step.obstacle, role, branch))
    else:
        show_menu(talk, greeting)


def _is_long_ago(talk: Talk) -> bool:
    since = talk.person.asking_since
    open_for = talk.now - since if since else CORRECTION_STAYS_OPEN
    return is_correcting(talk.person) and open_for >= CORRECTION_STAYS_OPEN


def show_menu(talk: Talk, greeting: str = ASKED) -> None:
    """Show what one can do here."""
    role = talk.person.role or Role.MENTEE
    talk.reply(Menu(greeting, role, paused=talk.person.paused_at is not None))
