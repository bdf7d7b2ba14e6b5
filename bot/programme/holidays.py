"""The public holidays of Belgium with their names, and working days between them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

A_DAY = timedelta(days=1)
SATURDAY = 5

# Easter Sunday and Whit Sunday are days off because they are Sundays, not by the law on holidays.
SUNDAYS_BY_NATURE = frozenset({"Easter Sunday", "Pentecost"})
ITS_LANGUAGES = {"nl": "nl", "fr": "fr", "en": "en_US"}
# What people in Belgium call a day, where the library says it otherwise.
_AS_PEOPLE_SAY = {
    "O. L. H. Hemelvaart": "Hemelvaart",
    "O. L. V. Hemelvaart": "Onze-Lieve-Vrouw-Hemelvaart",
    "Jour de l'Armistice": "Armistice",
    "Labor Day": "Labour Day",
    "Pentecost": "Whit Sunday",
    "Pentecost Monday": "Whit Monday",
}


def is_holiday(day: date) -> bool:
    """Whether a day is one of the ten legal public holidays (law of 4 January 1974), Easter Sunday
    or Whit Sunday.
    """
    return day in _of_year(day.year, "en")


def is_legal_holiday(day: date) -> bool:
    """Whether it is one of the ten, which are days off whatever day of the week they are."""
    return _of_year(day.year, "en").get(day, "Easter Sunday") not in SUNDAYS_BY_NATURE


def holiday_name(day: date, language: str) -> str:
    """What a holiday is called in one of our languages; "" for a day that is none."""
    name = _of_year(day.year, language).get(day, "")
    return _AS_PEOPLE_SAY.get(name, name)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def working_days_after(day: date, count: int) -> date:
    """The working day that comes so many working days after a day."""
    while count:
        day += A_DAY
        count -= is_working_day(day)
    return day


@lru_cache(maxsize=64)
def _of_year(year: int, language: str) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415  # it takes time to import, and few questions need it

    said_in = ITS_LANGUAGES[language]
    return dict(holidays.country_holidays("BE", years=year, language=said_in).items())
