"""The ladder of the programme as one case keeps it, so that a change of the file moves no case."""

import json
from collections.abc import Mapping

from bot.programme.cases import Rung, Urgency
from bot.programme.programme import Patience

Ladder = Mapping[Urgency, Patience]


def written(ladder: Ladder) -> str:
    """As text: for each urgency the minutes to read, of each rung, and to answer."""
    rows = {urgency: _minutes(ladder[urgency]) for urgency in Urgency}
    return json.dumps(rows, separators=(",", ":"))


def read(text: str | None, otherwise: Ladder) -> Ladder:
    """The ladder that a case keeps; a case from before there were ladders has that of now."""
    if text is None:
        return otherwise
    return {Urgency(name): _patience(minutes) for name, minutes in json.loads(text).items()}


def _minutes(patience: Patience) -> list[int]:
    return [patience.read, *(patience.rungs[rung] for rung in Rung), patience.answer]


def _patience(minutes: list[int]) -> Patience:
    read_within, *rungs, answer = minutes
    return Patience(read_within, dict(zip(Rung, rungs, strict=True)), answer)
