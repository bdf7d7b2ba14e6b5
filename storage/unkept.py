"""Which letters leave no word behind, as conditions of the database."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, literal_column

from storage.letters import NOT_KEPT, WORDS_OF_CASES
from storage.tables import OutboxRow


def _is_one_of(kinds: Collection[str]) -> ColumnElement[bool]:
    """Written into the statement: a list of parameters cannot be handed over for many letters."""
    return OutboxRow.kind.in_([literal_column(f"'{kind}'") for kind in sorted(kinds)])


IS_ERASED = _is_one_of(NOT_KEPT)
IS_NOT_KEPT = _is_one_of(NOT_KEPT | WORDS_OF_CASES)
