"""Cells of a table for a spreadsheet: no text of anybody may become a formula there."""

import unicodedata

QUOTE = "'"
STARTS = frozenset("=+-@|%")
CONTROLS = frozenset("\t\r\n\0")


def quoted(text: str) -> str:
    """The text with a quote mark before it when a spreadsheet might compute it."""
    return QUOTE + text if is_risky(text) else text


def unquoted(cell: str) -> str:
    """What ``quoted`` was given."""
    return cell[1:] if cell.startswith(QUOTE) and is_risky(cell[1:]) else cell


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might take it for a formula, now or once it was cut or copied."""
    bare = text.lstrip(QUOTE)
    if bare[:1] in CONTROLS:
        return bool(bare)
    for letter in bare:
        if not _is_skipped(letter):
            return unicodedata.normalize("NFKC", letter)[0] in STARTS or letter == "\N{MINUS SIGN}"
    return False


def _is_skipped(letter: str) -> bool:
    """Spaces, controls, and what nobody sees."""
    return letter == QUOTE or letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf"}
