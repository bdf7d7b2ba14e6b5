"""Learn what danger is like from the sentences that are kept: python -m tools.learn_danger."""

import json
import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import Pool
from zlib import crc32

from bot.programme.danger.likeness import FILE, Ear, Likeness, in_bytes, pack
from bot.programme.danger.reading import NEEDS_OF_DANGER, without_harmless
from bot.programme.danger.score import Label
from bot.programme.danger.traits import KINDRED, traits_of
from bot.programme.languages import LANGUAGES
from bot.programme.needs.weights import rarity
from tools.margins import Vector, learn
from tools.need_examples import NONE, read_examples, sentences_in

FOLDER = FILE.parent
# How much a sentence of each file counts; one of the search for needs counts 1. Those of strangers
# are most like what comes. Nothing is learnt from ``measured.json``, which is for measuring.
COUNTS = {
    "tuned.json": 2.0, "held_out.json": 2.0, "strangers_tuned.json": 2.0,
    "strangers_held_out.json": 2.0, "strangers_learnt.json": 3.0, "strangers_more.json": 3.0,
}  # fmt: skip
EXAMPLES_COUNT = 2.0
# Needs whose sentences may or may not speak of danger: they would teach the wrong thing.
UNSURE = frozenset({
    "crisis.talk", "crisis.storm", "isolation.talk", "health.urgent", "health.gp",
    "health.addiction", "housing.eviction", "youth.talk", "youth.rights", "mental.listening",
    "mental.care", "mental.refugee", "mental.youth", "mental.family", "discrimination.report",
})  # fmt: skip
# Of the sentences of the search for needs all that name none are learnt from, and three in ten of
# the others: they ask for help in so many words, and all of them would drown those kept here.
TENTHS = 3
FEWEST = 2  # sentences a feature stood in
PENALTY = 0.5  # for a sentence that counts 1 on the wrong side; 0.3 to 1 heard about the same
# How much it counts that a feature stands more often in one kind of sentence than in the other,
# beside what tells the kinds apart best. With it 1 to 2 in 100 more of the direct ones are heard.
OFTENER = 0.08
SELDOM = 0.1  # as if each feature had been seen so much in both kinds; keeps the logarithm finite


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, what it is, and how much it counts. Whether the search for needs has heard it
    said directly, nobody wrote down: then ``label`` is None, and there is danger.
    """

    text: str
    label: Label | None
    counts: float = 1.0


def lessons() -> tuple[Lesson, ...]:
    """Every sentence that is learnt from."""
    return (*_of_needs(), *_of_files(), *_of_sentences())


def _of_needs() -> Iterator[Lesson]:
    for one in read_examples():
        is_taken = one.code == NONE or crc32(one.text.encode()) % 10 < TENTHS
        if is_taken and one.code not in UNSURE:
            yield Lesson(one.text, None if one.code in NEEDS_OF_DANGER else Label.BENIGN)


def _of_files() -> Iterator[Lesson]:
    for language in LANGUAGES:
        told = (FOLDER / "examples" / f"{language}.txt").read_text(encoding="utf-8")
        for one in sentences_in(language, told, NONE):
            label = Label.BENIGN if one.code == NONE else Label.INDIRECT
            yield Lesson(one.text, label, EXAMPLES_COUNT)


def _of_sentences() -> Iterator[Lesson]:
    for name, counts in COUNTS.items():
        for one in json.loads((FOLDER / "sentences" / name).read_text(encoding="utf-8")):
            yield Lesson(one["text"], Label(one["label"]), counts)


def digest(some: Sequence[Lesson]) -> str:
    """Says whether something was learnt from exactly these sentences and groups of words."""
    told = "\n".join(f"{one.label} {one.counts} {one.text}" for one in some)
    return sha256(told.encode() + KINDRED.read_bytes()).hexdigest()


def learnt(some: Sequence[Lesson]) -> Likeness:
    """What tells the sentences of danger from the others, and the direct ones from the rest."""
    texts = [traits_of(without_harmless(one.text)) for one in some]
    seen = Counter(feature for features in texts for feature in features)
    known = sorted(feature for feature, times in seen.items() if times >= FEWEST)
    rarities = {feature: rarity(seen[feature], len(texts)) for feature in known}
    places = {feature: place for place, feature in enumerate(known)}
    vectors = [
        _vector(features, places, rarities, rarity(0, len(texts)), one.counts)
        for features, one in zip(texts, some, strict=True)
    ]
    ears = _ears(some, vectors, rarities)
    counts = array("H", [seen[feature] for feature in known])
    return Likeness(digest(some), len(texts), array("I", known), counts, ears)


def _ears(
    some: Sequence[Lesson], vectors: Sequence[Vector], rarities: Mapping[int, float]
) -> tuple[Ear, ...]:
    """The ear for danger, and that for what is said directly, on two processors at once."""
    told = [one for one in zip(vectors, some, strict=True) if one[1].label]
    tasks = [
        (vectors, [one.label is not Label.BENIGN for one in some], len(rarities)),
        ([one for one, _ in told], [one.label is Label.DIRECT for _, one in told], len(rarities)),
    ]
    with Pool(len(tasks)) as pool:
        return tuple(_ear(one, rarities) for one in pool.starmap(_worths, tasks, chunksize=1))


def _worths(vectors: Sequence[Vector], right: Sequence[bool], places: int) -> Sequence[float]:
    """What each feature is worth, and the start after them."""
    apart, often = learn(vectors, right, places), _oftener(vectors, right, places)
    return [one + OFTENER * more for one, more in zip(apart, often, strict=True)]


def _oftener(vectors: Sequence[Vector], right: Sequence[bool], places: int) -> Sequence[float]:
    """How much oftener each feature stands in the right sentences than in the others, and how much
    oftener those are right: naive Bayes.
    """
    much, many = {True: [SELDOM] * places, False: [SELDOM] * places}, {True: 0.0, False: 0.0}
    for vector, side in zip(vectors, right, strict=True):
        many[side] += vector.penalty
        for place, value in zip(vector.places, vector.values, strict=True):
            much[side][place] += vector.penalty / PENALTY * value
    all_of = math.log(sum(much[True]) / sum(much[False]))
    worths = (math.log(one / other) - all_of for one, other in zip(*much.values(), strict=True))
    return [*worths, math.log(many[True] / many[False])]


def _ear(learnt_worths: Sequence[float], rarities: Mapping[int, float]) -> Ear:
    *worths, start = learnt_worths
    told = [rare * worth for rare, worth in zip(rarities.values(), worths, strict=True)]
    weights, step = in_bytes(told)
    return Ear(step, round(start, 4), weights)


def _vector(
    features: frozenset[int],
    places: Mapping[int, int],
    rarities: Mapping[int, float],
    new: float,
    counts: float,
) -> Vector:
    """A sentence as it will be heard: what is not known only makes it longer."""
    length = math.sqrt(sum(rarities.get(feature, new) ** 2 for feature in features)) or 1.0
    known = sorted(features & places.keys())
    return Vector(
        [places[one] for one in known],
        [rarities[one] / length for one in known],
        counts * PENALTY,
    )


def main() -> None:
    """Writes the file anew and says how large it is."""
    likeness = learnt(lessons())
    FILE.write_bytes(pack(likeness))
    known = len(likeness.features)
    print(f"{likeness.sentences} sentences, {known} features, {FILE.stat().st_size} bytes.")


if __name__ == "__main__":
    main()
