"""Whatever the house writes as a date and a time, it reads back as the same moment."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.i18n import Speech, load_speech
from bot.programme.languages import LANGUAGES
from bot.programme.when import Ask, Understood, read_when

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
QUARTERS = 546 * 24 * 4  # of an hour, in 18 months
FIRST_QUARTER = timedelta(minutes=15)
WORDS = (
    "14", "31", "99999", "2028", "24/11", "9.10", "14u", "1e", "24ste", "half", "kwart", "voor",
    "over", "a", "in", "dinsdag", "mardi", "week", "en", "huit", "of", "on", "maart", "next", "de",
    "le", "the", "noon", "midi", "van", "tot", "am", "pm", "dagen", "mois", "demi", "namiddag",
    "niet",
)  # fmt: skip
SIGNS = "0123456789/.:-hu "


@pytest.fixture(scope="module")
def every() -> dict[str, Speech]:
    return load_speech()


def written(speech: Speech, at: datetime) -> list[str]:
    """The full date and the time, in one piece and in two."""
    day, time = speech.date(at, BRUSSELS), speech.time(at, BRUSSELS)
    return [speech.full_moment(at, BRUSSELS), f"{day} {time}", f"{time}, {day}"]


@given(quarters=st.integers(1, QUARTERS), language=st.sampled_from(LANGUAGES))
def test_a_full_date_is_read_back_exactly(every, quarters: int, language: str):
    at = NOW + quarters * FIRST_QUARTER
    wall = at.astimezone(BRUSSELS).replace(tzinfo=None, fold=0)
    for text in written(every[language], at):
        read = read_when(text, language, NOW, BRUSSELS)
        assert read == Understood(wall, language, whole=True), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_of_a_year_and_each_quarter_of_a_day_is_read_back(every, language: str):
    for day in range(1, 366):
        at = NOW + timedelta(days=day) + day % 96 * FIRST_QUARTER
        wall = at.astimezone(BRUSSELS).replace(tzinfo=None, fold=0)
        read = read_when(every[language].full_moment(at, BRUSSELS), language, NOW, BRUSSELS)
        assert isinstance(read, Understood)
        assert read.at == wall


@given(
    text=st.text() | st.text(SIGNS, max_size=24)
    | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    language=st.sampled_from(LANGUAGES),
)  # fmt: skip
def test_whatever_is_written_there_is_one_moment_to_come_or_little_to_choose_from(
    text: str, language: str
):
    read = read_when(text, language, NOW, BRUSSELS)
    walls = read.choices if isinstance(read, Ask) else [read.at] if read else []
    assert len(walls) <= 6
    assert sorted(set(walls)) == list(walls)
    for wall in walls:
        instant = wall.replace(tzinfo=BRUSSELS).astimezone(UTC)
        assert instant > NOW
        assert instant.astimezone(BRUSSELS).replace(tzinfo=None) == wall
