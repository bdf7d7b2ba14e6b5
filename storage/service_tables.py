"""The one table of HSDS of a service, made from its rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, select

from storage.service_rows import STEP_FREE, TEXTS, Table
from storage.tables import (
    AttributeRow,
    CostOptionRow,
    LanguageRow,
    LocationRow,
    OrganizationRow,
    PhoneRow,
    PhoneTextRow,
    ScheduleRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceRow,
    ServiceTextRow,
)

STEPS = {is_free: said for said, is_free in STEP_FREE.items()}

# The rows that belong to services, each with the service's id in front, in their own order.
CHILDREN: Mapping[str, Any] = {
    "texts": select(
        ServiceTextRow.service_id,
        ServiceTextRow.language,
        *(getattr(ServiceTextRow, name) for name in TEXTS),
    ),
    "places": select(
        ServiceAtLocationRow.service_id,
        LocationRow.address_1,
        LocationRow.postal_code,
        LocationRow.city,
        LocationRow.latitude,
        LocationRow.longitude,
        LocationRow.is_step_free,
    )
    .join(LocationRow, LocationRow.id == ServiceAtLocationRow.location_id)
    .order_by(ServiceAtLocationRow.place),
    "phones": select(
        PhoneRow.service_id,
        PhoneRow.id,
        PhoneRow.dial,
        PhoneRow.international,
        PhoneRow.is_free,
    ).order_by(PhoneRow.place),
    "phone_texts": select(
        PhoneRow.service_id, PhoneTextRow.phone_id, PhoneTextRow.language, PhoneTextRow.description
    ).join(PhoneRow, PhoneRow.id == PhoneTextRow.phone_id),
    "languages": select(
        LanguageRow.service_id, LanguageRow.phone_id, LanguageRow.code
    ).order_by(LanguageRow.place),
    "schedules": select(
        ScheduleRow.service_id, ScheduleRow.byday, ScheduleRow.opens_at, ScheduleRow.closes_at
    ).order_by(ScheduleRow.place),
    "costs": select(CostOptionRow.service_id, CostOptionRow.amount),
    "areas": select(ServiceAreaRow.service_id, ServiceAreaRow.area_code).order_by(
        ServiceAreaRow.place
    ),
    "attributes": select(
        AttributeRow.service_id, AttributeRow.link_type, AttributeRow.value
    ).order_by(AttributeRow.place),
}  # fmt: skip
SERVICES = select(
    ServiceRow.id,
    ServiceRow.key,
    OrganizationRow.name,
    ServiceRow.url,
    ServiceRow.email,
    ServiceRow.status,
    ServiceRow.assured_on,
    ServiceRow.is_crisis_line,
    ServiceRow.confidence,
    ServiceRow.gathered_on,
).outerjoin(OrganizationRow, OrganizationRow.id == ServiceRow.organization_id)


def these(condition: ColumnElement[bool]) -> tuple[Any, Mapping[str, Any]]:
    """The statements for some services only."""
    found = select(ServiceRow.id).where(condition)
    own = {name: one.where(one.selected_columns[0].in_(found)) for name, one in CHILDREN.items()}
    return SERVICES.where(condition), own


A_SLICE = 100  # services that are read before somebody else has a turn: some 15 ms
# Put together once: that costs as much as to read a slice.
_WRITTEN = ServiceRow.number > bindparam("version")
NEXT_KEYS = (
    select(ServiceRow.key)
    .where(_WRITTEN, ServiceRow.key > bindparam("last"))
    .order_by(ServiceRow.key)
    .limit(A_SLICE)
)
SLICE = these(and_(_WRITTEN, ServiceRow.key.between(bindparam("first"), bindparam("last"))))

Found = Mapping[str, Sequence[Row[*tuple[Any, ...]]]]
Service = Row[*tuple[Any, ...]]


def tables_of(services: Iterable[Service], found: Found) -> list[Table]:
    """The tables of these services, from all rows that belong to them."""
    of_service = {name: _by_first(rows) for name, rows in found.items()}
    return [
        _table(service, {name: rows[service.id] for name, rows in of_service.items()})
        for service in services
    ]


def _by_first(rows: Sequence[Row[*tuple[Any, ...]]]) -> defaultdict[int, list[tuple[Any, ...]]]:
    sorted_out: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        sorted_out[row[0]].append(tuple(row[1:]))
    return sorted_out


def _table(service: Service, own: Mapping[str, list[tuple[Any, ...]]]) -> Table:
    gathered = _known({"gathered": _said(service.gathered_on)})
    return _known({
        "key": service.key,
        **_texts_from(own["texts"]),
        "organization": {"name": service.name or ""},
        "url": service.url,
        "email": service.email,
        "status": service.status,
        "assured_date": _said(service.assured_on),
        "is_free": next((amount == 0 for (amount,) in own["costs"]), None),
        "crisis_line": service.is_crisis_line or None,
        "confidence": service.confidence,
        "review": gathered,
        "phones": [_phone(one, own) for one in own["phones"]],
        "schedules": [_schedule(*one) for one in own["schedules"]],
        "service_areas": [{"area_code": code} for (code,) in own["areas"]],
        "service_at_locations": [_place(one) for one in own["places"]],
        "languages": [{"code": code} for phone, code in own["languages"] if phone is None],
        "attributes": [{"link_type": kind, "value": value} for kind, value in own["attributes"]],
    })  # fmt: skip


def _texts_from(rows: Iterable[tuple[Any, ...]]) -> Table:
    texts: Table = {f"{name}_i18n": {} for name in TEXTS}
    for language, *said in sorted(rows):
        for name, text in zip(TEXTS, said, strict=True):
            if text is not None:
                texts[f"{name}_i18n"][language] = text
    return texts


def _phone(phone: tuple[Any, ...], own: Mapping[str, list[tuple[Any, ...]]]) -> Table:
    phone_id, dial, international, is_free = phone
    texts = {language: text for one, language, text in own["phone_texts"] if one == phone_id}
    return _known({
        "number": international or dial.replace(" ", ""),
        "dial_be": dial,
        "short_code": international is None or None,
        "free_call": is_free,
        "description_i18n": dict(sorted(texts.items())),
        "languages": [{"code": code} for one, code in own["languages"] if one == phone_id],
    })  # fmt: skip


def _schedule(byday: str, opens_at: str, closes_at: str) -> Table:
    return {"freq": "WEEKLY", "byday": byday, "opens_at": opens_at, "closes_at": closes_at}


def _place(row: tuple[Any, ...]) -> Table:
    street, code, town, latitude, longitude, is_step_free = row
    address = {"address_1": street, "postal_code": code, "city": town}
    steps = [] if is_step_free is None else [{"description": STEPS[is_step_free]}]
    return {
        "location": _known({
            "latitude": latitude,
            "longitude": longitude,
            "addresses": [_known(address)],
            "accessibility": steps,
        })
    }  # fmt: skip


def _said(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _known(table: Table) -> Table:
    """The table without what says nothing."""
    return {name: value for name, value in table.items() if value not in (None, "", [], {})}
