"""The gate that says what no test has tried."""

import json
from pathlib import Path

import pytest

from tools import tried

WRITTEN = {
    "files": {
        "bot/programme/rules.py": {
            "executed_lines": [1, 2, 3],
            "missing_lines": [],
            "executed_branches": [[2, 3]],
            "missing_branches": [],
        },
        "bot/cards/card.py": {
            "executed_lines": [1, 2],
            "missing_lines": [7],
            "executed_branches": [[2, 3]],
            "missing_branches": [[2, 7]],
        },
        "bot/cards_of_others.py": {
            "executed_lines": [],
            "missing_lines": [1],
            "executed_branches": [],
            "missing_branches": [],
        },
    }
}


@pytest.fixture(autouse=True)
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "tried.json"
    file.write_text(json.dumps(WRITTEN))
    monkeypatch.setattr(tried, "WRITTEN", file)


def test_all_that_is_tried_is_green(capsys: pytest.CaptureFixture[str]):
    assert tried.main(["--limit=100", "bot/programme"]) == 0
    assert capsys.readouterr().out == "100.00% of bot/programme is tried.\n"


def test_what_is_not_tried_is_listed_and_red(capsys: pytest.CaptureFixture[str]):
    assert tried.main(["--limit=95", "bot/cards"]) == 1
    assert capsys.readouterr().out == "bot/cards/card.py: 7, 2->7\n60.00% of bot/cards is tried.\n"


def test_a_gap_may_be_left_under_the_limit():
    assert tried.main(["--limit=60", "bot/cards"]) == 0


def test_a_folder_of_which_nothing_is_known_is_not_tried():
    assert tried.main(["--limit=1", "bot/gone"]) == 1
