"""The people everybody in the tests and the demo knows."""

from bot.sandbox.people import Person
from bot.sandbox.telegram import Telegram

AMIR = Person(700_000_001, "Amir", "Haddad", "fr", role="mentee", started=True)
RITA = Person(700_000_002, "Rita", "Peeters", "nl", role="mentor", started=True)
ELS = Person(700_000_003, "Els", "Janssens", "nl", role="coach", started=True)
TOM = Person(700_000_004, "Tom", "Baker", "en", role="other", started=True)
FATIMA = Person(700_000_005, "Fatima", "Benali", "fr", role="stranger")
SAMUEL = Person(700_000_006, "Samuel", "Tesfay", "en", role="stranger")

CAST = (AMIR, RITA, ELS, TOM, FATIMA, SAMUEL)


def invite_cast(telegram: Telegram) -> None:
    """Put the cast in the sandbox; those who are there already stay as they are."""
    for person in CAST:
        telegram.welcome(person)
