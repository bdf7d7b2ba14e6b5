"""What comes while somebody is asked whether a coach may call, and is no tap on a button."""

from bot.actions.after_danger import question_stands
from bot.actions.case_progress import office_opens
from bot.actions.counter import Talk
from bot.actions.danger_calls import (
    call_coach,
    called_already,
    leave_it,
    own_case,
    show_case,
    who_can_read,
)
from bot.actions.saying import keep
from bot.actions.whereabouts import being_asked
from bot.programme.cases import Form, Side
from bot.programme.danger.answers import SPARED, MayCall
from bot.programme.danger.spoken_answers import answer_in_words
from bot.programme.heard import Heard
from bot.programme.intents import Intent
from bot.programme.notices import AfterDanger, DangerAsked
from bot.programme.plain_words import understand


async def hear_may_call(talk: Talk, text: str) -> bool:
    """Whether these words answer the question, as its buttons do; a word of thanks is none, and
    the question is put once more.
    """
    if talk.visit.replies_to is not None or not await question_stands(talk):
        return False
    answer, heard = answer_in_words(text), Heard(Form.TEXT, text)
    if answer is MayCall.YES:
        await _call(talk, heard, answer)
    elif answer:
        await _leave(talk, heard, answer)
    else:
        return understand(text) is Intent.THANKS and await _ask_once_more(talk)
    return True


async def hear_unread(talk: Talk, heard: Heard | None) -> bool:
    """Whether this came below the open question: a voice or a photo we cannot read, so a coach
    gets it and is asked at once. What cannot be passed on leaves the question.
    """
    if not await question_stands(talk):
        return False
    if heard is None:
        await ask_again(talk)
    else:
        await _call(talk, heard, None)
    return True


async def ask_again(talk: Talk) -> None:
    """Put the question once more, with who can read what was written."""
    coach, registers = await who_can_read(talk), being_asked(talk) is not None
    closed = office_opens(talk, talk.person.nearest_branch) is not None
    talk.reply(DangerAsked(coach, registers=registers, closed=closed))


async def stay_with(talk: Talk) -> None:
    """The question while it has no answer; after that, a kind word."""
    if await question_stands(talk):
        await ask_again(talk)
    else:
        talk.reply(AfterDanger("", await who_can_read(talk), registers=True, reads=True))


async def _call(talk: Talk, heard: Heard, wish: MayCall | None) -> None:
    await talk.save(spared_until=talk.now + SPARED)
    case, again = await call_coach(talk, wish, heard)
    await show_case(talk, case, again=again)


async def _leave(talk: Talk, heard: Heard, answer: MayCall) -> None:
    """The coach who was told reads this too."""
    if case := await own_case(talk):
        await keep(talk, case, heard, Side.PERSON)
    await leave_it(talk, answer)


async def _ask_once_more(talk: Talk) -> bool:
    """Whether the question is put again: once, and not to whom a coach calls already."""
    until = talk.person.spared_until
    asked = (talk.person.id, DangerAsked.kind, (until or talk.now) - SPARED)
    if await called_already(talk) or await talk.tx.outbox.count_kept(*asked):
        return False
    await ask_again(talk)
    return True
