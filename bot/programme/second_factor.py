"""The codes of the staff: what is one when somebody types it, and how long to wait after wrong
ones.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# As apps for codes have it when nothing else is said (RFC 6238): six digits, a new code each 30 s.
DIGITS = 6
SECONDS_A_STEP = 30
# Clocks of phones go wrong, and typing takes its time: one code earlier and one later will do.
STEPS_APART = (0, -1, 1)
# Read from paper nobody takes one for another: no 0 and o, no 1, i and l, no u and v.
LETTERS = "23456789abcdefghjkmnpqrstwxyz"
LONGEST_CODE = 10
CODES = 10

PASSES_FOR = timedelta(hours=12)
ASKED_FOR = timedelta(minutes=30)
# Who just gave a code may move the codes to another phone; who finds the phone later may not.
FRESH_FOR = timedelta(minutes=5)

WRONG_BEFORE_BLOCK = 5
# After each five wrong codes in a row; the last one again and again.
BLOCKS = (
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=24),
)

# What is written between the parts of a code, by whom it is easier to read so.
_BETWEEN = str.maketrans("", "", " -\u2010\u2011\u2013\u00a0\u202f.")


class Typed(StrEnum):
    """What somebody typed."""

    CODE = "code"
    RECOVERY = "recovery"
    NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was typed, in one spelling."""

    kind: Typed
    code: str


def read_attempt(text: str) -> Attempt | None:
    """A code as people type it; None when it is something else. Digits only that are too few or
    too many are an attempt, so that they can be told so.
    """
    said = text.casefold().translate(_BETWEEN)
    if said and all(one.isdecimal() for one in said):
        digits = "".join(str(int(one)) for one in said)
        return Attempt(Typed.CODE if len(digits) == DIGITS else Typed.NO_CODE, digits)
    return Attempt(Typed.RECOVERY, said) if _is_recovery_code(said) else None


def _is_recovery_code(said: str) -> bool:
    """Each has a digit and a letter, so that no word of ten letters is taken for one."""
    is_mixed = any(one.isdecimal() for one in said) and any(one.isalpha() for one in said)
    return len(said) == LONGEST_CODE and is_mixed and set(said) <= set(LETTERS)


def recovery_codes() -> tuple[str, ...]:
    """Ten new ones, each different. Of each there are 29 to the tenth: 48 bits."""
    codes: dict[str, None] = {}
    while len(codes) < CODES:
        code = "".join(secrets.choice(LETTERS) for _ in range(LONGEST_CODE))
        if _is_recovery_code(code):
            codes[code] = None
    return tuple(codes)


def as_written(code: str) -> str:
    """A recovery code in two halves, as it is easier to copy."""
    half = LONGEST_CODE // 2
    return f"{code[:half]}-{code[half:]}"


def step_at(moment: datetime) -> int:
    """The number of the code of a moment: how many half minutes there were since 1970."""
    return int(moment.timestamp()) // SECONDS_A_STEP


def step_of(code: str, now: datetime, code_at: Callable[[int], str]) -> int | None:
    """Of which step this is the code: the present one or its neighbours; None when of none.

    ``code_at`` gives the code of a step.
    """
    here = step_at(now)
    steps = (here + apart for apart in STEPS_APART)
    fitting = (one for one in steps if secrets.compare_digest(code_at(one), code))
    return next(fitting, None)


def blocked_for(failures: int) -> timedelta | None:
    """How long no code is looked at after so many wrong ones in a row; None when it goes on."""
    rounds, rest = divmod(failures, WRONG_BEFORE_BLOCK)
    if rest or not rounds:
        return None
    return BLOCKS[min(rounds, len(BLOCKS)) - 1]


def is_fresh(passed_until: datetime | None, now: datetime) -> bool:
    """Whether a code was given just now."""
    return passed_until is not None and passed_until - PASSES_FOR > now - FRESH_FOR
