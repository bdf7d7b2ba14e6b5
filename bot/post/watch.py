"""What the post knows of its own health, for whoever watches over it: health page and metrics.

The post writes here and nobody else; to read costs nothing, and no moment of it is awaited.
"""

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import structlog

# Nothing is heard for longer than a long poll and its grace: something is wrong with the line.
DEAF_AFTER = 90.0
# So many refusals because of another poller, within so many seconds, are no hand-over any more.
CONFLICTS_BEFORE_ALARM = 3
CONFLICTS_WITHIN = 60.0
BETWEEN_ALARMS = 60.0

log = structlog.get_logger(__name__)


class Alarm(StrEnum):
    """What a human has to look at; each is an error in the log, under the same name."""

    TOKEN_IN_USE_ELSEWHERE = "token_in_use_elsewhere"  # noqa: S105  # the name of an alarm
    TOKEN_REFUSED = "token_refused"  # noqa: S105  # the name of an alarm
    VERY_LONG_WAIT_ASKED = "very_long_wait_asked"
    LETTER_SET_ASIDE = "letter_set_aside"
    LETTER_LOST_ITS_FORM = "letter_lost_its_form"
    CLOCK_WENT_BACK = "clock_went_back"
    STAFF_GROUP_LOST = "staff_group_lost"
    TOPIC_LEFT_TO_PRIVATE = "topic_left_to_private"


@dataclass(slots=True)
class Watch:
    """How the line to Telegram is. Moments are ``seconds()``, a monotonic clock; None is never.

    - ``began_at``: when this process began to listen.
    - ``polled_at``: the last getUpdates that came back well, with updates or without.
    - ``failed_at``: the last one that did not, whatever the reason.
    - ``conflict_at``: the last 409: another process polls with this token, or a webhook is set.
    - ``refused_at``: the last 401 or 404: Telegram does not accept the token.
    - ``conflicts``, ``waits``: how many polls Telegram refused because of another poller (409), or
      answered with patience (429), since the process began.
    - ``alarms``: how often each alarm was raised since the process began.
    """

    seconds: Callable[[], float] = time.monotonic
    began_at: float = 0.0
    polled_at: float | None = None
    failed_at: float | None = None
    conflict_at: float | None = None
    refused_at: float | None = None
    conflicts: int = 0
    waits: int = 0
    alarms: Counter[Alarm] = field(default_factory=Counter)
    _conflicts: deque[float] = field(default_factory=lambda: deque(maxlen=CONFLICTS_BEFORE_ALARM))
    _alarmed_at: dict[Alarm, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.began_at = self.seconds()

    @property
    def silent_for(self) -> float:
        """Seconds since Telegram was last heard; since the start, when it never was."""
        return self.seconds() - (self.began_at if self.polled_at is None else self.polled_at)

    @property
    def is_deaf(self) -> bool:
        """Whether nothing was heard for so long that people are not heard either."""
        return self.silent_for > DEAF_AFTER

    @property
    def is_shared(self) -> bool:
        """Whether another program takes part of the updates, by the latest conflicts."""
        recent = [one for one in self._conflicts if self.seconds() - one <= CONFLICTS_WITHIN]
        return len(recent) >= CONFLICTS_BEFORE_ALARM

    def heard(self) -> None:
        """Telegram answered a poll."""
        self.polled_at = self.seconds()
        self.refused_at = None

    def failed(self) -> None:
        """A poll came to nothing."""
        self.failed_at = self.seconds()

    def met_another(self) -> None:
        """Telegram says that another one polls; several times within a minute is an alarm."""
        self.conflict_at = self.seconds()
        self.conflicts += 1
        self._conflicts.append(self.conflict_at)
        if self.is_shared:
            self.alarm_at_times(Alarm.TOKEN_IN_USE_ELSEWHERE, mend=SHARED)

    def refused(self) -> None:
        """Telegram does not accept the token."""
        self.refused_at = self.seconds()

    def alarm(self, alarm: Alarm, **facts: object) -> None:
        """Tell the operators, in the log and by a number; facts are ids and kinds, never words."""
        self.alarms[alarm] += 1
        log.error(alarm.value, **facts)

    def alarm_at_times(self, alarm: Alarm, **facts: object) -> None:
        """Tell it, but of what goes on and on no more than once a minute."""
        now, before = self.seconds(), self._alarmed_at.get(alarm)
        if before is None or now - before >= BETWEEN_ALARMS:
            self._alarmed_at[alarm] = now
            self.alarm(alarm, **facts)


SHARED = (
    "Another program polls with this token and takes part of the updates. Stop the other one. "
    "If there is none of yours, the token has leaked: ask @BotFather for a new one."
)
