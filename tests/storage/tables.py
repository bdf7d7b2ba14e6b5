"""Tables for tests only, apart from those of the product."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.sealing import BlindBytes, SealedBytes
from storage.tables.declarative import NAMES, Base


class Throwaway(DeclarativeBase):
    """As Base, with its own list of tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = Base.type_annotation_map


class Jar(Throwaway):
    """Something that counts and is due."""

    __tablename__ = "test_jars"
    id: Mapped[int] = key()
    count: Mapped[int] = fact(default=0)
    due: Mapped[datetime | None] = fact(index=True)


class Label(Throwaway):
    """Something sealed that belongs to a jar."""

    __tablename__ = "test_labels"
    id: Mapped[int] = key()
    jar_id: Mapped[int] = refers("test_jars.id")
    phone: Mapped[SealedBytes | None] = personal(
        purpose="calling", kept=Kept.WITH_CONSENT, index=False
    )
    phone_blind: Mapped[BlindBytes | None] = personal(
        purpose="finding by phone", kept=Kept.WITH_CONSENT, index=True
    )


JARS = Jar.__table__
LABELS = Label.__table__
