"""What every table is declared from."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, MetaData
from sqlalchemy.orm import DeclarativeBase

from storage.instants import Instant
from storage.sealing import Blind, BlindBytes, Sealed, SealedBytes

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Describes a table; queries are Core statements, never loaded objects."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        int: BigInteger,
        datetime: Instant,
        SealedBytes: Sealed,
        BlindBytes: Blind,
    }
