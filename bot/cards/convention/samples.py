"""The beginning of a duo as it comes in practice."""

from bot.cards.sample_meeting_letters import LIBRARY
from bot.programme.notices import Notice
from bot.programme.notices.convention import (
    ON_PAPER,
    SPOKEN,
    ChooseFirstTimes,
    ConfirmPaper,
    ConventionAnswer,
    ConventionOnPaper,
    ConventionPart,
    ConventionToSign,
    DuoBegins,
    DuoStarts,
    DuoToStart,
    FirstForWhom,
    FirstMeetingTold,
    FirstTimesOffered,
    NotedOnPaper,
)
from bot.programme.people import Role

LARGEST = 2**63 - 1
SINCE = "2026-11-24T09:05:00+00:00"
TIMES = ("2026-11-26T14:00", "2026-11-27T10:00", "2026-11-30T18:00")
DAYS = ("2026-11-26", "2026-11-27", "2026-11-30")
TWO = (LARGEST, LARGEST - 1)
NAMES = ("Rita", "Els")
SIGNED = (
    (Role.MENTEE.value, "Amir", SINCE, ""),
    (Role.MENTOR.value, "Rita", SINCE, ON_PAPER),
    (Role.COACH.value, "Els", "", ""),
)
SPOKEN_YES = ((Role.MENTEE.value, "Amir", SINCE, SPOKEN), *SIGNED[1:])
NOBODY = tuple((role, name, "", "") for role, name, _, _ in SIGNED)
NEWS = ("new", "sent", "none_suits", "none_common", "other_time", "cancelled")
ANSWERS = ("signed", "later", "too_early", "objected", "other_time", "cancelled")

CONVENTION_SAMPLES: list[Notice] = [
    DuoStarts(Role.MENTEE, "Rita", "Els"),
    DuoStarts(Role.MENTOR, "Amir", "Els"),
    DuoStarts(Role.MENTEE, "Rita", "Els", asked=True),
    *[DuoToStart(LARGEST, "Amir", "Rita", TWO, news, "Amir", waits=news == "sent",
                 zone="Europe/Brussels") for news in NEWS],
    DuoToStart(LARGEST, "Amir", "Rita", TWO, meeting=SINCE, zone="Europe/Brussels"),
    DuoToStart(LARGEST, "Amir", "Rita", TWO, "times_over"),
    DuoToStart(LARGEST, "Amir", "Rita", TWO, "sent", called=("Amir",)),
    DuoToStart(LARGEST, "Amir", "Rita", TWO, "reminded", "Amir", called=("Amir",)),
    *[DuoToStart(LARGEST, "Amir", "Rita", TWO, news, "Amir", "signing", zone="Europe/Brussels",
                 signed=SIGNED if news else NOBODY)
      for news in ("was_it_held", "later", "reminded", "objected", "")],
    DuoToStart(LARGEST, "Amir", "Rita", TWO, state="active", zone="Europe/Brussels",
               signed=SIGNED, mine=True),
    ChooseFirstTimes(LARGEST, "Amir", "Rita", (), days=DAYS, said=("1e 3a", "")),
    ChooseFirstTimes(LARGEST, "Amir", "Rita", TIMES[:1], days=DAYS, online=True),
    ChooseFirstTimes(LARGEST, "Amir", "Rita", TIMES[:2], day=DAYS[0], hours=TIMES),
    ChooseFirstTimes(LARGEST, "Amir", "Rita", TIMES, refused="no_time"),
    ChooseFirstTimes(LARGEST, "Amir", "Rita", TIMES[:1], days=DAYS, refused="not_free"),
    FirstForWhom(((LARGEST, "Amir", "Rita"), (2, "Fatima", "Jan"))),
    FirstTimesOffered(LARGEST, 1, "Rita", "Els", TIMES, online=False, branch="brussels"),
    FirstTimesOffered(LARGEST, 1, "Rita", "Els", TIMES, online=True, branch="brussels",
                      mine=TIMES[:2]),
    FirstTimesOffered(LARGEST, 1, "Rita", "Els", TIMES, online=False, branch="brussels",
                      none=True),
    FirstTimesOffered(LARGEST, 1, "Rita", "Els", (), online=False, branch="brussels", taken=True),
    *[FirstMeetingTold(news, LIBRARY, NAMES, SINCE, is_coach=is_coach)
      for news in ("fixed", "moved", "off", "tomorrow", "shown") for is_coach in (False, True)],
    ConventionToSign(LARGEST, NAMES, 8),
    ConventionToSign(LARGEST, NAMES, 8, changed=True),
    ConventionToSign(LARGEST, NAMES, 1, reminder=True),
    ConventionToSign(LARGEST, NAMES, 8, staff=True),
    ConventionPart(LARGEST, 0, "0123abcd", may_sign=True),
    ConventionPart(LARGEST, 3, "0123abcd", may_sign=False, changed=True),
    ConventionPart(LARGEST, 7, "0123abcd", may_sign=True),
    ConventionPart(LARGEST, 7, "0123abcd", may_sign=True, signed=SINCE),
    ConventionPart(LARGEST, 7, "0123abcd", may_sign=True, staff=True),
    ConventionAnswer(LARGEST, "signed", NAMES, staff=True),
    *[ConventionAnswer(LARGEST, news, NAMES) for news in ANSWERS],
    *[ConventionAnswer(LARGEST, news) for news in ("signed", "as_it_is", "to_sign", "time_fixed")],
    ConfirmPaper(*TWO, "Amir", DAYS[:1], "2027-01", "0123abcd"),
    ConfirmPaper(*TWO, "Amir", DAYS, "2027-01", "0123abcd", in_telegram=True, changed=True),
    NotedOnPaper(LARGEST, "Els", DAYS[0]),
    DuoBegins(("Rita",), 6, "18:00", 26),
    DuoBegins(("Amir", "Rita"), 6, "18:00", 26),
    ConventionOnPaper("en", "Our agreement", (("Every week", "We meet once a week."),), "2027-01",
                      "brussels", SINCE, SIGNED, SINCE),
    ConventionOnPaper("nl", "Onze afspraak", (("Elke week", "We zien elkaar elke week."),),
                      "2027-01", "brussels", SINCE, SPOKEN_YES, SINCE, page_in="nl"),
]  # fmt: skip
