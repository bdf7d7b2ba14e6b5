"""A service as a table of HSDS, ready for JSON: the form of files, of storage and of notices.

Beside HSDS stand ``key``, the texts in each language (``…_i18n``), ``is_free``, ``crisis_line``,
``confidence``, ``review``, and for a phone ``dial_be`` and ``free_call``. What is not known is
left out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.programme.directory.service import Opening, Phone, Place, Service

Table = dict[str, Any]

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NEED = "need"
TEXTS = ("name", "description", "eligibility", "fees", "bring", "alert", "hours")


def write_service(service: Service) -> Table:
    """The table of a service; ``read_service`` reads it back."""
    texts = {f"{name}_i18n": dict(getattr(service, name)) for name in TEXTS}
    return _known({
        "key": service.key,
        **texts,
        "organization": {"name": service.organization},
        "url": service.website,
        "email": service.email,
        "status": str(service.status),
        "assured_date": _day(service.assured_on),
        "is_free": service.is_free,
        "crisis_line": service.is_crisis_line or None,
        "confidence": str(service.confidence),
        "review": _known({"gathered": _day(service.gathered_on)}),
        "phones": [_phone(one) for one in service.phones],
        "schedules": [_schedule(one) for one in service.openings],
        "service_areas": [{"area_code": area} for area in service.areas],
        "service_at_locations": [_location(one) for one in service.places],
        "languages": _languages(service.languages),
        "attributes": [{"link_type": NEED, "value": need} for need in service.needs],
    })  # fmt: skip


def _phone(phone: Phone) -> Table:
    return _known({
        "number": phone.international or phone.dial.replace(" ", ""),
        "dial_be": phone.dial,
        "short_code": phone.international is None or None,
        "free_call": phone.is_free,
        "description_i18n": dict(phone.about),
        "languages": _languages(phone.languages),
    })  # fmt: skip


def _schedule(opening: Opening) -> Table:
    return {
        "freq": "WEEKLY",
        "byday": ",".join(DAYS[day] for day in opening.days),
        "opens_at": f"{opening.opens:%H:%M}",
        "closes_at": f"{opening.closes:%H:%M}",
    }


def _location(place: Place) -> Table:
    address = {"address_1": place.street, "postal_code": place.postal_code, "city": place.town}
    steps = {True: "step-free", False: "steps", None: None}[place.step_free]
    return {
        "location": _known({
            "latitude": place.latitude,
            "longitude": place.longitude,
            "addresses": [_known(address)],
            "accessibility": [{"description": steps}] if steps else [],
        })
    }  # fmt: skip


def _languages(codes: Sequence[str]) -> list[Table]:
    return [{"code": code} for code in codes]


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _known(table: Mapping[str, Any]) -> Table:
    """The table without what says nothing."""
    return {name: value for name, value in table.items() if value not in (None, "", [], {})}
