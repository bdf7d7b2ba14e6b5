"""A word to systemd: ready, still at work, or why not. It listens on a socket (sd_notify)."""

import asyncio
import socket
from collections.abc import Mapping

import structlog

from bot.health.looking import House, beat, look
from bot.health.vitals import reasons, silent_parts
from bot.post.patience import patiently

SECONDS_BETWEEN_WORDS = 10.0
BEFORE_READY = 0.5
WELL = "People are served."
# A path that begins with this is a name in the kernel and no file, written with a zero byte.
ABSTRACT = "@"

log = structlog.get_logger(__name__)


class Service:
    """What systemd hears; its watchdog starts us again when it hears nothing."""

    def __init__(self, house: House, environ: Mapping[str, str]) -> None:
        self.house = house
        path = environ["NOTIFY_SOCKET"]
        self._at = f"\0{path[1:]}" if path.startswith(ABSTRACT) else path
        # Twice within the time that systemd waits, as its manual advises.
        patience = float(environ.get("WATCHDOG_USEC") or 0) / 2_000_000
        self.pause = min(patience or SECONDS_BETWEEN_WORDS, SECONDS_BETWEEN_WORDS)
        self.is_ready = False

    async def report(self) -> None:
        """Tell for ever."""
        while True:
            await patiently(self.tell, "service_manager_not_told", None)
            await asyncio.sleep(self.pause if self.is_ready else BEFORE_READY)

    async def tell(self) -> None:
        """Say how it is now. A house that is not ready is at work all the same."""
        wrong = list(reasons((await look(self.house))[0]))
        said = [f"STATUS={wrong[0] if wrong else WELL}"]
        if not wrong and not self.is_ready:
            self.is_ready = True
            said.append("READY=1")
        if not any(silent_parts(beat(self.house))):
            said.append("WATCHDOG=1")
        self._send("\n".join(said))

    def _send(self, text: str) -> None:
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.settimeout(0)
                line.sendto(text.encode(), self._at)
        except OSError:
            log.warning("service_manager_not_told")
