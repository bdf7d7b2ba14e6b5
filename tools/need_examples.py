"""The sentences from which the search learns, as they stand in the files of examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.programme.languages import LANGUAGES
from bot.programme.needs.codes import NEEDS

FOLDER = Path(__file__).parent.parent / "bot" / "programme" / "needs"
# Sentences in all languages that name no need; they stand beside the section of each language.
EVERYDAY = "everyday"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and the need it names or ``none``; its file is a language, or ``everyday``."""

    file: str
    code: str
    text: str


class WrongExamples(Exception):
    """A file of examples holds what is no example."""


def read_examples(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Every sentence of every file, in their order."""
    files = [*((one, f"examples/{one}.txt", "") for one in LANGUAGES)]
    files.append((EVERYDAY, f"{EVERYDAY}.txt", NONE))
    return tuple(
        example
        for file, path, code in files
        for example in sentences_in(file, (folder / path).read_text(encoding="utf-8"), code)
    )


def sentences_in(file: str, text: str, code: str) -> Iterator[Example]:
    """Each line is a sentence, ``[code]`` opens a section, and ``#`` begins a remark."""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            code = line.strip("[]")
            if code not in (*NEEDS, NONE):
                raise WrongExamples(f"{file}: {line} is not a need.")
        elif line and not line.startswith("#"):
            yield Example(file, code, line)


def digest(examples: tuple[Example, ...]) -> str:
    """Says whether weights were learnt from exactly these sentences."""
    told = "\n".join(f"{one.file}\t{one.code}\t{one.text}" for one in examples)
    return sha256(told.encode()).hexdigest()
