"""Where somebody stands, derived from what they answered: a question, an obstacle, or the menu."""

from datetime import date

from bot.actions.desk import Talk
from bot.programme.notices import AskQuestion, CannotJoin, Menu
from bot.programme.people import Role
from bot.programme.registration import NotEligible, Problem, Question, standing

ASKED, NOT_UNDERSTOOD, OLD_BUTTON = "asked", "not_understood", "old_button"


def today(talk: Talk) -> date:
    """The date on the wall, where the programme is."""
    return talk.now.astimezone(talk.programme.zone).date()


def being_asked(talk: Talk) -> Question | None:
    """The question this person is to answer now: one they correct, or the next one."""
    if talk.person.role == Role.COACH:
        return None
    if talk.person.asking:
        return Question(talk.person.asking)
    step = standing(talk.person.answers, talk.programme, today(talk))
    return step if isinstance(step, Question) else None


def ask(talk: Talk, question: Question, problem: Problem | None = None) -> None:
    """Put a question, with a hint when the last answer would not do."""
    answers = talk.person.answers
    correcting = talk.person.asking is not None
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


def show_menu(talk: Talk, greeting: str = ASKED) -> None:
    """Show what one can do here."""
    role = talk.person.role or Role.MENTEE
    talk.reply(Menu(greeting, role, paused=talk.person.paused_at is not None))
