"""What can be asked of the programme. Every door (chat, clock, command line) asks here."""

from collections.abc import Callable

from bot.actions.active_weeks.reasons import BreakReasons
from bot.actions.active_weeks.talks_due import TalksDue
from bot.actions.barriers import Barriers
from bot.actions.branch_digest import BranchDigests
from bot.actions.calendars import Calendars
from bot.actions.case_hands import CaseHands
from bot.actions.case_numbers import Numbers
from bot.actions.cases import Cases
from bot.actions.check_in_answers import CheckInAnswers
from bot.actions.check_ins import CheckIns
from bot.actions.coming import Coming
from bot.actions.convention.first_answers import FirstAnswers
from bot.actions.convention.first_plans import FirstPlans
from bot.actions.convention.following import SigningFollowed
from bot.actions.convention.held import FirstHeld
from bot.actions.convention.signing import Signing
from bot.actions.danger import Dangers
from bot.actions.desk import AlreadyHandled, Desk
from bot.actions.digests import Digests
from bot.actions.directory import Directory
from bot.actions.duo_views import DuoViews
from bot.actions.groups import Groups
from bot.actions.guide import Guide
from bot.actions.hand_over import HandOver
from bot.actions.handing_over import HandingOver
from bot.actions.heartbeats import Heartbeats
from bot.actions.hiding import Hiding
from bot.actions.intakes.choosing import IntakeChoosing
from bot.actions.intakes.coming import IntakesComing
from bot.actions.intakes.deciding import IntakeDeciding
from bot.actions.intakes.hours import IntakeTimesOfCoach
from bot.actions.intakes.wishes import IntakeWishes
from bot.actions.intakes.writing_up import IntakeWritingUp
from bot.actions.invitations import Invitations
from bot.actions.keeping import Keeping
from bot.actions.languages import Languages
from bot.actions.late_copies import LateCopies
from bot.actions.leaves import Leaves
from bot.actions.matching.answering import MatchAnswers
from bot.actions.matching.following import MatchFollowing
from bot.actions.matching.suggesting import Suggestions
from bot.actions.meeting_calendar import MeetingCalendar
from bot.actions.meeting_offers import MeetingOffers
from bot.actions.meeting_plans import MeetingPlans
from bot.actions.meeting_spots import MeetingSpots
from bot.actions.meetings import Meetings
from bot.actions.next_steps import NextSteps
from bot.actions.obstacles import Obstacles
from bot.actions.on_the_day import OnTheDay
from bot.actions.outages import Outages
from bot.actions.pauses import Pauses
from bot.actions.phones import Phones
from bot.actions.privacy import Privacy
from bot.actions.proposals import Proposals
from bot.actions.reachability import Reachability
from bot.actions.ready_answers import AnswersReady
from bot.actions.ready_sentences import ReadySentences
from bot.actions.referrals import Referrals
from bot.actions.registering.reminders import Reminders
from bot.actions.registration import Registration
from bot.actions.requests import Requests
from bot.actions.rhythms import Rhythms
from bot.actions.samples import Samples
from bot.actions.second_factor import SecondFactors
from bot.actions.services import Services
from bot.actions.sessions.attending import Attending
from bot.actions.sessions.codes import SessionCodes
from bot.actions.sessions.due import SessionsDue
from bot.actions.sessions.leading import Leading
from bot.actions.sessions.planning import SessionPlans
from bot.actions.sessions.roll_call import RollCalls
from bot.actions.signposts import Signposts
from bot.actions.talking import Talking
from bot.actions.topics import Topics
from bot.actions.training.doing import Trainings
from bot.actions.training.exceptions import TrainingExceptions
from bot.actions.upkeep import Upkeep
from bot.actions.waiting.asking import Asking
from bot.actions.waiting.searching import Searching
from bot.actions.waiting.telling import OnTheRoad
from bot.actions.work.calls import Calls
from bot.actions.work.entering import Entering
from bot.actions.work.exporting import Exporting
from bot.actions.work.importing import Importing
from bot.actions.work.menu import Work
from bot.actions.work.unheard import Unheard
from bot.clock import Clock
from bot.programme.programme import Programme
from storage import Database

__all__ = ["Actions", "AlreadyHandled"]


class Actions:
    """Everything that can be asked, by theme."""

    def __init__(self, desk: Desk, public_url: str | None = None) -> None:
        self.directory = Directory(desk)
        self.signposts = Signposts(desk, self.directory)
        self._open_the_house(desk)
        self._open_the_week(desk)
        self._open_the_staff_room(desk)
        self._open_the_beginning(desk)
        self._open_the_meetings(desk, public_url)
        self._open_the_directory(desk)
        self._open_the_road(desk)
        self._open_the_training(desk)

    @classmethod
    def over(
        cls, database: Database, clock: Clock, programme: Programme, wake: Callable[[], None],
        *, public_url: str | None = None,
    ) -> "Actions":  # fmt: skip
        """All actions over one database; ``wake`` is called when letters wait for the courier,
        ``public_url`` is where calendars reach us.
        """
        return cls(Desk(database, clock, programme, wake), public_url)

    def _open_the_house(self, desk: Desk) -> None:
        """Coming in, finding the way, leaving, and what runs by itself."""
        self.coming = Coming(desk)
        self.guide = Guide(desk)
        self.heartbeats = Heartbeats(desk)
        self.late_copies = LateCopies(desk)
        self.hiding = Hiding(desk)
        self.invitations = Invitations(desk)
        self.languages = Languages(desk)
        self.privacy = Privacy(desk)
        self.reachability = Reachability(desk)
        self.registration = Registration(desk, self.signposts)
        self.samples = Samples(desk)
        self.second_factors = SecondFactors(desk)
        self.outages = Outages(desk)
        self.upkeep = Upkeep(desk)
        self.digests = Digests(desk)
        self.dangers = Dangers(desk, self.directory)

    def _open_the_week(self, desk: Desk) -> None:
        """The duos, the question of the week, and the coach."""
        self.branch_digests = BranchDigests(desk)
        self.break_reasons = BreakReasons(desk)
        self.talks_due = TalksDue(desk)
        self.cases = Cases(desk)
        self.case_hands = CaseHands(desk)
        self.next_steps = NextSteps(desk)
        self.check_in_answers = CheckInAnswers(desk)
        self.check_ins = CheckIns(desk)
        self.duo_views = DuoViews(desk)
        self.obstacles = Obstacles(desk)
        self.pauses = Pauses(desk)
        self.reminders = Reminders(desk)
        self.requests = Requests(desk)
        self.rhythms = Rhythms(desk)
        self.talking = Talking(desk)
        self.ready_answers = AnswersReady(desk)

    def _open_the_staff_room(self, desk: Desk) -> None:
        """Who works here, and which people each of them has."""
        self.groups = Groups(desk)
        self.handing_over = HandingOver(desk)
        self.leaves = Leaves(desk)
        self.numbers = Numbers(desk)
        self.topics = Topics(desk)
        self.work = Work(desk)
        self.unheard = Unheard(desk)
        self.calls = Calls(desk)
        self.entering = Entering(desk)
        self.importing = Importing(desk)
        self.exporting = Exporting(desk)

    def _open_the_beginning(self, desk: Desk) -> None:
        """The first meeting of three, and what the three sign."""
        self.first_answers = FirstAnswers(desk)
        self.first_held = FirstHeld(desk)
        self.first_plans = FirstPlans(desk)
        self.signing = Signing(desk)
        self.signing_followed = SigningFollowed(desk)

    def _open_the_meetings(self, desk: Desk, public_url: str | None) -> None:
        """Planning meetings, and what goes with them."""
        self.calendars = Calendars(desk, public_url)
        self.meeting_calendar = MeetingCalendar(desk)
        self.meeting_offers = MeetingOffers(desk)
        self.meeting_plans = MeetingPlans(desk)
        self.meeting_spots = MeetingSpots(desk)
        self.meetings = Meetings(desk)
        self.on_the_day = OnTheDay(desk)
        self.phones = Phones(desk)
        self.ready_sentences = ReadySentences(desk)

    def _open_the_road(self, desk: Desk) -> None:
        """The first talk with a coach, and what comes of it: two are put to each other."""
        self.on_the_road = OnTheRoad(desk)
        self.searching = Searching(desk)
        self.still_asking = Asking(desk)
        self.suggestions = Suggestions(desk)
        self.match_following = MatchFollowing(desk)
        self.match_answers = MatchAnswers(desk)
        self.intake_choosing = IntakeChoosing(desk)
        self.intake_deciding = IntakeDeciding(desk, self.directory)
        self.intake_hours = IntakeTimesOfCoach(desk)
        self.intake_wishes = IntakeWishes(desk)
        self.intake_writing_up = IntakeWritingUp(desk)
        self.intakes_coming = IntakesComing(desk)

    def _open_the_directory(self, desk: Desk) -> None:
        """The list of services, and the way to them."""
        self.barriers = Barriers(desk, self.directory)
        self.hand_over = HandOver(desk, self.directory)
        self.keeping = Keeping(desk)
        self.proposals = Proposals(desk)
        self.referrals = Referrals(desk, self.directory)
        self.services = Services(desk, self.directory)

    def _open_the_training(self, desk: Desk) -> None:
        """Sessions of a branch, and the training of mentors."""
        self.attending = Attending(desk)
        self.leading = Leading(desk)
        self.roll_calls = RollCalls(desk)
        self.session_codes = SessionCodes(desk)
        self.session_plans = SessionPlans(desk)
        self.sessions_due = SessionsDue(desk)
        self.training_exceptions = TrainingExceptions(desk)
        self.trainings = Trainings(desk, self.registration.hear)
