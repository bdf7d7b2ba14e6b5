"""What is known about this installation itself."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped

from storage.columns import fact, key
from storage.sealing import Sealed, SealedBytes
from storage.tables.declarative import Base


class InstallationRow(Base):
    """One fact about the installation, by its name; sealed, so that only our keys open it."""

    __tablename__ = "installation"

    name: Mapped[str] = key(String(32))
    value: Mapped[SealedBytes] = fact(Sealed)
