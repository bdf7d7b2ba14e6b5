"""What somebody of the staff types when a code is asked: right, wrong, used before, or no code."""

from datetime import datetime

from bot.actions.counter import Talk
from bot.actions.removing import take_out, take_out_secrets
from bot.actions.second_factor import rests_until, say_taken, tell_coordinators
from bot.actions.totp import codes_of
from bot.actions.waits_for_words import waits_for_words
from bot.programme.notices import AskCode, CodesRest, RecoveryCodes
from bot.programme.people import is_staff
from bot.programme.second_factor import (
    ASKED_FOR,
    PASSES_FOR,
    Attempt,
    Typed,
    as_written,
    blocked_for,
    read_attempt,
    recovery_codes,
    step_of,
)
from storage.second_factors import SecondFactor

WRONG, USED, NOT_SIX, NEW_WRONG = "wrong", "used", "not_six", "new_wrong"
NOT_ASKED = "not_asked"
MADE, BLOCKED = "made", "blocked"


async def hear_code(talk: Talk, text: str) -> bool:
    """Whether this was a code, right or wrong; it does not stay in the chat."""
    attempt = read_attempt(text) if is_staff(talk.person.role) else None
    factor = await talk.tx.second_factors.of(talk.person.id) if attempt else None
    if attempt is None or factor is None:
        return False
    awaited = _awaits(factor, attempt, talk.now)
    if not awaited and not _may_be_one(factor, attempt):
        return False
    if attempt.kind is Typed.NO_CODE and await waits_for_words(talk):
        return False
    _take_out_typed(talk)
    if not awaited:
        # Without a look at it: who guesses learns nothing.
        talk.reply(AskCode(NOT_ASKED))
    elif until := rests_until(factor, talk.now):
        talk.reply(CodesRest(until))
    else:
        await _try(talk, factor, attempt)
    return True


async def refuse_code(talk: Talk, text: str) -> bool:
    """Whether what somebody of the staff wrote in a group, under a picture, or in the place of
    something else may be their code: then they are told that it is passed on to nobody.
    """
    attempt = read_attempt(text)
    factor = await talk.tx.second_factors.of(talk.person.id) if attempt else None
    if attempt is None or factor is None or not _may_be_one(factor, attempt):
        return False
    _take_out_typed(talk)
    talk.reply(AskCode(NOT_ASKED))
    return True


def _take_out_typed(talk: Talk) -> None:
    """What was typed in a group we may not take away."""
    if talk.visit.sent_as is not None and not talk.visit.in_group:
        typed = f"typed:{talk.visit.update_id}"
        take_out(talk, talk.person.id, (talk.visit.sent_as,), typed)


def _may_be_one(factor: SecondFactor, attempt: Attempt) -> bool:
    """Six digits from who has a secret: typed too late, or where no code is asked."""
    return factor.secret is not None and attempt.kind is not Typed.NO_CODE


def _awaits(factor: SecondFactor, attempt: Attempt, now: datetime) -> bool:
    """Digits are a code only while one is asked for; one from paper is always one."""
    if attempt.kind is Typed.RECOVERY:
        return factor.secret is not None
    return factor.asked_until is not None and now < factor.asked_until


async def _try(talk: Talk, factor: SecondFactor, attempt: Attempt) -> None:
    if attempt.kind is Typed.NO_CODE:
        talk.reply(AskCode(NOT_SIX))
    elif attempt.kind is Typed.RECOVERY:
        await _try_recovery(talk, attempt.code)
    elif (offered := _offered(factor, talk.now)) and _step(talk, offered, attempt.code):
        await _confirm(talk, offered, attempt.code)
    elif factor.secret is None:
        await _fail(talk, NEW_WRONG)
    else:
        await _try_code(talk, factor, attempt.code)


def _offered(factor: SecondFactor, now: datetime) -> str | None:
    """The secret that is being set up; one that was shown long ago does not count."""
    return factor.offered if now - factor.made_at < ASKED_FOR else None


async def _try_code(talk: Talk, factor: SecondFactor, code: str) -> None:
    """A code that was used before is no mistake of its owner, and no proof either."""
    step = _step(talk, factor.secret, code) if factor.secret else None
    if step is None:
        await _fail(talk)
    elif await talk.tx.second_factors.use_step(talk.person.id, step):
        await _pass(talk)
        await say_taken(talk)
    else:
        talk.reply(AskCode(USED))


def _step(talk: Talk, secret: str, code: str) -> int | None:
    return step_of(code, talk.now, codes_of(secret))


async def _try_recovery(talk: Talk, code: str) -> None:
    factors, person = talk.tx.second_factors, talk.person.id
    if not await factors.use_code(person, code, talk.now):
        await _fail(talk)
        return
    await _pass(talk)
    await say_taken(talk, await factors.codes_left(person))


async def _confirm(talk: Talk, secret: str, code: str) -> None:
    """The first code of a new secret: it is the one from now on, with new codes on paper."""
    factors, person = talk.tx.second_factors, talk.person.id
    codes = recovery_codes()
    await factors.confirm(person, secret, talk.now)
    await factors.use_step(person, _step(talk, secret, code) or 0)
    await factors.keep_codes(person, codes)
    await _pass(talk)
    await take_out_secrets(talk, person, f"made:{talk.visit.update_id}")
    talk.reply(RecoveryCodes(tuple(as_written(one) for one in codes)))
    await tell_coordinators(talk, talk.person, MADE)


async def _pass(talk: Talk) -> None:
    await talk.tx.second_factors.pass_(talk.person.id, talk.now + PASSES_FOR)


async def _fail(talk: Talk, problem: str = WRONG) -> None:
    person, factors = talk.person, talk.tx.second_factors
    rest = blocked_for(await factors.fail(person.id))
    if rest is None:
        talk.reply(AskCode(problem))
        return
    await factors.block(person.id, talk.now + rest)
    talk.reply(CodesRest((talk.now + rest).isoformat()))
    await tell_coordinators(talk, person, BLOCKED)
