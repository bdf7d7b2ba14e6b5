"""What is shown: a text with buttons under it, before Telegram has its way with it."""

from dataclasses import dataclass, replace

from bot.cards.enclosures import CalendarFile, Enclosure, Paper, Picture, QrCode, Relayed


@dataclass(frozen=True, slots=True)
class Button:
    """Words to tap, and what the tap carries back, the address in the web that it opens, or the
    text that it copies on the phone.
    """

    words: str
    data: str = ""
    url: str = ""
    copies: str = ""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.data, self.url, self.copies))) != 1:
            raise ValueError("A button carries something back, opens an address or copies a text.")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that leads to the chat with that person, where Telegram allows it."""

    name: str
    telegram_id: int


Rows = tuple[tuple[Button, ...], ...]


LONGEST_BUTTON = 24  # letters: what a small phone shows beside a second button
MOST_BUTTONS = 100  # as Telegram takes under one message
# As Telegram counts: in UTF-16, where an emoji is two.
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Card:
    """A plain text and rows of buttons. There is no markup, so no name can break it.

    With an ``enclosure`` the text is what stands under a file; beside a number or a place Telegram
    shows none. ``otherwise`` is said where Telegram does not take the enclosure;
    empty, the text says everything itself. ``number_keys`` are two keys below the text field: one
    that shares the reader's own number, and one that says what stands on it; they stay until a
    card with ``keys_gone``. A card that
    ``removes`` messages is not shown: they go, and those that it ``empties`` go or say its text.
    One with ``commands`` is not shown either: they stand in the menu of this chat, each with what
    it does; none at all: those that everybody has.
    """

    text: str
    rows: Rows = ()
    mentions: tuple[Mention, ...] = ()
    enclosure: Enclosure | None = None
    otherwise: str = ""
    number_keys: tuple[str, str] | None = None
    keys_gone: bool = False
    removes: tuple[int, ...] = ()
    empties: tuple[int, ...] = ()
    commands: tuple[tuple[str, str], ...] | None = None

    @property
    def longest(self) -> int:
        """How long the text may be; under a file that is less."""
        is_caption = isinstance(self.enclosure, Paper | Picture | QrCode | CalendarFile | Relayed)
        return LONGEST_CAPTION if is_caption else LONGEST_TEXT

    @property
    def is_never_changed(self) -> bool:
        """Whether it is always a message of its own."""
        return self.enclosure is not None and not isinstance(self.enclosure, Relayed)

    def shortened(self) -> "Card":
        """The same card, its text and its rows cut off where Telegram would refuse them."""
        text, otherwise = cut(self.text, self.longest), cut(self.otherwise, LONGEST_TEXT)
        rows = fewer(self.rows)
        if (text, otherwise, rows) == (self.text, self.otherwise, self.rows):
            return self
        return replace(self, text=text, otherwise=otherwise, rows=rows)

    def plain(self) -> "Card":
        """The same card as words and buttons that carry something back, which are always taken."""
        rows = (tuple(button for button in row if not button.url) for row in self.rows)
        return Card(self.otherwise or self.text, tuple(row for row in rows if row))


def cut(text: str, longest: int) -> str:
    """A text of at most so many units of UTF-16; the end of a longer one becomes a mark."""
    counted = text.encode("utf-16-le")
    if len(counted) <= 2 * longest:
        return text
    kept = counted[: 2 * (longest - 1)].decode("utf-16-le", errors="ignore")
    return f"{kept}…"


def fewer(rows: Rows) -> Rows:
    """As many rows as Telegram takes. The last two stay: they lead to people."""
    middle, last = rows[:-2], rows[-2:]
    while middle and sum(map(len, middle + last)) > MOST_BUTTONS:
        middle = middle[:-1]
    return middle + last


def fitting(words: str) -> str:
    """As many whole words as a button holds."""
    if len(words) <= LONGEST_BUTTON:
        return words
    kept = words[:LONGEST_BUTTON].rpartition(" ")[0] or words
    return f"{kept[: LONGEST_BUTTON - 1]}…"


def paragraphs(*parts: str) -> str:
    """The parts that say something, with a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def one_a_row(*buttons: Button) -> Rows:
    """Each button in a row of its own, so that it is easy to hit."""
    return tuple((button,) for button in buttons)
