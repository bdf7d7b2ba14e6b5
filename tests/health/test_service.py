"""What systemd hears, on a real socket."""

import asyncio
import socket
from contextlib import closing

import pytest

from bot.health import watched as watching
from bot.health.service import Service


@pytest.fixture(params=["file", "abstract"])
def manager(request, tmp_path):
    """A socket as systemd's, and how it is named to us."""
    name = str(tmp_path / "notify")
    address = name if request.param == "file" else f"\0duobot-{tmp_path.name}"
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as ears:
        ears.bind(address)
        ears.settimeout(5)
        yield ears, address.replace("\0", "@")


def heard(ears: socket.socket) -> list[str]:
    return ears.recv(1000).decode().splitlines()


async def test_ready_is_said_once_and_the_watchdog_is_fed_each_time(manager, watched):
    ears, name = manager
    service = Service(watched, {"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "6000000"})
    assert service.pause == 3.0
    await service.tell()
    assert heard(ears) == ["STATUS=People are served.", "READY=1", "WATCHDOG=1"]
    await service.tell()
    assert heard(ears) == ["STATUS=People are served.", "WATCHDOG=1"]


async def test_who_is_not_ready_says_why_and_is_not_started_again_for_it(manager, watched):
    ears, name = manager
    watched.watch.refused()
    service = Service(watched, {"NOTIFY_SOCKET": name})
    await service.tell()
    told = heard(ears)
    assert told[0].startswith("STATUS=Telegram does not accept the token.")
    assert told[1:] == ["WATCHDOG=1"]


async def test_who_stands_still_does_not_feed_the_watchdog(manager, watched):
    ears, name = manager
    watched.watch.began_at = watched.watch.seconds() - 200
    watched.watch.polled_at = watched.watch.failed_at = None
    await Service(watched, {"NOTIFY_SOCKET": name}).tell()
    assert "WATCHDOG=1" not in heard(ears)


async def test_a_manager_that_is_gone_stops_nobody(watched, tmp_path):
    await Service(watched, {"NOTIFY_SOCKET": str(tmp_path / "gone")}).tell()


async def test_systemd_is_told_while_the_bot_works(manager, watched, house):
    ears, name = manager
    async with watching(watched, None, {"NOTIFY_SOCKET": name}, house.app.count_with):
        told = await asyncio.to_thread(heard, ears)
    assert "READY=1" in told
