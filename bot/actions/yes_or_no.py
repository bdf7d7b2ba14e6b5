"""A written yes or no, and what it is the answer to."""

from bot.actions.check_in_answers import answer_in_words
from bot.actions.counter import Talk
from bot.actions.matching.answering import answer_match_in_words
from bot.actions.whereabouts import being_asked


async def answers_yes_or_no(talk: Talk, text: str) -> bool:
    """A yes right under the weekly question, or to a proposal that waits, answers it, also while
    a case is talked about.
    """
    if talk.visit.replies_to is not None or being_asked(talk):
        return False
    return await answer_in_words(talk, text) or await answer_match_in_words(talk, text)
