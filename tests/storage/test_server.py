"""The server of a test run ends with the run, however the run ends."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.patience import until
from tests.storage.places import needs_own_server
from tests.storage.server import FAILED, LONGEST_SOCKET, shared_server, short_folder

ROOT = Path(__file__).parents[2]
A_RUN = """
import time
from tests.storage.server import Run, shared_server
run = Run()
assert shared_server(run.folder) == shared_server(run.folder)
print(run.folder, flush=True)
time.sleep(60)
"""


def servers_in(folder: Path) -> list[psutil.Process]:
    """The processes that were started for this folder."""
    return [one for one in psutil.process_iter(["cmdline"])
            if any(str(folder) in word for word in one.info["cmdline"] or [])]  # fmt: skip


def killed_run() -> Path:
    """The folder of a run that was killed after it had started a server."""
    run = subprocess.Popen([sys.executable, "-c", A_RUN], cwd=ROOT, stdout=subprocess.PIPE)
    assert run.stdout
    folder = Path(run.stdout.readline().decode().strip())
    assert len(servers_in(folder)) >= 2, "its keeper and the server"
    run.kill()
    run.wait()
    run.stdout.close()
    return folder


@needs_own_server
async def test_a_killed_run_leaves_nothing_behind():
    folder = killed_run()
    await until(lambda: not servers_in(folder) and not folder.exists(), within=20, glance=0.1)


def test_who_cannot_have_a_server_reads_what_else_there_is():
    folder = short_folder()
    (folder / FAILED).write_text("initdb says: no.")
    with pytest.raises(RuntimeError, match=r"initdb says: no\.\nDUOBOT_TEST_POSTGRES takes"):
        shared_server(folder)
    assert len(str(folder)) <= LONGEST_SOCKET
    for one in folder.iterdir():
        one.unlink()
    folder.rmdir()
