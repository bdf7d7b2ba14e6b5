"""What people write where they could tap. These are words to the bot, never words of it."""

from collections.abc import Mapping, Sequence
from random import Random

from bot.cards.buttons import Carried, CheckInTap
from bot.programme.check_ins import Answer

YES: Mapping[str, str] = {"nl": "ja", "fr": "oui", "en": "yes"}
NO: Mapping[str, str] = {"nl": "nee", "fr": "non", "en": "no"}
# As people write when they would like to meet; the day is always one that is still to come.
TIMES: Mapping[str, Sequence[str]] = {
    "nl": ("volgende dinsdag om 14u", "overmorgen om half drie", "donderdag 17u30?"),
    "fr": ("mardi prochain à 14h30", "après-demain à 15h", "jeudi à 17h30 ?"),
    "en": ("next Tuesday at 2pm", "the day after tomorrow at half past two", "Thursday 17:30?"),
}


def time_to_meet(language: str, chance: Random) -> str:
    """When somebody would like to meet."""
    return chance.choice(TIMES[language])


def instead_of(means: Carried, language: str) -> str:
    """The words for what a button means; empty where nobody would write."""
    match means:
        case CheckInTap(answer=Answer.MET):
            return YES[language]
        case CheckInTap(answer=Answer.NOT_MET):
            return NO[language]
        case _:
            return ""
