"""One transaction over everything remembered."""

from collections.abc import Callable
from contextlib import ExitStack

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

    def __init__(self, connection: AsyncConnection, keys: Keys) -> None:
        self.connection = connection
        self.keys = keys
        self.people = People(connection, keys)
        self.consents = Consents(connection)
        self.invitations = Invitations(connection, keys)
        self.duos = Duos(connection)
        self.duo_views = DuoViews(connection, keys)
        self.cases = Cases(connection, keys)
        self.case_steps = CaseSteps(connection, keys)
        self.inbox = Inbox(connection, keys)
        self.outbox = Outbox(connection, keys)
        self.held_letters = HeldLetters(connection, keys)
        self.outages = Outages(connection)
        self.directory = Directory(connection)
        self.referrals = Referrals(connection, keys)
        self.keeping = Keeping(connection, keys)
        self.proposals = Proposals(connection)
        self.installation = Installation(connection, keys)
        self.heartbeats = Heartbeats(connection)
        self.forgetting = Forgetting(connection, keys)
        self._open_the_road(connection, keys)
        self._open_the_week(connection, keys)
        self._open_the_staff_room(connection)
        self._open_the_talking_room(connection, keys)
        self._after_commit: list[Callable[[], None]] = []

    def _open_the_road(self, connection: AsyncConnection, keys: Keys) -> None:
        """The rooms of the way from the first hello to a duo."""
        self.road = Road(connection)
        self.matches = Matches(connection)
        self.intakes = Intakes(connection, keys)
        self.intake_hours = IntakeHours(connection)
        self.intake_wishes = IntakeWishes(connection)
        self.calls = Calls(connection, keys)
        self.roster = Roster(connection, keys)
        self.entered = Entered(connection, keys, self.people)
        self.coming = Coming(connection)
        self.unfinished = Unfinished(connection)
        self.exporting = Exporting(connection, keys)

    def _open_the_week(self, connection: AsyncConnection, keys: Keys) -> None:
        """The rooms of the weekly question and of the meetings."""
        self.rhythms = Rhythms(connection)
        self.asking = Asking(connection)
        self.duo_breaks = DuoBreaks(connection, keys)
        self.first_meetings = FirstMeetings(connection)
        self.signatures = Signatures(connection)
        self.check_ins = CheckIns(connection)
        self.silences = Silences(connection)
        self.prompts = Prompts(connection, keys)
        self.obstacles = Obstacles(connection, keys)
        self.meetings = Meetings(connection, keys)
        self.meeting_offers = MeetingOffers(connection, keys)
        self.calendar_feeds = CalendarFeeds(connection, keys)
        self.phone_shares = PhoneShares(connection, keys)

    def _open_the_staff_room(self, connection: AsyncConnection) -> None:
        """The rooms of those who work for the programme."""
        self.staff = Staff(connection)
        self.staff_groups = StaffGroups(connection)
        self.case_topics = CaseTopics(connection)
        self.case_lists = CaseLists(connection, self.keys)
        self.caseloads = Caseloads(connection, self.keys)
        self.second_factors = SecondFactors(connection, self.keys)
        self.standing = Standing(connection)

    def _open_the_talking_room(self, connection: AsyncConnection, keys: Keys) -> None:
        """The rooms of what people and coaches say to each other."""
        self.case_messages = CaseMessages(connection, keys)
        self.case_lines = CaseLines(connection)
        self.case_readings = CaseReadings(connection)
        self._open_the_training_rooms(connection, keys)

    def _open_the_training_rooms(self, connection: AsyncConnection, keys: Keys) -> None:
        """The rooms of sessions and of the training."""
        self.sessions = Sessions(connection, keys)
        self.seats = Seats(connection)
        self.training = TrainingRoom(connection, keys)

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call this once the commit has succeeded; never after a rollback. It must be quick."""
        self._after_commit.append(callback)

    def committed(self) -> None:
        """Run what waited for the commit, in order; one that fails does not stop the others."""
        with ExitStack() as stack:
            for callback in reversed(self._after_commit):
                stack.callback(callback)
