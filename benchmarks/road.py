"""The whole road beside bare echoes, in one interleaved run."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from benchmarks.trial import COUNTED, Contestant, Trial, tried

AIOGRAM, PTB = "aiogram echo", "python-telegram-bot echo"
DUOBOT = "duobot, whole road"
HERE = "benchmarks.contestants"
CONTESTANTS = (
    Contestant(f"{AIOGRAM}, webhook", f"{HERE}.echo_by_aiogram", "webhook"),
    Contestant(f"{AIOGRAM}, polling", f"{HERE}.echo_by_aiogram", "polling"),
    Contestant(f"{PTB}, webhook", f"{HERE}.echo_by_ptb", "webhook"),
    Contestant(f"{PTB}, polling", f"{HERE}.echo_by_ptb", "polling"),
    Contestant(f"{DUOBOT}, polling", f"{HERE}.whole_road", "polling", whole=True),
)

Road = Mapping[str, Trial]


async def raced(rounds: int, counted: int = COUNTED) -> Road:
    """Each of them in turn, several times; the median of each figure."""
    trials: dict[str, list[Trial]] = {one.name: [] for one in CONTESTANTS}
    for number in range(rounds):
        for one in CONTESTANTS:
            trial = await tried(one, counted)
            trials[one.name].append(trial)
            print(f"  round {number + 1}: {one.name:<34} {trial.cpu_ms:6.2f} ms", flush=True)
    return {name: median(of) for name, of in trials.items()}


def median(trials: Sequence[Trial]) -> Trial:
    """The median of each figure by itself; what was not answered is added up."""
    figures = {
        name: statistics.median(asdict(one)[name] for one in trials) for name in asdict(trials[0])
    }
    return Trial(**figures | {"unanswered": sum(one.unanswered for one in trials)})
