"""Services as they may be, for tests that hold for all of them."""

from dataclasses import replace
from datetime import date, time

from hypothesis import strategies as st

from bot.programme.directory import Opening, Phone, Place, Service
from bot.programme.directory.service import Confidence, Status
from bot.programme.needs.codes import NEEDS

# What a text may hold: all but control characters and halves of characters.
LETTERS = st.characters(exclude_categories=("Cc", "Cs"))
TEXTS = st.text(LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
NAMES = st.dictionaries(st.from_regex(r"[a-z]{2,3}", fullmatch=True), TEXTS, max_size=4)
LANGUAGES = st.lists(st.sampled_from(["nl", "fr", "de", "ar", "prs"]), unique=True, max_size=3)
TIMES = st.times(time(0), time(23, 59)).map(lambda one: one.replace(second=0, microsecond=0))
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
AREAS = st.one_of(
    st.sampled_from(["BE", "BE-BRU", "BE-VLG", "BE-WAL", "BE-VLG:Gent", "BE-WAL:Liège"]),
)
PHONES = st.builds(
    Phone,
    dial=st.from_regex(r"\+?[0-9][0-9 ]{1,18}", fullmatch=True).filter(str.isascii),
    international=st.none() | st.from_regex(r"\+[0-9]{4,15}", fullmatch=True).filter(str.isascii),
    is_free=st.none() | st.booleans(),
    about=NAMES,
    languages=LANGUAGES.map(tuple),
).map(lambda one: replace(one, dial=one.international or one.dial.lstrip("+")))
OPENINGS = st.builds(
    Opening,
    days=st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
    opens=TIMES,
    closes=TIMES,
)
DEGREES = st.floats(-90, 90)
PLACES = st.builds(
    Place,
    street=TEXTS | st.just(""),
    postal_code=st.sampled_from(["", "1000", "1400", "4000", "9000", "B-1000"]),
    town=TEXTS | st.just(""),
    step_free=st.none() | st.booleans(),
)
PLACES |= st.builds(replace, PLACES, latitude=DEGREES, longitude=DEGREES)
SERVICES = st.builds(
    Service,
    key=st.from_regex(r"[a-z0-9-]{1,36}", fullmatch=True),
    name=NAMES.filter(bool),
    organization=TEXTS | st.just(""),
    needs=st.lists(st.sampled_from(NEEDS), min_size=1, max_size=3, unique=True).map(tuple),
    areas=st.lists(AREAS, min_size=1, max_size=3, unique=True).map(tuple),
    **dict.fromkeys(["description", "eligibility", "fees", "bring", "alert", "hours"], NAMES),
    languages=LANGUAGES.map(tuple),
    phones=st.lists(PHONES, max_size=2).map(tuple),
    openings=st.lists(OPENINGS, max_size=2).map(tuple),
    places=st.lists(PLACES, max_size=2).map(tuple),
    website=st.sampled_from([None, "https://example.be/", "http://a.be/pad?x=1&y=%20"]),
    email=st.sampled_from([None, "info@example.be"]),
    is_free=st.none() | st.booleans(),
    is_crisis_line=st.booleans(),
    confidence=st.sampled_from(Confidence),
    status=st.sampled_from(Status),
    gathered_on=st.none() | DAYS,
    assured_on=st.none() | DAYS,
)
SOME = st.lists(SERVICES, max_size=4, unique_by=lambda one: one.key).map(tuple)


def a_service(key: str = "the-door", **more: object) -> Service:
    """A service that says little."""
    plain = Service(key, {"en": "The door"}, "The house", ("debt.help",), ("BE",))
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name
