"""What is known about this installation itself."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped

from storage.columns import fact, key
from storage.instants import Instant
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class InstallationRow(Base):
    """One fact about the installation, by its name; sealed, so that only our keys open it."""

    __tablename__ = "installation"

    name: Mapped[str] = key(String(32))
    value: Mapped[SealedBytes] = fact(Sealed)


class HeartbeatRow(Base):
    """When a part of the bot last did its work, for who looks on from outside."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = key(String(32))
    at: Mapped[datetime] = fact(Instant)
