"""The files that hold what mentee, mentor and coach sign, one for each language."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.programme.conventions.text import Convention, read_convention
from bot.programme.programme_file import WrongProgramme


def convention_in(folder: Path, languages: tuple[str, ...]) -> Convention:
    """The convention in the files of a folder, one for each language; or WrongProgramme."""
    problems: list[str] = []
    tables: dict[str, Mapping[str, Any]] = {}
    for language in languages:
        file = folder / f"{language}.toml"
        try:
            tables[language] = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            problems.append(f"The convention cannot be read: {error}.")
    convention = read_convention(tables, problems)
    if problems:
        raise WrongProgramme(tuple(problems))
    return convention
