"""The line between a person and their coach: what is written on it belongs to a case."""

from datetime import timedelta

from bot.actions.counter import Counter, Talk
from bot.programme.cases import Takes
from bot.programme.notices import (
    AskCode,
    CaseRead,
    CodesRest,
    CodeTaken,
    LineOpen,
    NotPassedOn,
    PassedOn,
)
from bot.programme.people import is_staff
from storage.case_lines import Line

# So long what somebody writes belongs to the case; each message on the line begins it anew.
LINE_STAYS = timedelta(minutes=30)
# Who reads their phone in the evening answers then: the coach's words can be answered for a day.
ANSWER_STAYS = timedelta(days=1)

# What does not end the line of who works here: it is about the same case, as what is read of
# another one leaves the line first, or about their code.
GOES_ON = tuple(
    one.kind for one in (LineOpen, PassedOn, NotPassedOn, CaseRead, AskCode, CodeTaken, CodesRest)
)


async def open_line(talk: Talk, case_id: int, takes: Takes = Takes.MESSAGE) -> None:
    """From now on what this person writes, speaks or sends belongs to the case."""
    line = Line(case_id, takes, talk.now + LINE_STAYS)
    await talk.tx.case_lines.open(talk.person.id, line)


async def open_line_for_answer(counter: Counter, person_id: int, case_id: int) -> None:
    """Somebody was written to. For half an hour what they write is the answer; after that only
    what answers nothing else.
    """
    line = Line(case_id, Takes.ANSWER, counter.now + ANSWER_STAYS)
    await counter.tx.case_lines.open(person_id, line)


async def close_line(talk: Talk) -> None:
    """What this person writes belongs to no case any more."""
    await talk.tx.case_lines.close(talk.person.id)


async def leave_other_line(talk: Talk, case_id: int) -> bool:
    """Who turns to this case writes about another one no more. Whether a line to it is open."""
    line = await talk.tx.case_lines.of(talk.person.id, talk.now)
    if line and line.case_id != case_id:
        await close_line(talk)
    return line is not None and line.case_id == case_id


async def line_of(talk: Talk, *, at_last: bool) -> Line | None:
    """The line to which belongs what this person writes now: ``at_last`` what answers nothing
    else, else whatever it could answer.
    """
    line = await talk.tx.case_lines.of(talk.person.id, talk.now)
    if line is None or not (at_last or goes_first(talk, line)):
        return None
    return None if await is_left(talk, line) else line


async def is_left(talk: Talk, line: Line) -> bool:
    """Whether who works here did something else since they began to write: then it is over, or
    what is meant for the programme would be sent to a person.
    """
    since = line.until - LINE_STAYS
    return is_staff(talk.person.role) and await talk.tx.case_lines.did_else(
        talk.person.id, since, GOES_ON
    )


def goes_first(counter: Counter, line: Line) -> bool:
    """Whether what is written now belongs to the case whatever else it could answer."""
    if line.takes != Takes.ANSWER:
        return True
    return line.until - counter.now > ANSWER_STAYS - LINE_STAYS
