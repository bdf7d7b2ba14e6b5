"""One transaction over everything remembered."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.asking import Asking
from storage.calendar_feeds import CalendarFeeds
from storage.calls import Calls
from storage.case_lines import CaseLines
from storage.case_lists import CaseLists
from storage.case_messages import CaseMessages
from storage.case_readings import CaseReadings
from storage.case_steps import CaseSteps
from storage.case_topics import CaseTopics
from storage.caseloads import Caseloads
from storage.cases import Cases
from storage.check_ins import CheckIns
from storage.coming import Coming
from storage.consents import Consents
from storage.directory import Directory
from storage.duo_breaks import DuoBreaks
from storage.duo_views import DuoViews
from storage.duos import Duos
from storage.entered import Entered
from storage.exporting import Exporting
from storage.first_meetings import FirstMeetings
from storage.forgetting import Forgetting
from storage.heartbeats import Heartbeats
from storage.held_letters import HeldLetters
from storage.inbox import Inbox
from storage.installation import Installation
from storage.intakes import IntakeHours, Intakes, IntakeWishes
from storage.invitations import Invitations
from storage.keeping import Keeping
from storage.matches import Matches
from storage.meeting_offers import MeetingOffers
from storage.meetings import Meetings
from storage.obstacles import Obstacles
from storage.outages import Outages
from storage.outbox import Outbox
from storage.people import People
from storage.phone_shares import PhoneShares
from storage.prompts import Prompts
from storage.proposals import Proposals
from storage.referrals import Referrals
from storage.rhythms import Rhythms
from storage.road import Road
from storage.roster import Roster
from storage.sealing import Keys
from storage.searching import Searching
from storage.seats import Seats
from storage.second_factors import SecondFactors
from storage.sessions import Sessions
from storage.signatures import Signatures
from storage.silences import Silences
from storage.staff import Staff
from storage.staff_groups import StaffGroups
from storage.standing import Standing
from storage.training import TrainingRoom
from storage.unfinished import Unfinished


class Transaction:
    """What is written here is written together, or not at all. Each table has its room."""

    # A room is opened when somebody enters it: each transaction uses a few of them.
    people = cached_property(lambda tx: People(tx.connection, tx.keys))
    consents = cached_property(lambda tx: Consents(tx.connection))
    invitations = cached_property(lambda tx: Invitations(tx.connection, tx.keys))
    duos = cached_property(lambda tx: Duos(tx.connection))
    duo_views = cached_property(lambda tx: DuoViews(tx.connection, tx.keys))
    cases = cached_property(lambda tx: Cases(tx.connection, tx.keys))
    case_steps = cached_property(lambda tx: CaseSteps(tx.connection, tx.keys))
    inbox = cached_property(lambda tx: Inbox(tx.connection, tx.keys))
    outbox = cached_property(lambda tx: Outbox(tx.connection, tx.keys))
    held_letters = cached_property(lambda tx: HeldLetters(tx.connection, tx.keys))
    outages = cached_property(lambda tx: Outages(tx.connection))
    directory = cached_property(lambda tx: Directory(tx.connection))
    referrals = cached_property(lambda tx: Referrals(tx.connection, tx.keys))
    keeping = cached_property(lambda tx: Keeping(tx.connection, tx.keys))
    proposals = cached_property(lambda tx: Proposals(tx.connection))
    installation = cached_property(lambda tx: Installation(tx.connection, tx.keys))
    heartbeats = cached_property(lambda tx: Heartbeats(tx.connection))
    forgetting = cached_property(lambda tx: Forgetting(tx.connection, tx.keys))

    # The rooms of the way from the first hello to a duo.
    road = cached_property(lambda tx: Road(tx.connection))
    searching = cached_property(lambda tx: Searching(tx.connection, tx.people))
    matches = cached_property(lambda tx: Matches(tx.connection))
    intakes = cached_property(lambda tx: Intakes(tx.connection, tx.keys))
    intake_hours = cached_property(lambda tx: IntakeHours(tx.connection))
    intake_wishes = cached_property(lambda tx: IntakeWishes(tx.connection))
    calls = cached_property(lambda tx: Calls(tx.connection, tx.keys))
    roster = cached_property(lambda tx: Roster(tx.connection, tx.keys))
    entered = cached_property(lambda tx: Entered(tx.connection, tx.keys, tx.people))
    coming = cached_property(lambda tx: Coming(tx.connection))
    unfinished = cached_property(lambda tx: Unfinished(tx.connection))
    exporting = cached_property(lambda tx: Exporting(tx.connection, tx.keys))

    # The rooms of the weekly question and of the meetings.
    rhythms = cached_property(lambda tx: Rhythms(tx.connection))
    asking = cached_property(lambda tx: Asking(tx.connection))
    duo_breaks = cached_property(lambda tx: DuoBreaks(tx.connection, tx.keys))
    first_meetings = cached_property(lambda tx: FirstMeetings(tx.connection))
    signatures = cached_property(lambda tx: Signatures(tx.connection))
    check_ins = cached_property(lambda tx: CheckIns(tx.connection))
    silences = cached_property(lambda tx: Silences(tx.connection))
    prompts = cached_property(lambda tx: Prompts(tx.connection, tx.keys))
    obstacles = cached_property(lambda tx: Obstacles(tx.connection, tx.keys))
    meetings = cached_property(lambda tx: Meetings(tx.connection, tx.keys))
    meeting_offers = cached_property(lambda tx: MeetingOffers(tx.connection, tx.keys))
    calendar_feeds = cached_property(lambda tx: CalendarFeeds(tx.connection, tx.keys))
    phone_shares = cached_property(lambda tx: PhoneShares(tx.connection, tx.keys))

    # The rooms of those who work for the programme.
    staff = cached_property(lambda tx: Staff(tx.connection))
    staff_groups = cached_property(lambda tx: StaffGroups(tx.connection))
    case_topics = cached_property(lambda tx: CaseTopics(tx.connection))
    case_lists = cached_property(lambda tx: CaseLists(tx.connection, tx.keys))
    caseloads = cached_property(lambda tx: Caseloads(tx.connection, tx.keys))
    second_factors = cached_property(lambda tx: SecondFactors(tx.connection, tx.keys))
    standing = cached_property(lambda tx: Standing(tx.connection))

    # The rooms of what people and coaches say to each other.
    case_messages = cached_property(lambda tx: CaseMessages(tx.connection, tx.keys))
    case_lines = cached_property(lambda tx: CaseLines(tx.connection))
    case_readings = cached_property(lambda tx: CaseReadings(tx.connection))

    # The rooms of sessions and of the training.
    sessions = cached_property(lambda tx: Sessions(tx.connection, tx.keys))
    seats = cached_property(lambda tx: Seats(tx.connection))
    training = cached_property(lambda tx: TrainingRoom(tx.connection, tx.keys))

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys
        self._after_commit: list[Callable[[], None]] = []

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call this once the commit has succeeded; never after a rollback. It must be quick."""
        self._after_commit.append(callback)

    def committed(self) -> None:
        """Run what waited for the commit, in order; one that fails does not stop the others."""
        with ExitStack() as stack:
            for callback in reversed(self._after_commit):
                stack.callback(callback)
