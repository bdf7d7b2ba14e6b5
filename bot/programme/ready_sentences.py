"""What one of a duo can have told to the other without writing: a closed set of sentences.

Codes only: the words of each language are cards. Times and places come beside the code.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MINUTES_LATE = (10, 20, 30)
AN_HOUR_AT_MOST = 10  # sentences of one person: enough to find each other, too few to press
HOURS_TO_CALL = 6  # as many full hours are offered for a call


class Group(StrEnum):
    """What the sentences are about; people choose this first."""

    WAY = "way"
    CHANGE = "change"
    BRING = "bring"
    CALL = "call"
    KIND = "kind"


class Sentence(StrEnum):
    """One sentence."""

    LATE_10 = "late10"
    LATE_20 = "late20"
    LATE_30 = "late30"
    TRANSPORT_IS_LATE = "transport"
    ON_MY_WAY = "onway"
    I_AM_HERE = "here"
    AT_THE_ENTRANCE = "entrance"
    WHERE_ARE_YOU = "where"
    CANNOT_FIND_IT = "lost"

    CANNOT_COME = "cannot"
    ILL_TODAY = "ill"
    ANOTHER_TIME = "othertime"
    ONLINE_INSTEAD = "online"
    BY_PHONE_INSTEAD = "byphone"
    SHORTER = "shorter"

    BRING_CV = "cv"
    BRING_LETTER = "letter"
    BRING_PAPERS = "papers"
    BRING_VACANCY = "vacancy"
    DO_YOU_NEED_SOMETHING = "need"
    I_HAVE_A_QUESTION = "question"
    I_DID_IT = "did"

    CALL_ME = "callme"
    MAY_I_CALL = "maycall"
    I_CALL_AT = "callat"
    CANNOT_TALK_NOW = "notnow"

    ALL_RIGHT = "ok"
    THANK_YOU = "thanks"
    GOOD_LUCK = "luck"
    HOW_DID_IT_GO = "howwent"
    WELL_DONE = "welldone"
    SORRY = "sorry"
    SEE_YOU_THEN = "seeyou"


_S = Sentence
GROUPS: Mapping[Group, tuple[Sentence, ...]] = {
    Group.WAY: (
        _S.LATE_10, _S.LATE_20, _S.LATE_30, _S.TRANSPORT_IS_LATE, _S.ON_MY_WAY, _S.I_AM_HERE,
        _S.AT_THE_ENTRANCE, _S.WHERE_ARE_YOU, _S.CANNOT_FIND_IT,
    ),
    Group.CHANGE: (
        _S.CANNOT_COME, _S.ILL_TODAY, _S.ANOTHER_TIME, _S.ONLINE_INSTEAD, _S.BY_PHONE_INSTEAD,
        _S.SHORTER,
    ),
    Group.BRING: (
        _S.BRING_CV, _S.BRING_LETTER, _S.BRING_PAPERS, _S.BRING_VACANCY,
        _S.DO_YOU_NEED_SOMETHING, _S.I_HAVE_A_QUESTION, _S.I_DID_IT,
    ),
    Group.CALL: (_S.CALL_ME, _S.MAY_I_CALL, _S.I_CALL_AT, _S.CANNOT_TALK_NOW),
    Group.KIND: (
        _S.ALL_RIGHT, _S.THANK_YOU, _S.GOOD_LUCK, _S.HOW_DID_IT_GO, _S.WELL_DONE, _S.SORRY,
        _S.SEE_YOU_THEN,
    ),
}  # fmt: skip
OF_MINUTES: Mapping[int, Sentence] = dict(
    zip(MINUTES_LATE, (_S.LATE_10, _S.LATE_20, _S.LATE_30), strict=True)
)
# What cannot wait for the morning: somebody stands somewhere, or does not come.
URGENT = frozenset({*GROUPS[Group.WAY], *GROUPS[Group.CHANGE], *GROUPS[Group.CALL], _S.ALL_RIGHT})
# After these there is a meeting to be moved or cancelled.
NEEDS_ANOTHER_TIME = frozenset({_S.CANNOT_COME, _S.ILL_TODAY, _S.ANOTHER_TIME})
# These name the day, the hour or the place of the meeting that comes, when there is one.
NAMES_THE_MEETING = frozenset({
    *GROUPS[Group.WAY], *GROUPS[Group.CHANGE], *GROUPS[Group.BRING], _S.SEE_YOU_THEN,
})  # fmt: skip


def minutes_late(sentence: Sentence) -> int | None:
    """How many minutes later somebody says to come."""
    return next((minutes for minutes, one in OF_MINUTES.items() if one is sentence), None)


def hours_to_call(now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """The next full hours, as 1400; what comes after midnight is another day."""
    wall = now.astimezone(zone)
    first = wall.replace(minute=0, second=0, microsecond=0, tzinfo=None)
    hours = (first + timedelta(hours=number + 1) for number in range(HOURS_TO_CALL))
    return tuple(f"{hour:%H%M}" for hour in hours if hour.date() == wall.date())


def read_hour(value: str) -> time | None:
    """The hour that a button carries, as 1430; None when it carries none."""
    return time(int(value[:2]), int(value[2:])) if value else None
