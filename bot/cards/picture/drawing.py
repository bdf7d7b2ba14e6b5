"""Drawing: the weeks of many duos as a PNG.

It needs the extra ``documents``; nothing of it is loaded before the first picture is drawn.
"""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.cards.paper.press import FONTS

if TYPE_CHECKING:
    from typst import Compiler

FOLDER = Path(__file__).parent
# Points to the inch: letters of 11 points are 23 dots high, which a phone shows sharp.
DOTS_TO_THE_INCH = 150

# One compiler keeps the fonts and what it has learned; it draws one picture at a time.
_turn = Lock()


def drawn(picture: str) -> bytes:
    """The picture that this JSON describes, as a PNG; letters that the font lacks are boxes."""
    with _turn:
        png = _compiler().compile(
            format="png", ppi=DOTS_TO_THE_INCH, sys_inputs={"picture": picture}
        )
    if not isinstance(png, bytes):
        raise TypeError("A picture is one file.")
    return png


@cache
def _compiler() -> "Compiler":
    from typst import Compiler, Fonts  # noqa: PLC0415  # only who draws needs it

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return Compiler(FOLDER / "weeks.typ", root=FOLDER, font_paths=fonts)
