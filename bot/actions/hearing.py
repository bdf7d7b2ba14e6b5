"""Hearing what belongs to a case: passed on to the coach, to the person, or kept as a note."""

from dataclasses import dataclass

from bot.actions.after_danger import case_of_danger, is_after_danger, open_again
from bot.actions.answering import fits
from bot.actions.code_attempts import refuse_code
from bot.actions.counter import Talk
from bot.actions.lines import close_line, leave_other_line, line_of, open_line
from bot.actions.requests import call_with_words
from bot.actions.saying import keep, pass_on, say_to_person
from bot.actions.whereabouts import being_asked
from bot.programme.calling import wants_coach
from bot.programme.cases import Form, Reason, Side, Takes
from bot.programme.heard import Heard
from bot.programme.intents import Intent
from bot.programme.notices import NoteKept, NotPassedOn, YouAreWelcome
from bot.programme.people import is_staff
from bot.programme.plain_words import is_agreed, understand
from bot.programme.requests import is_known_to_person
from storage.cases import Case

FORM, CLOSED = "form", "closed"


@dataclass(frozen=True, slots=True)
class Meant:
    """The case to which a message belongs, and what the message is."""

    case: Case
    takes: str


async def hear_case(talk: Talk, heard: Heard | None) -> bool:
    """Pass on what belongs to a case: an answer to a message of ours about one, or what is said on
    an open line, or a sentence that calls a coach. None is what cannot be passed on. False when it
    belongs to no case.
    """
    if talk.visit.replies_to is None and _answers_question(talk, heard):
        return False
    if await _hear(talk, heard, await _meant(talk, at_last=False)):
        return True
    return heard is not None and await call_with_words(talk, heard)


async def hear_case_at_last(talk: Talk, heard: Heard) -> bool:
    """The same for what answers nothing else, from who was written to within a day."""
    return await _hear(talk, heard, await _meant(talk, at_last=True))


async def hear_open_call(talk: Talk, heard: Heard) -> bool:
    """Pass on what means nothing else to the coach of who has an open call, one in danger first,
    then the newest.
    """
    if is_staff(talk.person.role):
        return False
    keys = [f"{one}:{talk.person.id}" for one in Reason if is_known_to_person(one)]
    calls = await talk.tx.cases.open_under(keys)
    if not calls:
        return False
    call = max(calls, key=lambda one: (one.reason == Reason.DANGER, one.opened_at))
    return await _hear(talk, heard, Meant(call, Takes.MESSAGE))


async def is_awaited(talk: Talk) -> bool:
    """Whether a coach hears what this person writes now, whatever else its words could mean. What
    who works here writes to us must not come to a person.
    """
    if is_staff(talk.person.role):
        return False
    on_line = await line_of(talk, at_last=False) is not None
    return on_line or await case_of_danger(talk) is not None


async def hear_too(talk: Talk) -> None:
    """Let the coach who listens know what was written, though it is done already."""
    if talk.visit.words and not is_staff(talk.person.role):
        heard = Heard(Form.TEXT, talk.visit.words)
        await _hear(talk, heard, await _meant(talk, at_last=False))


async def case_of(talk: Talk, case_id: int) -> Case | None:
    """A case about which who stands here may talk: their own, or one they answer for."""
    if is_staff(talk.person.role):
        return await talk.tx.cases.for_coach(case_id, talk.person.id)
    return await talk.tx.cases.for_person(case_id, talk.person.id)


async def _hear(talk: Talk, heard: Heard | None, meant: Meant | None) -> bool:
    if meant is None:
        return False
    if heard is None:
        talk.reply(NotPassedOn(FORM))
    elif is_staff(talk.person.role) and await refuse_code(talk, heard.words):
        return True
    elif meant.takes == Takes.NOTE:
        await keep(talk, meant.case, heard, Side.NOTE)
        await close_line(talk)
        talk.reply(NoteKept(meant.case.id))
    elif is_staff(talk.person.role):
        await _hear_coach(talk, heard, meant.case)
    else:
        return await _hear_person(talk, heard, meant.case)
    return True


async def _hear_coach(talk: Talk, heard: Heard, case: Case) -> None:
    """Each message on a line begins it anew; an answer to another case leaves it."""
    is_open = await leave_other_line(talk, case.id)
    await say_to_person(talk, case, heard)
    if is_open:
        await open_line(talk, case.id)


def _answers_question(talk: Talk, heard: Heard | None) -> bool:
    """Whether it fits what the registration asks: a name, a year, a choice; a call for a coach is
    none of these. All else goes to the coach of who called one in the middle of it.
    """
    question = being_asked(talk)
    words = heard.words if heard and heard.form is Form.TEXT else ""
    if question is None or not words or wants_coach(words):
        return False
    return fits(talk, question, words)


async def _hear_person(talk: Talk, heard: Heard, case: Case) -> bool:
    """In the middle of a registration the question waits until the person goes on with it. To
    thanks a kind word is the answer: they ask no coach for anything.
    """
    if await _is_thanked(talk, heard, case):
        return True
    if case.closed_at is not None:
        if not is_after_danger(talk, case):
            talk.reply(NotPassedOn(CLOSED))
            return True
        case = await open_again(talk, case)
    await pass_on(talk, case, heard)
    await open_line(talk, case.id)
    return True


async def _is_thanked(talk: Talk, heard: Heard, case: Case) -> bool:
    """Who says thanks, or no more than that it is all right after an answer, waits for nothing;
    the coach reads it with the rest. What is sent with a word of thanks is no thanks itself.
    """
    if heard.form is not Form.TEXT:
        return False
    thanks = understand(heard.words) is Intent.THANKS
    if not thanks and not (case.answered_at and is_agreed(heard.words)):
        return False
    if case.closed_at is None:
        await keep(talk, case, heard, Side.PERSON)
    talk.reply(YouAreWelcome(registers=being_asked(talk) is not None))
    return True


async def _meant(talk: Talk, *, at_last: bool) -> Meant | None:
    case = None if at_last else await _answered(talk)
    if case:
        return Meant(case, Takes.NOTE if await _begins_note(talk) else Takes.MESSAGE)
    return await _on_line(talk, at_last=at_last) or await _after_danger(talk)


async def _answered(talk: Talk) -> Case | None:
    """The case to which belongs the message of ours that was answered."""
    if talk.visit.replies_to is None:
        return None
    about = (talk.person.id, talk.visit.replies_to)
    case_id = await talk.tx.case_lines.case_answered(*about)
    return await case_of(talk, case_id) if case_id is not None else None


async def _begins_note(talk: Talk) -> bool:
    """Whether who works here has asked to write a note: it never goes to the person, whatever it
    is an answer to.
    """
    if not is_staff(talk.person.role):
        return False
    line = await talk.tx.case_lines.of(talk.person.id, talk.now)
    return line is not None and line.takes == Takes.NOTE


async def _on_line(talk: Talk, *, at_last: bool) -> Meant | None:
    line = await line_of(talk, at_last=at_last)
    if line is None:
        return None
    case = await case_of(talk, line.case_id)
    is_over = case is None or (case.closed_at is not None and not is_staff(talk.person.role))
    return None if case is None or is_over else Meant(case, line.takes)


async def _after_danger(talk: Talk) -> Meant | None:
    """For a day after words of danger a coach hears what the person writes."""
    case = await case_of_danger(talk)
    return Meant(case, Takes.MESSAGE) if case else None
