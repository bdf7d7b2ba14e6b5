"""The tables."""

from storage.tables.cases import CaseRow
from storage.tables.declarative import Base
from storage.tables.duos import CheckInRow, DuoRow, PromptRow
from storage.tables.house import InstallationRow
from storage.tables.people import ConsentRow, InvitationRow, PersonRow
from storage.tables.post import InboxRow, OutboxRow

__all__ = [
    "Base",
    "CaseRow",
    "CheckInRow",
    "ConsentRow",
    "DuoRow",
    "InboxRow",
    "InstallationRow",
    "InvitationRow",
    "OutboxRow",
    "PersonRow",
    "PromptRow",
]
