"""What the post tells those who count. `bot.health` counts; here nobody does."""


class Meters:
    """Told what happened, in kinds and numbers only. This one forgets it at once."""

    def stored(self, updates: int) -> None:
        """So many updates came in and were kept."""

    def handled(self, end: str, seconds: float) -> None:
        """An update came to this end: "handled", "repeated" or "failed"."""

    def set_aside(self) -> None:
        """An update failed too often and is kept to be looked at."""

    def sent(self, lane: int, outcome: str) -> None:
        """A letter of this lane came to this; one of the outcomes, or "dropped"."""


NO_METERS = Meters()
