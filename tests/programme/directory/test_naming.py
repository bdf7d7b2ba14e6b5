"""A service that somebody calls by its name or its number."""

import pytest

from bot.programme.directory import Phone, Service
from bot.programme.directory.naming import Named, Names


def service(key: str, name: str, phone: str | None = None) -> Service:
    phones = (Phone(phone),) if phone else ()
    return Service(key, {"nl": name}, "", ("debt.help",), ("BE",), phones=phones)


NAMES = Names([
    service("samu", "New Samusocial Brussel (slaapplaats)", "0800 99 340"),
    service("gent", "OCMW Gent"),
    service("luik", "OCMW Luik"),
    service("1712", "1712 (geweld)", "1712"),
    service("ariane", "Ariane"),
    service("help", "Sociale hulp"),
    service("town", "Welcome Mechelen"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("samusocial", Named("samu", certain=True)),
        ("Where is Samusocial?", Named("samu", certain=True)),
        ("ocmw van Gent", Named("gent", certain=True)),
        ("où est OCMW Gand", Named("gent", certain=True)),
        ("ik was bij OCMW Luik en nu", Named("luik", certain=False)),
        ("1712", Named("1712", certain=True)),
        ("bel 0800/99.340", Named("samu", certain=True)),
        ("sociale hulp", Named("help", certain=False)),
        ("Ariane", Named("ariane", certain=True)),
    ],
)
def test_a_service_is_recognised(said, found):
    assert NAMES.named_in(said) == found


@pytest.mark.parametrize(
    "said",
    ["ocmw", "Mechelen", "mijn dochter Ariane is ziek", "1712 euro betaald", "", "welcome", "112"],
)
def test_what_may_be_something_else_names_no_service(said):
    assert NAMES.named_in(said) is None
