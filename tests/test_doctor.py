"""The doctor, as an operator meets it: each line ok or wrong, and how to mend it."""

import json
import shutil
from collections.abc import Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from click.testing import CliRunner
from sqlalchemy import delete, text, update

from bot.cli import main
from bot.clock import SystemClock, TurnedClock
from bot.doctor import examine
from bot.doctor.findings import Finding, Line, as_json, as_lines, code_of, well
from bot.post.telegram import ALLOWED_UPDATES
from storage import Database, Keys
from storage.address import database_url
from storage.ownership import owned
from storage.tables import DirectoryRow, ServiceRow

TOKEN = "123456789:AAF-pretend_pretend_pretend_pretend"
KEY = Keys.generate()
ME = {"id": 1_000_001, "is_bot": True, "first_name": "Duo", "username": "duobot"}
NO_WEBHOOK: Mapping[str, Any] = {"url": "", "pending_update_count": 2}
REFUSED = {"ok": False, "error_code": 401, "description": "Unauthorized"}


@asynccontextmanager
async def telegram(webhook: object = NO_WEBHOOK, *, refused: bool = False):
    """Somebody who answers as Telegram does; the settings to ask there."""
    answers = {"getMe": ME, "getWebhookInfo": webhook}

    async def answer(request: web.Request) -> web.Response:
        result = {"ok": True, "result": answers.get(request.match_info.get("method", ""), {})}
        return web.json_response(REFUSED if refused else result, status=401 if refused else 200)

    application = web.Application()
    application.router.add_route("*", "/bot{token}/{method}", answer)
    application.router.add_get("/", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield {
            "DUOBOT_TELEGRAM": "http://{}:{}".format(*runner.addresses[0]),
            "DUOBOT_TOKEN": TOKEN,
        }
    finally:
        await runner.cleanup()


@pytest.fixture
def kept(empty_file: Path, tmp_path: Path) -> dict[str, str]:
    """A database with all tables, and its key."""
    file = tmp_path / "duobot.db"
    shutil.copyfile(empty_file, file)
    return {"DUOBOT_DATABASE": str(file), "DUOBOT_SECRET_KEYS": KEY}


async def remember(environ: Mapping[str, str], bot_id: int) -> None:
    """What a first start leaves in the database."""
    database = Database(environ["DUOBOT_DATABASE"], Keys.from_text(KEY))
    async with database.transaction() as tx:
        await tx.installation.try_keys()
        await tx.installation.bot_id(bot_id)
    await database.close()


def bytes_of(environ: Mapping[str, str]) -> bytes:
    return Path(environ["DUOBOT_DATABASE"]).read_bytes()


def names_beside(environ: Mapping[str, str]) -> set[str]:
    return {file.name for file in Path(environ["DUOBOT_DATABASE"]).parent.iterdir()}


async def wrong_in(environ: Mapping[str, str], clock=None) -> dict[Line, str]:
    """The lines that are wrong, and what they say; no secret is in any of them."""
    found = await examine(environ, clock)
    told = "\n".join([*as_lines(found), as_json(found)])
    assert TOKEN not in told
    assert KEY not in told
    return {one.line: one.says for one in found if one.code}


async def test_all_is_well_beside_a_running_bot_that_is_writing(kept):
    await remember(kept, ME["id"])
    before = bytes_of(kept)
    database = Database(kept["DUOBOT_DATABASE"], Keys.from_text(KEY))
    async with telegram() as there:
        with owned(database_url(kept["DUOBOT_DATABASE"])):
            async with database.transaction():
                found = await examine(kept | there)
    await database.close()
    assert [(one.line, one.state) for one in found] == [(line, "ok") for line in Line]
    assert as_lines(found)[-1] == "All is well."
    assert code_of(found) == 0
    assert bytes_of(kept) == before


async def test_with_nothing_set_the_token_comes_first_and_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.doctor.telegram._time_there", _nobody)
    found = await examine({})
    assert as_lines(found)[-1].endswith("Begin with: token.")
    assert "DUOBOT_TOKEN is missing" in next(one.says for one in found if one.line is Line.TOKEN)
    assert code_of(found) == 78
    assert list(tmp_path.iterdir()) == []


async def _nobody(address: str) -> None:
    raise ConnectionRefusedError(111, address)


async def test_wrong_settings_are_all_named_and_the_rest_waits():
    environ = {"DUOBOT_TOKEN": "no token", "DUOBOT_LOG": "loud", "DUOBOT_HEALTH": "everywhere"}
    found = await examine(environ)
    assert [one.line for one in found if one.code] == [Line.SETTINGS] * 3
    assert {one.line for one in found} == set(Line)
    assert code_of(found) == 78


async def test_a_token_that_telegram_refuses(kept):
    async with telegram(refused=True) as there:
        found = await examine(kept | there)
    assert code_of(found) == 78
    (line,) = [one for one in found if one.code]
    assert line.line is Line.TELEGRAM
    assert "@BotFather" in line.says


async def test_telegram_that_does_not_answer_may_mend_itself(kept):
    nowhere = {"DUOBOT_TELEGRAM": "http://127.0.0.1:1", "DUOBOT_TOKEN": TOKEN}
    found = await examine(kept | nowhere)
    assert [one.line for one in found if one.code] == [Line.TELEGRAM]
    assert code_of(found) == 75


@pytest.mark.parametrize(
    ("webhook", "line", "says"),
    [
        (
            NO_WEBHOOK | {"url": "https://elsewhere.example/"},
            Line.WEBHOOK,
            "takes the webhook away",
        ),
        (
            NO_WEBHOOK | {"allowed_updates": ["message"]},
            Line.ALLOWED_UPDATES,
            "edited_message, callback_query, my",
        ),
    ],
)
async def test_updates_that_do_not_come(kept, webhook, line, says):
    async with telegram(webhook=webhook) as there:
        wrong = await wrong_in(kept | there)
    assert list(wrong) == [line]
    assert says in wrong[line]
    assert "elsewhere.example" not in wrong[line]


async def test_updates_of_every_kind_may_be_named(kept):
    async with telegram(webhook=NO_WEBHOOK | {"allowed_updates": [*ALLOWED_UPDATES]}) as there:
        assert await wrong_in(kept | there) == {}


@pytest.mark.parametrize(("seconds", "says"), [(95, "s ahead of"), (-95, "s behind")])
async def test_a_clock_that_goes_wrong(kept, seconds, says):
    clock = TurnedClock()
    clock.turn_to(SystemClock().now() + timedelta(seconds=seconds))
    async with telegram() as there:
        wrong = await wrong_in(kept | there, clock)
    assert list(wrong) == [Line.CLOCK]
    assert says in wrong[Line.CLOCK]


async def test_the_database_of_another_bot(kept):
    await remember(kept, 42)
    async with telegram() as there:
        wrong = await wrong_in(kept | there)
    assert list(wrong) == [Line.BOT]
    assert "DUOBOT_DATABASE" in wrong[Line.BOT]


@pytest.mark.parametrize("keys", [Keys.generate(), ""], ids=["another", "none"])
async def test_a_key_that_does_not_open_or_is_gone(kept, keys):
    await remember(kept, ME["id"])
    async with telegram() as there:
        wrong = await wrong_in(kept | there | {"DUOBOT_SECRET_KEYS": keys})
    assert list(wrong) == [Line.KEYS]
    assert "duobot.db.key" not in names_beside(kept)


@pytest.mark.parametrize(
    ("revision", "says", "code"),
    [("0000", "duobot migrate", 1), ("9999", "knows none beyond", 78)],
)
async def test_tables_of_another_version(kept, revision, says, code, monkeypatch):
    known = {"0000": ["0000", "9998"], "9999": ["0001"]}[revision]
    monkeypatch.setattr("storage.migrate.revisions", lambda: known)
    database = Database(kept["DUOBOT_DATABASE"], Keys.from_text(KEY))
    async with database.transaction() as tx:
        said = text("UPDATE alembic_version SET version_num = :there")
        await tx.connection.execute(said, {"there": revision})
    await database.close()
    async with telegram() as there:
        found = await examine(kept | there)
    (line,) = [one for one in found if one.code]
    assert (line.line, line.code) == (Line.MIGRATIONS, code)
    assert says in line.says


async def test_files_that_are_no_database(tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text("Dear Els, " * 1000)
    async with telegram() as there:
        for name in (str(file), str(tmp_path / "no" / "folder.db"), "mysql://x/y", "sqlite:///"):
            environ = there | {"DUOBOT_DATABASE": name, "DUOBOT_SECRET_KEYS": KEY}
            wrong = await wrong_in(environ)
            assert wrong.keys() & {Line.DATABASE, Line.SETTINGS}, name


async def test_a_database_server_that_is_away_may_mend_itself():
    environ = {"DUOBOT_DATABASE": "postgresql://duo:s3cret-word@127.0.0.1:1/duo"}
    async with telegram() as there:
        found = await examine(environ | there | {"DUOBOT_SECRET_KEYS": KEY})
    assert [one.line for one in found if one.code] == [Line.DATABASE]
    assert code_of(found) == 75
    assert "s3cret-word" not in as_json(found)


async def test_a_programme_file_that_cannot_be_read(kept, tmp_path):
    file = tmp_path / "programme.toml"
    file.write_text("sample = maybe")
    async with telegram() as there:
        wrong = await wrong_in(kept | there | {"DUOBOT_PROGRAMME": str(file)})
    assert list(wrong) == [Line.PROGRAMME]


async def test_texts_without_a_translation_are_counted(kept, monkeypatch):
    monkeypatch.setattr("bot.i18n._catalog_text", lambda _: b'msgid "Yes"\nmsgstr ""\n')
    async with telegram() as there:
        wrong = await wrong_in(kept | there)
    assert "1 in nl, 1 in fr" in wrong[Line.CATALOGS]


async def test_who_is_to_be_called_is_looked_for_and_not_called(kept):
    async with telegram() as there:
        hook = there["DUOBOT_TELEGRAM"] + "/not-a-page/T0SECRET"
        assert await wrong_in(kept | there | {"DUOBOT_ALARM_URL": hook}) == {}
        for away in ("http://127.0.0.1:1/T0SECRET", f"https{hook.removeprefix('http')}"):
            wrong = await wrong_in(kept | there | {"DUOBOT_ALARM_URL": away})
            assert list(wrong) == [Line.ALARM]
            assert "T0SECRET" not in wrong[Line.ALARM]


def test_the_worst_decides_how_it_ends():
    passing, setting = Finding(Line.TELEGRAM, "Away.", 75), Finding(Line.KEYS, "Lost.", 78)
    some = Finding(Line.CLOCK, "Late.", 1)
    assert code_of([well(Line.BOT, "Ours."), some]) == 1
    assert code_of([some, passing]) == 75
    assert code_of([some, passing, setting]) == 78


def test_an_operator_reads_lines_and_a_machine_json(monkeypatch):
    monkeypatch.setattr("bot.doctor.telegram._time_there", _nobody)
    environ = {"DUOBOT_TOKEN": TOKEN, "DUOBOT_DATABASE": "no/folder/x.db"}
    lines = CliRunner().invoke(main, ["doctor"], env=environ)
    told = CliRunner().invoke(main, ["doctor", "--json"], env=environ)
    assert lines.exit_code == told.exit_code == 78
    assert "\nwrong  database         " in lines.output
    findings = json.loads(told.output)["findings"]
    assert [one["line"] for one in findings if one["state"] == "wrong"] == ["database", "telegram"]
    assert TOKEN not in lines.output + told.output


def test_every_line_is_explained_to_operators():
    paper = (Path(__file__).parents[1] / "docs" / "operating.md").read_text(encoding="utf-8")
    explained = [line.split("`")[1] for line in paper.splitlines() if line.startswith("| `")]
    assert explained[: len(Line)] == [line.value for line in Line]


async def test_without_a_token_telegram_is_looked_for_all_the_same(kept, monkeypatch):
    async def no_time(_: str) -> None:
        return None

    monkeypatch.setattr("bot.doctor.telegram._time_there", no_time)
    found = await examine(kept)
    states = {one.line: one.state for one in found}
    assert (states[Line.TOKEN], states[Line.TELEGRAM]) == ("wrong", "ok")
    assert {states[line] for line in (Line.CLOCK, Line.BOT, Line.WEBHOOK)} == {"-"}


async def test_a_gateway_that_answers_for_telegram_is_not_telegram(kept, monkeypatch):
    monkeypatch.setitem(REFUSED, "error_code", 502)
    async with telegram(refused=True) as there:
        found = await examine(kept | there)
    assert [one.line for one in found if one.code] == [Line.TELEGRAM]
    assert code_of(found) == 75


async def test_before_the_first_start_nothing_is_wrong(tmp_path):
    new = {"DUOBOT_DATABASE": str(tmp_path / "new.db")}
    async with telegram() as there:
        assert await wrong_in(new | there) == {}
        assert await wrong_in(new | there | {"DUOBOT_SECRET_KEYS": KEY}) == {}
    assert names_beside(new) == set()


async def test_no_crisis_line_at_all_and_none_before_the_first_start(kept):
    database = Database(kept["DUOBOT_DATABASE"], Keys.from_text(KEY))
    async with telegram() as there:
        async with database.transaction() as tx:
            await tx.directory.remove(await tx.directory.keys())
        wrong = await wrong_in(kept | there)
        assert "no crisis line stands in the directory" in wrong[Line.CRISIS_LINES]
        async with database.transaction() as tx:
            await tx.connection.execute(delete(DirectoryRow))
        await database.close()
        assert await wrong_in(kept | there) == {}


async def test_a_crisis_line_that_is_closed_here(kept):
    database = Database(kept["DUOBOT_DATABASE"], Keys.from_text(KEY))
    async with telegram() as there:
        async with database.transaction() as tx:
            closed = update(ServiceRow).where(ServiceRow.key == "samusocial-bxl")
            await tx.connection.execute(closed.values(status="defunct"))
        await database.close()
        assert "samusocial-bxl" in (await wrong_in(kept | there))[Line.CRISIS_LINES]


async def test_a_catalog_that_is_gone(kept, monkeypatch):
    def gone(language: str) -> bytes:
        raise FileNotFoundError(language)

    monkeypatch.setattr("bot.i18n._catalog_text", gone)
    async with telegram() as there:
        wrong = await wrong_in(kept | there)
    assert "Install duobot again" in wrong[Line.CATALOGS]
