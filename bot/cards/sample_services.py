"""Services for the samples, one to go to and one to call, and what can be had of each."""

from datetime import date, time

from bot.programme.directory import Opening, Phone, Place, Service
from bot.programme.directory.writing import write_service
from bot.programme.notices import Notice, NumberToCall, OnPaper, OnTheMap, OpeningSentence

WEEKDAYS = (0, 1, 2, 3, 4)
NOW = "2026-11-24T09:05:00+00:00"

# Everything that can be known is known of it.
COUNTER = Service(
    "ocmw-gent",
    {"nl": "OCMW Gent", "fr": "CPAS de Gand", "en": "OCMW Gent"},
    "Stad Gent",
    ("admin.benefits", "housing.eviction"),
    ("BE-VLG:Gent",),
    description={
        "nl": "De sociale dienst van Gent.",
        "fr": "Le service social de Gand.",
        "en": "The social service of Ghent.",
    },
    eligibility={"nl": "Iedereen in Gent.", "fr": "Tout le monde à Gand.", "en": "All in Ghent."},
    fees={"nl": "Gratis.", "fr": "Gratuit.", "en": "Free."},
    bring={"nl": "Je identiteitskaart.", "fr": "Ta carte d'identité.", "en": "Your card."},
    hours={"nl": "Op werkdagen, 9.00-12.00 u.", "fr": "Les jours ouvrables, 9 h à 12 h."},
    languages=("nl", "fr", "en"),
    phones=(Phone("09 266 99 11", "+3292669911"), Phone("0800 12 345", "+3280012345")),
    openings=(Opening(WEEKDAYS, time(9), time(12)),),
    places=(Place("Jubileumlaan 219", "9000", "Gent", 51.047, 3.707, step_free=True),),
    website="https://stad.gent/",
    is_free=True,
    assured_on=date(2026, 11, 2),
)
# And of this one nothing but a number.
LINE = Service(
    "1813",
    {"nl": "Zelfmoordlijn 1813"},
    "",
    ("crisis.suicide",),
    ("BE",),
    languages=("nl",),
    phones=(Phone("1813"),),
    is_crisis_line=True,
)
COUNTER_TABLE, LINE_TABLE = write_service(COUNTER), write_service(LINE)

SERVICE_SAMPLES: tuple[Notice, ...] = (
    *[NumberToCall(COUNTER_TABLE, COUNTER.needs[0], number) for number in (0, 1)],
    NumberToCall(LINE_TABLE, LINE.needs[0], 0),
    OnTheMap(COUNTER_TABLE, COUNTER.needs[0]),
    *[OpeningSentence(COUNTER_TABLE, need, "nl", spoken)
      for need in COUNTER.needs for spoken in ("", "ar", "?")],
    OpeningSentence(LINE_TABLE, LINE.needs[0], "nl", ""),
    OpeningSentence(LINE_TABLE, LINE.needs[0], "fr", "fa"),
    *[OnPaper(COUNTER_TABLE, COUNTER.needs[0], NOW, doubts, "ghent") for doubts in (0, 2)],
    OnPaper(LINE_TABLE, LINE.needs[0], NOW, 0, None),
)  # fmt: skip
