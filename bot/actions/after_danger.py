"""The day after somebody wrote of danger: what they write goes to a coach, also when the case was
closed.
"""

from dataclasses import replace

from bot.actions.counter import Talk
from bot.actions.ladder import reopen
from bot.actions.open_cases import open_case
from bot.programme.cases import Reason, Urgency
from bot.programme.danger.answers import SPARED, MayCall
from bot.programme.notices import AfterDanger
from storage.cases import Case, new_case


async def case_of_danger(talk: Talk) -> Case | None:
    """The case of who wrote of danger within a day, open or closed; a coach was told of it."""
    if not is_spared(talk):
        return None
    open_ = await talk.tx.cases.open_for(f"{Reason.DANGER}:{talk.person.id}")
    if open_:
        return open_
    closed = await talk.tx.cases.closed_about(talk.person.id, Reason.DANGER)
    return next((one for one in reversed(closed) if is_after_danger(talk, one)), None)


def is_after_danger(talk: Talk, case: Case) -> bool:
    """Whether words that belong to this case still go to a coach, though it is closed. What was
    closed before the last day stays so: of newer words the person decides.
    """
    is_recent = case.closed_at is not None and case.closed_at > talk.now - SPARED
    return case.reason == Reason.DANGER and is_recent and is_spared(talk)


async def open_again(talk: Talk, case: Case) -> Case:
    """The closed case once more; after the second time a new one."""
    if await reopen(talk, case):
        return await talk.tx.cases.get(case.id)
    fresh = urgent_case(talk)
    await open_case(talk, fresh)
    return await talk.tx.cases.open_for(fresh.open_key) or fresh


def is_spared(talk: Talk) -> bool:
    """Whether this person wrote of danger within a day, and did not say since that all is well."""
    until = talk.person.spared_until
    return until is not None and talk.now < until


def urgent_case(talk: Talk, wish: MayCall | None = None) -> Case:
    """A new case of who may be in danger, with what they want when they said so."""
    urgent = new_case(
        Reason.DANGER, None, talk.now, person_id=talk.person.id, urgency=Urgency.NOW
    )  # fmt: skip
    return replace(urgent, may_call=wish)


async def question_stands(talk: Talk) -> bool:
    """Whether somebody is asked if a coach may call, and did not answer yet."""
    until = talk.person.spared_until
    if until is None or talk.now >= until:
        return False
    answered = (talk.person.id, AfterDanger.kind, until - SPARED)
    if await talk.tx.outbox.count_kept(*answered):
        return False
    open_ = await talk.tx.cases.open_for(f"{Reason.DANGER}:{talk.person.id}")
    return open_ is None or open_.may_call is None
