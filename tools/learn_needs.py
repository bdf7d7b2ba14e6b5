"""Learn the weights of the search from the examples: python -m tools.learn_needs."""

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from multiprocessing import Pool
from pathlib import Path

from bot.programme.needs.codes import NEEDS
from bot.programme.needs.features import features_of
from bot.programme.needs.weights import FINEST, ZERO, Weights, pack, rarity
from tools.margins import Vector, learn
from tools.need_examples import FOLDER, NONE, Example, digest, read_examples

FILE = FOLDER / "weights.bin"
COLUMNS = (*NEEDS, NONE)
# A feature that stood in one sentence only says little, and there are more of them than others.
FEWEST = 2
# Weights of one step change no order of needs, and without them the file packs better.
SMALLEST = 2


def learnt(examples: Sequence[Example]) -> Weights:
    """The weights that tell these sentences apart."""
    texts = [features_of(example.text) for example in examples]
    seen = Counter(feature for features in texts for feature in features)
    known = sorted(feature for feature, times in seen.items() if times >= FEWEST)
    rarities = {feature: rarity(seen[feature], len(texts)) for feature in known}
    vectors = _vectors(texts, rarities)
    columns = _columns(vectors, [example.code for example in examples], len(known))
    rows, step = _in_bytes(columns, list(rarities.values()))
    return Weights(
        examples=digest(tuple(examples)),
        sentences=len(texts),
        step=step,
        start=tuple(round(column[-1], 4) for column in columns),
        features=array("I", known),
        seen=array("H", [seen[feature] for feature in known]),
        rows=rows,
    )


def _vectors(texts: Sequence[frozenset[int]], rarities: Mapping[int, float]) -> list[Vector]:
    """Sentences as the search will see them: what it does not know only makes them longer."""
    places = {feature: place for place, feature in enumerate(rarities)}
    new, vectors = rarity(0, len(texts)), []
    for features in texts:
        length = math.sqrt(sum(rarities.get(feature, new) ** 2 for feature in features))
        known = sorted(features & rarities.keys())
        values = [rarities[feature] / length for feature in known]
        vectors.append(Vector([places[feature] for feature in known], values))
    return vectors


def _columns(vectors: Sequence[Vector], codes: Sequence[str], places: int) -> "list[array[float]]":
    """What each need is told by, learnt on all processors at once."""
    tasks = [(vectors, [one == column for one in codes], places) for column in COLUMNS]
    with Pool() as pool:
        return pool.starmap(learn, tasks, chunksize=1)


def _in_bytes(
    columns: Sequence[Sequence[float]], rarities: Sequence[float]
) -> tuple[bytes, float]:
    """A row for each feature, its rarity in it already; and what one step of a byte is worth."""
    largest = max(
        rare * abs(weight)
        for column in columns
        for rare, weight in zip(rarities, column, strict=False)
    )
    step, rows = largest / FINEST, bytearray()
    for place, rare in enumerate(rarities):
        rows.extend(_byte(column[place] * rare / step) for column in columns)
    return bytes(rows), step


def _byte(steps: float) -> int:
    near = round(steps)
    return ZERO + near if abs(near) >= SMALLEST else ZERO


def main(file: Path = FILE) -> None:
    """Writes the file anew and says how large it is."""
    weights = learnt(read_examples())
    file.write_bytes(pack(weights))
    known = len(weights.features)
    print(f"{weights.sentences} sentences, {known} features, {file.stat().st_size} bytes.")


if __name__ == "__main__":
    main()
