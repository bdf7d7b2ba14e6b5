"""Bots that start fast: one process imports everything, and each bot is a fork of it.

`python -m tests.processes.nursery` reads orders from its input, a line of JSON each, and tells who
was born and who has died. It has no threads, no loop and no database, so a fork is as good as new.
"""

import gc
import json
import os
import random
import select
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

SAMPLE = {
    "update_id": 1,
    "message": {"message_id": 1, "date": 1, "text": "x", "chat": {"id": 1, "type": "private"},
                "from": {"id": 1, "is_bot": False, "first_name": "x"}},
}  # fmt: skip
INPUT, OUTPUT, ERRORS = 0, 1, 2
A_LOT = 1 << 16


def import_everything() -> None:
    """What every bot would import and build by itself."""
    import bot.quick_start  # noqa: PLC0415  # before aiogram, or its import takes seconds

    # isort: split
    from aiogram.types import BotCommand, Message, Update  # noqa: PLC0415  # as above

    import bot.running  # noqa: PLC0415  # the child must find it imported, the client need not
    import storage.migrations.steps  # noqa: PLC0415, F401  # as above

    with suppress(ImportError):
        import asyncpg  # noqa: PLC0415, F401  # not everybody has it
    for model in (Update, Message, BotCommand):
        model.model_rebuild()
    Update.model_validate(SAMPLE)
    # The catalogs are read once: ten milliseconds for every hundred texts.
    bot.running.load_speech = cache(bot.running.load_speech)
    bot.running.load_speech()
    gc.collect()
    gc.freeze()


def main() -> None:
    """Serve until nobody gives orders any more."""
    import_everything()
    deaths, tell = os.pipe()
    os.set_blocking(tell, False)
    signal.set_wakeup_fd(tell)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    _say(ready=True)
    while True:
        heard, _, _ = select.select([INPUT, deaths], [], [])
        if deaths in heard:
            os.read(deaths, A_LOT)
            _tell_who_died()
        if INPUT in heard:
            line = sys.stdin.buffer.readline()
            if not line:
                return
            _bear(**json.loads(line))


def _bear(command: Sequence[str], log: str, settings: Mapping[str, str], fuse: Any) -> None:
    if child := os.fork():
        _say(born=child)
        return
    code: object = 1
    try:
        _live(command, log, settings, fuse)
    except SystemExit as ending:
        code = ending.code
    except BaseException:  # noqa: BLE001  # whatever it was, it ends this process
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else bool(code))


def _live(command: Sequence[str], log: str, settings: Mapping[str, str], fuse: Any) -> None:
    """Be the program that was ordered; the fuse may end it at any moment."""
    from bot.cli import main as duobot  # noqa: PLC0415  # only a child runs it
    from tests.processes.fuse import Fuse  # noqa: PLC0415  # as above

    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for here, there in ((nothing, INPUT), (out, OUTPUT), (out, ERRORS)):
        os.dup2(here, there)
    random.seed()
    os.environ.clear()
    os.environ.update(settings)
    if fuse:
        Fuse(**fuse).lay()
    duobot(list(command), prog_name="duobot")


def _tell_who_died() -> None:
    with suppress(ChildProcessError):
        while (death := os.waitpid(-1, os.WNOHANG))[0]:
            _say(died=death[0], code=os.waitstatus_to_exitcode(death[1]))


def _say(**words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
