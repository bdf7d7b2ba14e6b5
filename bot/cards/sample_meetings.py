"""Samples around finding a time: what comes, what is planned and offered, and what is answered."""

import json

from bot.cards.sample_meeting_letters import LIBRARY, OFFICE, STAMP
from bot.programme.meeting_places import PlaceKind
from bot.programme.meetings import Note, Refusal
from bot.programme.notices import (
    AskAddress,
    AskTime,
    CancelMeeting,
    ChooseDay,
    ChooseHour,
    ChooseMeetingPlace,
    ConfirmTimes,
    MayBeShut,
    MeetingOff,
    MeetingOffered,
    MeetingShown,
    NoMeetings,
    NoneFits,
    Notice,
    OfferHeard,
    OfferNotSent,
    OfferOver,
    OffersCross,
    OfferSent,
    OfferTaken,
    OurMeetings,
    PlanMeeting,
)
from bot.programme.when import Why

LARGEST_ID = 2**63 - 1
BRANCH = "brussels"
TUESDAY, WEDNESDAY, CHRISTMAS = "2026-11-24T14:00", "2026-11-25T18:00", "2026-12-25T10:30"
TIMES = (TUESDAY, WEDNESDAY, CHRISTMAS)
FIRST = ("2026-12-01T14:00",)
AT_LIBRARY = (PlaceKind.PUBLIC, "library", "")
NOT_YET = (PlaceKind.OPEN, "", "")
MONTH = "2026-12"
WEEKS = tuple(
    tuple(f"{MONTH}-{day:02}" if 1 <= day <= 31 else "" for day in range(monday, monday + 7))  # noqa: PLR2004  # December has so many
    for monday in range(0, 35, 7)
)

# The week after, at the office.
NEXT = {**OFFICE, "id": LARGEST_ID - 2, "starts": "2026-12-01T13:00:00+00:00"}

MEETING_SAMPLES: tuple[Notice, ...] = (
    OurMeetings("Rita", ()),
    OurMeetings("Rita", (LIBRARY,), FIRST[0], next_week=True),
    OurMeetings("Rita", (LIBRARY, NEXT), WEDNESDAY, offer_id=LARGEST_ID,
                offered=TIMES),
    OurMeetings("Rita", (LIBRARY,), resting=True),
    OurMeetings("Rita", (LIBRARY,), waiting=json.dumps(MeetingOffered(
        LARGEST_ID, "Rita", TIMES[1:], AT_LIBRARY, BRANCH).facts())),
    NoMeetings(BRANCH),
    NoMeetings(None),
    MeetingShown(LIBRARY, "Rita"),
    MeetingShown(OFFICE, "Rita", kept=True, near=False),
    CancelMeeting(LIBRARY, "Rita"),
    MeetingOff(NEXT, STAMP),
    PlanMeeting(LARGEST_ID, MONTH, "Rita", TIMES, (), NOT_YET, BRANCH),
    PlanMeeting(LARGEST_ID, MONTH, "Rita", FIRST, (), NOT_YET, BRANCH, TUESDAY, next_week=True),
    PlanMeeting(LARGEST_ID, MONTH, "Rita", TIMES, TIMES, AT_LIBRARY, BRANCH, TUESDAY,
                before=WEDNESDAY),
    *[PlanMeeting(LARGEST_ID, MONTH, "Rita", TIMES, (TUESDAY,), NOT_YET, BRANCH, refused=why)
      for why in Refusal],
    ChooseDay(LARGEST_ID, MONTH, WEEKS, "2026-11", "2027-01"),
    ChooseDay(LARGEST_ID, MONTH, WEEKS, "", ""),
    ChooseHour(LARGEST_ID, "2026-12-25", TIMES),
    ChooseHour(LARGEST_ID, "2026-11-24", TIMES, fine=True),
    ChooseHour(LARGEST_ID, "2026-11-24", ()),
    *[ConfirmTimes(LARGEST_ID, "Rita", TUESDAY, (TUESDAY,), AT_LIBRARY, BRANCH, note)
      for note in Note],
    ConfirmTimes(LARGEST_ID, "Rita", TUESDAY, (TUESDAY,), AT_LIBRARY, BRANCH, theirs=TIMES),
    ConfirmTimes(LARGEST_ID, "Rita", CHRISTMAS, TIMES, NOT_YET, BRANCH, before=TUESDAY),
    *[AskTime(LARGEST_ID, MONTH, why, TIMES) for why in Why],
    AskTime(LARGEST_ID, MONTH, "", ()),
    ChooseMeetingPlace(LARGEST_ID, BRANCH, AT_LIBRARY),
    ChooseMeetingPlace(LARGEST_ID, None, NOT_YET),
    AskAddress(LARGEST_ID),
    AskAddress(LARGEST_ID, unfit=True),
    OfferSent(LARGEST_ID, "Rita", TIMES, AT_LIBRARY, BRANCH),
    OfferSent(LARGEST_ID, "Rita", (TUESDAY,), NOT_YET, BRANCH, before=WEDNESDAY),
    OfferNotSent("Rita"),
    MeetingOffered(LARGEST_ID, "Rita", TIMES, AT_LIBRARY, BRANCH),
    MeetingOffered(LARGEST_ID, "Rita", (TUESDAY,), NOT_YET, BRANCH, WEDNESDAY, Refusal.BUSY),
    OfferHeard(LARGEST_ID, "Rita", TUESDAY, TIMES, AT_LIBRARY, BRANCH),
    OfferHeard(LARGEST_ID, "Rita", TUESDAY, (TUESDAY,), NOT_YET, BRANCH, WEDNESDAY),
    OfferHeard(LARGEST_ID, "Rita", "", TIMES, NOT_YET, BRANCH),
    MeetingOffered(LARGEST_ID, "Rita", TIMES, NOT_YET, BRANCH, instead=True),
    OffersCross(LARGEST_ID, LARGEST_ID, "Rita", TIMES, FIRST, ()),
    OffersCross(LARGEST_ID, LARGEST_ID, "Rita", TIMES, (TUESDAY, *FIRST), (TUESDAY,)),
    MayBeShut(LARGEST_ID, (CHRISTMAS,), AT_LIBRARY, BRANCH),
    OfferTaken(TUESDAY),
    NoneFits(LARGEST_ID, "Rita", TIMES, mine=True),
    NoneFits(LARGEST_ID, "Rita", TIMES, mine=False),
    *[OfferOver(why, "Rita", mine=mine)
      for why in ("fixed", "none_fits", "withdrawn", "replaced", "past")
      for mine in (True, False)],
)  # fmt: skip
