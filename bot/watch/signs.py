"""What is wrong by what was seen: pure rules over looks. Spans are seconds, monotonic."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from storage.glance import Glance
from storage.heartbeats import LINE, MACHINE


class Kind(StrEnum):
    """What can be wrong.

    The bot stands still; it does not hear Telegram; what is said or written waits too long; a case
    has no live step; the database cannot be read.
    """

    STOPPED = "stopped"
    DEAF = "deaf"
    LATE = "late"
    CASE = "case"
    UNREADABLE = "unreadable"


# The heart beats each ten seconds. From three beats on that did not come nothing is sure.
SURE_FOR = 35.0
STOPPED_AFTER = 90.0
# A poll of Telegram takes fifty seconds when nobody writes. A bot that starts has two minutes for
# its first one.
HEARD_FOR = 55.0
DEAF_AFTER = 180.0
# How much of an old heartbeat is believed at the first look: clocks differ, and a machine may have
# slept. The rest has to be seen.
BELIEVED = 60.0
# And of one that is new: it came at some moment since the look before.
RECENT = 10.0
# How long it has to be so before it is told. A bot that starts again needs a moment for what is
# late, and what looks after cases within the bot (each minute) has the first word about them.
LASTS: Mapping[Kind, float] = {
    Kind.STOPPED: 0.0, Kind.DEAF: 0.0, Kind.LATE: 30.0, Kind.CASE: 90.0, Kind.UNREADABLE: 30.0,
}  # fmt: skip
WELL_FOR = 30.0
OF_A_STANDING_BOT = (Kind.DEAF, Kind.LATE, Kind.CASE)


def _age(beat: datetime | None, now: datetime, most: float) -> float:
    """How old a heartbeat is, as far as that is believed; one that never came is that old."""
    age = (now - beat).total_seconds() if beat else most
    return min(max(age, 0.0), most)


def case_key(case_id: int) -> str:
    """The name of what is wrong with one case."""
    return f"{Kind.CASE}:{case_id}"


def kind_of(key: str) -> Kind:
    """The kind of what bears this name: the kind itself, or a case."""
    return Kind(key.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong for sure, by name, with since when; and of what was told, what is over."""

    wrong: Mapping[str, datetime]
    over: frozenset[str] = frozenset()


@dataclass(slots=True)
class Pulse:
    """A heartbeat: the newest that was seen, and since when it has not changed."""

    at: datetime | None
    since: float


@dataclass(slots=True)
class Judge:
    """Remembers what earlier looks showed; it began to look at the moment ``began``."""

    began: float
    _pulses: dict[str, Pulse] = field(default_factory=dict)
    _wrong: dict[str, tuple[float, datetime]] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def judge(
        self, seen: Glance | None, now: datetime, at: float, told: Collection[str] = ()
    ) -> Verdict:
        """What a look shows; None when nothing could be seen. ``told``: what people know of."""
        if seen is None:
            self._pulses.clear()
            signs, unsure = {Kind.UNREADABLE.value: now}, set(Kind) - {Kind.UNREADABLE}
        else:
            signs, unsure = self._signs(seen, now, at)
        self._note(signs, unsure, at)
        return Verdict(
            {
                key: since
                for key, (first, since) in self._wrong.items()
                if self._lasts(key, first, at)
            },
            frozenset(key for key in told if self._is_over(key, at)),
        )

    def _signs(
        self, seen: Glance, now: datetime, at: float
    ) -> tuple[dict[str, datetime], set[Kind]]:
        """What is wrong by this look, and what it does not tell."""
        still = self._still(MACHINE, seen, now, at)
        silent = self._still(LINE, seen, now, at)
        if still > SURE_FOR:
            del self._pulses[LINE]  # its time begins anew with the next beat of the heart
        if still > STOPPED_AFTER:
            return {Kind.STOPPED.value: seen.beats.get(MACHINE, now)}, set(OF_A_STANDING_BOT)
        if still > SURE_FOR:
            return {}, {Kind.STOPPED, *OF_A_STANDING_BOT}
        signs = {case_key(case.id): now for case in seen.stuck}
        if silent > DEAF_AFTER:
            signs[Kind.DEAF.value] = seen.beats.get(LINE, now)
        if seen.late_since:
            signs[Kind.LATE.value] = seen.late_since
        return signs, {Kind.DEAF} if HEARD_FOR < silent <= DEAF_AFTER else set()

    def _still(self, name: str, seen: Glance, now: datetime, at: float) -> float:
        """For how long a heart has not beaten, as far as we saw it ourselves."""
        beat = seen.beats.get(name)
        pulse = self._pulses.get(name)
        if pulse is None:
            pulse = self._pulses[name] = Pulse(beat, at - _age(beat, now, BELIEVED))
        elif pulse.at != beat:
            pulse.at, pulse.since = beat, at - _age(beat, now, RECENT)
        return at - pulse.since

    def _note(self, signs: Mapping[str, datetime], unsure: Collection[Kind], at: float) -> None:
        """What is unsure neither begins nor ends."""
        self._wrong = {key: self._wrong.get(key, (at, since)) for key, since in signs.items()} | {
            key: was for key, was in self._wrong.items() if kind_of(key) in unsure
        }
        recent = {key: last for key, last in self._last.items() if at - last < WELL_FOR}
        self._last = recent | dict.fromkeys([*signs, *unsure], at)

    def _lasts(self, key: str, first: float, at: float) -> bool:
        return at - first >= LASTS[kind_of(key)]

    def _is_over(self, key: str, at: float) -> bool:
        """Nothing of it was seen for a while, and all the while it would have been seen."""
        doubts = {key, kind_of(key)} & self._last.keys()
        return not doubts and at - self.began >= WELL_FOR
