"""Hearing what somebody writes while nothing is asked of them."""

from bot.actions.convention.first_words import hear_first_times
from bot.actions.counter import Talk
from bot.actions.hearing import hear_case_at_last, hear_open_call
from bot.actions.intakes.hours import hear_hours
from bot.actions.intakes.writing_up import hear_of_intake
from bot.actions.kindness import answer_kindly
from bot.actions.meeting_words import hear_meeting
from bot.actions.phones import hear_number
from bot.actions.proposals import hear_value
from bot.actions.registering.keeping import hear_own_number
from bot.actions.sessions.codes import hear_code_of_session
from bot.actions.sessions.planning import hear_planning
from bot.actions.signposts import Signposts
from bot.actions.training.exceptions import hear_reason
from bot.actions.whereabouts import say_not_understood
from bot.actions.work.people import find_by_name
from bot.programme.cases import Form
from bot.programme.heard import Heard


async def hear_unasked(talk: Talk, text: str, signposts: Signposts) -> None:
    """What was waited for, then kind words, then a need; what is nothing of this goes to the coach
    of who has called one, and for all others it is said that it was not understood.
    """
    words = Heard(Form.TEXT, text)
    heard = await hear_value(talk, text) or await hear_code_of_session(talk, text)
    heard = heard or await hear_reason(talk, text) or await hear_planning(talk, text)
    heard = heard or await hear_of_intake(talk, text)
    heard = heard or await hear_first_times(talk, text) or await hear_hours(talk, text)
    heard = heard or await hear_number(talk, text) or await hear_own_number(talk, text)
    heard = heard or await hear_meeting(talk, text) or await hear_case_at_last(talk, words)
    if heard or await find_by_name(talk, text):
        return
    if answer_kindly(talk, text) or await signposts.hear(talk, text):
        return
    if not await hear_open_call(talk, words):
        await say_not_understood(talk)
