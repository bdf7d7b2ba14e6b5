"""One or more of every notice there is, as they come in practice: for a page, and for tests."""

from bot.cards.registering.samples import REGISTERING_SAMPLES
from bot.cards.road.samples import ROAD_SAMPLES
from bot.cards.sample_case_talk import CASE_TALK_SAMPLES
from bot.cards.sample_cases import CASE_SAMPLES
from bot.cards.sample_check_ins import CHECK_IN_SAMPLES
from bot.cards.sample_codes import CODES_SAMPLES
from bot.cards.sample_digest import DIGEST_SAMPLES
from bot.cards.sample_duo_views import DUO_VIEW_SAMPLES
from bot.cards.sample_groups import GROUP_SAMPLES
from bot.cards.sample_keeping import KEEPING_SAMPLES
from bot.cards.sample_meeting_letters import MEETING_LETTER_SAMPLES
from bot.cards.sample_meetings import MEETING_SAMPLES
from bot.cards.sample_requests import REQUEST_SAMPLES
from bot.cards.sample_services import SERVICE_SAMPLES
from bot.cards.sample_signposts import SIGNPOST_SAMPLES
from bot.cards.sample_silence import SILENCE_SAMPLES
from bot.cards.sample_staff import STAFF_SAMPLES
from bot.programme.cases import Reason
from bot.programme.notices import (
    BarrierHeard,
    BarrierQuestion,
    BarriersShown,
    CannotJoin,
    ChangeNotSeen,
    CoachHasRead,
    CoachWelcome,
    ConsentRefused,
    DuoEnded,
    GladToHear,
    HandedOver,
    HandOverDeclined,
    HandOverDone,
    HandOverNotDone,
    Help,
    InvitationRefused,
    LanguageChoice,
    LanguageChosen,
    Menu,
    MyCases,
    NotForYou,
    Notice,
    OnlyWords,
    OurMistake,
    Paused,
    PrivacyText,
    QuestionOfferedAgain,
    ReferralEnded,
    ReferralKept,
    ReferralNotKept,
    ReferralOffer,
    ReferralOver,
    ReferralQuestion,
    Registered,
    Resumed,
    SomebodyLeft,
    SomebodyPaused,
    SomebodyRegistered,
    SomebodyUnreachable,
    WelcomeBack,
    Withdrawn,
    WithdrawQuestion,
    YouAreWelcome,
)
from bot.programme.notices.pauses import SureToPause
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.referrals import Barrier, Outcome
from bot.programme.registration import Obstacle, Question

BRANCH = "brussels"
LARGEST_ID = 2**63 - 1
SINCE = "2026-11-24T09:05:00+00:00"
SERVICE, NEED, AREA = "samusocial-bxl", "housing.tonight", "BE-BRU"
SERVICE_NAME = {"nl": "Samusocial", "fr": "Samusocial", "en": "Samusocial"}
IN_ONE_LANGUAGE = {"nl": "Sociaal Huis"}


SAMPLES: list[Notice] = [
    *REGISTERING_SAMPLES,
    *CASE_TALK_SAMPLES,
    *CASE_SAMPLES,
    *SERVICE_SAMPLES,
    *SIGNPOST_SAMPLES,
    *SILENCE_SAMPLES,
    *STAFF_SAMPLES,
    *GROUP_SAMPLES,
    *KEEPING_SAMPLES,
    *MEETING_LETTER_SAMPLES,
    *MEETING_SAMPLES,
    *DUO_VIEW_SAMPLES,
    *CHECK_IN_SAMPLES,
    *CODES_SAMPLES,
    *DIGEST_SAMPLES,
    *REQUEST_SAMPLES,
    *ROAD_SAMPLES,
    *[Menu(why, role, paused=paused)
      for why in ("asked", "not_understood", "old_button", "no_agreement")
      for role in (Role.MENTEE, Role.COACH, Role.COORDINATOR)
      for paused in (False, True)],
    *[Help(role, branch) for role in Role for branch in (BRANCH, None)],
    LanguageChoice(),
    LanguageChosen(),
    OnlyWords(),
    GladToHear(),
    *[kind(registers=late) for kind in (YouAreWelcome, ChangeNotSeen) for late in (False, True)],
    OurMistake(BRANCH),
    OurMistake(None),
    NotForYou(),
    ConsentRefused(),
    *[CannotJoin(obstacle, Role.MENTEE, BRANCH) for obstacle in Obstacle],
    CannotJoin(Obstacle.TOO_YOUNG, Role.MENTOR, BRANCH),
    CannotJoin(Obstacle.TOO_OLD, Role.MENTEE, BRANCH, again=True),
    CannotJoin(Obstacle.NO_BRANCH, Role.MENTEE, "elsewhere"),
    Registered("Amir", Role.MENTEE, BRANCH),
    Registered("Rita", Role.MENTOR, BRANCH),
    Registered("Rik", Role.MENTEE, BRANCH, in_danger=True),
    Registered("Rik", Role.MENTEE, BRANCH, in_danger=True, coach="Els"),
    PrivacyText(agreed=True),
    PrivacyText(agreed=False),
    WithdrawQuestion(in_duo=True),
    WithdrawQuestion(in_duo=False),
    Withdrawn(),
    Paused(in_duo=True),
    Paused(in_duo=False),
    Paused(in_duo=False, may_leave=True),
    Paused(in_duo=True, until=SINCE, may_leave=True),
    SureToPause(SINCE, "Europe/Brussels"),
    Paused(in_duo=True, until=SINCE),
    Resumed(in_duo=True),
    Resumed(in_duo=False),
    WelcomeBack(in_duo=True),
    WelcomeBack(in_duo=False),
    DuoEnded(),
    *[QuestionOfferedAgain(question, Role.MENTEE) for question in Question],
    CoachHasRead("Els"),
    CoachHasRead("Els", told=True),
    CoachHasRead("Els", case_id=LARGEST_ID, taken=False),
    CoachHasRead("Els", reason=Reason.GOES_BADLY, case_id=LARGEST_ID),
    CoachWelcome("Els", BRANCH),
    CoachWelcome("Odile", BRANCH, Role.COORDINATOR),
    InvitationRefused("link"),
    InvitationRefused("role"),
    SomebodyRegistered("Fatima", Role.MENTEE, BRANCH, "fr"),
    SomebodyPaused("Amir", Role.MENTEE, back=False),
    SomebodyPaused("Amir", Role.MENTEE, back=False, until=SINCE),
    SomebodyPaused("Amir", Role.MENTEE, back=True),
    SomebodyPaused("Amir", Role.MENTEE, back=True, partner_rests=True),
    SomebodyLeft(Role.MENTEE, "Rita", (700_000_002,)),
    SomebodyLeft(Role.MENTOR, "Amir", (), 2, partner_rests=True, until=SINCE),
    SomebodyUnreachable("Amir", Role.MENTEE),
    MyCases(0, 0, 0),
    MyCases(1, 0, 1),
    MyCases(2, 0, 2),
    ReferralOffer(SERVICE, SERVICE_NAME, NEED, AREA, SINCE),
    ReferralOffer(SERVICE, IN_ONE_LANGUAGE, "", AREA, SINCE),
    ReferralKept(LARGEST_ID, SERVICE_NAME, SINCE),
    ReferralKept(LARGEST_ID, SERVICE_NAME, None),
    *[ReferralNotKept(why) for why in ("no", "left", "gone")],
    ReferralQuestion(LARGEST_ID, SERVICE_NAME),
    ReferralEnded(Outcome.HELPED),
    ReferralEnded(Outcome.NOT_NEEDED),
    BarrierQuestion(LARGEST_ID),
    BarrierHeard(),
    BarrierHeard(others=False),
    ReferralOver(),
    HandedOver("Rita", SERVICE, SERVICE_NAME, "0800 99 340"),
    HandedOver("Rita", SERVICE, IN_ONE_LANGUAGE, None),
    HandedOver("Rita", SERVICE, {}, None),
    HandOverDone("Amir", in_the_morning=False),
    HandOverDone("Amir", in_the_morning=True),
    HandOverNotDone("no_duo"),
    HandOverNotDone("gone"),
    HandOverNotDone("not_now", "Amir"),
    HandOverNotDone("enough", "Amir"),
    HandOverDeclined(),
    BarriersShown(AREA, ((SERVICE_NAME, ((Barrier.CLOSED, 7), (Barrier.FULL, 5))),
                         ({}, tuple((barrier, 6) for barrier in Barrier)))),
    BarriersShown(AREA, ()),
]  # fmt: skip


def possible(notice: Notice, programme: Programme) -> bool:
    """Whether this programme can come to say this: some have no limit of age."""
    if not isinstance(notice, CannotJoin):
        return True
    ages = programme.ages_of(notice.role or Role.MENTEE)
    limits = {Obstacle.TOO_YOUNG: ages.youngest, Obstacle.TOO_OLD: ages.oldest}
    return limits.get(Obstacle(notice.obstacle), 0) is not None
