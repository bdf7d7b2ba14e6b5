"""Learn what danger is like from the sentences that are kept: python -m tools.learn_danger."""

import json
import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from zlib import crc32

from bot.programme.danger.likeness import FILE, Likeness, in_bytes, pack
from bot.programme.danger.reading import NEEDS_OF_DANGER, without_harmless
from bot.programme.languages import LANGUAGES
from bot.programme.needs.features import features_of
from bot.programme.needs.weights import rarity
from tools.margins import Vector, learn
from tools.need_examples import NONE, read_examples, sentences_in

FOLDER = FILE.parent
# Nothing is learnt from ``held_out.json``, which is for measuring. The second half of what a
# stranger wrote was learnt from when it had been measured.
TUNED = ("tuned.json", "strangers_tuned.json", "strangers_held_out.json")
# Needs whose sentences may or may not speak of danger: they would teach the wrong thing.
UNSURE = frozenset({
    "crisis.talk", "crisis.storm", "isolation.talk", "health.urgent", "health.gp",
    "health.addiction", "housing.eviction", "youth.talk", "youth.rights", "mental.listening",
    "mental.care", "mental.refugee", "mental.youth", "mental.family", "discrimination.report",
})  # fmt: skip
# Of the sentences of the search for needs all that name none are learnt from, and three in ten of
# the others: they ask for help in so many words, and all of them would drown the sentences that
# are kept here, which count twice for the same reason.
TENTHS, TIMES = 3, 2
FEWEST = 2  # sentences a feature stood in


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, and whether it speaks of danger."""

    text: str
    is_danger: bool


def lessons() -> tuple[Lesson, ...]:
    """Every sentence that is learnt from, as often as it counts."""
    return (*_of_needs(), *(one for one in (*_of_files(), *_tuned()) for _ in range(TIMES)))


def _of_needs() -> Iterator[Lesson]:
    for one in read_examples():
        is_taken = one.code == NONE or crc32(one.text.encode()) % 10 < TENTHS
        if is_taken and one.code not in UNSURE:
            yield Lesson(one.text, one.code in NEEDS_OF_DANGER)


def _of_files() -> Iterator[Lesson]:
    for language in LANGUAGES:
        told = (FOLDER / "examples" / f"{language}.txt").read_text(encoding="utf-8")
        for one in sentences_in(language, told, NONE):
            yield Lesson(one.text, one.code != NONE)


def _tuned() -> Iterator[Lesson]:
    for name in TUNED:
        for one in json.loads((FOLDER / "sentences" / name).read_text(encoding="utf-8")):
            yield Lesson(one["text"], one["label"] != "benign")


def digest(some: Sequence[Lesson]) -> str:
    """Says whether something was learnt from exactly these sentences."""
    return sha256("\n".join(f"{one.is_danger} {one.text}" for one in some).encode()).hexdigest()


def learnt(some: Sequence[Lesson]) -> Likeness:
    """What tells the sentences of danger from the others."""
    texts = [features_of(without_harmless(one.text)) for one in some]
    seen = Counter(feature for features in texts for feature in features)
    known = sorted(feature for feature, times in seen.items() if times >= FEWEST)
    rarities = {feature: rarity(seen[feature], len(texts)) for feature in known}
    places = {feature: place for place, feature in enumerate(known)}
    vectors = [_vector(features, places, rarities, len(texts)) for features in texts]
    *worths, start = learn(vectors, [one.is_danger for one in some], len(known))
    told = [rare * worth for rare, worth in zip(rarities.values(), worths, strict=True)]
    weights, step = in_bytes(told)
    counts = array("H", [seen[feature] for feature in known])
    return Likeness(
        digest(some), len(texts), step, round(start, 4), array("I", known), counts, weights
    )


def _vector(
    features: frozenset[int], places: dict[int, int], rarities: dict[int, float], sentences: int
) -> Vector:
    """A sentence as it will be heard: what is not known only makes it longer."""
    new = rarity(0, sentences)
    length = math.sqrt(sum(rarities.get(feature, new) ** 2 for feature in features))
    known = sorted(features & places.keys())
    return Vector([places[one] for one in known], [rarities[one] / length for one in known])


def main() -> None:
    """Writes the file anew and says how large it is."""
    likeness = learnt(lessons())
    FILE.write_bytes(pack(likeness))
    known = len(likeness.features)
    print(f"{likeness.sentences} sentences, {known} features, {FILE.stat().st_size} bytes.")


if __name__ == "__main__":
    main()
