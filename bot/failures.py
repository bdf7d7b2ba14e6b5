"""What an exception tells a log: its type and where it came by, without anybody's words."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from traceback import extract_tb
from typing import Any

Failure = dict[str, Any]

OURS = ("bot", "handlers", "storage")
HOME = f"{Path(__file__).resolve().parents[1]}/"
INSTALLED = "site-packages/"
MOST_FRAMES = 25
MOST_FAILURES = 8

# Their messages come from machines: they hold addresses, codes and ids, no words of people.
SAFE = frozenset(
    {
        "aiogram.exceptions.RestartingTelegram",
        "aiogram.exceptions.TelegramConflictError",
        "aiogram.exceptions.TelegramForbiddenError",
        "aiogram.exceptions.TelegramMigrateToChat",
        "aiogram.exceptions.TelegramNetworkError",
        "aiogram.exceptions.TelegramNotFound",
        "aiogram.exceptions.TelegramRetryAfter",
        "aiogram.exceptions.TelegramServerError",
        "aiogram.exceptions.TelegramUnauthorizedError",
        "aiohttp.client_exceptions.ClientConnectorDNSError",
        "aiohttp.client_exceptions.ClientConnectorError",
        "aiohttp.client_exceptions.ClientOSError",
        "aiohttp.client_exceptions.ConnectionTimeoutError",
        "aiohttp.client_exceptions.ServerDisconnectedError",
        "builtins.BrokenPipeError",
        "builtins.ConnectionAbortedError",
        "builtins.ConnectionRefusedError",
        "builtins.ConnectionResetError",
        "builtins.FileNotFoundError",
        "builtins.ModuleNotFoundError",
        "builtins.OSError",
        "builtins.PermissionError",
        "builtins.TimeoutError",
        "sqlite3.OperationalError",
    }
)


def describe(error: BaseException) -> list[Failure]:
    """An exception and what caused it, the last one first."""
    return [_failure(one) for one, _ in zip(_chain(error), range(MOST_FAILURES), strict=False)]


def in_lines(failures: Iterable[Failure]) -> str:
    """The same, to be read on a terminal."""
    return "\n".join(_lines(failures))


def is_safe(error: BaseException) -> bool:
    """Whether the message of an exception may be logged."""
    return _name(type(error)) in SAFE


def _failure(error: BaseException) -> Failure:
    failure: Failure = {"type": _name(type(error)).removeprefix("builtins.")}
    if message := _message(error):
        failure["message"] = message
    failure["frames"] = [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in extract_tb(error.__traceback__)[-MOST_FRAMES:]
    ]
    return failure


def _message(error: BaseException) -> str:
    """The message of a safe exception; of one of ours the meaning of its class, which is fixed."""
    kind = type(error)
    if kind.__module__.split(".")[0] in OURS:
        return (kind.__doc__ or "").strip().partition("\n")[0]
    return str(error) if is_safe(error) else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, those in a group, and what came before: each of them once."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        before = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        waiting.extend([before] if before else [])


def _lines(failures: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for failure in failures:
        yield ": ".join(str(failure[key]) for key in ("type", "message") if key in failure)
        yield from (f"    {frame}" for frame in failure["frames"])


def _name(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _short(path: str) -> str:
    """Where a file is, from the project or the installed packages on."""
    return path.rpartition(INSTALLED)[2].removeprefix(HOME)
