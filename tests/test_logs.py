"""The logs: ids only, whatever happens and whoever speaks."""

import asyncio
import gc
import io
import json
import logging
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog

from bot.failures import MOST_FAILURES
from bot.logs import ONLY_ERRORS, TALKATIVE, configure, hide
from bot.redaction import redact

TOKEN = "123456789:AAF-pretend_pretend_pretend_pretend"
SAID = "my knee hurts, call 0478 12 34 56"


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    before = (root.handlers[:], root.level)
    levels = {name: logging.getLogger(name).level for name in (*TALKATIVE, *ONLY_ERRORS)}
    yield
    root.handlers[:], sys.excepthook = before[0], hook
    root.setLevel(before[1])
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture
def out() -> io.StringIO:
    stream = io.StringIO()
    configure("info", "json", stream)
    return stream


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def raised(error: BaseException) -> BaseException:
    """The exception with a place where it came by."""
    try:
        raise error
    except type(error):
        return error


def test_an_event_is_one_line_with_its_ids(out):
    structlog.contextvars.bind_contextvars(update_id=7)
    structlog.get_logger().info("letter_sent", letter_id=3, lanes=["case", 1], at_all=None)
    structlog.get_logger().debug("not shown")
    (line,) = lines(out)
    assert datetime.fromisoformat(line.pop("at")).tzinfo is not None
    assert line == {
        "event": "letter_sent",
        "level": "info",
        "update_id": 7,
        "letter_id": 3,
        "lanes": ["case", 1],
        "at_all": None,
    }


def test_the_libraries_speak_through_the_same_pipe(out):
    structlog.contextvars.bind_contextvars(update_id=7)
    logging.getLogger("storage").warning("waited %d ms for %s", 12, "a lock")
    logging.getLogger("storage").warning("%(count)d rows", {"count": 3})
    logging.getLogger("storage").info("100% sure")
    logging.getLogger("storage").debug("not shown")
    events = [(one["event"], one["logger"], one["level"], one["update_id"]) for one in lines(out)]
    assert events == [
        ("waited 12 ms for a lock", "storage", "warning", 7),
        ("3 rows", "storage", "warning", 7),
        ("100% sure", "storage", "info", 7),
    ]


@pytest.mark.parametrize("name", TALKATIVE)
def test_the_talkative_ones_are_heard_from_warning_on(out, name):
    logging.getLogger(f"{name}.part").info("update %s", SAID)
    logging.getLogger(f"{name}.part").warning("slow")
    assert [line["event"] for line in lines(out)] == ["slow"]


def test_a_look_that_is_skipped_is_no_news_but_one_that_fails_is(out):
    scheduler = logging.getLogger("apscheduler.scheduler")
    scheduler.warning("Execution of job skipped: maximum number of running instances reached (1)")
    scheduler.error("Job raised an exception")
    assert [line["event"] for line in lines(out)] == ["Job raised an exception"]


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_token_is_never_readable(form):
    out = io.StringIO()
    configure("debug", form, out)
    log = structlog.get_logger()
    address = f"https://api.telegram.org/bot{TOKEN}/getMe"
    log.info(f"asked {TOKEN}", token=TOKEN, address=address, several=[TOKEN])  # noqa: G004 - the mistake meant
    log.info("encoded", address=f"https://elsewhere/?t={TOKEN.replace(':', '%3A')}")
    logging.getLogger("x").error("%s failed", address)
    error = raised(ConnectionRefusedError(111, f"cannot reach {address}"))
    log.error("failed", exc_info=error)
    logging.getLogger("x").error("failed", exc_info=error)
    assert "AAF-pretend" not in out.getvalue()
    assert out.getvalue().count("<hidden>") >= 7


def test_a_hidden_secret_is_never_readable_however_it_is_written(out):
    secret = 'pass"wörd/1'
    hide(secret)
    hide("tiny")
    structlog.get_logger().info("opened", key=secret, address="https://x/pass%22w%C3%B6rd%2F1")
    logging.getLogger("x").warning("opened %r, which is tiny", secret)
    text = out.getvalue()
    assert "rd/1" not in text
    assert "%B6rd" not in text
    assert text.count("<hidden>") == 3
    assert "tiny" in text


def test_an_exception_tells_its_type_and_place_but_no_words(out):
    log = structlog.get_logger()
    try:
        try:
            int(SAID)
        except ValueError as error:
            raise KeyError(SAID) from error
    except KeyError:
        log.exception("not_read", letter_id=3)
    (line,) = lines(out)
    assert [one["type"] for one in line["exception"]] == ["KeyError", "ValueError"]
    assert "message" not in line["exception"][0]
    frame = line["exception"][1]["frames"][-1]
    assert frame.startswith("tests/test_logs.py:")
    assert frame.endswith(" test_an_exception_tells_its_type_and_place_but_no_words")
    assert "knee" not in out.getvalue()


def test_a_machine_s_own_message_is_kept(out):
    error = raised(ConnectionRefusedError(111, "Connection refused"))
    structlog.get_logger().error("not_sent", exc_info=error)
    assert lines(out)[0]["exception"][0]["message"] == "[Errno 111] Connection refused"


def test_our_own_exceptions_tell_what_their_class_means(out):
    class Broken(Exception):
        """A promise was broken.

        And more about it.
        """

    Broken.__module__ = "storage.promises"
    silent = type("Silent", (Exception,), {"__module__": "bot.x", "__doc__": None})
    for error in (Broken(SAID), silent(SAID)):
        structlog.get_logger().error("failed", exc_info=error)
    first, second = (line["exception"][0] for line in lines(out))
    assert first["message"] == "A promise was broken."
    assert "message" not in second
    assert "knee" not in out.getvalue()


def test_every_failure_of_a_group_is_told_once(out):
    inner = ValueError(SAID)
    group = ExceptionGroup("several", [inner, ExceptionGroup("more", [inner, OSError("disk")])])
    structlog.get_logger().error("failed", exc_info=group)
    kinds = [one["type"] for one in lines(out)[0]["exception"]]
    assert kinds == ["ExceptionGroup", "ValueError", "ExceptionGroup", "OSError"]


def test_a_cause_that_was_put_aside_is_not_told(out):
    try:
        try:
            int(SAID)
        except ValueError:
            raise TimeoutError from None
    except TimeoutError as error:
        structlog.get_logger().error("failed", exc_info=(TimeoutError, error, None))
    assert [one["type"] for one in lines(out)[0]["exception"]] == ["TimeoutError"]


def test_an_endless_chain_ends(out):
    error: BaseException = ValueError(0)
    for number in range(50):
        later = ValueError(number)
        later.__cause__ = error
        error = later
    structlog.get_logger().error("failed", exc_info=error)
    assert len(lines(out)[0]["exception"]) == MOST_FAILURES


def test_no_exception_is_told_where_there_is_none(out):
    structlog.get_logger().error("failed", exc_info=True)
    structlog.get_logger().error("failed", exc_info=(None, None, None))
    assert all("exception" not in line for line in lines(out))


def test_what_a_library_says_of_an_exception_holds_no_words(out):
    logging.getLogger("aiogram").error("Cause %s: %s\n%s", "id=1", ValueError(SAID), SAID)
    logging.getLogger("x").error("%(error)s", {"error": ValueError(SAID)})
    logging.getLogger("x").error(ValueError(SAID))
    logging.getLogger("x").error("%s", OSError("disk full"))
    mistaken = logging.LogRecord("x", logging.ERROR, "", 0, "%d", (ValueError(SAID),), None)
    logging.getLogger().handlers[0].handle(mistaken)
    events = [line["event"] for line in lines(out)]
    assert events == ["Cause id=1: ValueError", "ValueError", "ValueError", "disk full", "%d"]


async def test_a_task_nobody_waited_for_tells_no_words(out):
    async def fail() -> None:
        raise ValueError(SAID)

    asyncio.get_running_loop().set_exception_handler(None)
    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    del task
    gc.collect()
    (line,) = lines(out)
    assert line["event"] == "Task exception was never retrieved"
    assert line["exception"][0]["type"] == "ValueError"
    assert "knee" not in out.getvalue()


def test_only_plain_values_are_shown(out):
    class Person:
        def __repr__(self) -> str:
            return SAID

    structlog.get_logger().info(
        "x",
        person=Person(),
        error=ValueError(SAID),
        many={"text": SAID},
        when=datetime(2026, 11, 21, tzinfo=UTC),
        number=uuid.UUID(int=5),
        long="x" * 5000,
        ok=True,
        share=0.5,
    )
    (line,) = lines(out)
    assert (line["person"], line["error"], line["many"]) == ("<Person>", "<ValueError>", "<dict>")
    assert line["when"] == "2026-11-21T00:00:00+00:00"
    assert line["number"] == "00000000-0000-0000-0000-000000000005"
    assert len(line["long"]) == 300
    assert (line["ok"], line["share"]) == (True, 0.5)


def test_on_a_terminal_people_read_text():
    out = Terminal()
    configure("info", "auto", out)
    error = raised(TimeoutError("too late"))
    structlog.get_logger().error("not_sent", letter_id=3, exc_info=error)
    assert "not_sent" in out.getvalue()
    assert "\nTimeoutError: too late\n    tests/test_logs.py:" in out.getvalue()
    assert "\x1b[" in out.getvalue()


def test_elsewhere_machines_read_json():
    out = io.StringIO()
    configure("warning", stream=out)
    structlog.get_logger().info("not shown")
    structlog.get_logger().warning("shown")
    assert [line["event"] for line in lines(out)] == ["shown"]


def test_a_line_that_cannot_be_written_stops_nobody(capsys):
    out = io.StringIO()
    configure("info", "json", out)
    out.close()
    logging.getLogger("x").warning("for %s", SAID)
    assert capsys.readouterr().err == "A log record of x could not be written.\n"


PROGRAM = """
import sys
from bot.logs import configure
configure("info", "json")
{}
"""


@pytest.mark.parametrize(
    ("last_words", "told", "type_told"),
    [
        (f"raise ValueError({SAID!r})", '"stopped by an error"', '"ValueError"'),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", "Traceback"),
    ],
)
def test_what_nobody_caught_is_logged_without_words(last_words, told, type_told):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(last_words)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert told in done.stderr
    assert type_told in done.stderr
    assert "knee" not in done.stderr


def test_a_text_without_secrets_stays_as_it_is():
    assert redact("Duo 12:30, 123456:short") == "Duo 12:30, 123456:short"
