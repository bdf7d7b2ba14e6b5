"""The page of a rehearsal: what was said and done, for a coach to read."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from bot import rehearsal
from bot.cards.rehearsal import page_words
from bot.cli import main
from bot.i18n import load_speech
from bot.post.outcome import Kind as Outcome
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.rehearsal import Plot, diary_of
from bot.rehearsal.cast import Cast, Player
from bot.rehearsal.characters import EVERY_CHARACTER, LATE_ONE
from bot.rehearsal.mishaps import Mishaps, WentWrong
from bot.rehearsal.page import page_of
from bot.rehearsal.plain import text_of
from bot.rehearsal.script import Kind, letters_a_week, script_of, weeks_of
from bot.settings import WrongSettings

BRUSSELS = ZoneInfo("Europe/Brussels")
ANA = Player(1, "Ana", Role.MENTEE, "nl", 0, LATE_ONE)
JAN = Player(2, "Jan & Co", Role.MENTOR, "fr", 0)
ELS = Player(3, "Els", Role.COACH, "en", 0)
CAST = Cast(((ANA, JAN),), (ELS,))


def said(seq: int, at: str, by: object, message_id: int, **content: object) -> dict[str, object]:
    message = {"message_id": message_id, **content}
    return {"seq": seq, "at": at, "what": "message", "chat": 1, "by": by, "message": message}


KEYS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ci:7:met"}],
                            [{"text": "Nee", "callback_data": "ci:7:not_met"}]]}  # fmt: skip
ASKED = "Zagen jullie <elkaar>?"
ICS = {"file_name": "duo.ics"}
ENTRIES = [
    {"seq": 1, "at": "2026-10-25T00:30:00+00:00", "what": "person"},
    said(2, "2026-10-25T00:30:00+00:00", "bot", 1, text=ASKED, reply_markup=KEYS),
    {"seq": 3, "at": "2026-10-25T01:30:00+00:00", "what": "tapped", "person": 1, "label": "Ja"},
    said(4, "2026-10-25T01:30:00+00:00", "bot", 1, text="Bedankt!"),
    said(5, "2026-10-26T08:00:00+00:00", 1, 2, text="menu"),
    said(6, "2026-10-26T08:00:00+00:00", "bot", 3, venue={"title": "Bib", "address": "Plein 1"}),
    said(7, "2026-10-26T09:00:00+00:00", "bot", 4, document=ICS, caption="Hier"),
    said(8, "2026-10-26T10:00:00+00:00", "bot", 5,
         contact={"phone_number": "+32 2 000", "first_name": "Bureau"}),
    said(9, "2026-10-26T11:00:00+00:00", "bot", 6, photo=[{"file_id": "x"}]),
]  # fmt: skip
SCRIPT = script_of(ENTRIES, {6}, BRUSSELS)


def test_what_came_by_itself_is_told_apart_from_what_was_asked_for_and_from_changes():
    kinds = [line.kind for line in SCRIPT[1]]
    assert kinds == [Kind.LETTER, Kind.TAP, Kind.CHANGE, Kind.WORDS, Kind.REPLY,
                     Kind.LETTER, Kind.LETTER, Kind.LETTER]  # fmt: skip


def test_letters_are_counted_by_the_week_on_the_wall():
    weeks = weeks_of(SCRIPT)
    assert weeks == [(2026, 43), (2026, 44)]
    assert letters_a_week(SCRIPT[1], weeks) == [1, 3]


def test_a_hour_that_comes_twice_is_told_apart():
    told = text_of(CAST, SCRIPT)
    assert "Sun 2026-10-25 02:30 +0200 BOT\n  | Zagen jullie <elkaar>?\n  [Ja] [Nee]" in told
    assert "Sun 2026-10-25 02:30 +0100 TAPS\n  | Ja" in told


def test_what_is_no_text_is_named():
    told = text_of(CAST, SCRIPT)
    for beside in ("Bib, Plein 1", "duo.ics", "Bureau, +32 2 000", "picture"):
        assert f"  + {beside}\n" in told


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_says_which_language_each_part_is_in_and_needs_nothing_else(language):
    page = "".join(page_of(CAST, SCRIPT, load_speech()[language]))
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert '<div lang="nl"><p class="text">Zagen jullie &lt;elkaar&gt;?</p>' in page
    assert not re.search(r"<script|src=|@import|url\(|https?:", page)
    assert '<time datetime="2026-10-25T02:30+02:00">' in page
    assert "Jan &amp; Co" in page
    assert page.count('<p class="beside">') == 4


def test_every_anchor_of_the_page_leads_somewhere():
    page = "".join(page_of(CAST, SCRIPT, load_speech()["en"]))
    names = re.findall(r' id="([^"]+)"', page)
    assert len(set(names)) == len(names)
    assert {*re.findall(r'(?:href="#|labelledby=")([^"]+)"', page)} <= {*names}


def test_headings_go_down_one_step_at_a_time():
    levels = [
        int(one)
        for one in re.findall(r"<h(\d)", "".join(page_of(CAST, SCRIPT, load_speech()["en"])))
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_character_has_its_words():
    habits = page_words(load_speech()["en"]).habits
    assert {one.name for one in EVERY_CHARACTER} == {*habits}


def test_a_play_begins_in_the_morning_of_its_first_day_or_of_this_monday(programme: Programme):
    begin = diary_of(Plot(1, 2, first_day=date(2026, 11, 23)), programme).begin
    assert begin.astimezone(programme.zone) == datetime(2026, 11, 23, 9, tzinfo=programme.zone)
    today = diary_of(Plot(1, 2), programme).begin.astimezone(programme.zone)
    assert (today.weekday(), today.hour) == (0, 9)


def test_a_coach_lets_a_week_be_played_and_reads_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rehearsal, "configure", lambda *_: None)  # the logs of tests stay theirs
    page = tmp_path / "rehearsal.html"
    asked = ["rehearse", "--weeks", "1", "--people", "2", "--language", "fr",
             "--from", "2026-11-23", "--output", str(page)]  # fmt: skip
    done = CliRunner().invoke(main, asked, catch_exceptions=False)
    assert done.output.startswith(f"{page}: 1 week of 3 people, ")
    assert '<html lang="fr">' in page.read_text(encoding="utf-8")


def test_a_rehearsal_in_which_the_bot_fails_does_not_pass_for_a_good_one():
    mishaps = Mishaps()
    mishaps.handled("handled", 0.1)
    mishaps.sent(1, Outcome.DONE)
    mishaps.sent(2, "dropped")
    mishaps.raise_if_any()
    mishaps.handled("failed", 0.1)
    mishaps.sent(1, Outcome.BUG)
    with pytest.raises(WentWrong, match=r"failed: 1\. Letters: 1"):
        mishaps.raise_if_any()


async def test_a_language_that_the_programme_does_not_speak_is_refused(
    tmp_path: Path, programme: Programme, monkeypatch: pytest.MonkeyPatch
):
    two = replace(programme, languages=("nl", "fr"))
    monkeypatch.setattr(rehearsal, "load_programme", lambda _: two)
    monkeypatch.setattr(rehearsal, "configure", lambda *_: None)  # the logs of tests stay theirs
    with pytest.raises(WrongSettings, match="Give one of these: nl, fr"):
        await rehearsal.rehearse({}, Plot(1, 2, "en"), tmp_path / "rehearsal.html")
