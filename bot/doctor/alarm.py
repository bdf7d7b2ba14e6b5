"""The line to whoever is called when a case stands still: is it there? Nobody is called."""

import asyncio
import contextlib
import ssl
from urllib.parse import urlsplit

from bot.doctor.findings import Finding, Line, well
from bot.endings import EXIT_TRY_LATER
from bot.settings import Settings

PATIENCE = 10.0  # seconds


async def look_at_alarm(settings: Settings) -> Finding:
    """Only a connection is made: a call would wake somebody. The address is never shown."""
    if settings.alarm_url is None:
        return well(Line.ALARM, "Nobody is called; the log and the page of health tell it.")
    try:
        async with asyncio.timeout(PATIENCE):
            await _connect(settings.alarm_url.get_secret_value())
    except (OSError, ValueError) as error:
        says = (
            f"The address in DUOBOT_ALARM_URL cannot be reached ({type(error).__name__}). Look at"
            " its host and port, and at the network and the firewall of this machine."
        )
        return Finding(Line.ALARM, says, EXIT_TRY_LATER)
    return well(Line.ALARM, "The address can be reached; nothing was sent to it.")


async def _connect(address: str) -> None:
    parts = urlsplit(address)
    is_sealed = parts.scheme == "https"
    context = ssl.create_default_context() if is_sealed else None
    port = parts.port or (443 if is_sealed else 80)
    _, writer = await asyncio.open_connection(parts.hostname, port, ssl=context)
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
