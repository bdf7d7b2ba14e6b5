"""`duobot directory barriers`, as a coordinator's office uses it."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import insert

from bot.administration import at_the_desk
from bot.cli import main
from bot.clock import SystemClock
from bot.settings import load_settings
from storage.ids import new_id
from storage.referrals import Ending
from storage.tables import ReferralCountRow

COUNTS = {
    Ending("sireas", "housing.rent", "BE-BRU", "refused", "full"): 7,
    Ending("cpas-jette", "admin.help", "BE-BRU", "refused", "full"): 4,
    Ending("cpas-evere", "admin.help", "BE-BRU", "not_helped", "full"): 2,
    Ending("ocmw-gent", "admin.help", "BE-VLG", "refused", "papers"): 12,
    Ending("ocmw-gent", "admin.help", "BE-VLG", "helped"): 30,
}
TABLE = """\
region  service                    barrier  times
BE-BRU  sireas                     full     5
BE-BRU  (other services together)  full     5
BE-VLG  ocmw-gent                  papers   10

Numbers are rounded down to 5s, and none below 5 is told, so that nobody is recognised. \
They count answers, not people.
"""


@pytest.fixture(autouse=True)
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environ = {"DUOBOT_DATABASE": str(tmp_path / "duobot.db")}
    monkeypatch.setenv("DUOBOT_DATABASE", environ["DUOBOT_DATABASE"])
    asyncio.run(_count(environ))


async def _count(environ: dict[str, str]) -> None:
    settings = load_settings(environ, needs_token=False)
    async with (
        at_the_desk(settings, SystemClock()) as actions,
        actions.barriers.desk.database.transaction() as tx,
    ):
        for ending, count in COUNTS.items():
            row = {"id": new_id(), "count": count, **asdict(ending)}
            await tx.connection.execute(insert(ReferralCountRow).values(row))


def says(*words: str) -> str:
    return CliRunner().invoke(main, ["directory", "barriers", *words]).output


def test_it_is_a_table_without_small_numbers_and_without_sums():
    assert says() == TABLE


def test_one_region_is_the_same_table_with_fewer_rows():
    assert [row for row in says("--region", "BE-VLG").splitlines() if "BE-" in row] == [
        "BE-VLG  ocmw-gent  papers   10"
    ]
    assert "nothing to tell yet" in says("--region", "BE-WAL")


def test_machines_read_the_same():
    told = json.loads(says("--json", "--region", "BE-BRU"))
    assert told["hidden_below"] == 5
    assert [tuple(one.values()) for one in told["barriers"]] == [
        ("BE-BRU", "sireas", "full", 5), ("BE-BRU", None, "full", 5),
    ]  # fmt: skip
