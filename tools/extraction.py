"""Finds every sentence the code says: the English texts that the catalogs translate."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# How many leading texts each method of Speech takes.
SPOKEN = {"say": 1, "button": 1, "say_in": 2, "say_many": 2}
ROOMS_WITH_WORDS = ("bot/cards", "bot/i18n.py", "handlers")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text said somewhere: its file, and whether it has a plural, a context or is a button."""

    path: str
    text: str
    plural: str | None = None
    context: str | None = None
    is_button: bool = False


class UnreadableTextError(Exception):
    """A text is made up while running, so no translator can ever see it."""


def phrases_in_rooms(root: Path) -> list[Phrase]:
    """All phrases of the rooms that may speak, file by file, each file's in alphabetical order."""
    return [phrase for path in speaking_files(root) for phrase in phrases_in_file(path, root)]


def speaking_files(root: Path) -> list[Path]:
    """The Python files of the rooms that may speak, in a steady order."""
    files: set[Path] = set()
    for room in ROOMS_WITH_WORDS:
        place = root / room
        files.update([place] if place.is_file() else place.rglob("*.py"))
    return sorted(files)


def phrases_in_file(path: Path, root: Path) -> list[Phrase]:
    """The phrases of one file in alphabetical order, so that moving lines changes nothing."""
    name = path.relative_to(root).as_posix()
    calls = spoken_calls(ast.parse(path.read_text(encoding="utf-8")))
    return sorted((_phrase(*call, name) for call in calls), key=lambda phrase: phrase.text)


def spoken_calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a speaking method, with the method's name, whatever the object is called."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr=method)) if method in SPOKEN:
                yield method, node


def _phrase(method: str, call: ast.Call, path: str) -> Phrase:
    """The phrase that a call says."""
    texts = [_text(argument, path) for argument in call.args[: SPOKEN[method]]]
    if len(texts) < SPOKEN[method]:
        raise UnreadableTextError(f"{path}:{call.lineno}: .{method}() needs its text here.")
    if method == "say_in":
        return Phrase(path, texts[1], context=texts[0])
    if method == "say_many":
        return Phrase(path, texts[0], plural=texts[1])
    return Phrase(path, texts[0], is_button=method == "button")


def _text(node: ast.expr, path: str) -> str:
    """The literal text of an argument; refuses what only exists while running."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise UnreadableTextError(
        f"{path}:{node.lineno}: write the text itself between quotes, with {{fields}} for what "
        f"changes; `{ast.unparse(node)}` cannot be collected for translation."
    )
