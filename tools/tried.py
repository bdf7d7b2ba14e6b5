"""Says which lines and branches no test has tried, by what slipcover wrote; red under a limit."""

import argparse
import json
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WRITTEN = Path(".venv/tried.json")
MOST_SHOWN = 60  # files


@dataclass(frozen=True, slots=True)
class Tried:
    """Of one file: how many lines and branches were tried, and which were not."""

    file: str
    count: int
    lines: Sequence[int]
    branches: Sequence[tuple[int, int]]

    @property
    def missing(self) -> int:
        """How many lines and branches nobody tried."""
        return len(self.lines) + len(self.branches)

    def __str__(self) -> str:
        arrows = (f"{origin}->{goal}" for origin, goal in self.branches)
        return f"{self.file}: {', '.join([*map(str, self.lines), *arrows])}"


def tried_in(folders: Collection[str], written: Mapping[str, Any]) -> list[Tried]:
    """What was tried of the files in these folders, the largest gap first."""
    under = tuple(f"{one}/" for one in folders)
    found = (_of(file, seen) for file, seen in written["files"].items() if file.startswith(under))
    return sorted(found, key=lambda one: (-one.missing, one.file))


def percent(found: Collection[Tried]) -> float:
    """How much of it all was tried; nothing at all when there is nothing to try."""
    count, missing = sum(one.count for one in found), sum(one.missing for one in found)
    return 100 * count / (count + missing) if count else 0.0


def _of(file: str, seen: Mapping[str, Any]) -> Tried:
    branches = [(origin, goal) for origin, goal in seen["missing_branches"]]
    count = len(seen["executed_lines"]) + len(seen["executed_branches"])
    return Tried(file, count, seen["missing_lines"], branches)


def main(arguments: Sequence[str] | None = None) -> int:
    """Lists the gaps; 0 when as much was tried as is wanted, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, required=True, help="percent that must be tried")
    parser.add_argument("folders", nargs="+")
    wanted = parser.parse_args(arguments)
    found = tried_in(wanted.folders, json.loads(WRITTEN.read_text()))
    for one in found[:MOST_SHOWN]:
        if one.missing:
            print(one)
    reached = percent(found)
    print(f"{reached:.2f}% of {' '.join(wanted.folders)} is tried.")
    return 0 if reached >= wanted.limit else 1


if __name__ == "__main__":
    sys.exit(main())
