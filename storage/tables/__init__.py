"""The tables."""

from storage.tables.cases import CaseRow
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
from storage.tables.duos import CheckInRow, DuoRow, ObstacleRow, PromptRow, RhythmRow
from storage.tables.house import InstallationRow
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

__all__ = [
    "AttributeRow",
    "Base",
    "BusyQuarterRow",
    "CalendarFeedRow",
    "CaseRow",
    "CheckInRow",
    "ConsentRow",
    "CostOptionRow",
    "DirectoryRow",
    "DuoRow",
    "InboxRow",
    "InstallationRow",
    "InvitationRow",
    "LanguageRow",
    "LocationRow",
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
    "ReferralCountRow",
    "ReferralRow",
    "RhythmRow",
    "ScheduleRow",
    "ServiceAreaRow",
    "ServiceAtLocationRow",
    "ServiceChangeRow",
    "ServiceProposalRow",
    "ServiceReportRow",
    "ServiceRow",
    "ServiceTextRow",
    "TaxonomyTermRow",
]
