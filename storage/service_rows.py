"""The rows of a service, made from its one table of HSDS.

The table is trimmed: it holds what people here need, and what is not known is left out. How it
looks is told where it is written and read; storage takes and gives it as it is.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from storage.ids import new_id
from storage.tables import (
    AttributeRow,
    Base,
    CostOptionRow,
    LanguageRow,
    LocationRow,
    PhoneRow,
    PhoneTextRow,
    ScheduleRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceRow,
    ServiceTextRow,
)

Table = dict[str, Any]
Values = dict[str, Any]
TEXTS = ("name", "description", "eligibility", "fees", "bring", "alert", "hours")
CURRENCY = "EUR"
STEP_FREE = {"step-free": True, "steps": False}

# Those first on which others lean.
ORDER: Sequence[type[Base]] = (
    ServiceRow, ServiceTextRow, LocationRow, ServiceAtLocationRow, PhoneRow, PhoneTextRow,
    LanguageRow, ScheduleRow, CostOptionRow, ServiceAreaRow, AttributeRow,
)  # fmt: skip


def rows_of(
    table: Table, number: int, organization_id: int | None, assured_by: int | None
) -> Iterator[tuple[type[Base], Values]]:
    """The rows of one service."""
    service_id = new_id()
    yield (
        ServiceRow,
        {
            "id": service_id,
            "key": table["key"],
            "number": number,
            "organization_id": organization_id,
            "status": table["status"],
            "url": table.get("url"),
            "email": table.get("email"),
            "is_crisis_line": table.get("crisis_line", False),
            "confidence": table["confidence"],
            "gathered_on": day_of(table.get("review", {}).get("gathered")),
            "assured_on": day_of(table.get("assured_date")),
            "assured_by": assured_by,
        },
    )
    yield from _texts(table, service_id)
    yield from _places(table, service_id)
    yield from _phones(table, service_id)
    yield from _languages(table, service_id, None)
    yield from _lists(table, service_id)


def day_of(said: str | None) -> date | None:
    """A day as a table says it."""
    return date.fromisoformat(said) if said else None


def _texts(table: Table, service_id: int) -> Iterator[tuple[type[Base], Values]]:
    said = {name: table.get(f"{name}_i18n", {}) for name in TEXTS}
    for language in dict.fromkeys(one for names in said.values() for one in names):
        texts = {name: names.get(language) for name, names in said.items()}
        yield (
            ServiceTextRow,
            {"id": new_id(), "service_id": service_id, "language": language} | texts,
        )


def _places(table: Table, service_id: int) -> Iterator[tuple[type[Base], Values]]:
    for place, row in enumerate(table.get("service_at_locations", ())):
        location, location_id = row["location"], new_id()
        address = location["addresses"][0]
        steps = [one["description"] for one in location.get("accessibility", ())]
        yield (
            LocationRow,
            {
                "id": location_id,
                "address_1": address.get("address_1", ""),
                "postal_code": address.get("postal_code", ""),
                "city": address.get("city", ""),
                "latitude": location.get("latitude"),
                "longitude": location.get("longitude"),
                "is_step_free": STEP_FREE[steps[0]] if steps else None,
            },
        )
        yield ServiceAtLocationRow, {
            "id": new_id(), "service_id": service_id, "location_id": location_id, "place": place,
        }  # fmt: skip


def _phones(table: Table, service_id: int) -> Iterator[tuple[type[Base], Values]]:
    for place, row in enumerate(table.get("phones", ())):
        phone_id = new_id()
        yield (
            PhoneRow,
            {
                "id": phone_id,
                "service_id": service_id,
                "place": place,
                "dial": row["dial_be"],
                "international": None if row.get("short_code") else row["number"],
                "is_free": row.get("free_call"),
            },
        )
        for language, text in row.get("description_i18n", {}).items():
            yield PhoneTextRow, {
                "id": new_id(), "phone_id": phone_id, "language": language, "description": text,
            }  # fmt: skip
        yield from _languages(row, service_id, phone_id)


def _languages(
    table: Table, service_id: int, phone_id: int | None
) -> Iterator[tuple[type[Base], Values]]:
    for place, row in enumerate(table.get("languages", ())):
        yield LanguageRow, {
            "id": new_id(), "service_id": service_id, "phone_id": phone_id,
            "place": place, "code": row["code"],
        }  # fmt: skip


def _lists(table: Table, service_id: int) -> Iterator[tuple[type[Base], Values]]:
    for name, kind, columns in (
        ("schedules", ScheduleRow, ("byday", "opens_at", "closes_at")),
        ("service_areas", ServiceAreaRow, ("area_code",)),
        ("attributes", AttributeRow, ("link_type", "value")),
    ):
        for place, row in enumerate(table.get(name, ())):
            values = {column: row[column] for column in columns}
            yield kind, {"id": new_id(), "service_id": service_id, "place": place} | values
    if (is_free := table.get("is_free")) is not None:
        yield CostOptionRow, {
            "id": new_id(), "service_id": service_id, "amount": 0.0 if is_free else None,
            "currency": CURRENCY,
        }  # fmt: skip
