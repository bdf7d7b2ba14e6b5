"""The tables."""

from storage.tables.cases import (
    CaseAskRow,
    CaseLineRow,
    CaseMessageRow,
    CaseReadingRow,
    CaseRow,
    CaseTopicRow,
    StaffGroupRow,
)
from storage.tables.convention import ConventionTextRow, FirstMeetingRow, SignatureRow
from storage.tables.declarative import Base
from storage.tables.directory import (
    AttributeRow,
    CostOptionRow,
    DirectoryRow,
    LanguageRow,
    LocationRow,
    OrganizationRow,
    PhoneRow,
    PhoneTextRow,
    ScheduleRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceChangeRow,
    ServiceProposalRow,
    ServiceReportRow,
    ServiceRow,
    ServiceTextRow,
    TaxonomyTermRow,
)
from storage.tables.duo_breaks import DuoBreakRow
from storage.tables.duos import CheckInRow, DuoRow, ObstacleRow, PromptRow, RhythmRow
from storage.tables.house import HeartbeatRow, InstallationRow
from storage.tables.intakes import (
    IntakeExceptionRow,
    IntakePatternRow,
    IntakeRow,
    IntakeWishRow,
    TakenHalfHourRow,
)
from storage.tables.matching import MatchRow
from storage.tables.meetings import (
    BusyQuarterRow,
    CalendarFeedRow,
    MeetingOfferRow,
    MeetingRow,
    PhoneShareRow,
)
from storage.tables.people import ConsentRow, InvitationRow, PersonRow
from storage.tables.post import InboxRow, OutboxRow
from storage.tables.referrals import ReferralCountRow, ReferralRow
from storage.tables.road import StepRow
from storage.tables.sessions import (
    CodeTryRow,
    SeatRow,
    SessionDraftRow,
    SessionRow,
    SessionWishRow,
    TrainingExceptionRow,
)
from storage.tables.staff import DeputyRow, LeaveRow, RecoveryCodeRow, SecondFactorRow
from storage.tables.work import CallRow, DeedRow

__all__ = [
    "AttributeRow",
    "Base",
    "BusyQuarterRow",
    "CalendarFeedRow",
    "CallRow",
    "CaseAskRow",
    "CaseLineRow",
    "CaseMessageRow",
    "CaseReadingRow",
    "CaseRow",
    "CaseTopicRow",
    "CheckInRow",
    "CodeTryRow",
    "ConsentRow",
    "ConventionTextRow",
    "CostOptionRow",
    "DeedRow",
    "DeputyRow",
    "DirectoryRow",
    "DuoBreakRow",
    "DuoRow",
    "FirstMeetingRow",
    "HeartbeatRow",
    "InboxRow",
    "InstallationRow",
    "IntakeExceptionRow",
    "IntakePatternRow",
    "IntakeRow",
    "IntakeWishRow",
    "InvitationRow",
    "LanguageRow",
    "LeaveRow",
    "LocationRow",
    "MatchRow",
    "MeetingOfferRow",
    "MeetingRow",
    "ObstacleRow",
    "OrganizationRow",
    "OutboxRow",
    "PersonRow",
    "PhoneRow",
    "PhoneShareRow",
    "PhoneTextRow",
    "PromptRow",
    "RecoveryCodeRow",
    "ReferralCountRow",
    "ReferralRow",
    "RhythmRow",
    "ScheduleRow",
    "SeatRow",
    "SecondFactorRow",
    "ServiceAreaRow",
    "ServiceAtLocationRow",
    "ServiceChangeRow",
    "ServiceProposalRow",
    "ServiceReportRow",
    "ServiceRow",
    "ServiceTextRow",
    "SessionDraftRow",
    "SessionRow",
    "SessionWishRow",
    "SignatureRow",
    "StaffGroupRow",
    "StepRow",
    "TakenHalfHourRow",
    "TaxonomyTermRow",
    "TrainingExceptionRow",
]
