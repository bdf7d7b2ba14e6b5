"""What a programme sets for its first talks, and reading it."""

from dataclasses import dataclass

from bot.programme.entries import Entries

MOST_HOURS_AHEAD = 96
MOST_DAYS_AHEAD = 60


@dataclass(frozen=True, slots=True)
class IntakeRules:
    """How many hours ahead a time can still be chosen, and how many days ahead times are shown."""

    hours_ahead: int
    days_ahead: int


def read_intakes(entries: Entries) -> IntakeRules:
    """The table [intakes] of a programme file."""
    rules = IntakeRules(
        hours_ahead=entries.whole_number("hours_ahead", 0, MOST_HOURS_AHEAD),
        days_ahead=entries.whole_number("days_ahead", 1, MOST_DAYS_AHEAD),
    )
    entries.finish()
    return rules
