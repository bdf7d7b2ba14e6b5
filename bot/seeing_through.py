"""Seeing a command through to its end, whatever that is."""

import asyncio
import gc
import sys
from collections.abc import Coroutine, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

INTERRUPTED = 130

Result = TypeVar("Result")


@contextmanager
def loading() -> Iterator[None]:
    """Imports make many objects and drop few: collecting meanwhile is a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def tell(lines: Iterable[str]) -> None:
    """Say each line on the terminal."""
    for line in lines:
        click.echo(line)


def see_through(work: Coroutine[Any, Any, Result]) -> Result:
    """Run until it is done; what an operator can mend is said in sentences, without traceback."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BaseException as error:
        from bot.endings import exit_code, mendable  # noqa: PLC0415  # only an ending pays for it

        sentences = mendable(error)
        if not sentences:
            raise
        for sentence in sentences:
            click.echo(sentence, err=True)
        sys.exit(exit_code(error))
