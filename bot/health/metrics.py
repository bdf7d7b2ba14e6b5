"""Numbers for Prometheus. No label says anything of a person: only lanes, kinds and outcomes."""

import platform
from datetime import datetime
from importlib.metadata import version

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from bot.health.looking import seconds_since
from bot.health.vitals import Vitals, reasons
from bot.post.meters import Meters
from bot.post.watch import Watch
from bot.programme.letters import Lane
from storage.backlog import Backlog, Queue
from storage.migrations.revisions import head

# Seconds: from what an update costs on a quiet machine to what somebody notices in a chat.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
UNKNOWN = float("nan")
OF_THE_PROCESS = {
    "ready": "1 when people are served, 0 when something stands in the way.",
    "poll_age_seconds": "Since Telegram was last heard.",
    "tick_age_seconds": "Since the clock last looked what is due.",
    "loop_lag_seconds": "The longest that everything stood still, in the last minute.",
    "conflicts": "Polls refused because another program polls too (409), since the start.",
    "polls_asked_to_wait": "Polls that Telegram answered with patience (429), since the start.",
}
OF_THE_DATABASE = {
    "updates_waiting": "Updates that are stored and not handled yet.",
    "updates_oldest_seconds": "How long the first of them has waited.",
    "updates_set_aside": "Updates that could not be handled, kept to be looked at.",
    "cases_open": "Calls for a coach that are not closed.",
    "cases_untaken": "Calls for a coach that no coach has taken.",
    "cases_stuck": "Calls for a coach in which nothing comes next, or nobody answers.",
    "cases_untaken_oldest_seconds": "How long the first of them has waited.",
}
OF_A_LANE = {
    "letters_waiting": "Letters that could go now.",
    "letters_oldest_seconds": "How long the first of them has waited.",
}


class Metrics(Meters):
    """Counts what the post tells, and takes the rest from a look at the house."""

    def __init__(self) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]  # as the library has it
        self.registry = CollectorRegistry()
        single = OF_THE_PROCESS | OF_THE_DATABASE
        self._gauges = {name: self._gauge(name, says) for name, says in single.items()}
        self._lanes = {name: self._gauge(name, says, "lane") for name, says in OF_A_LANE.items()}
        self._alarms = self._gauge("alarms", "Alarms since the start, by name.", "alarm")
        self._stored = self._counter("updates_stored", "Updates that came in and were kept.")
        self._ends = self._counter("updates", "Updates, by how their handling ended.", "end")
        self._aside = self._counter("updates_given_up", "Updates that failed too often.")
        self._letters = self._counter(
            "letters", "Sendings, by what they came to.", "lane", "outcome"
        )
        self._seconds = Histogram(
            "update_seconds", "How long it took to handle an update.", buckets=BUCKETS,
            namespace="duobot", registry=self.registry,
        )  # fmt: skip
        build = self._gauge("build_info", "What runs here.", "version", "python", "tables")
        build.labels(version("duobot"), platform.python_version(), head() or "").set(1)
        ProcessCollector(registry=self.registry)

    def stored(self, updates: int) -> None:
        self._stored.inc(updates)

    def handled(self, end: str, seconds: float) -> None:
        self._ends.labels(end).inc()
        self._seconds.observe(seconds)

    def set_aside(self) -> None:
        self._aside.inc()

    def sent(self, lane: int, outcome: str) -> None:
        self._letters.labels(_name(lane), outcome).inc()

    def page(
        self, vitals: Vitals, waiting: Backlog | None, watch: Watch, lag: float, now: datetime
    ) -> bytes:
        """Everything, in Prometheus' text form; what the database does not tell is NaN."""
        self._set(
            ready=0 if any(reasons(vitals)) else 1,
            poll_age_seconds=vitals.silent_for,
            tick_age_seconds=UNKNOWN if vitals.tick_age is None else vitals.tick_age,
            loop_lag_seconds=lag,
            conflicts=watch.conflicts,
            polls_asked_to_wait=watch.waits,
        )
        for alarm, times in watch.alarms.items():
            self._alarms.labels(alarm.value).set(times)
        self._show(waiting, now)
        return generate_latest(self.registry)

    def _show(self, waiting: Backlog | None, now: datetime) -> None:
        if waiting is None:
            self._set(**dict.fromkeys(OF_THE_DATABASE, UNKNOWN))
        else:
            self._set(
                updates_waiting=waiting.updates.size,
                updates_oldest_seconds=seconds_since(waiting.updates, now),
                updates_set_aside=waiting.set_aside,
                cases_open=waiting.open_cases,
                cases_untaken=waiting.untaken_cases.size,
                cases_stuck=waiting.stuck_cases,
                cases_untaken_oldest_seconds=seconds_since(waiting.untaken_cases, now),
            )
        for lane in Lane:
            queue = waiting.letters.get(lane, Queue()) if waiting else None
            size = queue.size if queue else UNKNOWN
            age = seconds_since(queue, now) if queue else UNKNOWN
            self._lanes["letters_waiting"].labels(_name(lane)).set(size)
            self._lanes["letters_oldest_seconds"].labels(_name(lane)).set(age)

    def _set(self, **numbers: float) -> None:
        for name, number in numbers.items():
            self._gauges[name].set(number)

    def _gauge(self, name: str, says: str, *labels: str) -> Gauge:
        return Gauge(name, says, labels, namespace="duobot", registry=self.registry)

    def _counter(self, name: str, says: str, *labels: str) -> Counter:
        return Counter(name, says, labels, namespace="duobot", registry=self.registry)


def _name(lane: int) -> str:
    return Lane(lane).name.lower()
