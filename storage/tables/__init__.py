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
from storage.tables.duos import CheckInRow, DuoRow, PromptRow
from storage.tables.house import InstallationRow
from storage.tables.people import ConsentRow, InvitationRow, PersonRow
from storage.tables.post import InboxRow, OutboxRow
from storage.tables.referrals import ReferralCountRow, ReferralRow

__all__ = [
    "AttributeRow",
    "Base",
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
    "OrganizationRow",
    "OutboxRow",
    "PersonRow",
    "PhoneRow",
    "PhoneTextRow",
    "PromptRow",
    "ReferralCountRow",
    "ReferralRow",
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
