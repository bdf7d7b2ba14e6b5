"""Going on when the database cannot be used for a while: nothing is lost by asking again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog

WAIT_AFTER_FAILURE = 1.0

Result = TypeVar("Result")
log = structlog.get_logger(__name__)


async def patiently(
    work: Callable[[], Awaitable[Result]], event: str, otherwise: Result
) -> Result:
    """Do the work; when it fails, tell the operators, wait a second and give ``otherwise``."""
    try:
        return await work()
    except Exception:
        log.exception(event)
        await asyncio.sleep(WAIT_AFTER_FAILURE)
        return otherwise
