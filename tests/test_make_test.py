"""`make test` stops at the first red gate and says how to mend it."""

import pytest

from tools import gates
from tools.gates import Gate

GREEN = Gate("Does it go well?", ("python", "-c", "print('nobody reads this')"), "Nothing.")
RED = Gate(
    "Does it go wrong?", ("python", "-c", "print('the slip'); raise SystemExit(3)"), "Mend it so."
)
NEVER = Gate("Is it reached?", ("python", "-c", "raise SystemExit(0)"), "It is not.")


@pytest.fixture(autouse=True)
def three_gates(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(gates, "FAST", (GREEN, RED, NEVER))
    monkeypatch.setattr(gates, "SUITE", (NEVER,))


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
