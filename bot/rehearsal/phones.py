"""Everybody's phone: what has come in since they looked last."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.rehearsal.cast import Player
from bot.rehearsal.seen import Seen, seen
from bot.sandbox import Telegram


@dataclass(slots=True)
class Phones:
    """The phones of the cast. ``answers`` are those entries of the journal in which the bot
    answers somebody who has just done something.
    """

    telegram: Telegram
    answers: set[int] = field(default_factory=set)
    read: int = 0

    def hand_out(self, players: Sequence[Player]) -> None:
        """Everybody has a phone and has spoken to the bot before."""
        for one in players:
            self.telegram.add_person(
                one.first_name, language_code=one.language, id=one.id, started=True
            )

    def message(self, person_id: int, message_id: int) -> Seen:
        """A message as it stands now."""
        return seen(self.telegram.state.chats[person_id].messages[message_id].message)

    def news(self) -> Iterator[tuple[int, Seen]]:
        """What came by itself since the last time, to whom."""
        for seq, person_id, message in self._said_after(self.read):
            if seq not in self.answers:
                yield person_id, message
        self.read = self._now()

    @contextmanager
    def answering(self, person_id: int) -> Iterator[list[Seen]]:
        """Meanwhile this person does something; what the bot shows them for it is in the list."""
        shown: list[Seen] = []
        before = self._now()
        yield shown
        for seq, to, message in self._said_after(before):
            if to == person_id:
                self.answers.add(seq)
                shown.append(message)

    def _said_after(self, seq: int) -> Iterator[tuple[int, int, Seen]]:
        """Number, reader and text of what the bot wrote or changed."""
        for entry in self.telegram.journal.after(seq):
            if entry["what"] == "message" and entry["by"] == "bot":
                yield entry["seq"], entry["chat"], seen(entry["message"])

    def _now(self) -> int:
        return len(self.telegram.journal.entries)
