"""What came in, in letters that can be kept, searched and passed on."""

from typing import Any

UTF_16 = "utf-16-le"


def in_whole_letters(told: Any) -> Any:  # noqa: ANN401  # whatever JSON holds
    """The same, with the usual mark where a text holds half of a letter: some keyboards cut an
    emoji in two, and half of one can neither be sealed nor sent.
    """
    match told:
        case str():
            return told if told.isascii() else _whole(told)
        case list():
            return [in_whole_letters(one) for one in told]
        case dict():
            return {name: in_whole_letters(one) for name, one in told.items()}
        case _:
            return told


def _whole(text: str) -> str:
    """Two halves that belong together become one letter."""
    return text.encode(UTF_16, "surrogatepass").decode(UTF_16, "replace")
