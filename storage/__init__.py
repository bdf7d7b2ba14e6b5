"""What the bot remembers: tables, and the questions put to them.

What is named here is loaded when it is asked for: who only takes a glance loads nothing of the
rest, and a fault in a room that it does not use is no fault of its own.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage.database import Database
    from storage.sealing import Keys
    from storage.transaction import Transaction

__all__ = ["Database", "Keys", "Transaction"]

_ROOMS = {"Database": "database", "Keys": "sealing", "Transaction": "transaction"}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whichever of the three it is
    if name not in _ROOMS:
        raise AttributeError(name)
    return getattr(import_module(f"storage.{_ROOMS[name]}"), name)
