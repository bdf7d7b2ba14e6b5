"""A server that crashes, drops us or has no room: nothing is acknowledged that is not stored."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.programme.programme import Programme
from bot.sandbox import Telegram
from storage import Database, Keys, engines
from storage.migrate import upgrade
from tests.conversations import House, Someone
from tests.storage.at_work import (
    at_work,
    calms_down,
    copies,
    hurry,
    is_logged,
    mends,
    waits_at_telegram,
)
from tests.storage.places import needs_own_server, why_no_postgresql
from tests.storage.server import Server, own_server

pytestmark = [
    needs_own_server,
    pytest.mark.skipif(bool(why_no_postgresql()), reason=why_no_postgresql()),
]
HELP = "You can also call"
AWAY = "The database does not answer"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of our own, as careful as it comes: we may crash it."""
    with own_server() as server:
        asyncio.run(upgrade(server.address))
        yield server


@pytest.fixture
async def house(
    telegram: Telegram, programme: Programme, keys: Keys, server: Server
) -> AsyncIterator[House]:
    database = Database(server.address, keys)
    house = House(telegram, database, programme)
    yield house
    await house.app.bot.session.close()
    await database.close()
    await tell(server, "TRUNCATE people, inbox, installation CASCADE")


@pytest.fixture(autouse=True)
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EventDict]]:
    hurry(monkeypatch)
    with capture_logs() as events:
        yield events


@pytest.fixture
async def noor(house: House) -> Someone:
    noor = house.meet("Noor", "en")
    await noor.says("/start")
    return noor


async def tell(server: Server, *statements: str) -> None:
    """What an operator types at the server."""
    operator = await asyncpg.connect(server.address)
    for statement in statements:
        await operator.execute(statement)
    await operator.close()


DROP_ALL = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


async def test_what_comes_while_the_server_is_down_is_answered_once(house, noor, logged, server):
    async with at_work(house):
        await asyncio.to_thread(server.stop)
        number = house.telegram.say(noor.id, "/help")["update_id"]
        await is_logged(logged, "updates_not_stored")
        assert await waits_at_telegram(house, number)
        await asyncio.to_thread(server.start)
        await calms_down(house, noor, HELP)
    assert copies(noor, HELP) == 1
    assert AWAY in mends(logged, "updates_not_stored")[0]


async def test_a_letter_on_its_way_when_the_server_crashes_comes_twice_at_most(
    house, noor, logged, server, monkeypatch
):
    call, crashed, stopped = house.telegram.call, [], asyncio.Event()

    async def sent_first(method, *asked):
        answer = await call(method, *asked)
        if method == "sendMessage" and not crashed:
            crashed.append(method)
            await asyncio.to_thread(server.stop)
            stopped.set()
        return answer

    monkeypatch.setattr(house.telegram, "call", sent_first)
    async with at_work(house):
        house.telegram.say(noor.id, "/help")
        await stopped.wait()
        await is_logged(logged, "letters_not_claimed")
        await asyncio.to_thread(server.start)
        await calms_down(house, noor, HELP)
    assert 1 <= copies(noor, HELP) <= 2
    assert AWAY in mends(logged, "letters_not_claimed")[0]


async def test_an_update_whose_connection_is_dropped_is_handled_afterwards(
    house, noor, logged, server, monkeypatch
):
    """More often than an update may fail, and in the middle of its transaction."""
    desk, came = house.app.actions.guide.desk, []
    who = type(desk).who

    async def dropped(self, *visit):
        came.append(visit)
        if len(came) <= 4:
            await tell(server, DROP_ALL)
        return await who(self, *visit)

    monkeypatch.setattr(type(desk), "who", dropped)
    async with at_work(house):
        house.telegram.say(noor.id, "/help")
        await calms_down(house, noor, HELP)
    assert copies(noor, HELP) == 1
    assert len(came) > 4
    events = [one["event"] for one in logged]
    assert "update_set_aside" not in events
    assert AWAY in mends(logged, "update_failed")[0]


async def test_connections_dropped_while_nobody_spoke_are_not_even_noticed(
    house, noor, logged, server
):
    await tell(server, DROP_ALL)
    await noor.says("/help")
    assert copies(noor, HELP) == 1
    assert logged == []


async def test_a_server_that_may_only_be_read_is_written_again_when_it_may(
    house, noor, logged, server
):
    async with at_work(house):
        await tell(server, "ALTER DATABASE postgres SET default_transaction_read_only = on")
        await tell(server, DROP_ALL)
        number = house.telegram.say(noor.id, "/help")["update_id"]
        await is_logged(logged, "updates_not_stored")
        assert await waits_at_telegram(house, number)
        writable = "SET default_transaction_read_only = off"
        await tell(server, writable, f"ALTER DATABASE postgres {writable}")
        await calms_down(house, noor, HELP)
    assert copies(noor, HELP) == 1
    assert any("may not be written" in one for one in mends(logged, "updates_not_stored"))


@pytest.fixture
async def narrow_house(
    telegram: Telegram, programme: Programme, keys: Keys, server: Server, monkeypatch
) -> AsyncIterator[House]:
    """A house with two connections, in which nobody waits long for one."""
    monkeypatch.setattr(engines, "POSTGRESQL_CONNECTIONS", 1)
    monkeypatch.setattr(engines, "CONNECTION_WITHIN_S", 0.3)
    house = House(telegram, Database(server.address, keys), programme)
    yield house
    await house.app.bot.session.close()
    await house.database.close()


async def test_when_all_connections_are_taken_what_comes_waits_and_is_answered_once(
    narrow_house, logged
):
    house = narrow_house
    noor = house.meet("Noor", "en")
    async with (
        house.database._writers.connect(),
        house.database._writers.connect(),
        at_work(house),
    ):
        number = house.telegram.say(noor.id, "/help")["update_id"]
        await is_logged(logged, "updates_not_stored")
        assert await waits_at_telegram(house, number)
    async with at_work(house):
        await calms_down(house, noor, HELP)
    assert copies(noor, HELP) == 1
    assert "All connections" in mends(logged, "updates_not_stored")[0]
