"""Learning: sentences that can be told apart are told apart, the same way each time."""

from tools.margins import Vector, learn

SIDE = 0.5**0.5
# Sentences of two features each: the first is shared, the second tells which side is right.
SENTENCES = [Vector([0, 1], [SIDE, SIDE]), Vector([0, 2], [SIDE, SIDE])] * 5
RIGHT = [True, False] * 5


def score(weights, vector: Vector) -> float:
    own = zip(vector.places, vector.values, strict=True)
    return weights[-1] + sum(weights[place] * value for place, value in own)


def test_each_sentence_ends_on_its_own_side():
    weights = learn(SENTENCES, RIGHT, 3)
    assert len(weights) == 4
    assert all(
        (score(weights, one) > 0) == is_right
        for one, is_right in zip(SENTENCES, RIGHT, strict=True)
    )
    assert weights[1] > abs(weights[0]) < -weights[2]


def test_the_same_sentences_give_the_same_weights():
    assert learn(SENTENCES, RIGHT, 3) == learn(SENTENCES, RIGHT, 3)


def test_nothing_is_learnt_from_nothing():
    assert list(learn([], [], 2)) == [0.0, 0.0, 0.0]
    assert learn([Vector([], [])], [False], 0)[0] < 0
