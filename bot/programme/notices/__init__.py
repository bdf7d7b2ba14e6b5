"""What has to be said to somebody, before it is put into words."""

from bot.programme.notices.calendars import (
    CalendarLink as CalendarLink,
    CalendarShown as CalendarShown,
)
from bot.programme.notices.case_talk import (
    CaseFile as CaseFile,
    CaseMessageCame as CaseMessageCame,
    CaseRead as CaseRead,
    CaseReadAgain as CaseReadAgain,
    CoachWrites as CoachWrites,
    LineClosed as LineClosed,
    LineOpen as LineOpen,
    NoteKept as NoteKept,
    NotPassedOn as NotPassedOn,
    PassedOn as PassedOn,
    ReadyAnswerLacks as ReadyAnswerLacks,
    ReadyAnswers as ReadyAnswers,
    ReadyAnswerShown as ReadyAnswerShown,
)
from bot.programme.notices.cases import (
    CaseCard as CaseCard,
    CaseNudge as CaseNudge,
    HowCallWent as HowCallWent,
    MyCases as MyCases,
    SureToClose as SureToClose,
)
from bot.programme.notices.check_ins import (
    CheckInAnswered as CheckInAnswered,
    CheckInClosed as CheckInClosed,
    CheckInCorrection as CheckInCorrection,
    CheckInHowIsIt as CheckInHowIsIt,
    CheckInHowLong as CheckInHowLong,
    CheckInNoted as CheckInNoted,
    CheckInPrompt as CheckInPrompt,
    ObstacleAudience as ObstacleAudience,
    ObstacleHeard as ObstacleHeard,
    ObstacleQuestion as ObstacleQuestion,
    ObstacleShared as ObstacleShared,
)
from bot.programme.notices.coach import (
    CoachWelcome as CoachWelcome,
    InvitationRefused as InvitationRefused,
    SomebodyLeft as SomebodyLeft,
    SomebodyPaused as SomebodyPaused,
    SomebodyRegistered as SomebodyRegistered,
    SomebodyUnreachable as SomebodyUnreachable,
)
from bot.programme.notices.danger import AfterDanger as AfterDanger, DangerAsked as DangerAsked
from bot.programme.notices.digest import Digest as Digest
from bot.programme.notices.duo import (
    CoachHasRead as CoachHasRead,
    DuoEnded as DuoEnded,
)
from bot.programme.notices.duo_view import (
    BranchDigest as BranchDigest,
    DuoCard as DuoCard,
    ListedDuo as ListedDuo,
    MyDuos as MyDuos,
)
from bot.programme.notices.groups import (
    GroupCode as GroupCode,
    GroupNews as GroupNews,
    TopicCard as TopicCard,
)
from bot.programme.notices.guide import (
    ChangeNotSeen as ChangeNotSeen,
    GladToHear as GladToHear,
    Help as Help,
    LanguageChoice as LanguageChoice,
    LanguageChosen as LanguageChosen,
    Menu as Menu,
    NotForYou as NotForYou,
    OnlyWords as OnlyWords,
    OurMistake as OurMistake,
    YouAreWelcome as YouAreWelcome,
)
from bot.programme.notices.hand_over import (
    HandedOver as HandedOver,
    HandOverDeclined as HandOverDeclined,
    HandOverDone as HandOverDone,
    HandOverNotDone as HandOverNotDone,
)
from bot.programme.notices.keeping import (
    AskValue as AskValue,
    Assured as Assured,
    ChangeEnded as ChangeEnded,
    ChooseDetail as ChooseDetail,
    ConfirmChange as ConfirmChange,
    MyChanges as MyChanges,
    ProposalAnswered as ProposalAnswered,
    ProposalCard as ProposalCard,
    ReportTaken as ReportTaken,
    ServiceHistory as ServiceHistory,
    ServicesToCheck as ServicesToCheck,
    WhatIsWrong as WhatIsWrong,
)
from bot.programme.notices.meeting_letters import (
    CannotCome as CannotCome,
    HowLate as HowLate,
    MeetingCancelled as MeetingCancelled,
    MeetingFixed as MeetingFixed,
    MeetingIsOver as MeetingIsOver,
    MeetingMoved as MeetingMoved,
    MeetingPlaceShown as MeetingPlaceShown,
    MeetingSoon as MeetingSoon,
    MeetingTomorrow as MeetingTomorrow,
)
from bot.programme.notices.meeting_offers import (
    AskAddress as AskAddress,
    AskTime as AskTime,
    ChooseDay as ChooseDay,
    ChooseHour as ChooseHour,
    ChooseMeetingPlace as ChooseMeetingPlace,
    ConfirmTimes as ConfirmTimes,
    MayBeShut as MayBeShut,
    MeetingOffered as MeetingOffered,
    NoneFits as NoneFits,
    OfferHeard as OfferHeard,
    OfferNotSent as OfferNotSent,
    OfferOver as OfferOver,
    OffersCross as OffersCross,
    OfferSent as OfferSent,
    OfferTaken as OfferTaken,
    PlanMeeting as PlanMeeting,
)
from bot.programme.notices.meetings import (
    CancelMeeting as CancelMeeting,
    MeetingOff as MeetingOff,
    MeetingShown as MeetingShown,
    NoMeetings as NoMeetings,
    OurMeetings as OurMeetings,
)
from bot.programme.notices.notice import Notice as Notice, Stays as Stays
from bot.programme.notices.outages import (
    CheckInOfferedAgain as CheckInOfferedAgain,
    QuestionOfferedAgain as QuestionOfferedAgain,
)
from bot.programme.notices.pauses import (
    Paused as Paused,
    Resumed as Resumed,
    WelcomeBack as WelcomeBack,
)
from bot.programme.notices.phones import (
    AskNumber as AskNumber,
    NumberNotShared as NumberNotShared,
    NumberOffered as NumberOffered,
    NumbersShared as NumbersShared,
    NumbersTakenBack as NumbersTakenBack,
    PhonesShown as PhonesShown,
)
from bot.programme.notices.privacy import (
    PrivacyText as PrivacyText,
    Withdrawn as Withdrawn,
    WithdrawQuestion as WithdrawQuestion,
)
from bot.programme.notices.ready_sentences import (
    ReadySentence as ReadySentence,
    SentenceGroups as SentenceGroups,
    SentenceNotTold as SentenceNotTold,
    SentencesOfGroup as SentencesOfGroup,
    SentenceTold as SentenceTold,
)
from bot.programme.notices.referrals import (
    BarrierHeard as BarrierHeard,
    BarrierQuestion as BarrierQuestion,
    BarriersShown as BarriersShown,
    ReferralEnded as ReferralEnded,
    ReferralKept as ReferralKept,
    ReferralNotKept as ReferralNotKept,
    ReferralOffer as ReferralOffer,
    ReferralOver as ReferralOver,
    ReferralQuestion as ReferralQuestion,
)
from bot.programme.notices.registration import (
    AnswersOverview as AnswersOverview,
    AnswerTaken as AnswerTaken,
    AskQuestion as AskQuestion,
    CannotJoin as CannotJoin,
    ConsentRefused as ConsentRefused,
    Registered as Registered,
)
from bot.programme.notices.requests import (
    CoachHasAnswered as CoachHasAnswered,
    DangerWaits as DangerWaits,
    MentorMayKnow as MentorMayKnow,
    MyRequest as MyRequest,
    NotAnswered as NotAnswered,
    RequestClosed as RequestClosed,
)
from bot.programme.notices.rhythms import MyQuestion as MyQuestion
from bot.programme.notices.second_factor import (
    AppForCodes as AppForCodes,
    AskCode as AskCode,
    CodesKey as CodesKey,
    CodesNews as CodesNews,
    CodesOffered as CodesOffered,
    CodesPicture as CodesPicture,
    CodesReset as CodesReset,
    CodesRest as CodesRest,
    CodeTaken as CodeTaken,
    RecoveryCodes as RecoveryCodes,
    Removal as Removal,
)  # fmt: skip
from bot.programme.notices.services import (
    NumberToCall as NumberToCall,
    OnPaper as OnPaper,
    OnTheMap as OnTheMap,
    OpeningSentence as OpeningSentence,
)
from bot.programme.notices.signposts import (
    ChoosePlace as ChoosePlace,
    Emergency as Emergency,
    FindHelp as FindHelp,
    NeedsOfTheme as NeedsOfTheme,
    ServicesFound as ServicesFound,
    ServiceShown as ServiceShown,
)
from bot.programme.notices.silence import GoodToHear as GoodToHear, WeekDiffers as WeekDiffers
from bot.programme.notices.staff import (
    AwayShown as AwayShown,
    BackAgain as BackAgain,
    CaseloadGiven as CaseloadGiven,
    CaseloadReceived as CaseloadReceived,
    CaseNumbers as CaseNumbers,
    ChooseDeputy as ChooseDeputy,
    ChooseHeir as ChooseHeir,
    ChooseLastDay as ChooseLastDay,
    ColleagueLeft as ColleagueLeft,
    ColleagueShown as ColleagueShown,
    ConfirmCaseload as ConfirmCaseload,
    DeputyNamed as DeputyNamed,
    LeaveKept as LeaveKept,
    NewCoach as NewCoach,
    NoLongerStaff as NoLongerStaff,
    StandIn as StandIn,
    TeamShown as TeamShown,
    WordsAgreed as WordsAgreed,
    WordsOpened as WordsOpened,
)
