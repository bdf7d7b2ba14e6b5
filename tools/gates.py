"""`make test`: every gate, fastest first; stops at the first red one and says how to mend it."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tools.chromium import provide_chromium

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent  # of the same .venv that runs this file
NOTHING_COMPILED = "PYTHONDONTWRITEBYTECODE"
WIDTH = 58  # columns for what a gate looks at


@dataclass(frozen=True, slots=True)
class Gate:
    """One command that must succeed, what it looks at, and how to mend what it finds."""

    looks_at: str
    command: tuple[str, ...]
    mend: str
    is_shown: bool = False  # whether its output is worth reading when all is well


FAST = (
    Gate(
        "Form: is every file laid out alike?",
        ("ruff", "format", "--check", "--quiet", "."),
        "Say `.venv/bin/ruff format .` and look at what it changed.",
    ),
    Gate(
        "Lint: no known slips in the code?",
        ("ruff", "check", "--quiet", "."),
        "Each line above names a file and a rule. `.venv/bin/ruff check --fix .` mends the plain "
        "ones; `.venv/bin/ruff rule CODE` explains the others.",
    ),
    Gate(
        "Floors: do imports run downwards only?",
        ("lint-imports", "--no-logo"),
        "Each broken contract above says where the code belongs; docs/house.md has the floors.",
    ),
    Gate(
        "Types: does every value fit its place?",
        ("mypy",),
        "Mend the annotation or the code; a `type: ignore` needs its reason on the line.",
    ),
    Gate(
        "Catalogs: is all said in plain Dutch, French and English?",
        ("pytest", "tests/locales", "--quiet", "--no-header", "-p", "no:cacheprovider"),
        "`make messages` brings the catalogs up to date and lists what to translate.",
    ),
)

SUITE = (
    Gate(
        "Tests: does everybody get what they were promised?",
        ("slipcover", "-m", "pytest", "--numprocesses=auto", "--dist=worksteal", "--quiet"),
        "Run one failing test alone: `.venv/bin/pytest -x tests/path.py::test_name`.",
        is_shown=True,
    ),
    Gate(
        "Coverage: is every branch of the rules tried?",
        ("python", "-m", "tools.tried", "--limit=100", "bot/programme"),
        "Add a test about people for each line or branch that is listed.",
    ),
    Gate(
        "Coverage: is at least 95% of the whole tried?",
        ("python", "-m", "tools.tried", "--limit=95", "bot", "handlers", "storage"),
        "Add tests for the largest gaps that are listed; do not lower the number.",
    ),
)


def passes(gate: Gate) -> bool:
    """Runs a gate and prints its line: what it looked at, how it went, how long it took."""
    print(f"  {gate.looks_at:<{WIDTH}}", end="\n" if gate.is_shown else "", flush=True)
    begun = time.monotonic()
    done = _run(gate)
    if gate.is_shown:
        print(f"  {'':<{WIDTH}}", end="")
    print(
        f"{'red' if done.returncode else 'green':<6}{time.monotonic() - begun:6.1f} s", flush=True
    )
    if done.returncode:
        print(f"\n{done.stdout or ''}\nHow to mend it: {gate.mend}", flush=True)
    return done.returncode == 0


def _run(gate: Gate) -> subprocess.CompletedProcess[str]:
    """Runs the gate's command without input; its output is kept back unless it is to be shown."""
    program, *arguments = gate.command
    kept = None if gate.is_shown else subprocess.PIPE
    return subprocess.run(
        [str(PROGRAMS / program), *arguments],
        cwd=ROOT,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=kept,
        stderr=subprocess.STDOUT if kept else None,
        text=True,
        check=False,
    )


def _environment() -> dict[str, str]:
    """Ours, with the programs of this .venv first. What is compiled is kept for the next process,
    also where none may lie beside the code: the tests start hundreds of them.
    """
    outside = {name: value for name, value in os.environ.items() if name != NOTHING_COMPILED}
    programs = f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"
    return outside | {"PATH": programs, "PYTHONPYCACHEPREFIX": str(ROOT / ".venv" / "compiled")}


def main(arguments: list[str]) -> int:
    """Runs the gates in order; 0 when all are green, 1 at the first red one."""
    begun = time.monotonic()
    gates = FAST if "--fast" in arguments else FAST + SUITE
    for gate in gates:
        if gate is SUITE[0]:
            provide_chromium()
        if not passes(gate):
            return 1
    print(f"\nAll {len(gates)} gates are green, in {time.monotonic() - begun:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
