"""What went wrong in the house during a rehearsal: on a good day nothing."""

from dataclasses import dataclass

from bot.post.meters import Meters
from bot.post.outcome import Kind

GOOD_ENDS = {"handled"}
GOOD_OUTCOMES = {Kind.DONE, "dropped"}


class WentWrong(Exception):
    """The bot did not do what it should have; the log says what."""


@dataclass
class Mishaps(Meters):
    """Counts what nobody wants to see: no update fails in a play, and every letter arrives."""

    updates: int = 0
    letters: int = 0

    def handled(self, end: str, seconds: float) -> None:
        """An update came to an end."""
        del seconds
        self.updates += end not in GOOD_ENDS

    def sent(self, lane: int, outcome: str) -> None:
        """A letter came to an outcome."""
        del lane
        self.letters += outcome not in GOOD_OUTCOMES

    def raise_if_any(self) -> None:
        """Raise WentWrong when there was one."""
        if self.updates or self.letters:
            raise WentWrong(f"Updates that failed: {self.updates}. Letters: {self.letters}.")
