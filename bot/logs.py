"""Logs: one line an event, with ids only; never a token, a name, a phone or a text.

What the standard library's loggers say goes through the same pipe.
"""

import logging
import sys
from collections.abc import Mapping
from datetime import date
from types import TracebackType
from typing import Any, TextIO
from uuid import UUID

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.failures import describe, in_lines, is_safe
from bot.redaction import hide, redact

__all__ = ["configure", "hide"]

# Below WARNING these tell of every update, request and statement, with addresses and values.
TALKATIVE = (
    "aiogram", "aiohttp", "aiosqlite", "alembic", "asyncio", "asyncpg", "httpcore", "httpx",
    "sqlalchemy", "telegram",
)  # fmt: skip
# APScheduler warns of every look that it skips because the one before is still at work, which at a
# slow start is a flood. Nothing is lost by it: rows say what is due, and the next look finds it.
# That looks do not come round at all is told by the page of health.
ONLY_ERRORS = ("apscheduler",)
LONGEST_VALUE = 300


def configure(level: str = "info", form: str = "auto", stream: TextIO | None = None) -> None:
    """Set up all logging: "json" lines, "text", or "auto" for text on a terminal only."""
    stream = stream or sys.stderr
    number = logging.getLevelNamesMapping()[level.upper()]
    as_text = form == "text" or (form == "auto" and stream.isatty())
    processors = _processors(as_text=as_text, colours=as_text and stream.isatty())
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    _take_over_standard_logging(number, _Bridge(processors, stream))
    sys.excepthook = _say_last_words


def _processors(*, as_text: bool, colours: bool) -> list[Processor]:
    render: Processor = structlog.processors.JSONRenderer()
    if as_text:
        render = structlog.dev.ConsoleRenderer(colors=colours, pad_event_to=0)
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        _Exceptions(as_text=as_text),
        _keep_plain_values,
        _Redacted(render),
    ]


class _Exceptions:
    """Puts what failed into the event: types and places, without what people wrote."""

    def __init__(self, *, as_text: bool) -> None:
        self._as_text = as_text

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        del logger, method
        error = _error_in(event.pop("exc_info", None))
        event.pop("stack_info", None)
        if error is not None:
            failures = describe(error)
            event["exception"] = in_lines(failures) if self._as_text else failures
        return event


class _Redacted:
    """Renders the line and takes every secret out of it: the last thing before it is written."""

    def __init__(self, render: Processor) -> None:
        self._render = render

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> str:
        return redact(str(self._render(logger, method, event)))


class _Bridge(logging.Handler):
    """Brings the records of the standard library into the same pipe."""

    def __init__(self, processors: list[Processor], stream: TextIO) -> None:
        super().__init__()
        self._processors = processors
        self._out = structlog.WriteLogger(stream)

    def emit(self, record: logging.LogRecord) -> None:
        event: Any = {"event": _said(record), "logger": record.name, "exc_info": record.exc_info}
        try:
            for process in self._processors:
                event = process(None, record.levelname.lower(), event)
            self._out.msg(event)
        except Exception:  # noqa: BLE001 - a log that cannot be written must not stop the work
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say that a record was lost, not what was in it, as the library would."""
        sys.stderr.write(f"A log record of {record.name} could not be written.\n")


def _take_over_standard_logging(level: int, handler: logging.Handler) -> None:
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    for name in ONLY_ERRORS:
        logging.getLogger(name).setLevel(logging.ERROR)


def _said(record: logging.LogRecord) -> str:
    """The first line of a record: further lines repeat exceptions and the texts within."""
    given = record.args
    if isinstance(given, Mapping):
        args: Any = {key: _without_text(value) for key, value in given.items()}
    else:
        args = tuple(_without_text(value) for value in given or ())
    try:
        said = str(record.msg) % args if args else _without_text(record.msg)
    except (TypeError, ValueError, KeyError):
        said = record.msg
    return str(said).partition("\n")[0]


def _without_text(value: object) -> object:
    """An exception by its type alone: its message may hold what somebody wrote."""
    unsafe = isinstance(value, BaseException) and not is_safe(value)
    return type(value).__name__ if unsafe else value


def _error_in(exc_info: object) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    if isinstance(exc_info, tuple):
        return exc_info[1] if isinstance(exc_info[1], BaseException) else None
    return sys.exc_info()[1] if exc_info else None


def _keep_plain_values(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    del logger, method
    return {key: value if key == "exception" else _plain(value) for key, value in event.items()}


def _plain(value: object) -> object:
    """Numbers, short texts and lists of them; anything else shows its type, not its contents."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (str, UUID)):
        return str(value)[:LONGEST_VALUE]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(one) for one in value]
    return f"<{type(value).__name__}>"


def _say_last_words(
    kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:
    """What nobody caught is logged like anything else."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, where)
    else:
        structlog.get_logger().critical("stopped by an error", exc_info=error)
