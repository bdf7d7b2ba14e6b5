"""What a coach is called for, and how far the call has come."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a case was opened."""

    ASKED = "asked"
    NO_MEETINGS = "no_meetings"
    SILENT = "silent"
    CHECK_SERVICES = "check_services"
    OBSTACLE = "obstacle"


class CaseState(StrEnum):
    """How far a case has come."""

    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"
