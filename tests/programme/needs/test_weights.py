"""The file of weights: it belongs to the examples, is small, and is read as it was written."""

import json
import sys
from array import array
from dataclasses import replace

import pytest

from bot.programme.needs.codes import NEEDS
from bot.programme.needs.finding import FILE
from bot.programme.needs.weights import COLUMNS, ZERO, Weights, pack, rarity, unpack
from tools.need_examples import digest, read_examples

LARGEST_FILE = 1_250_000  # bytes; each time it is learnt anew the project grows by as much
LARGEST_IN_MEMORY = 5_000_000  # bytes


@pytest.fixture(scope="module")
def shipped() -> Weights:
    return unpack(FILE.read_bytes())


@pytest.fixture
def small() -> Weights:
    """Two features, of which the second speaks for the first need and against all others."""
    rows = bytes([ZERO] * COLUMNS + [ZERO + 100] + [ZERO - 50] * (COLUMNS - 1))
    start = tuple([-1.0] * COLUMNS)
    features, seen = array("I", [7, 2**32 - 1]), array("H", [3, 1])
    return Weights("digest", 10, 0.5, start, features, seen, rows)


def test_the_weights_were_learnt_from_the_examples_that_are_here(shipped: Weights):
    examples = read_examples()
    mend = "The examples have changed; say `.venv/bin/python -m tools.learn_needs`."
    assert shipped.examples == digest(examples), mend
    assert shipped.sentences == len(examples)


def test_the_weights_are_small(shipped: Weights):
    assert FILE.stat().st_size < LARGEST_FILE
    parts = (shipped.features, shipped.seen, shipped.rows)
    assert sum(memoryview(part).nbytes for part in parts) < LARGEST_IN_MEMORY
    assert len(shipped.rows) == COLUMNS * len(shipped.features)


def test_what_was_packed_is_unpacked(small: Weights):
    assert unpack(pack(small)) == small


def test_the_file_is_the_same_on_a_machine_that_counts_from_the_other_end(
    small: Weights, monkeypatch: pytest.MonkeyPatch
):
    here = pack(small)
    monkeypatch.setattr(sys, "byteorder", "big")
    assert pack(small) != here, "its numbers are turned round"
    assert unpack(pack(small)) == small


@pytest.mark.parametrize("wrong", [{"version": 0}, {"columns": [*NEEDS]}])
def test_weights_of_another_version_are_refused(small: Weights, wrong: dict[str, object]):
    line, _, body = pack(small).partition(b"\n")
    other = json.dumps({**json.loads(line), **wrong}).encode()
    with pytest.raises(ValueError, match="another version"):
        unpack(other + b"\n" + body)


def test_a_feature_speaks_for_its_need(small: Weights):
    scores = small.scores({2**32 - 1})
    assert scores is not None
    assert scores[0] == pytest.approx(-1 + 100 * 0.5 / rarity(1, 10))
    assert scores[1:] == [pytest.approx(-1 - 50 * 0.5 / rarity(1, 10))] * (COLUMNS - 1)


def test_new_words_make_a_sentence_less_sure_and_mean_nothing_alone(small: Weights):
    sure, unsure = small.scores({2**32 - 1}), small.scores({2**32 - 1, 8, 9})
    assert sure is not None
    assert unsure is not None
    assert -1 < unsure[0] < sure[0]
    assert small.scores({8, 9}) is None
    assert replace(small, features=array("I"), seen=array("H")).scores({7}) is None


def test_what_everybody_says_counts_least():
    assert rarity(10, 10) == 1
    assert rarity(0, 10) > rarity(1, 10) > rarity(5, 10) > 1
