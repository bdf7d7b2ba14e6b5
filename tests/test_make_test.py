"""`make test` stops at the first red gate and says how to mend it."""

import os
from pathlib import Path

import pytest

from tools import chromium, gates
from tools.gates import Gate

GREEN = Gate("Does it go well?", ("python", "-c", "print('nobody reads this')"), "Nothing.")
RED = Gate(
    "Does it go wrong?", ("python", "-c", "print('the slip'); raise SystemExit(3)"), "Mend it so."
)
LAST = Gate("Does all go well?", ("python", "-c", "raise SystemExit(0)"), "It does.")
NEVER = Gate("Is it reached?", ("python", "-c", "raise SystemExit(0)"), "It is not.")


@pytest.fixture(autouse=True)
def three_gates(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gates, "FAST", (GREEN, RED, NEVER))
    monkeypatch.setattr(gates, "SUITE", (LAST,))
    monkeypatch.setattr(gates, "provide_chromium", lambda: None)


def test_the_first_red_gate_ends_it_and_says_how_to_mend_it(capsys: pytest.CaptureFixture[str]):
    assert gates.main([]) == 1
    said = capsys.readouterr().out
    assert "green" in said.splitlines()[0]
    assert "red" in said.splitlines()[1]
    assert "the slip" in said
    assert said.endswith("How to mend it: Mend it so.\n")


def test_green_gates_are_a_line_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(gates, "FAST", (GREEN, GREEN))
    assert gates.main(["--fast"]) == 0
    said = capsys.readouterr().out
    assert "nobody reads this" not in said
    assert "All 2 gates are green" in said


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The programs of a Debian without a browser, for root."""
    made = tmp_path / "chromium"
    installs = f"echo >{made}; /bin/chmod +x {made}"
    script(tmp_path / "apt-get", f'case "$*" in *install*) {installs};; esac')
    script(tmp_path / "timeout", 'shift; exec "$@"')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


def script(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)


def test_debian_s_browser_is_installed_where_nobody_need_be_asked(debian: Path):
    assert "apt install chromium" in chromium.chromium_line()
    chromium.provide_chromium()
    assert chromium.chromium_line() == f"browser: {debian}/chromium"


def test_without_a_network_the_tests_go_on_and_say_what_is_missing(
    debian: Path, capsys: pytest.CaptureFixture[str]
):
    script(debian / "apt-get", "echo 'no network here' >&2; exit 100")
    chromium.provide_chromium()
    assert "no network here" in capsys.readouterr().out
    assert "the chat page is not tried" in chromium.chromium_line()


def test_who_is_not_root_is_not_asked_for_a_password(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    chromium.provide_chromium()
    assert capsys.readouterr().out == ""
    assert chromium.find_chromium() is None
