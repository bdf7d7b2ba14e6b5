"""What the bot remembers: tables, and the questions put to them."""

from storage.database import Database
from storage.sealing import Keys
from storage.transaction import Transaction

__all__ = ["Database", "Keys", "Transaction"]
