"""Samples around a meeting that is fixed: letters, ready sentences, the calendar, numbers."""

from bot.programme.meeting_places import PlaceKind
from bot.programme.notices import (
    AskNumber,
    CalendarLink,
    CalendarShown,
    CannotCome,
    HowLate,
    MeetingCancelled,
    MeetingFixed,
    MeetingIsOver,
    MeetingMoved,
    MeetingPlaceShown,
    MeetingSoon,
    MeetingTomorrow,
    Notice,
    NumberNotShared,
    NumberOffered,
    NumbersShared,
    NumbersTakenBack,
    PhonesShown,
    ReadySentence,
    SentenceGroups,
    SentenceNotTold,
    SentencesOfGroup,
    SentenceTold,
)
from bot.programme.ready_sentences import Group, Sentence
from bot.programme.told_meetings import ToldMeeting

LARGEST_ID = 2**63 - 1
STAMP = "2026-11-20T09:05:00+00:00"
SECRET = "A" * 43
NUMBER, OTHER = "+32470123456", "+32491570006"


def _meeting(kind: PlaceKind, key: str = "", words: str = "") -> ToldMeeting:
    """Tuesday 24 November 2026, from 14:00 to 16:00 in Brussels."""
    return ToldMeeting(
        LARGEST_ID, LARGEST_ID - 1, "2026-11-24T13:00:00+00:00", "2026-11-24T15:00:00+00:00",
        "Europe/Brussels", 1, kind, key, words, "brussels",
    )  # fmt: skip


# The night in which the clock is put back: from 01:30 to 03:30 are three hours.
LONG_NIGHT = ToldMeeting(
    LARGEST_ID, LARGEST_ID - 1, "2026-10-24T23:30:00+00:00", "2026-10-25T02:30:00+00:00",
    "Europe/Brussels", 0,
).facts()  # fmt: skip
SHORT = ToldMeeting(
    LARGEST_ID, LARGEST_ID - 1, "2026-11-24T13:00:00+00:00", "2026-11-24T14:30:00+00:00",
    "Europe/Brussels", 0,
).facts()  # fmt: skip
LIBRARY = _meeting(PlaceKind.PUBLIC, "library").facts()
OFFICE = _meeting(PlaceKind.BRANCH, "brussels").facts()
TYPED = _meeting(PlaceKind.ADDRESS, words="Café Central, Kerkstraat 3, 9000 Gent").facts()
PLACES = (
    LIBRARY, OFFICE, TYPED, LONG_NIGHT, SHORT,
    _meeting(PlaceKind.ONLINE).facts(), _meeting(PlaceKind.PHONE).facts(),
)  # fmt: skip
AT = "1430"

MEETING_LETTER_SAMPLES: tuple[Notice, ...] = (
    *[MeetingFixed(meeting, "Rita", STAMP) for meeting in PLACES],
    *[MeetingMoved(LIBRARY, "Rita", STAMP, by_you=mine) for mine in (True, False)],
    *[MeetingCancelled(LIBRARY, "Rita", STAMP, by_you=mine) for mine in (True, False)],
    MeetingCancelled(LIBRARY, "Rita", STAMP, by_you=False, another=True),
    MeetingTomorrow(LIBRARY, "Rita"),
    MeetingSoon(OFFICE, "Rita"),
    *[MeetingPlaceShown(meeting, "Rita") for meeting in (LIBRARY, TYPED)],
    HowLate(LIBRARY, "Rita"),
    CannotCome(LIBRARY, "Rita"),
    MeetingIsOver(),
    SentenceGroups(LARGEST_ID, "Rita"),
    *[SentencesOfGroup(LARGEST_ID, "Rita", group, ("1400", "1500")) for group in Group],
    *[ReadySentence(LARGEST_ID, "Amir", sentence, AT, LIBRARY) for sentence in Sentence],
    *[ReadySentence(LARGEST_ID, "Amir", sentence, "", None)
      for sentence in (Sentence.I_AM_HERE, Sentence.AT_THE_ENTRANCE)],
    SentenceTold(LARGEST_ID, "Rita", Sentence.ILL_TODAY, "", LIBRARY, in_the_morning=False),
    SentenceTold(LARGEST_ID, "Rita", Sentence.THANK_YOU, "", None, in_the_morning=True),
    *[SentenceNotTold(why, "Rita") for why in ("enough", "not_now")],
    CalendarShown(can_link=False, has_link=False),
    CalendarShown(can_link=True, has_link=False),
    CalendarShown(can_link=True, has_link=True),
    CalendarShown(can_link=True, has_link=False, stopped=True),
    CalendarLink(f"https://duo.example.org/calendar/{SECRET}.ics"),
    *[PhonesShown("Rita", mine, wanted) for mine, wanted in ((NUMBER, False), ("", True),
                                                             ("", False))],
    *[AskNumber("Rita", problem) for problem in ("", "unfit", "somebody_else")],
    NumberOffered("Rita"),
    NumbersShared("Rita", OTHER, NUMBER),
    *[NumbersTakenBack("Rita", by_you=mine) for mine in (True, False)],
    NumbersTakenBack("", by_you=False),
    NumberNotShared(),
)  # fmt: skip
