"""`make screenshot`: plays a little in the demo, and takes the picture of the README from it."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from urllib.request import Request, urlopen

from tools.catalogs import ROOT

PICTURE = ROOT / "docs" / "three-phones.png"
WIDTH, HEIGHT = 1400, 950  # what fits on a README without shrinking the words too far
MENTEE, MENTOR, COACH = 700_000_001, 700_000_002, 700_000_003
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60.0  # seconds for the demo to start, and for each answer
PAGE_DRAWN = 5_000  # milliseconds; the page listens for ever, so it never says that it is done
NO_BROWSER = (
    "No browser was found to take the picture with. Install Chromium (on Debian: apt install "
    "chromium), or put the path of yours in CHROMIUM."
)

Message = Mapping[str, Any]
Found = TypeVar("Found")


class PictureFailedError(Exception):
    """The picture could not be taken; the message says why."""


def find_browser() -> str:
    """A Chromium that is installed; raises PictureFailedError with what to install."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else BROWSERS
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise PictureFailedError(NO_BROWSER)
    return found


@contextlib.contextmanager
def demo(folder: Path) -> Iterator[str]:
    """A demo of its own, fresh and silent; its address."""
    command = (sys.executable, "-m", "bot", "demo", "--port", "0", "--no-open")
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DUOBOT_")}
    settings = {"DUOBOT_DATABASE": str(folder / "demo.db"), "DUOBOT_LOG": "error"}
    with subprocess.Popen(
        command, cwd=ROOT, env=ours | settings | {"PYTHONUNBUFFERED": "1"}, text=True,
        stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            line = process.stdout.readline() if process.stdout else ""
            address = re.search(r"http://\S+", line)
            if address is None:
                raise PictureFailedError("The demo did not start; `make demo` shows why.")
            yield address[0]
        finally:
            process.terminate()


def play(page: str) -> None:
    """A week goes by: the duo is asked, the mentor answers, the mentee wants the coach."""
    for person in (MENTEE, MENTOR, COACH):
        _until(lambda person=person: _messages(page, person), "the first message")
    _ask(f"{page}/sandbox/clock", {"stop": "next check-in"})
    _tap(page, MENTOR, "ci:", ":met")
    _button(page, MENTEE, "ci:", ":met")
    _ask(f"{page}/sandbox/people/{MENTEE}/say", {"text": "Je veux parler à mon coach"})
    _button(page, COACH, "ca:", ":take")


def take_picture(browser: str, page: str, picture: Path, profile: Path) -> None:
    """The page as somebody sees it who has just opened it."""
    command = (
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        "--disable-background-networking", "--disable-component-update", "--no-first-run",
        f"--user-data-dir={profile}", f"--window-size={WIDTH},{HEIGHT}",
        f"--timeout={PAGE_DRAWN}", f"--screenshot={picture}", page,
    )  # fmt: skip
    picture.unlink(missing_ok=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not picture.exists():
        raise PictureFailedError(f"{browser} took no picture. It said:\n{done.stderr}")


def _tap(page: str, person: int, begins: str, ends: str) -> None:
    """Tap the button with this data, and wait until the bot has changed the message."""
    message, data = _button(page, person, begins, ends)
    _ask(f"{page}/sandbox/people/{person}/tap", {"message_id": message, "button": data})
    _until(lambda: _edited(page, person, message), "the answer to a tap")


def _button(page: str, person: int, begins: str, ends: str) -> tuple[int, str]:
    """The message that has a button with this data, and the data; words differ by language."""

    def find() -> tuple[int, str] | None:
        for message in reversed(_messages(page, person)):
            for data in _data_under(message):
                if data.startswith(begins) and data.endswith(ends):
                    return message["message_id"], data
        return None

    return _until(find, f"a button for {begins}…{ends}")


def _data_under(message: Message) -> list[str]:
    rows = (message["reply_markup"] or {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


def _edited(page: str, person: int, message_id: int) -> bool:
    return any(
        one["message_id"] == message_id and one["edited"] for one in _messages(page, person)
    )


def _messages(page: str, person: int) -> list[Message]:
    messages: list[Message] = _ask(f"{page}/sandbox/chats/{person}")["messages"]
    return messages


def _ask(address: str, body: Mapping[str, object] | None = None) -> dict[str, Any]:
    data = None if body is None else json.dumps(body).encode()
    request = Request(address, data)  # noqa: S310  # our own demo, on this machine
    with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  # as above
        found: dict[str, Any] = json.load(answer)
    return found


def _until(look: Callable[[], Found | None], what: str) -> Found:
    """What is looked for, as soon as it is there."""
    enough = time.monotonic() + PATIENCE
    while time.monotonic() < enough:
        if found := look():
            return found
        time.sleep(0.1)
    raise PictureFailedError(f"The demo did not show {what} in {PATIENCE:.0f} s.")


def main() -> None:
    """Takes the picture, or says what stands in the way."""
    try:
        browser = find_browser()
        with TemporaryDirectory(prefix="duobot-picture-") as folder, demo(Path(folder)) as page:
            play(page)
            take_picture(browser, page, PICTURE, Path(folder, "profile"))
    except PictureFailedError as failed:
        sys.exit(str(failed))
    print(f"{PICTURE.relative_to(ROOT)} is new. Look at it before you commit it.")


if __name__ == "__main__":
    main()
