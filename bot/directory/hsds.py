"""Services as other tools of HSDS 3.0 read them: with ids, names of languages, and the rest that
the standard asks for. The ids are made from keys, so that they stay the same for ever.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from babel import Locale

from bot.directory.contents import Contents, Table
from bot.programme.directory import Service
from bot.programme.directory.areas import municipality_of
from bot.programme.directory.service import Names, in_language
from bot.programme.directory.writing import write_service

OURS = uuid5(NAMESPACE_URL, "urn:duobot:directory")
TAXONOMY = "Needs (duobot)"
ZONE = "Europe/Brussels"
ENGLISH = Locale("en")
REGIONS = {
    "BE": "België / Belgique / Belgium",
    "BE-BRU": "Brussel / Bruxelles / Brussels",
    "BE-VLG": "Vlaanderen / Flandre / Flanders",
    "BE-WAL": "Wallonië / Wallonie / Wallonia",
}
# Postal codes of Belgium: 1000-1299 are Brussels, 1300-1499 and 4000-7999 Wallonia.
BRUSSELS, WALLONIA = range(1000, 1300), (range(1300, 1500), range(4000, 8000))


def whole_table(contents: Contents) -> Table:
    """Everything as one table, for a JSON file."""
    return {
        "services": [whole_service(one) for one in contents.services],
        "taxonomy_terms": [whole_term(one) for one in contents.terms],
    }


def whole_service(service: Service) -> Table:
    """A service with all that HSDS wants to have beside what we know."""
    table, own = write_service(service), _id("service", service.key)
    runs = _id("organization", service.organization)
    return {
        "id": own,
        "organization_id": runs,
        **_in_english(service),
        **table,
        "organization": {"id": runs, "name": service.organization},
        "phones": list(_phones(table, service)),
        "schedules": list(_schedules(table, service)),
        "service_areas": list(_areas(table, service)),
        "service_at_locations": list(_places(table, service)),
        "languages": list(_languages(table, "service_id", own)),
        "cost_options": list(_costs(service)),
        "attributes": list(_attributes(table, service)),
    }


def whole_term(term: Table) -> Table:
    """The name of a need as a term of our own taxonomy."""
    parent = term.get("parent_code")
    return {
        "id": _id("term", term["code"]),
        "name": in_language(term["name_i18n"], "en")[0],
        **term,
        **({"parent_id": _id("term", parent)} if parent else {}),
        "taxonomy": TAXONOMY,
        "language": "en",
    }


def _id(kind: str, *names: object) -> str:
    """The id of something, by what it is and how it is called."""
    return str(uuid5(OURS, "/".join((kind, *map(str, names)))))


def _known(table: Mapping[str, Any]) -> Table:
    return {name: value for name, value in table.items() if value not in (None, "")}


def _english(names: Names) -> str:
    """The text in English, or in another language when there is none."""
    return in_language(names, "en")[0]


def _in_english(service: Service) -> Table:
    return _known({
        "name": _english(service.name),
        "description": _english(service.description),
        "alert": _english(service.alert),
        "eligibility_description": _english(service.eligibility),
        "fees_description": _english(service.fees),
    })  # fmt: skip


def _phones(table: Table, service: Service) -> Iterator[Table]:
    for number, (row, phone) in enumerate(
        zip(table.get("phones", ()), service.phones, strict=True)
    ):
        own = _id("service", service.key, "phone", number)
        text = _known({"description": _english(phone.about)})
        international = _known({"e164": phone.international})
        yield {
            "id": own, "service_id": _id("service", service.key), "type": "voice", **text, **row,
            **international, "languages": list(_languages(row, "phone_id", own)),
        }  # fmt: skip


def _schedules(table: Table, service: Service) -> Iterator[Table]:
    """The hours in words stand beside each schedule, or alone where there is none."""
    beside = {"service_id": _id("service", service.key), "wkst": "MO", "local_timezone": ZONE}
    beside |= _known({"description": _english(service.hours)})
    rows = table.get("schedules") or ([{}] if service.hours else [])
    for number, row in enumerate(rows):
        yield {"id": _id("service", service.key, "schedule", number), **beside, **row}


def _areas(table: Table, service: Service) -> Iterator[Table]:
    for number, row in enumerate(table["service_areas"]):
        name = municipality_of(row["area_code"]) or REGIONS[row["area_code"]]
        yield {
            "id": _id("service", service.key, "area", number),
            "service_id": _id("service", service.key),
            "name": name, "extent": name, "extent_type": "text", **row,
        }  # fmt: skip


def _places(table: Table, service: Service) -> Iterator[Table]:
    for number, row in enumerate(table.get("service_at_locations", ())):
        place = _id("service", service.key, "location", number)
        yield {
            "id": _id("service", service.key, "at", number),
            "service_id": _id("service", service.key),
            "location_id": place,
            "location": _location(row["location"], place),
        }


def _location(location: Table, place: str) -> Table:
    (address,) = location["addresses"]
    steps = [
        {"id": _id(place, "accessibility", number), "location_id": place, **row}
        for number, row in enumerate(location.get("accessibility", ()))
    ]
    code = address.get("postal_code", "")
    return location | {
        "id": place,
        "location_type": "physical",
        "addresses": [{
            "id": _id(place, "address"), "location_id": place, "address_type": "physical",
            **address, **_known({"state_province": _region(code)}), "country": "BE",
        }],
        "accessibility": steps,
    }  # fmt: skip


def _region(postal_code: str) -> str | None:
    """The region in which a postal code lies."""
    if not re.fullmatch(r"[1-9][0-9]{3}", postal_code):
        return None
    code = int(postal_code)
    if code in BRUSSELS:
        return "BE-BRU"
    return "BE-WAL" if any(code in those for those in WALLONIA) else "BE-VLG"


def _languages(table: Table, link: str, owner: str) -> Iterator[Table]:
    for number, row in enumerate(table.get("languages", ())):
        name = ENGLISH.languages.get(row["code"], row["code"])
        yield {"id": _id(owner, "language", number), link: owner, "name": name, **row}


def _costs(service: Service) -> Iterator[Table]:
    """A free service costs an amount of nothing; what another one costs is said in words."""
    if service.is_free is None:
        return
    how = {"option": "free", "currency": "EUR", "amount": 0} if service.is_free else {
        "option": _english(service.fees) or "paid"
    }  # fmt: skip
    yield {
        "id": _id("service", service.key, "cost"), "service_id": _id("service", service.key), **how
    }  # fmt: skip


def _attributes(table: Table, service: Service) -> Iterator[Table]:
    for number, row in enumerate(table["attributes"]):
        yield {
            "id": _id("service", service.key, "attribute", number),
            "link_id": _id("service", service.key),
            "link_entity": "service",
            "taxonomy_term_id": _id("term", row["value"]),
            **row,
        }
