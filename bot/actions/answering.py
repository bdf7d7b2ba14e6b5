"""Whether what somebody writes is an answer to what they were asked, or something else."""

from bot.actions.counter import Talk
from bot.actions.whereabouts import today
from bot.programme.danger import needs_meant
from bot.programme.directory.crisis import is_a_cry
from bot.programme.names import is_written_as_a_name
from bot.programme.needs.finding import has_new_words, learnt_words
from bot.programme.registering.births import name_and_birth
from bot.programme.registration import BY_CHOICE, NAMES, Problem, Question, read_answer

A_SENTENCE = 3  # words
# Understood, but one thing has to be asked back.
NEARLY = (Problem.AN_AGE, Problem.MANY_TOWNS, Problem.MANY_SECTORS)


def may_answer(talk: Talk, question: Question, text: str) -> bool:
    """Whether a text is an answer, good or bad. Almost any text could be a name; a sentence is
    none. A word or two that do not fit are more likely an answer than a need, but for a cry.
    """
    answer = read_answer(question, text, talk.programme, today(talk))
    if question is Question.FIRST_NAME:
        text, _ = name_and_birth(text, today(talk).year)
    fits = not isinstance(answer, Problem) or answer in NEARLY
    if fits and question is Question.YEAR_OF_BIRTH and not _has_words(text):
        return True
    if cries_out(text):
        return fits and question in BY_CHOICE
    if len(text.split()) < A_SENTENCE:
        return True
    if question in NAMES:
        return is_written_as_a_name(text) and has_new_words(text)
    return fits


def fits(talk: Talk, question: Question, text: str) -> bool:
    """Whether a text is a good answer; of almost any text that could be a name, one word is, or
    what is written as names are.
    """
    if isinstance(read_answer(question, text, talk.programme, today(talk)), Problem):
        return False
    if question is Question.FIRST_NAME:
        text, _ = name_and_birth(text, today(talk).year)
    long = question in NAMES and len(text.split()) > 1
    return may_answer(talk, question, text) and (not long or is_written_as_a_name(text))


def _has_words(text: str) -> bool:
    """Whether there is more in it than figures: 2000 alone is a year, in a sentence a place."""
    return any(one.isalpha() for one in text)


def cries_out(text: str) -> bool:
    """Whether a text, be it one word, says that somebody is in danger. Its known words must say so
    without the others: "Viola" only resembles one.
    """
    readings = (needs_meant(one) for one in (text, " ".join(learnt_words(text))))
    return all(needs and is_a_cry(needs[0]) for needs in readings)
