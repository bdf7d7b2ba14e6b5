"""In which language one speaks to a service: Dutch, French, or either."""

from bot.programme.directory.areas import region_of
from bot.programme.directory.service import Service

DUTCH, FRENCH = "nl", "fr"
# The language of the counter, by region; in Brussels, and for the whole country, it is either.
OF_REGION = {"BE-VLG": DUTCH, "BE-WAL": FRENCH}


def languages_to_say(service: Service, reader: str) -> tuple[str, ...]:
    """The languages in which to speak to a service, the best for this reader first.

    In Flanders and in Wallonia that is the language there. Elsewhere it is what the service
    speaks: first the language that the reader knows, else in the order of the service.
    """
    regions = {region_of(area) for area in service.areas}
    if len(regions) == 1 and (local := OF_REGION.get(next(iter(regions)))):
        return (local,)
    either = [one for one in service.languages if one in (DUTCH, FRENCH)] or [DUTCH, FRENCH]
    return tuple(sorted(dict.fromkeys(either), key=lambda one: one != reader))
