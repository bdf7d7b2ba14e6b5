"""The directory of services, in tables after Open Referral HSDS 3.0, and what becomes of entries.

A text in several languages is a row a language. A free service has a cost option of amount 0.
"""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, Float, Integer, SmallInteger, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from storage.columns import Kept, fact, key, personal, refers
from storage.instants import Instant
from storage.sealing import Blind, BlindBytes
from storage.tables.declarative import Base


class DirectoryRow(Base):
    """The number of the directory's state; it rises with every change, so that copies know."""

    __tablename__ = "directory"

    name: Mapped[str] = key(String(16))
    number: Mapped[int] = fact(Integer)


class OrganizationRow(Base):
    """Who runs a service."""

    __tablename__ = "organizations"

    id: Mapped[int] = key()
    name: Mapped[str] = fact(String(200), unique=True)


class ServiceRow(Base):
    """One service. ``key`` is its name in files, buttons and histories; ``number`` is that of the
    directory's state in which it was written.
    """

    __tablename__ = "services"

    id: Mapped[int] = key()
    key: Mapped[str] = fact(String(36), unique=True)
    number: Mapped[int] = fact(Integer, index=True)
    organization_id: Mapped[int | None] = refers("organizations.id", nullable=True)
    status: Mapped[str] = fact(String(20))
    url: Mapped[str | None] = fact(Text, nullable=True)
    email: Mapped[str | None] = fact(Text, nullable=True)
    is_crisis_line: Mapped[bool] = fact(Boolean)
    confidence: Mapped[str] = fact(String(8))
    gathered_on: Mapped[date | None] = fact(Date, nullable=True)
    assured_on: Mapped[date | None] = fact(Date, nullable=True)
    assured_by: Mapped[int | None] = refers("people.id", nullable=True)


class ServiceTextRow(Base):
    """The words about a service in one language."""

    __tablename__ = "service_texts"
    __table_args__ = (UniqueConstraint("service_id", "language", name="uq_service_texts"),)

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    language: Mapped[str] = fact(String(8))
    name: Mapped[str | None] = fact(Text, nullable=True)
    description: Mapped[str | None] = fact(Text, nullable=True)
    eligibility: Mapped[str | None] = fact(Text, nullable=True)
    fees: Mapped[str | None] = fact(Text, nullable=True)
    bring: Mapped[str | None] = fact(Text, nullable=True)
    alert: Mapped[str | None] = fact(Text, nullable=True)
    hours: Mapped[str | None] = fact(Text, nullable=True)


class LocationRow(Base):
    """A place one can go to; coordinates in degrees (WGS 84)."""

    __tablename__ = "locations"

    id: Mapped[int] = key()
    address_1: Mapped[str] = fact(Text)
    postal_code: Mapped[str] = fact(String(16))
    city: Mapped[str] = fact(Text)
    latitude: Mapped[float | None] = fact(Float, nullable=True)
    longitude: Mapped[float | None] = fact(Float, nullable=True)
    is_step_free: Mapped[bool | None] = fact(Boolean, nullable=True)


class ServiceAtLocationRow(Base):
    """Which service is found where; ``place`` is the order of a service's locations."""

    __tablename__ = "service_at_locations"

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    location_id: Mapped[int] = refers("locations.id", when_gone="CASCADE")
    place: Mapped[int] = fact(SmallInteger)


class PhoneRow(Base):
    """A number of a service as one dials it in Belgium; ``place`` is their order."""

    __tablename__ = "phones"

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    place: Mapped[int] = fact(SmallInteger)
    dial: Mapped[str] = fact(String(24))
    international: Mapped[str | None] = fact(String(24), nullable=True)
    is_free: Mapped[bool | None] = fact(Boolean, nullable=True)


class PhoneTextRow(Base):
    """What a number is, in one language."""

    __tablename__ = "phone_texts"

    id: Mapped[int] = key()
    phone_id: Mapped[int] = refers("phones.id", when_gone="CASCADE")
    language: Mapped[str] = fact(String(8))
    description: Mapped[str] = fact(Text)


class LanguageRow(Base):
    """A language that is spoken at a service, or on one of its numbers."""

    __tablename__ = "languages"

    id: Mapped[int] = key()
    service_id: Mapped[int | None] = refers("services.id", when_gone="CASCADE", nullable=True)
    phone_id: Mapped[int | None] = refers("phones.id", when_gone="CASCADE", nullable=True)
    place: Mapped[int] = fact(SmallInteger)
    code: Mapped[str] = fact(String(8))


class ScheduleRow(Base):
    """When a service is open each week, in wall times such as 09:00 on days such as MO,TU."""

    __tablename__ = "schedules"

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    place: Mapped[int] = fact(SmallInteger)
    byday: Mapped[str] = fact(String(24))
    opens_at: Mapped[str] = fact(String(8))
    closes_at: Mapped[str] = fact(String(8))


class CostOptionRow(Base):
    """What a service costs, in ``currency``; no amount where it costs something, and not what."""

    __tablename__ = "cost_options"

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    amount: Mapped[float | None] = fact(Float, nullable=True)
    currency: Mapped[str] = fact(String(3))


class ServiceAreaRow(Base):
    """Where a service helps: BE, BE-VLG, BE-VLG:Gent."""

    __tablename__ = "service_areas"

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    place: Mapped[int] = fact(SmallInteger)
    area_code: Mapped[str] = fact(String(64))


class TaxonomyTermRow(Base):
    """The name of a need in one language; ``parent_code`` is its theme."""

    __tablename__ = "taxonomy_terms"
    __table_args__ = (UniqueConstraint("code", "language", name="uq_taxonomy_terms"),)

    id: Mapped[int] = key()
    code: Mapped[str] = fact(String(40))
    parent_code: Mapped[str | None] = fact(String(40), nullable=True)
    language: Mapped[str] = fact(String(8))
    name: Mapped[str] = fact(Text)


class AttributeRow(Base):
    """What a service helps with: the code of a need."""

    __tablename__ = "attributes"

    id: Mapped[int] = key()
    service_id: Mapped[int] = refers("services.id", when_gone="CASCADE")
    place: Mapped[int] = fact(SmallInteger)
    link_type: Mapped[str] = fact(String(16))
    value: Mapped[str] = fact(String(40))


class ServiceChangeRow(Base):
    """The history of an entry: what was done to it, when and by whom. Nothing here is changed."""

    __tablename__ = "service_changes"

    id: Mapped[int] = key()
    service_key: Mapped[str] = fact(String(36), index=True)
    kind: Mapped[str] = fact(String(16))
    field: Mapped[str | None] = fact(String(16), nullable=True)
    before: Mapped[str | None] = fact(Text, nullable=True)
    after: Mapped[str | None] = fact(Text, nullable=True)
    made_at: Mapped[datetime] = fact(Instant)
    made_by: Mapped[int | None] = refers("people.id", nullable=True)


class ServiceProposalRow(Base):
    """A change that a coach proposes; ``value`` is None until it has been written.

    ``before`` is what the entry said when the coach began. ``sent_at``: when the coach said that
    it is right. ``language`` is that of the writer.
    """

    __tablename__ = "service_proposals"

    id: Mapped[int] = key()
    service_key: Mapped[str] = fact(String(36), index=True)
    field: Mapped[str] = fact(String(16))
    before: Mapped[str] = fact(Text)
    value: Mapped[str | None] = fact(Text, nullable=True)
    language: Mapped[str] = fact(String(8))
    proposed_at: Mapped[datetime] = fact(Instant)
    sent_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    proposed_by: Mapped[int] = refers("people.id")
    decided_at: Mapped[datetime | None] = fact(Instant, nullable=True)
    decided_by: Mapped[int | None] = refers("people.id", nullable=True)
    is_accepted: Mapped[bool | None] = fact(Boolean, nullable=True)


class ServiceReportRow(Base):
    """Somebody's word that an entry is wrong or closed; one a ``voice`` until it is settled.

    A voice is a duo, or a person outside one: two people of a duo are not independent. The key
    is a fingerprint of voice and service under our secret key, so that the row names nobody.
    """

    __tablename__ = "service_reports"
    __table_args__ = (UniqueConstraint("open_key", name="uq_service_reports_open_key"),)

    id: Mapped[int] = key()
    service_key: Mapped[str] = fact(String(36), index=True)
    problem: Mapped[str] = fact(String(16))
    open_key: Mapped[BlindBytes | None] = personal(
        Blind, purpose="count each voice once", kept=Kept.UNTIL_DONE, nullable=True
    )
    reported_at: Mapped[datetime] = fact(Instant)
    settled_at: Mapped[datetime | None] = fact(Instant, nullable=True)
