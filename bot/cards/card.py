"""What is shown: a text with buttons under it, before Telegram has its way with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """Words to tap, and what the tap carries back."""

    words: str
    data: str


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A plain text and rows of buttons. There is no markup, so no name can break it."""

    text: str
    rows: Rows = ()


def paragraphs(*parts: str) -> str:
    """The parts that say something, with a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def one_a_row(*buttons: Button) -> Rows:
    """Each button in a row of its own, so that it is easy to hit."""
    return tuple((button,) for button in buttons)
