"""Which migrations there are, read from their file names: alembic would take long to tell."""

from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"


def revisions() -> list[str]:
    """Every revision this code knows, oldest first; they are numbered, in the file names too."""
    return sorted(path.name.partition("_")[0] for path in VERSIONS.glob("[0-9]*_*.py"))


def head() -> str | None:
    """The revision this code needs; None as long as there is no migration at all."""
    return next(reversed(revisions()), None)
