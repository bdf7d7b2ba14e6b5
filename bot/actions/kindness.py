"""Kind words, what newcomers ask, and questions that are not understood."""

from bot.actions.counter import Talk
from bot.actions.whereabouts import ask, being_asked
from bot.programme.asked_often import often_asked
from bot.programme.intents import Intent
from bot.programme.notices import GladToHear, Help, Notice, YouAreWelcome
from bot.programme.notices.often_asked import Explained
from bot.programme.people import Role
from bot.programme.plain_words import understand
from bot.programme.registration import NAMES, Problem, Question


def answer_kindly(talk: Talk, text: str) -> bool:
    """Answer thanks, good news and what newcomers ask, and ask once more what was asked; explain
    that to who does not understand it. False to anything else.

    Merci is a first name too: one word is the name where a name is asked.
    """
    question = being_asked(talk)
    if understand(text) is Intent.UNCLEAR:
        _explain(talk, question)
        return True
    notice = _answer_to(text, registers=question is not None)
    if notice is None or (question in NAMES and len(text.split()) == 1):
        return False
    talk.reply(notice)
    if question:
        ask(talk, question)
    return True


def _explain(talk: Talk, question: Question | None) -> None:
    if question:
        ask(talk, question, Problem.UNCLEAR)
    else:
        talk.reply(Help(talk.person.role or Role.MENTEE, talk.person.nearest_branch))


def _answer_to(text: str, *, registers: bool) -> Notice | None:
    if topic := often_asked(text):
        return Explained(topic, registers=registers)
    match understand(text):
        case Intent.THANKS:
            return YouAreWelcome()
        case Intent.GOOD_NEWS:
            return GladToHear()
        case _:
            return None
