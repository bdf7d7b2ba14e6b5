"""What people remember of what they have seen, as far as it changes what they do."""

from collections import Counter
from dataclasses import dataclass, field, replace

from bot.cards.buttons import CheckInTap
from bot.cards.day_buttons import DayTap
from bot.rehearsal.seen import Seen
from bot.rehearsal.tastes import Mood

# Of a meeting one is told, with a file, when it is fixed; then the day before and shortly before.
THE_DAY_BEFORE, ON_THE_DAY = 2, 3


@dataclass(slots=True)
class Memories:
    """``answered`` are the weekly questions that need no more; ``told`` counts how often somebody
    was told of a meeting since it was fixed or moved.
    """

    answered: set[int] = field(default_factory=set)
    told: Counter[tuple[int, int]] = field(default_factory=Counter)

    def keep(self, person_id: int, message: Seen) -> None:
        """Somebody sees this message, for the first time or anew."""
        for meeting in _meetings(message):
            before = 0 if message.has_file else self.told[person_id, meeting]
            self.told[person_id, meeting] = before + 1

    def has_answered(self, message: Seen) -> bool:
        """Whether this question was answered before: one that is put twice is answered once."""
        asked = {one.means.prompt_id for one in message.choices
                 if isinstance(one.means, CheckInTap)}  # fmt: skip
        known, self.answered = asked & self.answered, self.answered | asked
        return bool(known)

    def tempered(self, mood: Mood, person_id: int, message: Seen) -> Mood:
        """Nobody is late before the day, and nobody takes back what they have just agreed to."""
        told = max((self.told[person_id, one] for one in _meetings(message)), default=ON_THE_DAY)
        late, cannot = told >= ON_THE_DAY, told >= THE_DAY_BEFORE
        return replace(mood, late=mood.late and late, cannot=mood.cannot and cannot)


def _meetings(message: Seen) -> set[int]:
    """The meetings about which something can be said here."""
    return {one.means.meeting_id for one in message.choices if isinstance(one.means, DayTap)}
