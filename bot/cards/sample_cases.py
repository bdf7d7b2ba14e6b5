"""Samples of cases on the coach's phone, in every state, and of what goes with them."""

from bot.programme.cases import About, CaseState, Handed, Nudge, Reason, Urgency, WhoMayKnow
from bot.programme.danger.answers import MayCall
from bot.programme.notices import CaseCard, CaseNudge, HowCallWent, MyCases, Notice, SureToClose
from bot.programme.notices.case_hands import (
    CaseHanded,
    CaseHeld,
    HandCase,
    LayCaseAside,
    SureToHand,
)
from bot.programme.notices.waking import CallTried, CoachesOnly, StillYours
from bot.programme.people import Role

LARGEST_ID = 2**63 - 1
SINCE = "2026-11-21T17:00:00+00:00"
LATER = "2026-11-24T08:00:00+00:00"
A_WEEK_ON = "2026-12-01T08:00:00+00:00"
NAMES_A_COACH = (Nudge.CLOSED, Nudge.ANSWERED)
OF_TWO = (Reason.NO_MEETINGS, Reason.DIFFERS)
# Those of silence and of services stand beside what else is said of these.
OF_ONE = tuple(set(Reason) - {*OF_TWO, Reason.SILENT, Reason.CHECK_SERVICES})


def _card(reason: Reason, state: CaseState, **more: object) -> CaseCard:
    taken = state in (CaseState.TAKEN, CaseState.ANSWERED)
    facts = {
        "case_id": LARGEST_ID, "reason": reason, "state": state, "since": SINCE,
        "names": ("Amir",), "role": Role.MENTEE, "language": "fr",
        "taken_by": "Els" if taken else None,
        "answered_by": "Els" if state is CaseState.ANSWERED else None, "answered_at": SINCE,
    } | more  # fmt: skip
    return CaseCard(**facts)  # type: ignore[arg-type]  # each fact has the type of its field


CASE_SAMPLES: list[Notice] = [
    *[_card(reason, state) for reason in sorted(OF_ONE) for state in CaseState],
    *[
        _card(reason, state, names=("Amir", "Rita"), role=None, language=None)
        for reason in OF_TWO
        for state in CaseState
    ],
    *[
        _card(
            Reason.ASKED,
            CaseState.OPEN,
            about=about,
            urgency=urgency,
            audience=audience,
            read_before=LATER,
            role=role,
        )
        for about, urgency, audience, role in (
            (About.MEETINGS, Urgency.TODAY, WhoMayKnow.COACH, Role.MENTEE),
            (About.PARTNER, Urgency.WEEK, WhoMayKnow.TEAM, Role.MENTEE),
            (About.PARTNER, Urgency.QUESTION, WhoMayKnow.COACH, Role.MENTOR),
            (About.WORK, Urgency.WEEK, WhoMayKnow.MENTOR_TOO, Role.MENTEE),
            (About.HOME, Urgency.TODAY, WhoMayKnow.TEAM, Role.MENTEE),
            (About.HEALTH, Urgency.TODAY, WhoMayKnow.COACH, Role.MENTEE),
            (About.OTHER, Urgency.QUESTION, None, Role.MENTOR),
        )
    ],
    _card(Reason.ASKED, CaseState.OPEN, role=None, names=("",)),
    _card(Reason.ASKED, CaseState.OPEN, again=True),
    _card(Reason.ASKED, CaseState.TAKEN, waits_until=LATER),
    _card(Reason.ASKED, CaseState.ANSWERED, waits_until=LATER),
    _card(Reason.ASKED, CaseState.ANSWERED, answered_by="Tom", answered_at=SINCE),
    _card(Reason.ASKED, CaseState.TAKEN, answered_by="Tom", answered_at=SINCE),
    *[_card(Reason.ASKED, CaseState.OPEN, handed_by="Tom", handed_how=how) for how in Handed],
    *[
        _card(Reason.OBSTACLE, state, obstacles=(("health", "coach"), ("money", "mentor_too")))
        for state in CaseState
    ],
    _card(Reason.OBSTACLE, CaseState.CLOSED, names=()),
    _card(Reason.ASKED, CaseState.READ, read_by="Els", read_before=LATER),
    *[_card(Reason.DANGER, CaseState.OPEN, may_call=wish, read_before=LATER) for wish in MayCall],
    _card(Reason.DANGER, CaseState.TAKEN, may_call=MayCall.YES, tried_at=SINCE),
    *[CaseNudge(LARGEST_ID, why) for why in Nudge if why not in NAMES_A_COACH],
    *[CaseNudge(LARGEST_ID, why, coach="Els") for why in NAMES_A_COACH],
    CaseNudge(LARGEST_ID, Nudge.WAITS, in_danger=True),
    CaseNudge(LARGEST_ID, Nudge.WAITS, in_danger=True, waiting=12, is_long=True),
    CallTried(LARGEST_ID, "Els", SINCE),
    CallTried(LARGEST_ID, "Els", SINCE, "Tom"),
    CoachesOnly(),
    StillYours(4),
    _card(Reason.DANGER, CaseState.OPEN, urgency=Urgency.NOW, partner="Rita", read_before=LATER),
    _card(
        Reason.DANGER,
        CaseState.OPEN,
        read_before=SINCE,
        promise_is_over=True,
        handed_by="",
        handed_how=Handed.BACK,
        asked="",
        answered_by="",
    ),
    HowCallWent(LARGEST_ID),
    SureToClose(LARGEST_ID, "Amir"),
    HandCase(LARGEST_ID, ((LARGEST_ID, "Tom"), (LARGEST_ID - 1, "Odile"))),
    HandCase(LARGEST_ID, (), ("Amir", "Rita")),
    CaseHeld(LARGEST_ID, "Els"),
    CaseHanded(LARGEST_ID, "Tom"),
    SureToHand(LARGEST_ID, LARGEST_ID, "Tom", ("Amir", "")),
    SureToHand(LARGEST_ID, LARGEST_ID, "Tom"),
    _card(Reason.ASKED, CaseState.OPEN, asked="Tom"),
    _card(Reason.ASKED, CaseState.OPEN, handed_by="Tom"),
    _card(Reason.ASKED, CaseState.TAKEN, by_other=True),
    MyCases(0, 1, 1),
    MyCases(1, 2, 3),
    LayCaseAside(LARGEST_ID, ((1, LATER), (7, A_WEEK_ON))),
    MyCases(3, 0, 3),
    MyCases(12, 11, 20, has_more=True),
    MyCases(12, 11, 3, 1),
    MyCases(12, 11, 0, 2),
]
