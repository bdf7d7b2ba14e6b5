"""How the house is at one moment, and what is wrong with it, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.post.watch import DEAF_AFTER
from bot.programme.letters import Lane

# Planning the week of 100,000 duos takes a minute.
LOOKED_WITHIN = 120.0
# A case, or an answer to somebody who waits for it.
SENT_WITHIN = 120.0
# Everybody's question of the week, at Telegram's pace: 20,000 of them take 13 minutes.
SENT_WITHIN_WHEN_MANY = 1800.0
# A poll fails after at most 70 s, and is tried again after at most 60 s.
POLLED_WITHIN = 180.0
TICKED_WITHIN = 300.0


@dataclass(frozen=True, slots=True)
class Vitals:
    """Everything by which the house is judged; spans are in seconds.

    - ``silent_for``: since Telegram was last heard; since the start, when it never was.
    - ``poll_age``: since a poll last came back, well or not.
    - ``tick_age``, ``round_age``: since the clock last looked and it came to a good end; to any
      end. None when it has not looked yet.
    - ``refused``, ``shared``: Telegram does not accept the token; another program polls with it.
    - ``trouble``: what is wrong with the database, "" when it answers and its tables are right.
    - ``oldest``: for each lane, how long the first letter that could go has waited.
    - ``stuck_cases``: calls for a coach in which nothing comes next.
    """

    silent_for: float = 0.0
    poll_age: float = 0.0
    tick_age: float | None = 0.0
    round_age: float | None = 0.0
    refused: bool = False
    shared: bool = False
    trouble: str = ""
    oldest: tuple[tuple[Lane, float], ...] = ()
    stuck_cases: int = 0


def silent_parts(vitals: Vitals) -> Iterator[str]:
    """Parts of this process that have stopped coming round; only a new start mends that."""
    if vitals.poll_age > POLLED_WITHIN:
        yield f"No poll has come back for {vitals.poll_age:.0f} s, well or not."
    if (vitals.round_age or 0.0) > TICKED_WITHIN:
        yield f"The clock has not looked what is due for {vitals.round_age:.0f} s."


def reasons(vitals: Vitals) -> Iterator[str]:
    """Why people are not served now; none when all is well."""
    yield from _of_the_line(vitals)
    if vitals.tick_age is None:
        yield "The clock has not looked yet what is due: the bot is starting."
    elif vitals.tick_age > LOOKED_WITHIN:
        yield f"The clock last looked what is due {vitals.tick_age:.0f} s ago."
    if vitals.trouble:
        yield vitals.trouble
    if vitals.stuck_cases:
        yield f"Calls for a coach in which nothing comes next: {vitals.stuck_cases}."
    for lane, seconds in vitals.oldest:
        urgent = lane <= Lane.REPLY
        if seconds > (SENT_WITHIN if urgent else SENT_WITHIN_WHEN_MANY):
            yield f"A letter of the lane {lane.name.lower()} has waited for {seconds:.0f} s."


def _of_the_line(vitals: Vitals) -> Iterator[str]:
    if vitals.refused:
        yield "Telegram does not accept the token. Ask @BotFather for the right one."
    if vitals.shared:
        yield "Another program polls with this token and takes part of the updates. Stop it."
    if vitals.silent_for > DEAF_AFTER:
        yield f"Telegram has not been heard for {vitals.silent_for:.0f} s. Is the network up?"
