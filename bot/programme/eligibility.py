"""Whom a programme is for, beside their ages: only what is needed to know that is asked."""

from dataclasses import dataclass
from enum import StrEnum

from bot.programme.entries import Entries


class Roots(StrEnum):
    """Which migration background a programme asks of its mentees.

    - OUTSIDE_EU: from outside the European Union: themselves, their parents or grandparents.
    - OUTSIDE_EU15: born with a nationality from outside the first fifteen countries of the Union:
      themselves, a parent, or two grandparents.
    - NOT_ASKED: the programme is for everybody.
    """

    OUTSIDE_EU = "outside_eu"
    OUTSIDE_EU15 = "outside_eu15"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What is asked of a mentee, and whether mentors may come through an employer."""

    roots: Roots
    right_to_work: bool
    company_mentoring: bool


def read_eligibility(entries: Entries) -> Eligibility:
    """The table ``eligibility`` of a programme file."""
    eligibility = Eligibility(
        roots=Roots(entries.one_of("roots", tuple(Roots))),
        right_to_work=entries.yes_or_no("right_to_work"),
        company_mentoring=entries.yes_or_no("company_mentoring"),
    )
    entries.finish()
    return eligibility
