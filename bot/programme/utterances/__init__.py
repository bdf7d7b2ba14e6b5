"""What people say for each intent, one table a language.

A language's own name ("Français") is in no table: it answers the question of the language. Nor are
words that are also first names ("Frans", "Dag").
"""

from collections.abc import Mapping

from bot.programme.intents import Words
from bot.programme.utterances.dutch import DUTCH
from bot.programme.utterances.english import ENGLISH
from bot.programme.utterances.french import FRENCH

UTTERANCES: Mapping[str, Words] = {"nl": DUTCH, "fr": FRENCH, "en": ENGLISH}
