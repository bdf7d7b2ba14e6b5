"""What is said about keeping the directory right.

``name`` is that of a service in each language; days and moments are ISO texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.programme.notices.notice import Notice

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WhatIsWrong(Notice):
    """Somebody says that an entry is wrong; what is it?"""

    kind = "what_is_wrong"
    service: str
    name: Names


@dataclass(frozen=True, slots=True)
class ReportTaken(Notice):
    """Thanks for a report; nothing is said of other reports."""

    kind = "report_taken"
    branch: str | None
    role: str


@dataclass(frozen=True, slots=True)
class Assured(Notice):
    """One of staff has made sure of an entry."""

    kind = "assured"
    service: str
    name: Names
    day: str


@dataclass(frozen=True, slots=True)
class ChooseDetail(Notice):
    """Which of these ``fields`` is to be changed; with ``which_phone`` which of its numbers."""

    kind = "choose_detail"
    service: str
    name: Names
    phones: tuple[str, ...] = ()
    which_phone: bool = False
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskValue(Notice):
    """What shall the entry say instead? ``unfit`` is why the last words would not do."""

    kind = "ask_value"
    service: str
    name: Names
    detail: str
    before: str
    unfit: str | None = None


@dataclass(frozen=True, slots=True)
class ConfirmChange(Notice):
    """The change as it would be; who ``decides`` changes the entry at once by a yes."""

    kind = "confirm_change"
    proposal_id: int
    name: Names
    detail: str
    before: str
    after: str
    decides: bool


@dataclass(frozen=True, slots=True)
class ChangeEnded(Notice):
    """What became of the change that was being made: sent, waits, made, dropped, gone, or
    outdated, when it does not fit the entry any more.
    """

    kind = "change_ended"
    service: str
    name: Names
    end: str


@dataclass(frozen=True, slots=True)
class ProposalCard(Notice):
    """A proposal on a coordinator's phone; ``state`` is open, accepted, refused or gone, or
    outdated: it does not fit the entry any more, and can only be refused.
    """

    kind = "proposal_card"
    proposal_id: int
    service: str
    name: Names
    detail: str
    before: str
    after: str
    proposer: str
    state: str
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalAnswered(Notice):
    """Told to who proposed a change."""

    kind = "proposal_answered"
    service: str
    name: Names
    detail: str
    after: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class MyChanges(Notice):
    """How many proposals wait; each follows as a card of its own."""

    kind = "my_changes"
    count: int


@dataclass(frozen=True, slots=True)
class ServiceHistory(Notice):
    """What was done to an entry, the newest first: moment, deed, detail, and the role of who."""

    kind = "service_history"
    service: str
    name: Names
    past: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ServicesToCheck(Notice):
    """What waits to be checked: key, name and why of each, and how many ``more`` there are."""

    kind = "services_to_check"
    services: tuple[tuple[str, Names, str], ...]
    more: int
