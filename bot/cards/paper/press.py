"""The press: a page as PDF, one sheet of A4 that a screen reader can read too (PDF/UA-1).

It needs the extra ``documents``; nothing of it is loaded before the first page is printed.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typst import Compiler

FOLDER = Path(__file__).parent
FONTS = FOLDER / "fonts"

# One compiler keeps the fonts and what it has learned; it sets one page at a time.
_turn = Lock()


@cache
def can_print() -> bool:
    """Whether this installation has what printing takes."""
    return find_spec("typst") is not None


def printed(page: str, template: str = "page") -> bytes:
    """The page that this JSON describes, as a PDF, in the largest letters that fit on a sheet.

    What does not fit in the smallest ones goes on overleaf. The standard for screen readers
    refuses letters that the font lacks; then there is a page that shows boxes in their place.
    """
    from typst import TypstError  # noqa: PLC0415  # only who prints needs it

    with _turn:
        try:
            return _compiled(page, template, "ua-1")
        except TypstError:
            return _compiled(page, template, None)


def _compiled(page: str, template: str, standard: Literal["ua-1"] | None) -> bytes:
    pdf = _compiler(template).compile(
        format="pdf", sys_inputs={"page": page}, pdf_standards=standard
    )
    if not isinstance(pdf, bytes):
        raise TypeError("A page is one file.")
    return pdf


@cache
def _compiler(template: str) -> "Compiler":
    from typst import Compiler, Fonts  # noqa: PLC0415  # only who prints needs it

    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return Compiler(FOLDER / f"{template}.typ", root=FOLDER, font_paths=fonts)
