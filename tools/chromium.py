"""Which Chromium there is, and how Debian's comes here when there is none.

Playwright would download browsers of its own; ours is the one that the system keeps safe.
"""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = (
    "There is no Chromium here. Install it (on Debian: apt install chromium), or put the path of "
    "yours in CHROMIUM."
)
# Each may take so many seconds; then the tests go on without a browser.
INSTALL = (
    ("timeout", "120", "apt-get", "--quiet", "update"),
    ("timeout", "300", "apt-get", "--quiet", "--yes", "--no-install-recommends", "install",
     "chromium"),
)  # fmt: skip


def find_chromium() -> str | None:
    """The path of a Chromium that is installed."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    return next((path for name in names if (path := shutil.which(name))), None)


def chromium_line() -> str:
    """For the head of a test run: whether the chat page is tried, or how to make it so."""
    return f"browser: {find_chromium() or f'the chat page is not tried. {NO_BROWSER}'}"


def provide_chromium() -> None:
    """Install Debian's Chromium where that can be done without asking; never fails."""
    if find_chromium() or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("  No Chromium yet: installing Debian's, for the tests of the chat page.", flush=True)
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in INSTALL:
        done = subprocess.run(command, env=quietly, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"  It did not succeed: {done.stderr.strip()[-300:]}", flush=True)
            return
