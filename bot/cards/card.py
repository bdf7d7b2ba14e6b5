"""What is shown: a text with buttons under it, before Telegram has its way with it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Button:
    """Words to tap, and what the tap carries back."""

    words: str
    data: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that leads to the chat with that person, where Telegram allows it."""

    name: str
    telegram_id: int


Rows = tuple[tuple[Button, ...], ...]


LONGEST_TEXT = 4096  # as Telegram counts: in UTF-16, where an emoji is two


@dataclass(frozen=True, slots=True)
class Card:
    """A plain text and rows of buttons. There is no markup, so no name can break it."""

    text: str
    rows: Rows = ()

    def shortened(self) -> "Card":
        """The same card, its text cut off where Telegram would refuse it."""
        counted = self.text.encode("utf-16-le")
        if len(counted) <= 2 * LONGEST_TEXT:
            return self
        kept = counted[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", errors="ignore")
        return replace(self, text=f"{kept}…")

    mentions: tuple[Mention, ...] = ()


def paragraphs(*parts: str) -> str:
    """The parts that say something, with a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def one_a_row(*buttons: Button) -> Rows:
    """Each button in a row of its own, so that it is easy to hit."""
    return tuple((button,) for button in buttons)
