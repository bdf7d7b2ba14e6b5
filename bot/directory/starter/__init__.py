"""The directory that every programme begins with: gathered from public pages, and not yet checked
by anybody. Both files are the source; nothing makes them.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

Table = dict[str, Any]
FOLDER = Path(__file__).parent
SERVICES, TAXONOMY = FOLDER / "services.json", FOLDER / "taxonomy.json"


def services() -> Sequence[Table]:
    """The services, as tables of HSDS."""
    return _read(SERVICES)


def terms() -> Sequence[Table]:
    """The names of the needs, as terms of a taxonomy."""
    return _read(TAXONOMY)


def _read(file: Path) -> list[Table]:
    tables: list[Table] = json.loads(file.read_text(encoding="utf-8"))
    return tables
