"""What is reported of the clock's looks."""

import asyncio
import logging

from handlers.ticks import is_an_error


def reported(error: BaseException) -> logging.LogRecord:
    return logging.LogRecord("job", logging.ERROR, "", 0, "raised", (), (type(error), error, None))


def test_a_look_that_is_cut_short_because_the_bot_stops_is_no_error():
    assert not is_an_error(reported(asyncio.CancelledError()))


def test_a_look_that_went_wrong_is_reported():
    assert is_an_error(reported(ValueError("no such table")))
    assert is_an_error(logging.LogRecord("job", logging.ERROR, "", 0, "late", (), None))
