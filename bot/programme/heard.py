"""What somebody sent in a chat, before anybody knows what it is for."""

from dataclasses import dataclass

from bot.programme.cases import Form


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of one of the forms that can be passed on; ``words`` of a file are its caption.

    ``file`` is Telegram's name for a file that it keeps, which only we can use; one file may have
    several, and its ``mark`` stays the same. ``in_album``: it came together with others, each of
    which is a message of its own.
    """

    form: Form
    words: str = ""
    file: str = ""
    in_album: bool = False
    mark: str = ""
