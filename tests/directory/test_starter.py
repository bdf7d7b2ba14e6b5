"""The starter directory: one file that people review, and that the first start brings in."""

import json
import re
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.clock import SystemClock
from bot.directory import starter
from bot.directory.contents import read_contents
from bot.directory.layout import laid_out
from bot.programme.directory.areas import slug
from bot.programme.directory.choosing import Wish, choose
from bot.programme.directory.freshness import Standing, standing
from bot.programme.directory.writing import write_service
from bot.programme.languages import LANGUAGES
from bot.programme.needs.codes import NEEDS, THEMES
from bot.programme.programme import Programme
from bot.running import opened
from bot.settings import settings_from
from tests.directory.test_crisis_lines import A_SATURDAY_NIGHT, BRUSSELS

SERVICES = read_contents(starter.services()).services
WORDS = ("name", "description", "eligibility", "fees", "bring", "alert", "hours")
# French: a space that does not break before these, and inside these.
LOOSE = re.compile(r"(?<!\u00a0)[;?!»](\s|$)|(?<![\u00a0\d]):(\s|$)|«(?!\u00a0)")
# What somebody wrote for editors, not for a visitor.
FOR_EDITORS = ("unconfirmed", "general knowledge", "stored", "source", "evidence", "http")


def texts():
    """Every text for people: which entry, what it is, its language and the text."""
    for service in SERVICES:
        for name in WORDS:
            for language, text in getattr(service, name).items():
                yield service.key, name, language, text
        for phone in service.phones:
            for language, text in phone.about.items():
                yield service.key, "phone", language, text


@pytest.mark.parametrize("file", [starter.SERVICES, starter.TAXONOMY])
def test_the_files_are_laid_out_in_the_one_way(file):
    text = file.read_text(encoding="utf-8")
    assert laid_out(json.loads(text)) == text, "Say: .venv/bin/python -m tools.lay_out_starter"


def test_entries_stand_by_key_with_nothing_but_what_is_used_and_where_it_was_found():
    tables = starter.services()
    assert [one["key"] for one in tables] == sorted(one["key"] for one in tables)
    for table, service in zip(tables, SERVICES, strict=True):
        assert table == write_service(service) | {"evidence": table["evidence"]}
        assert all(one["source"] for one in table["evidence"])


def test_nobody_has_checked_anything_yet():
    found = {standing(one, A_SATURDAY_NIGHT.date()) for one in SERVICES}
    assert found == {Standing.NEVER_CHECKED, Standing.HELD_BACK}
    assert all(str(one.gathered_on) == "2026-11-21" for one in SERVICES)


def test_every_service_says_in_three_languages_what_it_is_whom_it_helps_and_what_it_costs():
    for service in SERVICES:
        for name in WORDS:
            said = getattr(service, name)
            needed = name in ("name", "description", "eligibility", "fees")
            assert set(said) == set(LANGUAGES) or (not said and not needed), (service.key, name)


def test_texts_are_short_and_for_visitors():
    for key, name, _, text in texts():
        assert len(text) <= 260, (key, name)
        assert not any(word in text.lower() for word in FOR_EDITORS), (key, name, text)


def test_french_texts_do_not_break_before_their_signs():
    wrong = [(key, text) for key, _, language, text in texts()
             if language == "fr" and LOOSE.search(text)]  # fmt: skip
    assert wrong == []


def test_every_need_leads_to_somebody_wherever_one_is():
    served = {need for one in SERVICES for need in one.needs}
    assert served == set(NEEDS)


def test_areas_have_short_words_of_their_own():
    areas = {area for one in SERVICES for area in one.areas}
    assert len({slug(one) for one in areas}) == len(areas)


def test_needs_and_themes_have_names_in_three_languages():
    terms = {one["code"]: one for one in starter.terms()}
    assert list(terms) == [code for theme in THEMES for code in (theme, *THEMES[theme])]
    for code, term in terms.items():
        assert set(term["name_i18n"]) == set(LANGUAGES), code
        assert term.get("parent_code") == (None if code in THEMES else code.partition(".")[0])


async def test_the_first_start_brings_everything_in_and_the_next_one_nothing(
    tmp_path: Path, programme: Programme
):
    file = str(tmp_path / "duobot.db")
    settings = settings_from({"DUOBOT_TOKEN": "123456789:not-a-token", "DUOBOT_DATABASE": file})
    with capture_logs() as logs:
        for _ in range(2):
            async with (
                opened(settings, programme, SystemClock()) as (app, _updates),
                app.database.transaction() as tx,
            ):
                catalogue = await app.actions.directory.catalogue(tx)
    assert [entry.service for entry in catalogue.by_key.values()] == [*SERVICES]
    filled = [one["services"] for one in logs if one["event"] == "directory_filled"]
    assert filled == [len(SERVICES)]
    wish = Wish("debt.help", "BE-BRU", "nl", A_SATURDAY_NIGHT, BRUSSELS)
    assert choose(catalogue, wish)
