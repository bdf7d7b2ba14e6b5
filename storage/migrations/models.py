"""What the migrations must add up to."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from alembic.autogenerate.api import AutogenContext
from sqlalchemy import MetaData

import storage.tables
from storage.columns import ID
from storage.tables.declarative import Base


def models() -> MetaData:
    """The tables as declared, none forgotten because nobody imported it."""
    for module in iter_modules(storage.tables.__path__, "storage.tables."):
        import_module(module.name)
    return Base.metadata


def render_item(kind: str, item: object, autogenerate: AutogenContext) -> str | Literal[False]:
    """Write our own column types by their name, and import them."""
    if item is ID:
        autogenerate.imports.add("from storage.columns import ID")
        return "ID"
    own = type(item)
    if kind != "type" or not own.__module__.startswith("storage."):
        return False
    autogenerate.imports.add(f"from {own.__module__} import {own.__name__}")
    return f"{own.__name__}()"
