"""Places by the name that a reader knows them by."""

from bot.i18n import Speech
from bot.programme.directory.areas import COUNTRY, municipality_of
from bot.programme.directory.towns import name_in


def area_name(area: str, speech: Speech) -> str:
    """The name of a town, a region or the country in the reader's language."""
    if town := municipality_of(area):
        return name_in(area, speech.language) or town
    names = {
        COUNTRY: speech.say("All of Belgium"),
        "BE-BRU": speech.say("Brussels"),
        "BE-VLG": speech.say("Flanders"),
        "BE-WAL": speech.say("Wallonia"),
    }
    return names[area]
