"""The rooms of the first talks (intakes)."""

from storage.intakes.booked import Intake, Intakes, Outcome, new_intake
from storage.intakes.hours import Exceptional, IntakeHours, Pattern
from storage.intakes.wishes import IntakeWishes, Wish

__all__ = [
    "Exceptional",
    "Intake",
    "IntakeHours",
    "IntakeWishes",
    "Intakes",
    "Outcome",
    "Pattern",
    "Wish",
    "new_intake",
]
