"""A call to whoever wants to be called when a case stands still: once, again until it arrives, and
once more when all is well; over a real little server.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

import pytest
from aiohttp import web
from hypothesis import given, settings, strategies as st
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app import App
from bot.post.siren import Call, Siren, Standing, Webhook, What
from bot.post.telegram import TelegramUpdates
from storage.tables import CaseRow
from tests.conversations import SPEECH, TOKEN
from tests.patience import until

SECRET = "/hooks/T0-very-secret-words?sig=of-somebody"
LONG_NUMBER = 2**62 + 1


@dataclass(slots=True)
class Pager:
    """Who is called: what they heard, and how they answer."""

    status: int = 200
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    heard: list[dict[str, object]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    address: str = ""

    async def hear(self, request: web.Request) -> web.Response:
        self.kinds.append(f"{request.method} {request.content_type}")
        self.heard.append(json.loads(await request.text()))
        await self.answers.wait()
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@pytest.fixture
async def pager() -> AsyncIterator[Pager]:
    async with _answering() as one:
        yield one


@asynccontextmanager
async def _answering() -> AsyncIterator[Pager]:
    pager, application = Pager(), web.Application()
    pager.answers.set()
    application.router.add_post("/hooks/{rest}", pager.hear)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    pager.address = f"http://127.0.0.1:{runner.addresses[0][1]}{SECRET}"
    try:
        yield pager
    finally:
        await runner.cleanup()


@dataclass(slots=True)
class Audits:
    """What each audit is to find, the last one for ever."""

    found: list[list[int]]

    async def __call__(self) -> list[int]:
        return self.found.pop(0) if len(self.found) > 1 else self.found[0]


async def audited(siren: Siren, times: int) -> None:
    for _ in range(times):
        await siren.audit()
        await siren.tell()


def told(what: str, *ids: int) -> dict[str, object]:
    return {"what": what, "ids": [str(one) for one in ids], "count": len(ids)}


async def test_two_late_cases_are_told_once_and_once_that_all_is_well(pager):
    siren = Siren.over(Audits([[], [LONG_NUMBER, 7], [7], [], []]), pager.address)
    await audited(siren, 5)
    assert pager.heard == [told("cases_overdue", 7, LONG_NUMBER), told("all_is_well")]
    assert pager.kinds == ["POST application/json"] * 2


async def test_another_late_case_is_another_call(pager):
    siren = Siren.over(Audits([[7], [7, 8], [8], [7], []]), pager.address)
    await audited(siren, 5)
    late = [told("cases_overdue", one) for one in (7, 8, 7)]
    assert pager.heard == [*late, told("all_is_well")]


async def test_without_an_address_nobody_is_called_and_nothing_is_kept():
    siren = Siren.over(Audits([[7]]), None)
    await audited(siren, 2)
    assert siren.standing == Standing()


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_call_that_is_refused_is_made_again_after_the_next_audit(pager, status):
    pager.status = status
    siren = Siren.over(Audits([[7], [7], [7]]), pager.address)
    with capture_logs() as logs:
        await audited(siren, 2)
    assert [one["status"] for one in logs] == [status] * 2
    pager.status = 204
    await audited(siren, 2)
    assert pager.heard == [told("cases_overdue", 7)] * 3


async def test_trouble_that_could_not_be_told_in_time_is_told_before_its_end(pager):
    pager.status = 503
    siren = Siren.over(Audits([[7], []]), pager.address)
    await audited(siren, 1)
    pager.status = 200
    await audited(siren, 2)
    overdue = told("cases_overdue", 7)
    assert pager.heard == [overdue, overdue, told("all_is_well")]


async def test_an_address_where_nobody_answers_is_in_no_log(caplog):
    caplog.set_level("DEBUG")
    with capture_logs() as logs:
        for host in ("127.0.0.1:1", "no.such.host.invalid"):
            webhook = Webhook(f"http://{host}{SECRET}")
            assert not await webhook(Call(What.OVERDUE, (7,)))
            assert "secret" not in repr(webhook)
    assert [one["event"] for one in logs] == ["alarm_not_told"] * 2
    assert "secret" not in f"{logs} {caplog.text}"


async def test_who_does_not_answer_in_time_was_not_told(pager):
    pager.answers.clear()
    with capture_logs() as logs:
        assert not await Webhook(pager.address, patience=0.05)(Call(What.WELL))
    assert [one["why"] for one in logs] == ["TimeoutError"]


async def test_an_audit_waits_for_nobody_and_the_call_is_made_beside_it(pager):
    pager.answers.clear()
    siren = Siren.over(Audits([[7]]), pager.address)
    work = asyncio.create_task(siren.run())
    assert [await siren.audit() for _ in range(2)] == [1, 1]
    await until(lambda: pager.heard)
    assert not siren.standing.is_raised
    pager.answers.set()
    await until(lambda: siren.standing.is_raised)
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    assert pager.heard == [told("cases_overdue", 7)]


@given(st.lists(st.tuples(st.frozensets(st.integers(1, 4)), st.integers(0, 2)), max_size=9))
@settings(max_examples=60)
def test_whatever_fails_in_between_every_late_case_is_told_and_then_that_all_is_well(audits):
    standing, heard = Standing(), []
    for late, arriving in [*audits, (frozenset(), 2)]:
        standing.found(late)
        for _ in range(arriving):
            if call := standing.to_tell():
                standing.told(call)
                heard.append(call)
    assert {one for call in heard for one in call.ids} == {
        one for late, _ in audits for one in late
    }
    assert not heard or heard[-1].what is What.WELL
    assert (What.WELL, What.WELL) not in pairwise([call.what for call in heard])
    assert standing.to_tell() is None


async def test_a_running_bot_calls_for_a_case_that_nobody_looked_after(duo, amir, els, pager):
    await amir.says("I want my coach")
    duo.telegram.advance_clock(timedelta(days=2))  # no tick looked meanwhile
    updates = TelegramUpdates(duo.address, TOKEN)
    app = App(
        bot=duo.app.bot, updates=updates, database=duo.database, programme=duo.programme,
        speech=SPEECH, clock=duo.telegram.clock, alarm_url=pager.address,
    )  # fmt: skip
    async with updates:
        work = asyncio.create_task(app.serve())
        try:
            await until(lambda: app.siren.standing.is_raised)
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
    async with duo.database.reading() as tx:
        case_id = await tx.connection.scalar(select(CaseRow.id))
    assert pager.heard == [told("cases_overdue", case_id)]
